#!/usr/bin/python3
"""Makes src/test/resources/orrery/service/sights.csv: how bodies are seen from the Earth, by skyfield on the same kernel.

    /usr/bin/python3 src/test/python/sights.py > src/test/resources/orrery/service/sights.csv
"""
import numpy as np
import skyfield
from skyfield import magnitudelib
from skyfield.api import load, load_constellation_map, load_file

kernel = load_file('kernels/orrery_1900_2100.bsp')
ts = load.timescale()
LAWS = {
    199: magnitudelib._mercury_magnitude,
    299: magnitudelib._venus_magnitude,
    5: magnitudelib._jupiter_magnitude,
    6: magnitudelib._saturn_magnitude,
    7: magnitudelib._uranus_magnitude,
    8: magnitudelib._neptune_magnitude,
}
earth, sun = kernel['earth'], kernel['sun']


def main():
    print('# NAIF id, TDB seconds past J2000; degrees: astrometric right ascension and declination, of date, ecliptic longitude')
    print('# and latitude of date, elongation, phase angle; part of the disc lit, magnitude (99: none), constellation.')
    print(f'# By skyfield {".".join(map(str, skyfield.VERSION))}, src/test/python/sights.py.')
    random = np.random.default_rng(12)
    at = load_constellation_map()
    for n in (199, 299, 301, 4, 5, 6, 7, 8, 9, 10):
        for days in random.integers(-30000, 30000, 6):
            t = ts.tdb_jd(2451545.0 + float(days))
            e = earth.at(t)
            a = e.observe(kernel[n])
            p = a.apparent()
            ra, dec, _ = a.radec()
            ra1, dec1, _ = p.radec('date')
            lat, lon, _ = p.ecliptic_latlon(t)
            row = [ra._degrees, dec.degrees, ra1._degrees, dec1.degrees, lon.degrees, lat.degrees]
            row += [p.separation_from(e.observe(sun).apparent()).degrees]
            # Skyfield's own phase_angle (1.45) takes the Earth's way to the Sun for the body's, and its magnitudes take the
            # barycenter for the Sun: the angle is reckoned here, and its magnitude laws are given the true figures.
            body = e.position.au + a.position.au
            lit = sun.at(ts.tdb_jd(t.tdb - a.light_time)).position.au - body
            angle = lambda u, v: np.degrees(np.arccos(u @ v / np.sqrt(u @ u) / np.sqrt(v @ v)))
            phase = 0 if n == 10 else angle(-a.position.au, lit)
            row += [phase, (1 + np.cos(np.radians(phase))) / 2]
            magnitude = 99.0
            r, delta = np.sqrt(lit @ lit), np.sqrt(a.position.au @ a.position.au)
            law = LAWS.get(n)
            if n == 6 or n == 7:
                pole = magnitudelib._SATURN_POLE if n == 6 else magnitudelib._URANUS_POLE
                magnitude = law(r, delta, phase, angle(pole, -lit) - 90, angle(pole, a.position.au) - 90)
            elif n == 8:
                magnitude = law(r, delta, phase, t.J)
            elif law:
                magnitude = law(r, delta, phase)
            numbers = ','.join(f'{float(x):.9f}' for x in row + [magnitude])
            print(f'{n},{days * 86400},{numbers},{at(p)}')


main()
