#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/mutuals.csv: mutual events of Jupiter's moons, by jplephem's positions.

    /usr/bin/python3 src/test/python/mutuals.py > src/test/resources/orrery/ephemeris/mutuals.csv

Every ten minutes, and every minute where something is near, it is asked by how much the discs of two moons miss one
another as the Earth sees them, and, from that point of a moon's surface which is nearest to another's shadow, by how
much that moon's disc misses, or covers, the Sun's. Where a sign changes the second is found by bisection. Whether the
moon is behind Jupiter or in its shadow is asked of rays (moons.py).
"""
import numpy as np
from importlib.metadata import version
from itertools import permutations

import moons
from moons import DAY, LIGHT, ways

RADIUS = {501: 1821.49, 502: 1560.8, 503: 2631.2, 504: 2410.3}
SUN = 959.63 / 3600 * np.pi / 180 * 149597870.7


def at(body, et):
    return sum(s.compute(2451545.0, et / DAY)[:3] for s in ways[body])


def seen(body, here, et):
    then = et
    for _ in range(4):
        there = at(body, then)
        then = et - np.linalg.norm(there - here, axis=0) / LIGHT
    return there, then


def angle(a, b):
    return 2 * np.arcsin(np.linalg.norm(a / np.linalg.norm(a, axis=0) - b / np.linalg.norm(b, axis=0), axis=0) / 2)


def hides(front, moon, et):
    """How far the discs miss one another, for the nearer before the farther only."""
    earth = at(399, et)
    a = seen(front, earth, et)[0] - earth
    b = seen(moon, earth, et)[0] - earth
    da, db = np.linalg.norm(a, axis=0), np.linalg.norm(b, axis=0)
    return angle(a, b) - np.arcsin(RADIUS[front] / da) - np.arcsin(RADIUS[moon] / db), da < db


def darkens(front, moon, et, umbra):
    """From the place on the moon that is nearest to the shadow: how far the other's disc misses the Sun's, or covers it."""
    b, left = seen(moon, at(399, et), et)
    a = seen(front, b, left)[0]
    s = seen(10, b, left)[0]
    axis = (a - s) / np.linalg.norm(a - s, axis=0)
    aside = (a - b) - np.sum((a - b) * axis, axis=0) * axis
    off = np.linalg.norm(aside, axis=0)
    place = b + aside / off * np.minimum(RADIUS[moon], off)
    disc = np.arcsin(RADIUS[front] / np.linalg.norm(a - place, axis=0))
    sun = np.arcsin(SUN / np.linalg.norm(s - place, axis=0))
    apart = angle(a - place, s - place)
    nearer = np.linalg.norm(a - s, axis=0) < np.linalg.norm(b - s, axis=0)
    # In the umbra the Sun's disc is within the other; beyond its tip the other is within the Sun's, and apart - (disc - sun) > 0.
    return (apart - (disc - sun) if umbra else apart - disc - sun), nearer


def zeros(f, coarse, reach):
    near = np.nonzero(np.abs(f(coarse)[0]) < reach)[0]
    starts = sorted({i for j in near for i in (j - 1, j) if 0 <= i < len(coarse) - 1})
    for i in starts:
        yield from changes(f, np.linspace(coarse[i], coarse[i + 1], 11))


def changes(f, grid):
    value, right = f(grid)
    places = np.nonzero(((value[1:] < 0) != (value[:-1] < 0)) & right[1:])[0]
    for i in places:
        a, b = grid[i], grid[i + 1]
        inside = value[i] < 0
        while b - a > 0.05:
            m = (a + b) / 2
            if (f(np.array([m]))[0][0] < 0) == inside:
                a = m
            else:
                b = m
        yield (a + b) / 2, int(not inside)


def main():
    moons.load('galilean_moons_2014.bsp')
    print('# NAIF ids of the moon in front and of the one hidden or darkened; 0 occultation, 1 penumbra, 2 umbra; 1 begins, 0 ends;')
    print('# TDB seconds past J2000.')
    print(f'# By jplephem {version("jplephem")}, src/test/python/mutuals.py.')
    start = 5417.5 * DAY  # 2014-11-01
    grid = np.arange(start, start + 25 * DAY + 1, 600)
    rows = []
    for front, moon in permutations(RADIUS, 2):
        for which in range(3):
            f = (lambda t: hides(front, moon, t)) if which == 0 else (lambda t: darkens(front, moon, t, which == 2))
            # As two moons move against each other by at most 40 km/s: seen from the Earth, and from each other.
            for et, begins in zeros(f, grid, 40 * 600 / 6e8 if which == 0 else 0.2):
                dark, behind = moons.answers(moon, et)[:2]
                if not dark and not behind:
                    rows.append((et, front, moon, which, begins))
    for et, front, moon, which, begins in sorted(rows):
        print(f'{front},{moon},{which},{begins},{et:.2f}')


if __name__ == '__main__':
    main()
