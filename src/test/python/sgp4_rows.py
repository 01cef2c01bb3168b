"""The verification set of SGP4 and its published answers, for PublishedSgp4Test.

python3 src/test/python/sgp4_rows.py > src/test/resources/orrery/spk/sgp4_published.csv
(sgp4 2.27 from PyPI, which carries SGP4-VER.TLE and tcppver.out of Vallado and others, AIAA 2006-6753, revision 2)

The published answers are those of the mode "improved". SPICE's type 10 has the mode "AFSPC". The two differ for 23599
alone, so its rows are written twice: as published, and as the same package computes them in the mode AFSPC.
"""

import os

import sgp4
from sgp4.api import WGS72, Satrec

folder = os.path.dirname(sgp4.__file__)
with open(os.path.join(folder, "SGP4-VER.TLE")) as text:
    lines = [line for line in text if line[0] in "12"]
blocks = []
with open(os.path.join(folder, "tcppver.out")) as text:
    for line in text:
        fields = line.split()
        if fields[1:] == ["xx"]:
            blocks.append([])
        elif fields:
            blocks[-1].append([float(field) for field in fields[:7]])

print("# " + __doc__.split("\n")[0])
print("# AIAA 2006-6753, rev. 2: SGP4-VER.TLE, tcppver.out; made by src/test/python/sgp4_rows.py with sgp4 2.27")
print("# two lines of a set, then mode, minutes since its epoch, km, km/s in TEME")
for first, second, rows in zip(lines[::2], lines[1::2], blocks, strict=True):
    print(first[:69])
    print(second[:69])
    for row in rows:
        print("improved,%.8f,%.8f,%.8f,%.8f,%.9f,%.9f,%.9f" % tuple(row))
    if first[2:7] != "23599":
        continue
    read = Satrec.twoline2rv(first[:69], second[:69])
    sat = Satrec()
    sat.sgp4init(
        WGS72, "a", read.satnum, read.jdsatepoch - 2433281.5 + read.jdsatepochF, read.bstar, read.ndot, read.nddot,
        read.ecco, read.argpo, read.inclo, read.mo, read.no_kozai, read.nodeo)
    for row in rows:
        error, position, velocity = sat.sgp4_tsince(row[0])
        assert error == 0
        print("afspc,%.8f,%.8f,%.8f,%.8f,%.9f,%.9f,%.9f" % (row[0], *position, *velocity))
