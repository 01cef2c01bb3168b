#!/usr/bin/python3
"""Makes assets/nutation/lunisolar.csv and planetary.csv: the coefficients of the IAU 2000A nutation.

Takes the figures, and nothing else, from the source text of ERFA's routine eraNut00a (https://github.com/liberfa/erfa,
src/nut00a.c), which carries them from the MHB_2000 code. Run from the project's directory:

    /usr/bin/python3 src/test/python/nutation_tables.py nut00a.c
"""
import re
import sys


def table(text, name, columns):
    body = text[text.index('} ' + name + '[] = {'):]
    body = body[:body.index('};')]
    rows = re.findall(r'\{([^{}]*)\}', re.sub(r'/\*.*?\*/', '', body, flags=re.S))
    rows = [[cell.strip() for cell in row.split(',')] for row in rows]
    assert all(len(row) == columns for row in rows)
    return [[int(float(cell)) for cell in row] for row in rows]


def write(name, words, rows):
    with open('assets/nutation/' + name, 'w') as out:
        out.write(words)
        for row in rows:
            out.write(';'.join(map(str, row)) + '\n')


def main():
    text = open(sys.argv[1]).read()
    lunisolar, planetary = table(text, 'xls', 11), table(text, 'xpl', 17)
    assert (len(lunisolar), len(planetary)) == (678, 687)
    source = '# By src/test/python/nutation_tables.py from ERFA; see LICENSE.txt.\n'
    write(
        'lunisolar.csv',
        '# IAU 2000A, the part of Moon and Sun: multiples of l, l\', F, D and Omega; longitude: sine, its rate a century,\n'
        '# cosine; obliquity: cosine, its rate, sine; 0.1 microarcseconds.\n' + source,
        lunisolar)
    write(
        'planetary.csv',
        '# IAU 2000A, the part of the planets: multiples of l, F, D, Omega, the longitudes of Mercury to Neptune and the general\n'
        '# precession; longitude: sine, cosine; obliquity: sine, cosine; 0.1 microarcseconds.\n' + source,
        planetary)


main()
