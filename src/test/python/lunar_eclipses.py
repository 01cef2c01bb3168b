#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/lunar_eclipses.csv.

The lunar eclipses of 1901 to 2099, found apart from the program, on the same kernel, with skyfield's apparent places of Sun
and Moon (Debian: python3-skyfield): from full Moon the instant at which the Moon is nearest to the point opposite the Sun, and
its magnitudes with Danjon's enlargement of the shadow and the Moon's radius k = 0.272508, as in Espenak and Meeus' Five
Millennium Canon of Lunar Eclipses. Run from the project's directory:

    /usr/bin/python3 src/test/python/lunar_eclipses.py > src/test/resources/orrery/ephemeris/lunar_eclipses.csv
"""
import numpy
import skyfield
from skyfield import almanac
from skyfield.api import load, load_file
from skyfield.searchlib import find_minima

EARTH, SUN = 6378.1366, 149597870.7 * numpy.sin(numpy.radians(959.63 / 3600))
MOON = 0.272508 * EARTH
AIR = 1 + 1 / 85 - 1 / 594

kernel = load_file('kernels/orrery_1900_2100.bsp')
ts = load.timescale()
earth, sun, moon = kernel['earth'], kernel['sun'], kernel['moon']


def places(t):
    at = earth.at(t)
    return at.observe(moon).apparent().position.km, at.observe(sun).apparent().position.km


def length(v):
    return numpy.sqrt((v * v).sum(axis=0))


def off(t):
    """The angle between the Moon and the point opposite the Sun."""
    m, s = places(t)
    return 2 * numpy.arcsin(length(m / length(m) + s / length(s)) / 2)


def magnitudes(t):
    m, s = places(t)
    m, s = length(m), length(s)
    shadow = AIR * numpy.arcsin(EARTH / m) + numpy.arcsin(EARTH / s)
    r, rs = numpy.arcsin(MOON / m), numpy.arcsin(SUN / s)
    away = off(t)
    return (shadow - rs + r - away) / (2 * r), (shadow + rs + r - away) / (2 * r)


def main():
    version = '.'.join(map(str, skyfield.VERSION))
    print(f'# Lunar eclipses with skyfield {version} on kernels/orrery_1900_2100.bsp: TDB seconds past J2000 of the greatest')
    print('# eclipse, magnitude (in the umbra, else in the penumbra), type. By src/test/python/lunar_eclipses.py.')
    times, phases = almanac.find_discrete(ts.tdb(1901, 1, 1), ts.tdb(2100, 1, 1), almanac.moon_phases(kernel))
    off.step_days = 0.02
    for t, phase in zip(times, phases):
        if phase != 2 or off(t) > 0.04:
            continue
        found, values = find_minima(ts.tdb_jd(t.tdb - 0.2), ts.tdb_jd(t.tdb + 0.2), off, epsilon=0.01 / 86400)
        at = found[int(numpy.argmin(values))]
        dark, dim = magnitudes(at)
        if dim > 0:
            kind = 'TOTAL' if dark >= 1 else 'PARTIAL' if dark > 0 else 'PENUMBRAL'
            et = float((at.whole - 2451545.0 + at.tdb_fraction) * 86400)
            print(f'{et:.3f},{dark if dark > 0 else dim:.6f},{kind}')


main()
