#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/occultations.csv: occultations, and solar eclipses for places, by skyfield.

    /usr/bin/python3 src/test/python/occultations.py > src/test/resources/orrery/ephemeris/occultations.csv

The separation of proper places is sampled evenly, each least one that may be a meeting is narrowed down, and the contacts on both
sides of it are found by bisection. Nothing of the program's own search is in it.
"""
import numpy as np
import skyfield
from skyfield.api import load, load_file, wgs84

kernel = load_file('kernels/orrery_1900_2100.bsp')
ts = load.timescale(builtin=True)
DAY, AU, EARTH = 86400.0, 149597870.7, 6378.1366
RADII = {10: 695989.2, 301: 0.272508 * EARTH, 199: 2440.53, 299: 6051.8, 4: 3396.19, 5: 71492.0, 6: 60268.0, 7: 25559.0,
         8: 24764.0}
UMBRA = 0.272281 * EARTH
earth = kernel['earth']


def at(et):
    return ts.tdb_jd(2451545.0 + np.asarray(et) / DAY)


def seen(here, body, et):
    p = here.at(at(et)).observe(kernel[body]).apparent().position.km
    return p, np.sqrt((p * p).sum(axis=0))


def gap(here, a, b, et, ra, rb, inner=False):
    p, d = seen(here, a, et)
    q, e = seen(here, b, et)
    u, v = p / d, q / e
    angle = 2 * np.arctan2(np.sqrt(((u - v) ** 2).sum(axis=0)), np.sqrt(((u + v) ** 2).sum(axis=0)))
    x, y = np.arcsin(ra / d), np.arcsin(rb / e)
    return angle - (abs(x - y) if inner else x + y)


def zero(f, a, b):
    fa = f(a)
    for _ in range(40):
        m = (a + b) / 2
        fm = f(m)
        if (fm < 0) == (fa < 0):
            a, fa = m, fm
        else:
            b = m
    return (a + b) / 2


def least(f, a, b):
    g = (np.sqrt(5) - 1) / 2
    c, d = b - g * (b - a), a + g * (b - a)
    fc, fd = f(c), f(d)
    while b - a > 0.2:
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - g * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + g * (b - a)
            fd = f(d)
    return (a + b) / 2


def meetings(here, a, b, start, end, step, reach):
    """Prints contacts of discs a and b as seen from a place, 0 outer, 1 inner, 2 the least angle."""
    ra, rb = RADII[a], RADII[b]
    for chunk in np.arange(start, end, 4000 * step):
        et = np.arange(chunk - step, min(chunk + 4000 * step, end) + 2 * step, step)
        g = gap(here, a, b, et, ra, rb)
        for i in np.nonzero((g[1:-1] < g[:-2]) & (g[1:-1] <= g[2:]) & (g[1:-1] < reach))[0] + 1:
            f = lambda t: float(gap(here, a, b, t, ra, rb))
            middle = least(lambda t: float(gap(here, a, b, t, 0, 0)), et[i - 1], et[i + 1])
            if not (start <= middle < end) or not chunk <= middle < chunk + 4000 * step:
                continue
            if f(middle) < 0:
                yield 2, middle
                yield 0, zero(f, middle - reach_time(reach, step), middle)
                yield 0, zero(f, middle, middle + reach_time(reach, step))
                h = lambda t: float(gap(here, a, b, t, UMBRA if a == 301 and b == 10 else ra, rb, True))
                if h(middle) < 0:
                    yield 1, zero(h, middle - reach_time(reach, step), middle)
                    yield 1, zero(h, middle, middle + reach_time(reach, step))


def reach_time(reach, step):
    return 3 * step


print('# site (0 the center of the Earth, 1 to 3 places), NAIF ids, 0 outer contact, 1 inner, 2 least angle; TDB seconds past')
print(f'# J2000. By skyfield {".".join(map(str, skyfield.VERSION))}, src/test/python/occultations.py.')
SITES = [None, (-96.797, 32.777, 130.0), (13.3667, 52.5, 34.0), (-3.6833, 40.4, 650.0)]
year = 365.25 * DAY


def tell(site, a, b, found):
    for kind, et in sorted(found, key=lambda x: x[1]):
        print(f'{site},{a},{b},{kind},{et:.2f}')


planets = [199, 299, 4, 5, 6, 7, 8]
for planet in planets:
    tell(0, 301, planet, meetings(earth, 301, planet, 20 * year, 25 * year, 7200.0, 0.02))
for i, a in enumerate(planets):
    for b in planets[i + 1:]:
        tell(0, a, b, meetings(earth, a, b, 64 * year, 95 * year, 12 * 3600.0, 0.03))
for site in (1, 2, 3):
    lon, lat, height = SITES[site]
    here = earth + wgs84.latlon(lat, lon, height)
    tell(site, 301, 10, meetings(here, 301, 10, 10 * year, 22 * year, 7200.0, 0.02))
    if site == 2:
        for planet in planets:
            tell(site, 301, planet, meetings(here, 301, planet, 18 * year, 21 * year, 3600.0, 0.02))
