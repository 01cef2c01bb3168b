#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/elements.csv: osculating elements of random states by skyfield.

    /usr/bin/python3 src/test/python/elements.py > src/test/resources/orrery/ephemeris/elements.csv
"""
import numpy as np
import skyfield
from skyfield.api import load
from skyfield.elementslib import OsculatingElements
from skyfield.units import Distance, Velocity

GM = 132712440041.93938
TILT = np.radians(84381.448 / 3600)
ECLIPTIC = np.array([[1, 0, 0], [0, np.cos(TILT), np.sin(TILT)], [0, -np.sin(TILT), np.cos(TILT)]])


def main():
    print('# State (km, km/s, ICRF), then a (km), e, i, node, argument of periapsis, true and mean anomaly (degrees),')
    print(f'# periapsis distance (km), gm {GM!r}. By skyfield {".".join(map(str, skyfield.VERSION))}, src/test/python/elements.py.')
    random = np.random.default_rng(4)
    t = load.timescale().tdb(2000, 1, 1, 12)
    for _ in range(120):
        r = random.normal(size=3) * 2e8
        v = random.normal(size=3) * np.sqrt(GM / np.sqrt(r @ r)) * random.choice([0.5, 0.9])
        e = OsculatingElements(Distance(km=ECLIPTIC @ r), Velocity(km_per_s=ECLIPTIC @ v), t, GM)
        numbers = [*r, *v, e.semi_major_axis.km, e.eccentricity, e.inclination.degrees]
        numbers += [e.longitude_of_ascending_node.degrees, e.argument_of_periapsis.degrees, e.true_anomaly.degrees]
        numbers += [e.mean_anomaly.degrees, e.periapsis_distance.km]
        print(','.join(repr(float(n)) for n in numbers))


main()
