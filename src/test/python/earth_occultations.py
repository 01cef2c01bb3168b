#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/earth_occultations.csv: the planets hidden by the Moon somewhere on Earth.

    /usr/bin/python3 src/test/python/earth_occultations.py ORRERY > FILE

ORRERY is the program's command. It is asked for the places of the Moon and the planets seen from the Earth's center, on
the true equator of date, and for nothing else: the ground is searched point by point for the place from which the gap
between the discs is least, the planet above the horizon. There is no shadow, no axis and no plane in it.
"""
import subprocess
import sys
import numpy as np

KERNEL = 'kernels/orrery_1900_2100.bsp'
DAY, EARTH = 86400.0, 6378.1366
MOON = 0.272508 * EARTH
RADII = {199: 2440.53, 299: 6051.8, 4: 3396.19, 5: 71492.0, 6: 60268.0, 7: 25559.0, 8: 24764.0, 9: 1188.3}
A, F = 6378.137, 1 / 298.257223563
FROM, TO = -99 * 365.25 * DAY, 100 * 365.25 * DAY


def ask(rows):
    """The places of (body, et) pairs, km."""
    text = 'target,observer,place,et\n' + ''.join(f'{b},399,true-equator,{et!r}\n' for b, et in rows)
    answer = subprocess.run(sys.argv[1:] + ['state', '-k', KERNEL, '--queries', '-'], input=text, text=True,
                            stdout=subprocess.PIPE, check=True).stdout
    lines = [line for line in answer.splitlines() if line and not line.startswith(('#', 'target'))]
    return np.array([[float(x) for x in line.split(',')[4:7]] for line in lines])


def angle(u, v):
    u = u / np.linalg.norm(u, axis=-1, keepdims=True)
    v = v / np.linalg.norm(v, axis=-1, keepdims=True)
    return 2 * np.arctan2(np.linalg.norm(u - v, axis=-1), np.linalg.norm(u + v, axis=-1))


def gaps(moon, planet, radius, lat, lon):
    """The gap between the discs from places on the spheroid, radians; infinite where the planet is not up."""
    e2 = F * (2 - F)
    normal = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
    n = A / np.sqrt(1 - e2 * np.sin(lat) ** 2)
    ground = np.stack([n * normal[..., 0], n * normal[..., 1], n * (1 - e2) * normal[..., 2]], axis=-1)
    m, p = moon - ground, planet - ground
    gap = angle(m, p) - np.arcsin(MOON / np.linalg.norm(m, axis=-1)) - np.arcsin(radius / np.linalg.norm(p, axis=-1))
    return np.where((normal * p).sum(axis=-1) >= 0, gap, np.inf)


def least(moon, planet, radius):
    """The least gap from any place, and the latitude and right ascension of that place."""
    lat, lon = np.meshgrid(np.radians(np.arange(-90, 90.1, 4)), np.radians(np.arange(0, 360, 4)), indexing='ij')
    width = np.radians(4)
    for _ in range(5):
        g = gaps(moon, planet, radius, lat, lon)
        i = np.unravel_index(np.argmin(g), g.shape)
        best = g[i], lat[i], lon[i]
        side = np.linspace(-1.5 * width, 1.5 * width, 25)
        a, b = np.meshgrid(side, side / max(0.02, np.cos(best[1])), indexing='ij')
        lat, lon = best[1] + a, best[2] + b
        width /= 8
    return best


def main():
    bodies = list(RADII)
    step = DAY / 4
    found = []
    near = []
    chunk = 4000 * step
    start = FROM
    while start < TO:
        ets = np.arange(start - step, min(start + chunk, TO) + 2 * step, step)
        places = ask([(b, float(et)) for et in ets for b in [301] + bodies]).reshape(len(ets), -1, 3)
        for k, body in enumerate(bodies):
            s = angle(places[:, 0], places[:, k + 1])
            for i in np.nonzero((s[1:-1] < s[:-2]) & (s[1:-1] <= s[2:]))[0] + 1:
                if s[i] < np.radians(6):
                    near.append((body, ets[i]))
        start += chunk
    print(f'# passages: {len(near)}', file=sys.stderr)
    for at in range(0, len(near), 200):
        part = near[at:at + 200]
        fine = {}
        rows = [(b, et + d) for body, et in part for d in np.arange(-step, step + 1, 600) for b in (301, body)]
        places = ask([(b, float(et)) for b, et in rows]).reshape(len(part), -1, 2, 3)
        offsets = np.arange(-step, step + 1, 600)
        for (body, et), p in zip(part, places):
            s = angle(p[:, 0], p[:, 1])
            i = int(np.clip(np.argmin(s), 1, len(s) - 2))
            if s[i] < np.radians(2.2):
                fine[(body, float(et + offsets[i]))] = True
        rows = [(b, et + d) for body, et in fine for d in range(-1200, 1201, 120) for b in (301, body)]
        places = ask(rows).reshape(len(fine), -1, 2, 3)
        for (body, et), p in zip(fine, places):
            # The distance at which the line from the planet through the Moon passes the Earth's center.
            k = p[:, 1] - p[:, 0]
            k = k / np.linalg.norm(k, axis=-1, keepdims=True)
            off = np.linalg.norm(np.cross(p[:, 0], k), axis=-1)
            j = int(np.clip(np.argmin(off), 1, len(off) - 2))
            # Squared, the distance of a line that moves evenly is a parabola.
            y0, y1, y2 = off[j - 1] ** 2, off[j] ** 2, off[j + 1] ** 2
            instant = et - 1200 + 120 * (j + 0.5 * (y0 - y2) / (y0 - 2 * y1 + y2))
            results = [least(m, q, RADII[body]) for m, q in p[j - 1:j + 2]]
            if not FROM <= instant < TO:
                continue
            gap = np.degrees(min(r[0] for r in results)) * 3600
            if gap < 60:
                apart = np.degrees(angle(p[j, 0], p[j, 1]))
                found.append((instant, body, gap, np.degrees(results[1][1]), apart))
    # Where two parts of the span adjoin, a passage may be listed twice.
    found = sorted(set(found))
    print('# NAIF id of the planet; when the line through it and the Moon is nearest to the center of the Earth, TDB')
    print('# seconds past J2000; the least gap between the discs from any place, arcseconds: hidden if it is negative;')
    print("# the latitude of that place; the angle between the discs' middles at the nearest two minutes, degrees.")
    print('# By src/test/python/earth_occultations.py.')
    for instant, body, gap, lat, apart in found:
        print(f'{body},{instant:.1f},{gap:.2f},{lat:.2f},{apart:.4f}')


main()
