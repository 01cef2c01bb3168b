#!/usr/bin/python3
"""Makes the files of figures that places on the Earth are held to, in src/test/resources/orrery/ephemeris.

places: where a place on the Earth sees bodies, by ERFA (apco, pvtob within it, ld, ab, atioq: what apco13 and atco13 are made
of) on states by jplephem; UT1 - UTC is 0.1 s. sky: altitude and azimuth by skyfield, with its own UT1 and with refraction.
days: risings, transits, settings and twilights by skyfield's searches.

    /usr/bin/python3 src/test/python/site.py places > src/test/resources/orrery/ephemeris/site_places.csv
    /usr/bin/python3 src/test/python/site.py sky > src/test/resources/orrery/ephemeris/site_sky.csv
    /usr/bin/python3 src/test/python/site.py days > src/test/resources/orrery/ephemeris/site_days.csv
"""
import sys

import erfa
import numpy as np
import skyfield
from jplephem.spk import SPK
from skyfield import almanac, searchlib
from skyfield.api import load, load_file, wgs84

C, AU, DAY = 299792.458, 149597870.7, 86400.0
SHIPPED = 'kernels/orrery_1900_2100.bsp'
SITES = [(13.3667, 52.5, 34.0), (-155.47, 19.82, 4205.0), (151.2, -33.87, 0.0), (-68.0, 0.0, 2500.0), (25.0, 71.0, 10.0)]
BODIES = [10, 301, 199, 299, 4, 5, 6, 8]


def places():
    kernel = SPK.open(SHIPPED)
    pairs = {segment.target: segment for segment in kernel.segments}

    def state(body, et):
        total = np.zeros(6)
        while body:
            # Whole days and the rest apart, as jplephem has it.
            days = np.floor(et / DAY)
            p, v = pairs[body].compute_and_differentiate(2451545.0 + days, (et - days * DAY) / DAY)
            total += np.concatenate([p, v / DAY])
            body = pairs[body].center
        return total

    print('# longitude, latitude (degrees), height (m), NAIF id, TDB seconds past J2000; azimuth, altitude (radians);')
    print('# proper place in ICRF (a unit vector); light time (s). UT1 - UTC = 0.1 s. By ERFA ' + erfa.__version__)
    print('# and jplephem, src/test/python/site.py.')
    random = np.random.default_rng(20)
    for lon, lat, height in SITES:
        for body in BODIES:
            for _ in range(4):
                et = float(round(random.uniform(-8.8e8, 1.2e9)))
                # UTC by the formula that SPICE has, and the same TT everywhere.
                tt = et - 0.001657 * np.sin(6.239996 + 1.99096871e-7 * et + 0.01671 * np.sin(6.239996 + 1.99096871e-7 * et))
                jd1, jd2 = 2451545.0, tt / DAY
                tai1, tai2 = erfa.tttai(jd1, jd2)
                utc1, utc2 = erfa.taiutc(tai1, tai2)
                ut11, ut12 = erfa.utcut1(utc1, utc2, 0.1)
                earth, sun = state(399, et), state(10, et)
                rnpb = erfa.pnm06a(jd1, jd2)
                x, y = erfa.bpn2xy(rnpb)
                s = erfa.s06(jd1, jd2, x, y)
                theta = erfa.era00(ut11, ut12)
                ebpv = np.zeros((), erfa.dt_pv)
                ebpv['p'], ebpv['v'] = earth[:3] / AU, earth[3:] / AU * DAY
                ehp = (earth - sun)[:3] / AU
                astrom = erfa.apco(jd1, jd2, ebpv, ehp, x, y, s, theta, np.radians(lon), np.radians(lat), height,
                                   0, 0, 0, 0, 0)
                here = astrom['eb'] * AU
                delay = 0.0
                for _ in range(6):
                    target = state(body, et - delay)[:3]
                    delay = np.linalg.norm(target - here) / C
                p = (target - here) / np.linalg.norm(target - here)
                line = p
                if body != 10:
                    passed = np.clip(p @ (sun[:3] - here) / C, 0, delay)
                    then = state(10, et - passed)[:3]
                    q = (target - then) / np.linalg.norm(target - then)
                    e = (here - then) / np.linalg.norm(here - then)
                    em = np.linalg.norm(here - then) / AU
                    line = erfa.ld(1.0, p, q, e, em, 1e-6 / max(em * em, 1))
                line = erfa.ab(line, astrom['v'], astrom['em'], astrom['bm1'])
                ri, di = erfa.c2s(astrom['bpn'] @ line)
                azimuth, zenith, _, _, _ = erfa.atioq(ri, di, astrom)
                print(f'{lon},{lat},{height},{body},{et!r},{float(azimuth)!r},{float(np.pi / 2 - zenith)!r},'
                      + ','.join(repr(float(n)) for n in line) + f',{float(delay)!r}')


def sky():
    kernel = load_file(SHIPPED)
    ts = load.timescale(builtin=True)
    print('# longitude, latitude (degrees), height (m), NAIF id, TDB seconds past J2000; altitude, azimuth (degrees) without')
    print('# the air; altitude with refraction at 1010 hPa and 10 degrees; TT - UT1 (s).')
    print(f'# By skyfield {".".join(map(str, skyfield.VERSION))}, src/test/python/site.py.')
    random = np.random.default_rng(21)
    for lon, lat, height in SITES:
        here = kernel['earth'] + wgs84.latlon(lat, lon, height)
        for body in BODIES:
            for _ in range(6):
                et = float(round(random.uniform(-3.15e9, 7.0e8)))
                t = ts.tdb_jd(2451545.0 + et / DAY)
                place = here.at(t).observe(kernel[body]).apparent()
                alt, az, _ = place.altaz()
                lifted, _, _ = place.altaz(temperature_C=10, pressure_mbar=1010)
                print(f'{lon},{lat},{height},{body},{et!r},{alt.degrees:.7f},{az.degrees:.7f},{lifted.degrees:.7f},'
                      f'{float(t.delta_t):.4f}')


def days():
    kernel = load_file(SHIPPED)
    ts = load.timescale(builtin=True)
    earth = kernel['earth']
    moon = 1737.4
    print('# longitude, latitude (degrees), height (m), NAIF id, 0 for a zero of: 0 the rule for rising, 1 the meridian,')
    print('# 6, 12, 18 the twilights; 1 rising or upper transit, 0 not; TDB seconds past J2000; from 2020-12-10 TDB on, ten')
    print(f'# days. By skyfield {".".join(map(str, skyfield.VERSION))}, src/test/python/site.py.')
    start = (2459193.5 - 2451545.0) * DAY
    t0, t1 = ts.tdb_jd(2451545.0 + start / DAY), ts.tdb_jd(2451545.0 + start / DAY + 10)

    def found(f):
        f.step_days = 0.02
        times, values = searchlib.find_discrete(t0, t1, f, epsilon=0.01 / DAY)
        return [((t.tdb - 2451545.0) * DAY, int(v)) for t, v in zip(times, values)]

    for lon, lat, height in SITES:
        here = earth + wgs84.latlon(lat, lon, height)
        rows = []
        for body in BODIES:
            def up(t):
                place = here.at(t).observe(kernel[body]).apparent()
                alt, _, distance = place.altaz()
                radius = 16 / 60 if body == 10 else np.degrees(np.arcsin(moon / distance.km)) if body == 301 else 0
                return alt.degrees + radius + 34 / 60 > 0

            def west(t):
                angle, _, _ = here.at(t).observe(kernel[body]).apparent().hadec()
                return np.sin(angle.radians) > 0

            rows += [(body, 0, v, et) for et, v in found(up)]
            rows += [(body, 1, v, et) for et, v in found(west)]
        for depth in (6, 12, 18):
            def light(t):
                return here.at(t).observe(kernel[10]).apparent().altaz()[0].degrees > -depth
            rows += [(10, depth, v, et) for et, v in found(light)]
        for body, what, value, et in rows:
            print(f'{lon},{lat},{height},{body},{what},{value},{et:.3f}')


{'places': places, 'sky': sky, 'days': days}[sys.argv[1]]()
