#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/events.csv.

Events of the sky found apart from the program, on the same kernel, with skyfield's own searches (Debian: python3-skyfield):
steps of fixed length, apparent places with IAU 2000A nutation, deflection by Sun, Jupiter and Saturn. Run from the
project's directory (some minutes):

    /usr/bin/python3 src/test/python/events.py > src/test/resources/orrery/ephemeris/events.csv
"""
import itertools

import skyfield
from skyfield import almanac
from skyfield.api import load, load_file
from skyfield.searchlib import find_discrete, find_maxima

kernel = load_file('kernels/orrery_1900_2100.bsp')
ts = load.timescale()
earth, sun, moon = kernel['earth'], kernel['sun'], kernel['moon']
PLANETS = [1, 2, 4, 5, 6, 7, 8, 9]


def longitude(body, t):
    return earth.at(t).observe(body).apparent().ecliptic_latlon(t)[1].degrees


def et(t):
    return float((t.whole - 2451545.0 + t.tdb_fraction) * 86400)


def row(kind, body, other, t, value):
    print(f'{kind},{body},{other},{et(t):.3f},{float(value):.12g}')


def separation(a, b, t):
    e = earth.at(t)
    return e.observe(a).apparent().separation_from(e.observe(b).apparent()).degrees


def crossings(a, b, t0, t1, step):
    def side(t):
        return (longitude(a, t) - longitude(b, t)) % 360 > 180

    side.step_days = step
    times, _ = find_discrete(t0, t1, side, epsilon=0.01 / 86400)
    for t in times:
        apart = (longitude(a, t) - longitude(b, t) + 90) % 360 - 90
        yield t, abs(apart) < 90


def distance(a, b, t):
    return (a - b).at(t).distance().km


def turns(a, b, t0, t1, step):
    """When two bodies are nearest (true) and farthest (false)."""

    def receding(t):
        state = (a - b).at(t)
        return (state.position.km * state.velocity.km_per_s).sum(axis=0) > 0

    receding.step_days = step
    times, values = find_discrete(t0, t1, receding, epsilon=0.1 / 86400)
    return zip(times, values)


def main():
    version = '.'.join(map(str, skyfield.VERSION))
    print(f'# Events of the sky by skyfield {version} on kernels/orrery_1900_2100.bsp: kind, body, other, TDB seconds past')
    print('# J2000, and the angle (degrees) or distance (km). By src/test/python/events.py.')
    t0, t1 = ts.tdb(2000, 1, 1), ts.tdb(2030, 1, 1)
    for n in PLANETS:
        for t, together in crossings(kernel[n], sun, t0, t1, 3.0):
            if not together:
                row('OPPOSITION', n, 10, t, separation(kernel[n], sun, t))
                continue
            e = earth.at(t)
            inferior = e.observe(kernel[n]).distance().km < e.observe(sun).distance().km
            row('INFERIOR_CONJUNCTION' if inferior else 'SUPERIOR_CONJUNCTION', n, 10, t, separation(kernel[n], sun, t))
    for n in (1, 2):

        def elongation(t, n=n):
            return separation(kernel[n], sun, t)

        elongation.step_days = 5
        for t in find_maxima(t0, t1, elongation, epsilon=1 / 86400)[0]:
            east = (longitude(kernel[n], t) - longitude(sun, t)) % 360 < 180
            row('GREATEST_ELONGATION_' + ('EAST' if east else 'WEST'), n, 10, t, elongation(t))
    s0, s1 = ts.tdb(2015, 1, 1), ts.tdb(2025, 1, 1)
    for a, b in itertools.combinations(PLANETS, 2):
        for t, together in crossings(kernel[a], kernel[b], s0, s1, 1.0):
            if together:
                row('CONJUNCTION', a, b, t, separation(kernel[a], kernel[b], t))
    for n, body in [(p, kernel[p]) for p in PLANETS] + [(399, earth)]:
        for t, near in turns(body, sun, t0, t1, 4):
            row('PERIHELION' if near else 'APHELION', n, 10, t, distance(body, sun, t))
        if n != 399:
            for t, near in turns(body, earth, t0, t1, 4):
                if near:
                    row('CLOSEST_APPROACH', n, 399, t, distance(body, earth, t))
    m0, m1 = ts.tdb(2019, 1, 1), ts.tdb(2023, 1, 1)
    for t, near in turns(moon, earth, m0, m1, 2):
        row('PERIAPSIS' if near else 'APOAPSIS', 301, 399, t, distance(moon, earth, t))
    names = ['NEW_MOON', 'FIRST_QUARTER', 'FULL_MOON', 'LAST_QUARTER']
    times, phases = find_discrete(m0, m1, almanac.moon_phases(kernel), epsilon=0.01 / 86400)
    for t, phase in zip(times, phases):
        row(names[phase], 301, 10, t, earth.at(t).observe(moon).apparent().distance().km)

main()
