#!/usr/bin/python3
"""Makes src/main/resources/orrery/forge/minor_bodies.csv: the asteroids and Kuiper belt bodies that DE440 has masses for.

    /usr/bin/python3 src/test/python/minor_bodies.py ASTEROIDS.DAT > src/main/resources/orrery/forge/minor_bodies.csv

ASTEROIDS.DAT is /usr/share/kstars/asteroids.dat of Debian's package kstars-data 5:3.6.2-2: an answer of JPL's Small-Body
Database with osculating elements at 2022-08-09 TDB. GMs are read from the comment area of an excerpt of DE440 in ../shared.
The bodies are carried back to J2000 as masses among the Sun, the planets and the Moon of DE440 and the sixteen heaviest
asteroids, with the Sun's relativistic term. Which body each Kuiper belt GM belongs to is not said by DE440; BELT has it as
PixInsight's Ephemerides.cpp has it. Run it in the project's folder, with ../shared beside it.
"""
import json
import re
import sys

import numpy as np
from jplephem.spk import SPK
from scipy.integrate import solve_ivp

DE440 = '../shared/kernels/real/astronoby_de440s_2000_2030_excerpt.bsp'
J2000 = 2451545.0
DAY = 86400.0
AU = 149597870.7
LIGHT = 299792.458
OBLIQUITY = np.radians(84381.448 / 3600)
START = (2400000.5 + 59800 - J2000) * DAY
SUN = 132712440041.27942
MAJOR = {10: SUN, 1: 22031.868551400003, 2: 324858.592, 399: 398600.43550702266, 301: 4902.8001184575496,
         4: 42828.375815756102, 5: 126712764.09999998, 6: 37940584.841799997, 7: 5794556.3999999985,
         8: 6836527.1005803989, 9: 975.5}
HEAVY = 16
BELT = {8001: '136199', 8002: '136108', 8003: '90377', 8004: '136472', 8005: '50000', 8006: '84522', 8007: '90482',
        8008: '20000', 8009: '55637', 8010: '28978', 8011: '307261', 8012: '174567', 8013: '2006 QH181', 8014: '612911',
        8015: '55565', 8016: '145452', 8017: '90568', 8018: '208996', 8019: '225088', 8020: '19521', 8021: '120347',
        8022: '278361', 8023: '2010 KZ39', 8024: '230965', 8025: '42301', 8026: '455502', 8027: '589683',
        8028: '523639', 8029: '528381', 8030: '2010 FX86'}


def masses(spk):
    """Number (or belt number) and GM in km^3/s^2, from au^3/day^2 with all their digits."""
    found = {}
    for number, gm in re.findall(r'MA(\d{4})\s+(\d\.\d+e-\d+)', spk.daf.comments()):
        if not 8200 < int(number):
            found[int(number)] = float(gm) * AU ** 3 / DAY ** 2
    return found


def elements(file):
    table = json.load(open(file))
    found = {}
    for row in table['data']:
        body = dict(zip(table['fields'], row))
        name = body['full_name'].strip()
        parts = re.match(r'(\d+) ?(.*)', name)
        key = re.match(r'\((.*)\)', name).group(1) if name.startswith('(') else parts.group(1)
        found[key] = body
    return found


def state(body, gm):
    """Position and velocity about the Sun, ICRF, km and km/s, at the elements' epoch."""
    assert body['epoch_mjd'] == '59800', body
    e, a = float(body['e']), float(body['a']) * AU
    i, node, peri, mean = (np.radians(float(body[k])) for k in ('i', 'om', 'w', 'ma'))
    anomaly = mean
    for _ in range(60):
        anomaly -= (anomaly - e * np.sin(anomaly) - mean) / (1 - e * np.cos(anomaly))
    root = np.sqrt(1 - e * e)
    rate = np.sqrt((SUN + gm) / a ** 3) / (1 - e * np.cos(anomaly))
    flat = a * np.array([[np.cos(anomaly) - e, root * np.sin(anomaly)],
                         [-rate * np.sin(anomaly), rate * root * np.cos(anomaly)]])
    p = np.array([np.cos(node) * np.cos(peri) - np.sin(node) * np.sin(peri) * np.cos(i),
                  np.sin(node) * np.cos(peri) + np.cos(node) * np.sin(peri) * np.cos(i), np.sin(peri) * np.sin(i)])
    q = np.array([-np.cos(node) * np.sin(peri) - np.sin(node) * np.cos(peri) * np.cos(i),
                  -np.sin(node) * np.sin(peri) + np.cos(node) * np.cos(peri) * np.cos(i), np.cos(peri) * np.sin(i)])
    turn = np.array([[1, 0, 0], [0, np.cos(OBLIQUITY), -np.sin(OBLIQUITY)], [0, np.sin(OBLIQUITY), np.cos(OBLIQUITY)]])
    return np.concatenate([turn @ (flat[k, 0] * p + flat[k, 1] * q) for k in (0, 1)])


class Planets:
    def __init__(self, spk):
        self.segments = {segment.target: segment for segment in spk.segments}

    def position(self, body, et):
        total = np.zeros(3)
        while body != 0:
            total += self.segments[body].compute(J2000, et / DAY)
            body = self.segments[body].center
        return total

    def sun(self, et):
        position, velocity = self.segments[10].compute_and_differentiate(J2000, et / DAY)
        return position, velocity / DAY


def main():
    spk = SPK.open(DE440)
    planets = Planets(spk)
    gm = masses(spk)
    catalogue = elements(sys.argv[1])
    keys = [BELT.get(n, str(n)) for n in gm]
    mass = np.array(list(gm.values()))
    around = np.array([state(catalogue[k], m) for k, m in zip(keys, mass)])
    sun_r, sun_v = planets.sun(START)
    heavy = np.argsort(np.where([n < 8000 for n in gm], -mass, 0))[:HEAVY]
    n = len(keys)

    def pull(et, y):
        r, v = y[:3 * n].reshape(n, 3), y[3 * n:].reshape(n, 3)
        a = np.zeros((n, 3))
        for body, m in MAJOR.items():
            d = planets.position(body, et) - r
            a += m * d / np.linalg.norm(d, axis=1)[:, None] ** 3
        sun, drift = planets.sun(et)
        x, w = r - sun, v - drift
        dist = np.linalg.norm(x, axis=1)[:, None]
        a += SUN / (LIGHT ** 2 * dist ** 3) * ((4 * SUN / dist - (w * w).sum(1)[:, None]) * x
                                               + 4 * (x * w).sum(1)[:, None] * w)
        for j in heavy:
            d = r[j] - r
            d3 = (d * d).sum(1) ** 1.5
            d3[j] = 1
            a += mass[j] * d / d3[:, None]
        return np.concatenate([v.ravel(), a.ravel()])

    begin = np.concatenate([(around[:, :3] + sun_r).ravel(), (around[:, 3:] + sun_v).ravel()])
    end = solve_ivp(pull, (START, 0), begin, method='DOP853', rtol=1e-12, atol=1e-6).y[:, -1]
    sun_r, sun_v = planets.sun(0)
    r, v = end[:3 * n].reshape(n, 3) - sun_r, end[3 * n:].reshape(n, 3) - sun_v
    print('# GM of DE440 in km^3/s^2, and the state about the Sun at J2000, ICRF, km and km/s; made by')
    print('# src/test/python/minor_bodies.py from elements of JPL\'s Small-Body Database at 2022-08-09.')
    print('de440,name,gm,x,y,z,vx,vy,vz')
    for k, number in enumerate(gm):
        name = re.sub(r' \(.*|[()]', '', catalogue[keys[k]]['full_name'].strip())
        if number > 8000:
            name = re.sub(r'[()]', '', catalogue[keys[k]]['full_name'].strip())
        print(f'MA{number:04d},{name},{mass[k]:.9g},' + ','.join(f'{c:.1f}' for c in r[k]) + ',' +
              ','.join(f'{c:.8f}' for c in v[k]))


main()
