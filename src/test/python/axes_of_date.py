#!/usr/bin/python3
"""Makes src/test/resources/orrery/ephemeris/axes_of_date.csv.

The rotation from ICRF to the true equator and equinox of date by ERFA (Debian: python3-erfa). Run from the project's directory:

    /usr/bin/python3 src/test/python/axes_of_date.py > src/test/resources/orrery/ephemeris/axes_of_date.csv
"""
import erfa
import numpy as np

DAY = 86400.0


def main():
    random = np.random.default_rng(20)
    print('# TDB seconds past J2000, nutation in longitude and obliquity (radians), rotation from ICRF to the true equator and')
    print(f'# equinox of date, row by row. By src/test/python/axes_of_date.py with pyerfa {erfa.__version__} (nut06a, pnm06a).')
    for et in [0.0, *np.round(random.uniform(-100, 100, 400) * 365.25 * DAY, 1)]:
        psi, eps = erfa.nut06a(2451545.0, et / DAY)
        matrix = erfa.pnm06a(2451545.0, et / DAY)
        print(','.join(repr(float(n)) for n in [et, psi, eps, *matrix.flatten()]))


main()
