package orrery.testing;

import java.io.IOException;
import java.nio.file.Path;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/** Small kernels made for a test; every state differs from kernel to kernel. */
public final class MadeKernels {
    /** Where all segments begin and end, TDB seconds past J2000. */
    public static final double START = -3.2e7;

    public static final double END = 3.2e7;

    private static final int GRANULES = 64;
    private static final int TERMS = 9;

    private MadeKernels() {}

    /** Sun, two planets, Earth and Moon in a tree of centers: 10, 1 and 4 wrt 0; 3 wrt 0; 301 and 399 wrt 3. */
    public static Path planets(Path file, int kind) throws IOException {
        SpkWriter writer = SpkWriter.littleEndian().internalName("kind " + kind);
        int[][] bodies = {{10, 0}, {1, 0}, {4, 0}, {3, 0}, {301, 3}, {399, 3}};
        for (int[] body : bodies) {
            writer.add(segment(body[0], body[1], kind));
        }
        writer.write(file);
        return file;
    }

    /** One segment of one body. */
    public static Path one(Path file, int target, int center, int kind) throws IOException {
        SpkWriter.littleEndian().add(segment(target, center, kind)).write(file);
        return file;
    }

    /** Chebyshev coefficients that fall off like a planet's; each kind has other numbers. */
    public static RawSegment segment(int target, int center, int kind) {
        return segment(target, center, kind, START, END);
    }

    /** As {@link #segment(int, int, int)} over a span of one's own. */
    public static RawSegment segment(int target, int center, int kind, double start, double end) {
        double[][][] coefficients = new double[GRANULES][3][TERMS];
        double scale = 1e8 * (1 + 0.125 * kind) + target * 1e4;
        for (int g = 0; g < GRANULES; g++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < TERMS; k++) {
                    coefficients[g][axis][k] =
                            scale * StrictMath.cos(0.1 * g + axis + k + 0.01 * kind) / StrictMath.pow(8, k);
                }
            }
        }
        return new ChebyshevLayout(start, (end - start) / GRANULES, coefficients)
                .type2(target, center, 1, start, end, "made, kind " + kind);
    }
}
