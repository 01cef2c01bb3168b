#!/usr/bin/env python3
"""Copies, bit by bit, those granules of a type 2 kernel that golden rows are answered from, into a small kernel.

    golden_excerpt.py KERNEL OUT CSV...

The rows were computed by CSPICE on KERNEL; with OUT in place of it every state comes out with the same bits, since a state of
type 2 hangs on nothing but its granule. Rows have the columns target, observer or center, and et; a frame's center, the
light time and a second to either side are within the margin. Made src/test/resources/orrery/frames/golden_excerpt.bsp from
the kernel shipped until November 2026 (sha256 9ba50944...)."""
import csv
import struct
import sys

MARGIN = 25_000.0  # s: light from Pluto takes 19,000
FRAME_CENTERS = {"IAU_SUN": 10, "IAU_EARTH": 399, "TEST_ANGLES": 399, "IAU_MOON": 301}


def segments(data):
    first = struct.unpack_from("<i", data, 76)[0]
    record = first
    found = {}
    while record:
        at = (record - 1) * 1024
        following, _, count = struct.unpack_from("<3d", data, at)
        for i in range(int(count)):
            start, end = struct.unpack_from("<2d", data, at + 24 + 40 * i)
            target, center, frame, kind, begin, last = struct.unpack_from("<6i", data, at + 40 + 40 * i)
            assert kind == 2 and frame == 1 and target not in found
            init, length, size, n = struct.unpack_from("<4d", data, (last - 4) * 8)
            found[target] = (center, start, end, begin, init, length, int(size), int(n))
        record = int(following)
    return found


def main(kernel, out, *files):
    data = open(kernel, "rb").read()
    held = segments(data)
    wanted = {target: set() for target in held}

    def want(body, et):
        while body in held:
            center, _, _, _, init, length, _, n = held[body]
            for t in (et - MARGIN, et - 1, et, et + 1, et + MARGIN):
                wanted[body].add(min(max(int((t - init) / length), 0), n - 1))
            body = center

    for name in files:
        for row in csv.DictReader(open(name)):
            et = float(row["et"])
            # A body that the kernel lacks hangs on one of its own: 399001 on 399, 499901 on 4.
            for body in (row["target"], row.get("observer") or row["center"], FRAME_CENTERS.get(row.get("frame"))):
                if body is not None:
                    want(int(body), et)
            if "observer" not in row:
                for body in (399, 4, 5):
                    want(body, et)

    parts = []
    for target in sorted(held):
        center, start, end, begin, init, length, size, n = held[target]
        runs = []
        for index in sorted(wanted[target]):
            if runs and runs[-1][1] == index - 1:
                runs[-1][1] = index
            else:
                runs.append([index, index])
        for low, high in runs:
            words = data[(begin - 1 + low * size) * 8:(begin - 1 + (high + 1) * size) * 8]
            words += struct.pack("<4d", init + low * length, length, size, high - low + 1)
            span = max(start, init + low * length), min(end, init + (high + 1) * length)
            parts.append((span, target, center, words))

    summaries = (len(parts) + 24) // 25
    head = struct.pack("<8s2i60s3i8s", b"DAF/SPK ", 2, 6, b"granules for golden rows".ljust(60), 2, 2 * summaries, 0, b"LTL-IEEE")
    head = head.ljust(699, b"\0") + b"FTPSTR:\r:\n:\r\n:\r\0:\x81:\x10\xce:ENDFTP"
    blocks = [bytearray(head.ljust(1024, b"\0"))]
    word = (1 + 2 * summaries) * 128 + 1
    body = bytearray()
    for s in range(summaries):
        some = parts[25 * s:25 * s + 25]
        block = bytearray(struct.pack("<3d", 4 + 2 * s if s + 1 < summaries else 0, 2 * s, len(some)))
        for span, target, center, words in some:
            count = len(words) // 8
            block += struct.pack("<2d6i", *span, target, center, 1, 2, word, word + count - 1)
            word += count
            body += words
        blocks += [block.ljust(1024, b"\0"), (b"copied granules".ljust(40) * len(some)).ljust(1024)]
    struct.pack_into("<i", blocks[0], 84, word)
    with open(out, "wb") as file:
        for block in blocks:
            file.write(block)
        file.write(bytes(body).ljust((len(body) + 1023) // 1024 * 1024, b"\0"))
    print(len(parts), "segments,", sum(map(len, wanted.values())), "granules")


if __name__ == "__main__":
    main(*sys.argv[1:])
