package orrery.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import orrery.ephemeris.QueryPlan;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;

/**
 * Kernels made for an audit: they answer the same queries as the kernels under audit, with numbers that no real kernel
 * contains, and different ones for each kind.
 */
final class TwinKernel {
    private static final int GRANULES = 32;
    private static final int TERMS = 8;

    private TwinKernel() {}

    /** Every body of the plan relative to its center, in one segment each. */
    static Path write(Path file, QueryPlan plan, int kind) throws IOException {
        int[] bodies = plan.bodies();
        int[] centers = plan.centers();
        List<RawSegment> segments = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            segments.add(segment(bodies[i], centers[i], plan.start() - 1, plan.end() + 1, kind));
        }
        return write(file, segments);
    }

    static Path write(Path file, List<RawSegment> segments) throws IOException {
        SpkWriter.littleEndian()
                .internalName("made by an audit")
                .addAll(segments)
                .write(file);
        return file;
    }

    /** One body's segment: at least 1e10 km away, so that an answer shows whose it is. */
    static RawSegment segment(int target, int center, double start, double end, int kind) {
        double[][][] coefficients = new double[GRANULES][3][TERMS];
        double far = 1e10 * (kind + 1) + 1e5 * Math.floorMod(target, 10_000);
        for (int g = 0; g < GRANULES; g++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < TERMS; k++) {
                    coefficients[g][axis][k] =
                            k == 0 ? far * (axis + 1) : 1e7 * StrictMath.cos(g + axis + 3.0 * k) / (1 << (3 * k));
                }
            }
        }
        double length = (end - start) / GRANULES;
        // One extra granule, so that rounding of the length never leaves the end uncovered.
        double[][][] covering = Arrays.copyOf(coefficients, GRANULES + 1);
        covering[GRANULES] = coefficients[0];
        return new ChebyshevLayout(start, length, covering).type2(target, center, 1, start, end, "made by an audit");
    }
}
