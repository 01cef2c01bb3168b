#!/usr/bin/python3
"""Makes assets/earth/delta_t.csv: TT - UT1 by quarters of a year, as skyfield's built-in table has it (USNO and IERS).

    /usr/bin/python3 src/test/python/delta_t.py > assets/earth/delta_t.csv
"""
import numpy as np
import skyfield
from skyfield.api import load

FIRST, LAST, STEP = 1899.75, 2022.25, 0.25
ts = load.timescale(builtin=True)

print('# TT - UT1 in seconds by Julian years TT. Observed figures of the US Naval Observatory and of the IERS (public')
print(f'# domain), as skyfield {".".join(map(str, skyfield.VERSION))} carries them; made by src/test/python/delta_t.py.')
years = np.arange(FIRST, LAST + STEP / 2, STEP)
for year in years:
    print(f'{year:.2f};{ts.J(year).delta_t:.3f}')
