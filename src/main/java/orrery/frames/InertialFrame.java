package orrery.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orrery.math.Matrix3;

/**
 * SPICE's built-in inertial frames, 1 to 21, and the rotations from them to J2000.
 *
 * <p>Each frame is a chain of rotations of the coordinate axes, each through an angle in arcseconds, from an earlier
 * frame. The angles are those of SPICE's {@code CHGIRF} (Frames Required Reading, "Inertial frames"); the matrices are
 * multiplied in its order, so that they equal SPICE's to the last bit if the sines do. SPICE's J2000 is the ICRF.
 *
 * <p>Immutable and thread-safe. Rotating a state allocates nothing.
 */
public enum InertialFrame {
    /** Earth's mean equator and equinox of J2000, in practice the ICRF: the root of all others. */
    J2000(1, "J2000"),

    /**
     * Mean equator and equinox of B1950: J2000 precessed back by the IAU 1976 model, {@code [zeta]3 [-theta]2 [z]3}
     * (Lieske, Astron. Astrophys. 73, 282, 1979).
     */
    B1950(2, "B1950", J2000, turn(1152.84248596724, 3), turn(-1002.26108439117, 2), turn(1153.04066200330, 3)),

    /** B1950 with the equinox offset of Fricke. */
    FK4(3, "FK4", B1950, turn(0.525, 3)),

    /** B1950 with the equinox offset of DE-118 (Standish, JPL IOM 314.6-581, 1985). */
    DE_118(4, "DE-118", B1950, turn(0.53155, 3)),

    /** B1950 with the equinox offset of DE-96; this and the next are from Standish, JPL IOM 314.6-929, 1988. */
    DE_96(5, "DE-96", B1950, turn(0.4107, 3)),

    /** B1950 with the equinox offset of DE-102. */
    DE_102(6, "DE-102", B1950, turn(0.1359, 3)),

    /** B1950 with the equinox offset of DE-108. */
    DE_108(7, "DE-108", B1950, turn(0.4775, 3)),

    /** B1950 with the equinox offset of DE-111. */
    DE_111(8, "DE-111", B1950, turn(0.5880, 3)),

    /** B1950 with the equinox offset of DE-114. */
    DE_114(9, "DE-114", B1950, turn(0.5529, 3)),

    /** B1950 with the equinox offset of DE-122. */
    DE_122(10, "DE-122", B1950, turn(0.5316, 3)),

    /** B1950 with the equinox offset of DE-125. */
    DE_125(11, "DE-125", B1950, turn(0.5754, 3)),

    /** B1950 with the equinox offset of DE-130. */
    DE_130(12, "DE-130", B1950, turn(0.5247, 3)),

    /** Galactic System II, taken from FK4: {@code [327 deg]3 [62.6 deg]1 [282.25 deg]3}. */
    GALACTIC(13, "GALACTIC", FK4, turn(1177200.0, 3), turn(225360.0, 1), turn(1016100.0, 3)),

    /** J2000: the ephemerides of DE-200 were rotated to it before their release. */
    DE_200(14, "DE-200", J2000, turn(0.0, 3)),

    /** J2000, as for DE-200. */
    DE_202(15, "DE-202", J2000, turn(0.0, 3)),

    /** Mars' mean equator and IAU vector of J2000 (Bass and Cesarone, Mars Observer constants, JPL D-3444, 1990). */
    MARSIAU(16, "MARSIAU", J2000, turn(324000.0, 3), turn(133610.4, 2), turn(-152348.4, 3)),

    /** Mean ecliptic and equinox of J2000: obliquity 84381.448 arcseconds (IAU 1976). */
    ECLIPJ2000(17, "ECLIPJ2000", J2000, turn(84381.448, 1)),

    /** Mean ecliptic and equinox of B1950: obliquity 84404.836 arcseconds. */
    ECLIPB1950(18, "ECLIPB1950", B1950, turn(84404.836, 1)),

    /** The frame of DE-140. */
    DE_140(19, "DE-140", J2000, turn(1152.71013777252, 3), turn(-1002.25042010533, 2), turn(1153.75719544491, 3)),

    /** The frame of DE-142. */
    DE_142(20, "DE-142", J2000, turn(1152.72061453864, 3), turn(-1002.25052830351, 2), turn(1153.74663857521, 3)),

    /** The frame of DE-143. */
    DE_143(21, "DE-143", J2000, turn(1153.03919093833, 3), turn(-1002.24822382286, 2), turn(1153.42900222357, 3));

    private static final int COUNT = 21;
    private static final List<String> ALIASES_OF_J2000 = List.of("ICRF", "ICRS", "EME2000");

    private final int id;
    private final String frameName;
    /** From J2000 to this frame, row by row. Its transpose is the inverse, because J2000 is the root of all frames. */
    @SuppressWarnings("ImmutableEnumChecker") // written once, here, and never passed on
    private final double[] fromJ2000;

    /** The root. */
    InertialFrame(int id, String frameName) {
        this.id = id;
        this.frameName = frameName;
        this.fromJ2000 = Matrix3.identity();
    }

    /** A frame whose base is rotated by the last turn first, as in the notation of matrices. */
    InertialFrame(int id, String frameName, InertialFrame base, Turn... turns) {
        this.id = id;
        this.frameName = frameName;
        double[] fromBase = Matrix3.identity();
        for (int i = turns.length - 1; i >= 0; i--) {
            fromBase = Matrix3.turned(fromBase, turns[i].radians, turns[i].axis);
        }
        this.fromJ2000 = Matrix3.times(fromBase, base.fromJ2000);
    }

    private record Turn(double radians, int axis) {}

    /** A turn of the axes, with its angle converted to radians as by SPICE's {@code CONVRT}: via degrees. */
    private static Turn turn(double arcseconds, int axis) {
        return new Turn(arcseconds * (1.0 / 3600.0) / (180.0 / Math.PI), axis);
    }

    /** {@return SPICE's id of the frame, as in segment descriptors} */
    public int id() {
        return id;
    }

    /** {@return SPICE's name of the frame, such as {@code ECLIPJ2000} or {@code DE-118}} */
    public String frameName() {
        return frameName;
    }

    /**
     * Finds a frame by number.
     *
     * @param id SPICE's frame id
     * @return the frame, empty if no built-in inertial frame has that id
     */
    public static Optional<InertialFrame> byId(int id) {
        return id >= 1 && id <= values().length ? Optional.of(values()[id - 1]) : Optional.empty();
    }

    /**
     * Finds a frame by name.
     *
     * @param name SPICE's name, in upper or lower case; {@code ICRF}, {@code ICRS} and {@code EME2000} are J2000
     * @return the frame
     * @throws UnknownNameException if there is none; suggests the nearest names
     */
    public static InertialFrame byName(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (ALIASES_OF_J2000.contains(upper)) {
            return J2000;
        }
        List<String> names = new ArrayList<>();
        for (InertialFrame frame : values()) {
            if (frame.frameName.equals(upper)) {
                return frame;
            }
            names.add(frame.frameName);
        }
        throw UnknownNameException.of("inertial frame", name, names);
    }

    /** Other common names for J2000. */
    static List<String> aliasesOfJ2000() {
        return ALIASES_OF_J2000;
    }

    /** Every rotation between two of them, multiplied as in {@code IRFROT}: indexed by from, then to. */
    private static final class Rotations {
        static final double[][][] ALL = all();

        private static double[][][] all() {
            double[][][] all = new double[COUNT][COUNT][];
            for (InertialFrame from : values()) {
                for (InertialFrame to : values()) {
                    all[from.id - 1][to.id - 1] = from == to
                            ? Matrix3.identity()
                            : Matrix3.times(to.fromJ2000, Matrix3.transpose(from.fromJ2000));
                }
            }
            return all;
        }
    }

    /**
     * Determines whether an id is that of an inertial frame.
     *
     * @param id SPICE's frame id
     * @return whether it is
     */
    public static boolean isInertial(int id) {
        return id >= 1 && id <= COUNT;
    }

    /**
     * The rotation from one of these frames to another, as SPICE's {@code IRFROT} gives it. Allocates nothing.
     *
     * @param from SPICE's number, 1 to 21
     * @param to SPICE's number, 1 to 21
     * @return 9 numbers row by row, owned by this class; must not be modified
     */
    static double[] rotation(int from, int to) {
        return Rotations.ALL[from - 1][to - 1];
    }

    /**
     * Rotates a state from one inertial frame to another in place. Allocates nothing.
     *
     * @param state six elements: x, y, z and their rates
     * @param from SPICE's id of the state's frame, 1 to 21
     * @param to SPICE's id of the target frame, 1 to 21
     * @throws IndexOutOfBoundsException if {@code state} has fewer than six elements, or there are no such frames
     */
    public static void rotate(double[] state, int from, int to) {
        double[] m = rotation(from, to);
        Matrix3.multiply(m, state, 0);
        Matrix3.multiply(m, state, 3);
    }

    /**
     * Returns the rotation from this frame to J2000, as SPICE's {@code PXFORM} does.
     *
     * @return a new array of 9, row by row: {@code v(J2000) = R v(this)}
     */
    public double[] rotationToJ2000() {
        return rotation(id, ReferenceFrame.J2000).clone();
    }

    /**
     * Rotates a state from this frame to J2000, in place.
     *
     * @param state six elements: x, y, z and their rates, in any unit of length
     */
    public void toJ2000(double[] state) {
        if (isJ2000()) {
            return;
        }
        Matrix3.multiplyTransposed(fromJ2000, state, 0);
        Matrix3.multiplyTransposed(fromJ2000, state, 3);
    }

    /**
     * Rotates a state from J2000 to this frame, in place.
     *
     * @param state six elements: x, y, z and their rates, in any unit of length
     */
    public void fromJ2000(double[] state) {
        if (isJ2000()) {
            return;
        }
        Matrix3.multiply(fromJ2000, state, 0);
        Matrix3.multiply(fromJ2000, state, 3);
    }

    /** {@return whether no rotation is needed: J2000 itself, and the frames that equal it} */
    public boolean isJ2000() {
        return this == J2000 || this == DE_200 || this == DE_202;
    }
}
