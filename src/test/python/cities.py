#!/usr/bin/python3
"""Makes assets/earth/cities.csv from the zone table of the time zone database (public domain, see its README).

    /usr/bin/python3 src/test/python/cities.py /usr/share/zoneinfo/zone.tab > assets/earth/cities.csv
"""
import re
import sys

NAMES = {'St_Johns': "St John's", 'Port-au-Prince': 'Port-au-Prince', 'DumontDUrville': "Dumont d'Urville"}


def degrees(text):
    sign = -1 if text[0] == '-' else 1
    digits = text[1:]
    # +DDMM, +DDDMM, +DDMMSS or +DDDMMSS
    seconds = len(digits) > 5
    whole = len(digits) - (4 if seconds else 2)
    value = int(digits[:whole]) + int(digits[whole:whole + 2]) / 60
    return sign * (value + (int(digits[whole + 2:]) / 3600 if seconds else 0))


print('# City; country (ISO 3166); longitude east and latitude north in degrees; time zone. From zone.tab of the time zone')
print('# database, which is in the public domain; made by src/test/python/cities.py. Places are good to an arcminute.')
rows = []
for line in open(sys.argv[1], encoding='utf-8'):
    if line.startswith('#') or not line.strip():
        continue
    country, place, zone = line.rstrip('\n').split('\t')[:3]
    latitude, longitude = re.fullmatch(r'([+-]\d+)([+-]\d+)', place).groups()
    last = zone.split('/')[-1]
    name = NAMES.get(last, last.replace('_', ' '))
    rows.append((name, country, degrees(longitude), degrees(latitude), zone))
for name, country, longitude, latitude, zone in sorted(rows):
    print(f'{name};{country};{longitude:.4f};{latitude:.4f};{zone}')
