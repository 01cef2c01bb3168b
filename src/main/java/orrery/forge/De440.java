package orrery.forge;

import orrery.math.Constants;

/**
 * The constants of DE440 that the force model uses, in km, s and radians.
 *
 * <p>Source of every figure, unless noted: the list "Initial conditions and constants used for integration" in the
 * comment area of JPL's own DE440 kernel; GMs as in NAIF's {@code gm_de440.tpc}; the model they belong to is in Park,
 * Folkner, Williams and Boggs, "The JPL Planetary and Lunar Ephemerides DE440 and DE441", Astronomical Journal 161:105
 * (2021), and in Folkner et al., "The Planetary and Lunar Ephemerides DE430 and DE431", IPN Progress Report 42-196
 * (2014).
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // The digits are those of the source; the nearest double is meant.
final class De440 {
    static final double GM_SUN = 1.3271244004127942E+11;
    static final double GM_MERCURY = 2.2031868551400003E+04;
    static final double GM_VENUS = 3.2485859200000000E+05;
    static final double GM_EARTH = 3.9860043550702266E+05;
    static final double GM_MOON = 4.9028001184575496E+03;
    static final double GM_MARS = 4.2828375815756102E+04;
    static final double GM_JUPITER = 1.2671276409999998E+08;
    static final double GM_SATURN = 3.7940584841799997E+07;
    static final double GM_URANUS = 5.7945563999999985E+06;
    static final double GM_NEPTUNE = 6.8365271005803989E+06;
    static final double GM_PLUTO = 9.7550000000000000E+02;

    /** GMSDOT: the Sun's mass loss as a fraction per second (-9e-14 per year). */
    static final double SUN_LOSS = -9.0e-14 / Constants.JULIAN_YEAR;

    static final double SUN_RADIUS = 696_000;
    static final double SUN_J2 = 2.1961391516529825E-07;
    /** MOISUN: moment of inertia in M R^2. */
    static final double SUN_INERTIA = 6.8840E-02;
    /** OMGSUN, rad/s. */
    static final double SUN_SPIN = 2.4756443290699712E-01 / Constants.DAY;
    /** The Sun's pole, {@code BODY10_POLE_RA} and {@code _DEC} of NAIF's pck00011.tpc. */
    static final double SUN_POLE_RA = 286.13 * Constants.DEGREE;

    static final double SUN_POLE_DEC = 63.87 * Constants.DEGREE;

    static final double EARTH_RADIUS = 6378.1366;
    /** J2 to J5. */
    static final double[] EARTH_ZONALS = {
        1.0826253900000000E-03, -2.5324100000000000E-06, -1.6198980000000001E-06, -2.2773450000000001E-07
    };
    /** K2E0, K2E1, K2E2: the Earth's degree 2 Love numbers by order. */
    static final double[] EARTH_LOVE = {0.335, 0.277, 0.283};
    /** TAUE0, TAUE1, TAUE2: lags of the tide-raising body along its orbit, s. */
    static final double[] EARTH_ORBIT_LAG = {
        7.7e-2 * Constants.DAY, -1.0e-2 * Constants.DAY, -2.0982243826832672E-01 * Constants.DAY
    };
    /** TAUER1, TAUER2: lags that the Earth's rotation converts to an angle, s. */
    static final double[] EARTH_SPIN_LAG = {
        0, 1.1929122823877609E-02 * Constants.DAY, -7.4236275298830701E-04 * Constants.DAY
    };
    /** The Earth's rate of rotation, rad/s (IERS Conventions 2010, table 1.1). */
    static final double EARTH_SPIN = 7.292115e-5;

    static final double MOON_RADIUS = 1738;
    static final double MOON_LOVE = 2.4190000000000000E-02;
    /** TAUM, s. */
    static final double MOON_LAG = 1.4519388258636395E-01 * Constants.DAY;
    /** Mean sidereal rotation of the Moon, rad/s: {@code BODY301_PM} of pck00011.tpc. */
    static final double MOON_SPIN = 13.17635815 * Constants.DEGREE / Constants.DAY;
    /** LBET, LGAM: (C - A) / B and (B - A) / C of the Moon's moments of inertia. */
    static final double MOON_BETA = 6.3122040737914229E-04;

    static final double MOON_GAMMA = 2.2778898477433167E-04;
    /** IFAC: the fluid core's share of the Moon's moment of inertia. */
    static final double MOON_CORE = 4.0000000000000002E-04;
    /** COBLAT: oblateness of the boundary between the Moon's core and mantle. */
    static final double MOON_CORE_OBLATENESS = 2.0000000000000001E-04;
    /** KVC: friction at that boundary in units of the Moon's moment of inertia, 1/s. */
    static final double MOON_CORE_FRICTION = 9.1603725366546049E-09 / Constants.DAY;

    /** C_nm of the Moon, unnormalized, [n][m], in its principal axes; J2M, C22M, J3M, ... */
    static final double[][] MOON_C = {
        {0},
        {0, 0},
        {-2.0321436013500001E-04, 2.2779569194479859E-10, 2.2380845245752079E-05},
        {-8.4596458204206400E-06, 2.8480784606000001E-05, 4.8404881300954602E-06, 1.7116515250000001E-06},
        {
            9.7043900244000000E-06,
            -5.7048782874364726E-06,
            -1.5912234107987149E-06,
            -8.0675644401962985E-08,
            -1.2692121244629211E-07
        },
        {
            -7.4221917901759856E-07,
            -8.6628623133162292E-07,
            7.1199522776251936E-07,
            1.5399170912930339E-08,
            2.1444709183772570E-08,
            7.6595659445182081E-09
        },
        {
            1.3767545143068860E-05,
            1.2024274332875499E-06,
            -5.4703921691163040E-07,
            -6.8785141807722557E-08,
            1.2916752541296249E-09,
            1.1738134410283159E-09,
            -1.0913349457069770E-09
        }
    };
    /** S_nm of the Moon, as {@link #MOON_C}. */
    static final double[][] MOON_S = {
        {0},
        {0, 0},
        {0, 1.3343450358392620E-09, 0},
        {0, 5.8915728033016701E-06, 1.6661542142396701E-06, -2.4741804446906898E-07},
        {0, 1.5789105794821771E-06, -1.5153940758383400E-06, -8.0349180344475395E-07, 8.2962820590182616E-08},
        {
            0,
            -3.5272287240554111E-06,
            1.7108231983891960E-07,
            2.8736265178860460E-07,
            5.2656458682079146E-10,
            -6.7823559597728553E-09
        },
        {
            0,
            -2.0453520023145009E-06,
            -2.6966867535178958E-07,
            -7.1063854416510949E-08,
            -1.5361640307593970E-08,
            -8.3464938119000926E-09,
            1.6844133763992550E-09
        }
    };

    private De440() {}
}
