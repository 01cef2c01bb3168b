"""CSPICE's states of the segments of orrery.testing.EveryType, for SpiceTypesTest.

python3 src/test/python/every_type.py LIBCSPICE LSK every_type.bsp src/test/resources/orrery/parity/every_type.csv

(libcspice.so of N0067; naif0012.tls, for type 10; the kernel as EveryType.write makes it.) Prints the file again: its
segments and epochs, with the states that SPKPVN gives for them.
"""

import ctypes
import sys

spice = ctypes.CDLL(sys.argv[1])
spice.furnsh_c(sys.argv[2].encode())
handle = ctypes.c_int()
spice.dafopr_c(sys.argv[3].encode(), ctypes.byref(handle))
spice.dafbfs_c(handle)
descriptors = []
found = ctypes.c_int()
spice.daffna_c(ctypes.byref(found))
while found.value:
    descriptor = (ctypes.c_double * 5)()
    spice.dafgs_c(descriptor)
    descriptors.append(descriptor)
    spice.daffna_c(ctypes.byref(found))
with open(sys.argv[4], encoding="ascii") as rows:
    print(next(rows).strip())
    for row in rows:
        start = row.split(",")[:6]
        frame, center, state = ctypes.c_int(), ctypes.c_int(), (ctypes.c_double * 6)()
        et = ctypes.c_double(float(start[5]))
        descriptor = descriptors[int(start[0])]
        spice.spkpvn_(
            ctypes.byref(handle), descriptor, ctypes.byref(et), ctypes.byref(frame), state, ctypes.byref(center))
        print(",".join(start + ["%.17g" % x for x in state]))
