#!/usr/bin/python3
"""Makes assets/constellations/boundaries.csv and names.csv, and the figures that the program's look-up is held against.

Skyfield's grid (Debian: python3-skyfield; its builder reads Roman's table, CDS catalogue VI/42) is cut into rectangles, each
as large as may be. The figures are skyfield's own answers for directions at random. Run from the project's directory:

    /usr/bin/python3 src/test/python/constellations.py
"""
import os

import numpy as np
import skyfield
from skyfield.api import load_constellation_map, load_constellation_names, position_of_radec

ASSETS = 'assets/constellations/'
GOLDEN = 'src/test/resources/orrery/ephemeris/constellations.csv'


def rectangles():
    folder = os.path.join(os.path.dirname(skyfield.__file__), 'data')
    data = np.load(os.path.join(folder, 'constellations.npz'))
    ra = np.concatenate([[0], data['sorted_ra'], [24]])
    dec = np.concatenate([[-90], data['sorted_dec'], [90]])
    grid = data['radec_to_index'][:, : len(dec) - 1]
    taken = np.zeros(grid.shape, bool)
    for top in range(grid.shape[1] - 1, -1, -1):
        for left in range(grid.shape[0]):
            if taken[left, top]:
                continue
            index, right, bottom = grid[left, top], left, top
            while right < grid.shape[0] and grid[right, top] == index and not taken[right, top]:
                right += 1
            while bottom and (grid[left:right, bottom - 1] == index).all() and not taken[left:right, bottom - 1].any():
                bottom -= 1
            taken[left:right, bottom : top + 1] = True
            yield ra[left], ra[right], dec[bottom], dec[top + 1], str(data['indexed_abbreviations'][index])


def main():
    names = {short.lower(): name for short, name in load_constellation_names()}
    names['boo'] = 'Boötes'
    found = list(rectangles())
    with open(ASSETS + 'boundaries.csv', 'w', encoding='utf-8') as out:
        out.write('# The 88 constellations in rectangles of right ascension (hours) and declination (degrees), equator and\n')
        out.write('# equinox of B1875.0: from, below, from, below, abbreviation. Delporte, Delimitation scientifique des\n')
        out.write('# constellations, IAU 1930; Roman, PASP 99 (1987) 695, CDS catalogue VI/42, as skyfield\n')
        out.write(f'# {".".join(map(str, skyfield.VERSION))} carries it (LICENSE.txt). Made by src/test/python/constellations.py.\n')
        for row in found:
            out.write(';'.join(f'{x:.10g}' for x in row[:4]) + ';' + row[4] + '\n')
    with open(ASSETS + 'names.csv', 'w', encoding='utf-8') as out:
        out.write('# The names of the 88 constellations by their abbreviations (IAU).\n')
        for short in sorted({row[4] for row in found}):
            out.write(f'{short};{names[short.lower()]}\n')
    random = np.random.default_rng(88)
    vectors = random.normal(size=(3, 1500))
    # As many again within the zodiac.
    longitude, latitude = random.uniform(0, 2 * np.pi, 1500), random.uniform(-0.14, 0.14, 1500)
    x, y, z = np.cos(longitude) * np.cos(latitude), np.sin(longitude) * np.cos(latitude), np.sin(latitude)
    tilt = np.radians(84381.448 / 3600)
    zodiac = np.array([x, np.cos(tilt) * y - np.sin(tilt) * z, np.sin(tilt) * y + np.cos(tilt) * z])
    vectors = np.concatenate([vectors / np.sqrt((vectors**2).sum(axis=0)), zodiac], axis=1)
    ra = np.degrees(np.arctan2(vectors[1], vectors[0])) % 360
    dec = np.degrees(np.arcsin(vectors[2]))
    at = load_constellation_map()
    answers = at(position_of_radec(ra / 15, dec))
    # Skyfield takes the true equator of 1875, the boundaries stand on the mean one: what lies so near an edge says nothing.
    clear = np.ones(len(ra), bool)
    for a, d in ((0.008, 0), (-0.008, 0), (0, 0.008), (0, -0.008)):
        clear &= at(position_of_radec((ra + a / np.cos(np.radians(dec))) % 360 / 15, dec + d)) == answers
    with open(GOLDEN, 'w', encoding='utf-8') as out:
        out.write('# Right ascension and declination in ICRF (degrees), and the constellation there by skyfield '
                  + '.'.join(map(str, skyfield.VERSION)) + '.\n# Made by src/test/python/constellations.py.\n')
        for a, d, name in list(zip(ra[clear], dec[clear], answers[clear]))[:2900]:
            out.write(f'{a:.8f},{d:.8f},{name}\n')


main()
