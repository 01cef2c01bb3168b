#!/usr/bin/python3
"""Makes src/test/resources/orrery/forge/differences.csv: how far the shipped kernel is from an excerpt of DE440s, by jplephem.

    /usr/bin/python3 src/test/python/differences.py > src/test/resources/orrery/forge/differences.csv

Positions and velocities are jplephem's, summed along the centers; angles are taken between unit vectors, by the length of
their difference; statistics are numpy's. Run it in the project's folder, with ../shared beside it.
"""
import importlib.metadata

import numpy as np
from jplephem.spk import SPK

OURS = 'kernels/orrery_1900_2100.bsp'
DE440S = '../shared/kernels/real/astronoby_de440s_2000_2030_excerpt.bsp'
J2000 = 2451545.0
DAY = 86400
LAST = 11300
MAS = np.degrees(1) * 3600e3


class Kernel:
    def __init__(self, file):
        self.segments = {segment.target: segment for segment in SPK.open(file).segments}

    def state(self, body, days):
        """km and km/s relative to the solar-system barycenter, six rows."""
        total = np.zeros((6, len(days)))
        while body != 0:
            segment = self.segments[body]
            position, velocity = segment.compute_and_differentiate(J2000, days)
            total += np.vstack([position, velocity / DAY])
            body = segment.center
        return total


def length(v):
    return np.sqrt((v * v).sum(axis=0))


def angle(a, b):
    """Milliarcseconds between two directions: twice the arc sine of half the chord of the unit vectors."""
    return 2 * np.arcsin(length(a[:3] / length(a[:3]) - b[:3] / length(b[:3])) / 2) * MAS


def rank(values, fraction):
    return np.sort(values)[int(np.ceil(fraction * len(values))) - 1]


def main():
    ours, de440s = Kernel(OURS), Kernel(DE440S)
    print(f'# {OURS} against an excerpt of DE440s, by jplephem {importlib.metadata.version("jplephem")},')
    print('# src/test/python/differences.py. TDB s past J2000, km, km/s, mas seen from the Earth. First statistics, daily')
    print(f'# over {LAST} days from J2000: all,target,center,epochs,max,maxAt,rms,mean,median,p95,maxSpeed,rmsSpeed,')
    print('# maxMas,rmsMas; then single epochs: at,target,et,km wrt barycenter,km wrt Sun,mas.')
    days = np.arange(LAST + 1.0)
    some = np.array([17.25, 1234.5, 4321.0, 7777.75, 9876.0, 11299.5])
    for body in (1, 4, 5, 9, 301):
        seen = angle(ours.state(body, days) - ours.state(399, days), de440s.state(body, days) - de440s.state(399, days))
        for center in (0, 10):
            apart = ours.state(body, days) - de440s.state(body, days)
            if center:
                apart -= ours.state(center, days) - de440s.state(center, days)
            km, speed = length(apart[:3]), length(apart[3:])
            most = int(np.argmax(km))
            row = [km[most], days[most] * DAY, np.sqrt(np.mean(km ** 2)), km.mean(), rank(km, 0.5), rank(km, 0.95)]
            row += [speed.max(), np.sqrt(np.mean(speed ** 2)), seen.max(), np.sqrt(np.mean(seen ** 2))]
            print(','.join(['all', str(body), str(center), str(len(days))] + [repr(float(v)) for v in row]))
        apart = ours.state(body, some) - de440s.state(body, some)
        about = apart - (ours.state(10, some) - de440s.state(10, some))
        seen = angle(ours.state(body, some) - ours.state(399, some), de440s.state(body, some) - de440s.state(399, some))
        for i, day in enumerate(some):
            row = [day * DAY, length(apart[:3])[i], length(about[:3])[i], seen[i]]
            print(','.join(['at', str(body)] + [repr(float(v)) for v in row]))


if __name__ == '__main__':
    main()
