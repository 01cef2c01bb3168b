#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/proper_places.csv.

Where bodies are seen, reckoned apart from the program: states by jplephem from kernels/orrery_1900_2100.bsp, deflection,
aberration, precession and nutation by ERFA (Debian: python3-erfa, python3-jplephem). Run from the project's directory:

    /usr/bin/python3 src/test/python/proper_places.py > src/test/resources/orrery/ephemeris/proper_places.csv
"""
import erfa
import jplephem
import numpy as np
from jplephem.spk import SPK

C = 299792.458
AU = 149597870.7
DAY = 86400.0
kernel = SPK.open('kernels/orrery_1900_2100.bsp')
pairs = {segment.target: segment for segment in kernel.segments}


def state(body, et):
    """Position in km and velocity in km/s with respect to the solar-system barycenter."""
    p, v = np.zeros(3), np.zeros(3)
    while body != 0:
        segment = pairs[body]
        r, w = segment.compute_and_differentiate(2451545.0, et / DAY)
        p, v, body = p + r, v + w / DAY, segment.center
    return p, v


def norm(a):
    return np.sqrt(a @ a)


def proper(target, observer, et):
    """Light time in seconds, and the line of sight times the length of the light's way."""
    o, v = state(observer, et)
    light = 0.0
    for _ in range(12):
        seen = state(target, et - light)[0]
        light = norm(seen - o) / C
    p = (seen - o) / norm(seen - o)
    sun = state(10, et)[0]
    s = norm(o - sun) / AU
    if target != 10:
        passed = min(max(p @ (sun - o) / C, 0), light)
        sun = state(10, et - passed)[0]
        q = (seen - sun) / norm(seen - sun)
        em = norm(o - sun) / AU
        p = erfa.ld(1.0, p, q, (o - sun) / norm(o - sun), em, 1e-6 / max(em * em, 1))
    p = erfa.ab(p, v / C, s, np.sqrt(1 - (v / C) @ (v / C)))
    return light, p * light * C


def axes(et):
    days = et / DAY
    psi, eps = erfa.nut06a(2451545.0, days)
    mean, _, _, _, _, matrix = erfa.pn06(2451545.0, days, psi, eps)
    return matrix, erfa.rx(mean + eps, matrix)


def near_the_sun(target):
    """The three days of twenty years on which a body is seen nearest to the Sun, and beyond it."""
    found = []
    for day in range(-36500 // 10, 36500 // 10, 2):
        et = day * DAY
        o = state(399, et)[0]
        a, b = state(target, et)[0] - o, state(10, et)[0] - o
        if norm(a) > norm(b):
            found.append((np.arccos(a @ b / norm(a) / norm(b)), et))
    return [et for _, et in sorted(found)[:3]]


def main():
    random = np.random.default_rng(6)
    rows = []
    for target in (10, 199, 299, 301, 4, 5, 6, 7, 8, 9):
        observers = (399, 299, 4) if target != 4 else (399, 299)
        for observer in observers:
            if observer != target:
                rows += [(target, observer, float(np.round(et, 1))) for et in random.uniform(-3.1e9, 3.1e9, 5)]
        if target not in (10, 301):
            rows += [(target, 399, et) for et in near_the_sun(target)]
    print('# Where bodies are seen: target, observer, TDB seconds past J2000, light time (s), then km: proper place in ICRF,')
    print('# on the true equator and equinox of date, on the ecliptic of date. By src/test/python/proper_places.py with')
    print(f'# pyerfa {erfa.__version__} (ld, ab, nut06a, pn06) and jplephem {jplephem.__version__}.')
    for target, observer, et in rows:
        light, place = proper(target, observer, et)
        equator, ecliptic = axes(et)
        numbers = [light, *place, *(equator @ place), *(ecliptic @ place)]
        print(','.join([str(target), str(observer), repr(et)] + [repr(float(n)) for n in numbers]))


main()
