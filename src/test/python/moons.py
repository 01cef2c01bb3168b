#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/moons.csv: phenomena of Jupiter's moons, by rays through jplephem's positions.

    /usr/bin/python3 src/test/python/moons.py > src/test/resources/orrery/ephemeris/moons.csv

Every ten minutes it is asked whether a ray of light meets the spheroid of Jupiter: from the moon to the Earth, from the Sun to the
moon, from the moon on to the planet and from there to the Earth or to the Sun. Where the answer changes the second is found by
bisection. No angle and nothing of the program's own search is in it.
"""
import numpy as np
from importlib.metadata import version

from jplephem.spk import SPK

A, C = 71492.0, 66854.0
LIGHT, DAY = 299792.458, 86400.0
planets = SPK.open('kernels/orrery_1900_2100.bsp')
ways = {10: [planets[0, 10]], 399: [planets[0, 3], planets[3, 399]]}


def load(name):
    """The moons of a kernel beside the tests."""
    moons = SPK.open(f'src/test/resources/orrery/ephemeris/{name}')
    ways.update({s.target: [planets[0, 5], s] for s in moons.segments})


def at(body, et):
    return sum(s.compute(2451545.0, et / DAY)[:3] for s in ways[body])


def seen(body, here, et):
    """Where light left a body that is here at et, and when."""
    then = et
    for _ in range(6):
        there = at(body, then)
        then = et - np.linalg.norm(there - here) / LIGHT
    return there, then


def pole(et):
    """pck00011.tpc."""
    t = et / DAY / 36525
    n = np.radians([99.360714 + 4850.4046 * t, 175.895369 + 1191.9605 * t, 300.323162 + 262.5475 * t,
                    114.012305 + 6070.2476 * t, 49.511251 + 64.3 * t])
    ra = 268.056595 - 0.006499 * t + np.dot([0.000117, 0.000938, 0.001432, 0.00003, 0.00215], np.sin(n))
    dec = 64.495303 + 0.002413 * t + np.dot([0.00005, 0.000404, 0.000617, -0.000013, 0.000926], np.cos(n))
    ra, dec = np.radians([ra, dec])
    return np.array([np.cos(dec) * np.cos(ra), np.cos(dec) * np.sin(ra), np.sin(dec)])


def meets(start, way, et):
    """Where a ray, relative to the planet's middle, first meets its surface; None where it passes or where it has been."""
    k = pole(et)
    s = start + (A / C - 1) * np.dot(start, k) * k
    w = way + (A / C - 1) * np.dot(way, k) * k
    a, b, c = np.dot(w, w), np.dot(s, w), np.dot(s, s) - A * A
    root = b * b - a * c
    if root < 0 or -b - np.sqrt(root) < 0:
        return None
    return start + way * (-b - np.sqrt(root)) / a


def faces(spot, somebody, et):
    """Whether somebody stands above the horizon of a place on the spheroid."""
    k = pole(et)
    normal = spot - np.dot(spot, k) * k + (A / C) ** 2 * np.dot(spot, k) * k
    return np.dot(normal, somebody - spot) > 0


def answers(moon, et):
    earth = at(399, et)
    m, left = seen(moon, earth, et)
    p, passed = seen(599, earth, et)
    sun, _ = seen(10, p, passed)
    beyond = np.linalg.norm(m - earth) > np.linalg.norm(p - earth)
    behind = beyond and meets(earth - p, m - earth, passed) is not None
    before = False
    if not beyond:
        spot = meets(m - p, m - earth, passed)
        before = spot is not None and faces(spot, sun - p, passed)
    # Light reaches the moon at left: the planet stood in its way a little before.
    q, then = seen(599, m, left)
    s, _ = seen(10, m, left)
    away = meets(m - q, s - m, then)
    dark = away is not None
    # The shadow that falls on the planet at passed left the moon a little before.
    n, _ = seen(moon, p, passed)
    spot = meets(n - p, n - sun, passed)
    shadow = spot is not None and faces(spot, earth - p, passed)
    return np.array([dark, behind, before, shadow])


def between(moon, which, a, b):
    first = answers(moon, a)[which]
    while b - a > 0.005:
        m = (a + b) / 2
        if answers(moon, m)[which] == first:
            a = m
        else:
            b = m
    return (a + b) / 2


def main():
    load('galilean_moons.bsp')
    print('# NAIF id; 0 eclipse, 1 occultation, 2 transit, 3 shadow; 1 begins, 0 ends; TDB seconds past J2000.')
    print(f'# By jplephem {version("jplephem")}, src/test/python/moons.py.')
    start = 5843.5 * DAY  # 2016-01-01
    end = start + 9 * DAY
    rows = []
    for moon in (501, 502, 503, 504):
        last = answers(moon, start)
        for et in np.arange(start + 600, end + 1, 600):
            now = answers(moon, et)
            for which in np.nonzero(now != last)[0]:
                when = between(moon, which, et - 600, et)
                dark, behind = answers(moon, when)[:2]
                if not (which == 0 and behind) and not (which == 1 and dark):
                    rows.append((when, moon, which, int(now[which])))
            last = now
    for when, moon, which, begins in sorted(rows):
        print(f'{moon},{which},{begins},{when:.2f}')


if __name__ == '__main__':
    main()
