"""CSPICE's points beneath the Earth and beneath the Sun, for SubPointsTest.

python3 src/test/python/sub_points.py LIBCSPICE PCK > src/test/resources/orrery/ephemeris/sub_points.csv
(libcspice.so of N0067; pck00011.tpc)
"""

import ctypes
import math
import random
import sys

spice = ctypes.CDLL(sys.argv[1])
number = ctypes.c_double
for kernel in ("kernels/orrery_1900_2100.bsp", sys.argv[2]):
    spice.furnsh_c(kernel.encode())
random.seed(18)


def point(routine, body, frame, et):
    p, epoch, way = (number * 3)(), number(), (number * 3)()
    routine(b"INTERCEPT/ELLIPSOID", body, number(et), frame, b"CN", b"399", p, ctypes.byref(epoch), way)
    return math.atan2(p[1], p[0]), math.atan2(p[2], math.hypot(p[0], p[1]))


print("# CSPICE N0067, SUBPNT and SUBSLR, INTERCEPT/ELLIPSOID, CN, observer EARTH, with orrery_1900_2100.bsp and"
      " pck00011.tpc: body, frame, et,")
print("# planetocentric longitude and latitude of the points beneath the Earth and beneath the Sun, radians; nan where"
      " SPICE has none.")
for body, frame in ((b"199", b"IAU_MERCURY"), (b"299", b"IAU_VENUS"), (b"301", b"IAU_MOON"), (b"10", b"IAU_SUN")):
    for _ in range(6):
        et = random.uniform(-3.1e9, 3.1e9)
        seen = point(spice.subpnt_c, body, frame, et)
        lit = point(spice.subslr_c, body, frame, et) if body != b"10" else (math.nan, math.nan)
        print(",".join([body.decode(), frame.decode()] + ["%.17g" % x for x in (et,) + seen + lit]))
