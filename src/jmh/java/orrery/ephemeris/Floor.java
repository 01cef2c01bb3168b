package orrery.ephemeris;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.spk.ChebyshevSegment;

/**
 * The least that a state can cost: the arithmetic of type 2 for the same queries, on heap arrays, with routes known in
 * advance; no lookup of body, segment or coverage, no check, no mapping.
 */
final class Floor {
    private final double[][] data;
    private final double[] inits;
    private final double[] lengths;
    private final int[] last;
    private final int[] sizes;
    private final int[][] routes;

    /** For a kernel in which each body has one segment, of type 2. */
    Floor(KernelPool pool, QueryPlan plan) {
        List<ChebyshevSegment> segments = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int body : pool.targets()) {
            Link link = Objects.requireNonNull(pool.schedule(body)).links().getLast();
            places.put(body, segments.size());
            segments.add((ChebyshevSegment) link.segment());
        }
        int count = segments.size();
        data = new double[count][];
        inits = new double[count];
        lengths = new double[count];
        last = new int[count];
        sizes = new int[count];
        for (int s = 0; s < count; s++) {
            ChebyshevSegment segment = segments.get(s);
            int coefficients = segment.degree() + 1;
            int records = (int) segment.records();
            int size = 2 + 3 * coefficients;
            double init = segment.granule(segment.start()).start();
            double length = segment.granuleLength();
            double[] words = new double[records * size];
            for (int r = 0; r < records; r++) {
                words[r * size] = init + r * length + length / 2;
                words[r * size + 1] = length / 2;
                double[][] sets = segment.coefficients(r);
                for (int axis = 0; axis < 3; axis++) {
                    System.arraycopy(sets[axis], 0, words, r * size + 2 + axis * coefficients, coefficients);
                }
            }
            data[s] = words;
            inits[s] = init;
            lengths[s] = length;
            last[s] = records - 1;
            sizes[s] = size;
        }
        int[] bodies = plan.bodies();
        routes = new int[bodies.length][];
        for (int b = 0; b < bodies.length; b++) {
            List<Integer> route = new ArrayList<>();
            for (int node = bodies[b];
                    node != 0;
                    node = segments.get(place(places, node)).center()) {
                route.add(place(places, node));
            }
            routes[b] = route.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static int place(Map<Integer, Integer> places, int body) {
        return Objects.requireNonNull(places.get(body), () -> "no segment for " + body);
    }

    /** The sum that the bench command prints, over queries {@code from} to {@code until}. */
    double run(Queries queries, int from, int until) {
        double[] out = new double[6];
        double[] hop = new double[6];
        double sum = 0;
        for (int i = from; i < until; i++) {
            int[] route = routes[queries.body(i)];
            double et = queries.et(i);
            state(route[0], et, out);
            for (int h = 1; h < route.length; h++) {
                state(route[h], et, hop);
                for (int k = 0; k < 6; k++) {
                    out[k] += hop[k];
                }
            }
            sum += out[0] + out[3];
        }
        return sum;
    }

    private void state(int segment, double et, double[] out) {
        double[] c = data[segment];
        int size = sizes[segment];
        int at = Math.min((int) ((et - inits[segment]) / lengths[segment]), last[segment]) * size;
        double radius = c[at + 1];
        double s = (et - c[at]) / radius;
        double s2 = 2 * s;
        int n = (size - 2) / 3;
        int cx = at + 2;
        int cy = cx + n;
        int cz = cy + n;
        double x0 = 0;
        double x1 = 0;
        double y0 = 0;
        double y1 = 0;
        double z0 = 0;
        double z1 = 0;
        double u0 = 0;
        double u1 = 0;
        double v0 = 0;
        double v1 = 0;
        double w0 = 0;
        double w1 = 0;
        for (int j = n - 1; j > 0; j--) {
            double x2 = x1;
            x1 = x0;
            x0 = c[cx + j] + (s2 * x1 - x2);
            double u2 = u1;
            u1 = u0;
            u0 = x1 * 2 + u1 * s2 - u2;
            double y2 = y1;
            y1 = y0;
            y0 = c[cy + j] + (s2 * y1 - y2);
            double v2 = v1;
            v1 = v0;
            v0 = y1 * 2 + v1 * s2 - v2;
            double z2 = z1;
            z1 = z0;
            z0 = c[cz + j] + (s2 * z1 - z2);
            double w2 = w1;
            w1 = w0;
            w0 = z1 * 2 + w1 * s2 - w2;
        }
        out[0] = c[cx] + (s * x0 - x1);
        out[1] = c[cy] + (s * y0 - y1);
        out[2] = c[cz] + (s * z0 - z1);
        out[3] = (x0 + s * u0 - u1) / radius;
        out[4] = (y0 + s * v0 - v1) / radius;
        out[5] = (z0 + s * w0 - w1) / radius;
    }
}
