#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/solar_eclipses.csv.

The solar eclipses of 1901 to 2099, found apart from the program, on the same kernel, with skyfield's apparent places of Sun
and Moon (Debian: python3-skyfield): from new Moon the instant at which the axis of the Moon's shadow passes nearest to the
Earth's center, and Bessel's elements there (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 11.3; the
Moon's radii k = 0.272508 for the penumbra and 0.272281 for the umbra, as in Espenak and Meeus' canon). Run from the
project's directory:

    /usr/bin/python3 src/test/python/solar_eclipses.py > src/test/resources/orrery/ephemeris/solar_eclipses.csv
"""
import numpy
import skyfield
from skyfield import almanac
from skyfield.api import load, load_file
from skyfield.searchlib import find_minima

EARTH, SUN, FLATTENING = 6378.1366, 149597870.7 * numpy.sin(numpy.radians(959.63 / 3600)), 1 / 298.257
PENUMBRA, UMBRA = 0.272508 * EARTH, 0.272281 * EARTH

kernel = load_file('kernels/orrery_1900_2100.bsp')
ts = load.timescale()
earth, sun, moon = kernel['earth'], kernel['sun'], kernel['moon']


def axis(t):
    """Sun and Moon as seen from the Earth's center, and the way from the Moon to the Sun, km."""
    at = earth.at(t)
    s = at.observe(sun).apparent().position.km
    m = at.observe(moon).apparent().position.km
    g = s - m
    return m, g, numpy.sqrt((g * g).sum(axis=0))


def miss(t):
    """How far the shadow's axis passes from the Earth's center, equatorial radii."""
    m, g, length = axis(t)
    along = (m * g).sum(axis=0) / length
    return numpy.sqrt((m * m).sum(axis=0) - along * along) / EARTH


def height(foot, k, pole):
    """Where the axis enters the spheroid, above the plane through its center, km: by halving. 0 where it misses."""

    def outside(h):
        p = foot + h * k
        up = p @ pole
        return p @ p - up * up + (up / (1 - FLATTENING)) ** 2 > EARTH**2

    heights = numpy.linspace(0, EARTH, 20001)
    inside = [h for h in heights if not outside(h)]
    if not inside:
        return 0.0
    low, high = inside[-1], inside[-1] + EARTH / 20000
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if outside(middle) else (middle, high)
    return low


def gamma_and_type(t):
    m, g, length = axis(t)
    k = g / length
    foot = m - k * (m * k).sum()
    # The pole as it stands in the true equator of date.
    pole = t.M.T @ numpy.array([0.0, 0.0, 1.0])
    north = pole - k * (pole * k).sum()
    gamma = miss(t) * (1 if (foot * north).sum() > 0 else -1)
    z = (m * k).sum() / EARTH
    tan1 = (SUN + PENUMBRA) / numpy.sqrt(length**2 - (SUN + PENUMBRA) ** 2)
    tan2 = (SUN - UMBRA) / numpy.sqrt(length**2 - (SUN - UMBRA) ** 2)
    l1 = z * tan1 + PENUMBRA / EARTH
    l2 = z * tan2 - UMBRA / EARTH
    # The Earth's outline along the line from its center to the axis: an ellipse.
    declination = numpy.arcsin((k * pole).sum())
    along_north = (foot * north).sum() / numpy.sqrt((foot * foot).sum() * (north * north).sum())
    polar = 1 - FLATTENING * numpy.cos(declination) ** 2
    rim = 1 / numpy.sqrt(1 - along_north**2 + (along_north / polar) ** 2)
    off = abs(gamma)
    if off > rim + l1:
        return gamma, None
    if off > rim + abs(l2):
        return gamma, 'PARTIAL'
    nearest = l2 - height(foot, k, pole) / EARTH * tan2
    if l2 < 0:
        return gamma, 'TOTAL'
    return gamma, 'ANNULAR' if nearest > 0 else 'HYBRID'


def main():
    version = '.'.join(map(str, skyfield.VERSION))
    print(f'# Solar eclipses by skyfield {version} on kernels/orrery_1900_2100.bsp: TDB seconds past J2000 of the greatest')
    print('# eclipse, gamma, type. By src/test/python/solar_eclipses.py.')
    t0, t1 = ts.tdb(1901, 1, 1), ts.tdb(2100, 1, 1)
    times, phases = almanac.find_discrete(t0, t1, almanac.moon_phases(kernel))
    miss.step_days = 0.02
    for t, phase in zip(times, phases):
        if phase != 0 or miss(t) > 2:
            continue
        found, values = find_minima(ts.tdb_jd(t.tdb - 0.2), ts.tdb_jd(t.tdb + 0.2), miss, epsilon=0.01 / 86400)
        at = found[int(numpy.argmin(values))]
        gamma, kind = gamma_and_type(at)
        if kind:
            et = float((at.whole - 2451545.0 + at.tdb_fraction) * 86400)
            print(f'{et:.3f},{gamma:.6f},{kind}')


main()
