#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/phenomena.csv.

Transits, seasons, stations, quadratures, dichotomies, brilliancies, nodes and ring-plane crossings, found apart from the
program, on the same kernel, with skyfield's searches, places and magnitudes (Debian: python3-skyfield): steps of fixed length,
apparent places with IAU 2000A nutation. Run from the project's directory (some minutes):

    /usr/bin/python3 src/test/python/phenomena.py > src/test/resources/orrery/ephemeris/phenomena.csv
"""
import numpy
import skyfield
from skyfield import almanac
from skyfield.api import load, load_file
from skyfield.magnitudelib import _venus_magnitude
from skyfield.searchlib import find_discrete, find_minima

AU = 149597870.7
SUN = AU * numpy.sin(numpy.radians(959.63 / 3600))
RADII = {1: 2440.53, 2: 6051.8}
FINE = 0.005 / 86400

kernel = load_file('kernels/orrery_1900_2100.bsp')
ts = load.timescale()
earth, sun, moon = kernel['earth'], kernel['sun'], kernel['moon']
PLANETS = [1, 2, 4, 5, 6, 7, 8, 9]


def et(t):
    return float((t.whole - 2451545.0 + t.tdb_fraction) * 86400)


def row(kind, body, other, t, value):
    print(f'{kind},{body},{other},{et(t):.3f},{float(value):.10g}')


def longitude(body, t):
    return earth.at(t).observe(body).apparent().ecliptic_latlon(t)[1].radians


def apart(body, t):
    return (longitude(body, t) - longitude(sun, t)) % (2 * numpy.pi)


def separation(body, t):
    """Of the body and the Sun, radians."""
    at = earth.at(t)
    return at.observe(body).apparent().separation_from(at.observe(sun).apparent()).radians


def changes(f, t0, t1, step):
    """Where a truth value changes, and to what."""
    f.step_days = step
    return zip(*find_discrete(t0, t1, f, epsilon=FINE))


def transits(t0, t1):
    for n in (1, 2):
        body = kernel[n]

        def gap(t, radius, body=body):
            at = earth.at(t)
            p, s = at.observe(body).apparent(), at.observe(sun).apparent()
            rims = numpy.arcsin(SUN / s.distance().km) + numpy.arcsin(radius / p.distance().km)
            return p.separation_from(s).radians - rims

        def inferior(t, body=body):
            at = earth.at(t)
            return at.observe(body).distance().km < at.observe(sun).distance().km

        def miss(t, body=body):
            return separation(body, t)

        miss.step_days = 2
        times, values = find_minima(t0, t1, miss, epsilon=FINE)
        before = -numpy.inf
        for t, value in zip(times, values):
            # Where two of its points are equal to a rounding, skyfield tells a minimum twice.
            twice, before = t.tdb - before < 1, t.tdb
            if twice or gap(t, RADII[n]) > 0 or not inferior(t):
                continue
            row('GREATEST_TRANSIT', n, 10, t, numpy.degrees(value))
            a, b = ts.tdb_jd(t.tdb - 0.5), ts.tdb_jd(t.tdb + 0.5)
            for sign, first, last in ((1, 'BEGINS', 'ENDS'), (-1, 'FULLY_IN', 'LEAVES')):
                for c, out in changes(lambda t, s=sign: gap(t, s * RADII[n]) > 0, a, b, 0.002):
                    row('TRANSIT_' + (last if out else first), n, 10, c, numpy.degrees(miss(c)))


def seasons(t0, t1):
    names = ['MARCH_EQUINOX', 'JUNE_SOLSTICE', 'SEPTEMBER_EQUINOX', 'DECEMBER_SOLSTICE']
    for t, k in zip(*find_discrete(t0, t1, almanac.seasons(kernel), epsilon=FINE)):
        row(names[k], 10, 399, t, earth.at(t).observe(sun).apparent().distance().km)


def stations(t0, t1):
    for n in PLANETS:
        body = kernel[n]

        def back(t, body=body):
            h = 0.003
            later, earlier = longitude(body, ts.tdb_jd(t.tdb + h)), longitude(body, ts.tdb_jd(t.tdb - h))
            return numpy.sin(later - earlier) < 0

        for t, value in changes(back, t0, t1, 3):
            degrees = numpy.degrees(longitude(body, t)) % 360
            row('STATION_RETROGRADE' if value else 'STATION_DIRECT', n, 399, t, degrees)


def quadratures(t0, t1):
    for n in PLANETS[2:]:
        body = kernel[n]
        for t, value in changes(lambda t, b=body: numpy.cos(apart(b, t)) > 0, t0, t1, 5):
            east = numpy.sin(apart(body, t)) > 0
            phase = numpy.degrees(numpy.arccos(lit(body, t)))
            row(('EASTERN' if east else 'WESTERN') + '_QUADRATURE', n, 10, t, phase)


def lit(body, t):
    """The cosine of the phase angle, from skyfield's vectors."""
    seen = earth.at(t).observe(body)
    to_earth = -seen.position.km
    left = ts.tdb_jd(t.tdb - seen.light_time)
    to_sun = body.at(left).observe(sun).position.km
    norm = numpy.sqrt((to_earth**2).sum(axis=0) * (to_sun**2).sum(axis=0))
    return (to_earth * to_sun).sum(axis=0) / norm


def phases(t0, t1):
    for n in (1, 2):
        body = kernel[n]
        for t, value in changes(lambda t, b=body: lit(b, t) > 0, t0, t1, 3):
            east = numpy.sin(apart(body, t)) > 0
            row(('EVENING' if east else 'MORNING') + '_DICHOTOMY', n, 10, t, numpy.degrees(separation(body, t)))
    venus = kernel[2]

    def brightness(t):
        # Skyfield 1.45 takes the phase angle of another triangle; its law is taken, and the angle from its vectors.
        seen = earth.at(t).observe(venus)
        far = venus.at(ts.tdb_jd(t.tdb - seen.light_time)).observe(sun).distance().au
        return _venus_magnitude(far, seen.distance().au, numpy.degrees(numpy.arccos(lit(venus, t))))

    def fading(t, h=0.01):
        return brightness(ts.tdb_jd(t.tdb + h)) > brightness(ts.tdb_jd(t.tdb - h))

    for t, fades in changes(fading, t0, t1, 5):
        if not fades:
            continue
        east = numpy.sin(apart(venus, t)) > 0
        # A crescent is meant, and not what the haze does near inferior conjunction.
        if numpy.cos(numpy.radians(163.7)) < lit(venus, t) < 0:
            row('GREATEST_BRILLIANCY_' + ('EVENING' if east else 'MORNING'), 2, 399, t, brightness(t))


def of_date(v, t):
    """A vector of ICRF on the mean ecliptic and equinox of date (IAU 2006, ERFA: by its own angles)."""
    import erfa

    out = []
    for jd, column in zip(numpy.atleast_1d(t.tdb), numpy.atleast_2d(v.T)):
        out.append(erfa.ecm06(jd, 0.0) @ column)
    return numpy.array(out).T


def nodes(pairs, t0, t1, step):
    for n, body, around, center in pairs:

        def north(t, body=body, around=around):
            return of_date((body - around).at(t).position.km, t)[2] > 0

        for t, up in changes(north, t0, t1, step):
            v = of_date((body - around).at(t).position.km, t)[:, 0]
            degrees = numpy.degrees(numpy.arctan2(v[1], v[0])) % 360
            row('ASCENDING_NODE' if up else 'DESCENDING_NODE', n, center, t, degrees)


def rings(t0, t1):
    saturn = kernel[6]

    def latitude(t, of_sun):
        seen = earth.at(t).observe(saturn)
        left = ts.tdb_jd(t.tdb - seen.light_time)
        c = (left.tdb - 2451545.0) / 36525
        ra, dec = numpy.radians(40.589 - 0.036 * c), numpy.radians(83.537 - 0.004 * c)
        pole = numpy.array([numpy.cos(dec) * numpy.cos(ra), numpy.cos(dec) * numpy.sin(ra), numpy.sin(dec)])
        to = saturn.at(left).observe(sun).position.km if of_sun else -seen.position.km
        return numpy.degrees(numpy.arcsin((to * pole).sum(axis=0) / numpy.sqrt((to**2).sum(axis=0))))

    for of_sun, kind, other in ((True, 'SUN_CROSSES_RINGS', 10), (False, 'EARTH_CROSSES_RINGS', 399)):
        for t, up in changes(lambda t, s=of_sun: latitude(t, s) > 0, t0, t1, 5):
            row(kind, 6, other, t, latitude(t, not of_sun))


def main():
    version = '.'.join(map(str, skyfield.VERSION))
    print(f'# Phenomena by skyfield {version} on kernels/orrery_1900_2100.bsp: kind, body, other, TDB seconds past J2000, and the')
    print('# angle (degrees), distance (km) or magnitude. By src/test/python/phenomena.py.')
    century = ts.tdb(1900, 1, 1), ts.tdb(2100, 1, 1)
    part = ts.tdb(2000, 1, 1), ts.tdb(2030, 1, 1)
    transits(*century)
    seasons(*century)
    stations(*part)
    quadratures(*part)
    phases(*part)
    nodes([(n, kernel[n], sun, 10) for n in PLANETS], ts.tdb(1950, 1, 1), ts.tdb(2050, 1, 1), 10)
    nodes([(301, moon, earth, 399)], ts.tdb(2019, 1, 1), ts.tdb(2023, 1, 1), 3)
    rings(*century)


main()
