package orrery.service;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;

/**
 * Samples the paths of bodies round their parents: one turn about the present from the kernel itself, or, where the kernel
 * does not hold a whole turn, the ellipse of the present state.
 *
 * <p>Confined to one thread; what it hands out is immutable.
 */
final class PathPlanner {
    private static final int PIECES = 360;
    /** A path is sampled anew when the present has moved by this share of a turn. */
    private static final double DRIFT = 1.0 / 32;
    /** A path round nothing heavy shows this much of the past and of the future, seconds. */
    private static final double OPEN_HALF = 15 * SkyClock.DAY;

    private record Planned(SkyPath path, double et) {}

    private final QueryCounter counter;
    private final double[] state = new double[6];
    private final Map<Integer, Planned> planned = new HashMap<>();
    private final Map<Integer, Coverage> coverages = new HashMap<>();
    private long generation;
    private SkyPaths paths = SkyPaths.NONE;

    PathPlanner(QueryCounter counter) {
        this.counter = counter;
    }

    /** The paths about an epoch; the same value as before when nothing had to be sampled anew. */
    SkyPaths plan(SkyCatalogue catalogue, Ephemeris ephemeris, double et) {
        boolean changed = generation != catalogue.generation();
        if (changed) {
            generation = catalogue.generation();
            planned.clear();
            coverages.clear();
        }
        for (SkyBody body : catalogue.bodies()) {
            Planned before = planned.get(body.id());
            if (before != null && Math.abs(et - before.et) <= before.path.period() * DRIFT) {
                continue;
            }
            SkyPath path = body.covers(et) ? sample(body, ephemeris, et) : null;
            if (path != null) {
                planned.put(body.id(), new Planned(path, et));
                changed = true;
            } else if (planned.remove(body.id()) != null) {
                changed = true;
            }
        }
        if (changed) {
            Map<Integer, SkyPath> byBody = new HashMap<>();
            planned.forEach((id, plan) -> byBody.put(id, plan.path));
            paths = new SkyPaths(generation, et, byBody);
        }
        return paths;
    }

    private @Nullable SkyPath sample(SkyBody body, Ephemeris ephemeris, double et) {
        if (body.id() == 10 || body.parent() == body.id()) {
            return null;
        }
        try {
            Coverage coverage = coverages.computeIfAbsent(body.id(), id -> ephemeris.coverage(id, body.parent()));
            Coverage.Span span = spanAt(coverage, et);
            if (span == null) {
                return null;
            }
            state(ephemeris, body, et);
            TwoBody ellipse = new TwoBody(state, TwoBody.gravity(body.id(), body.parent()));
            if (!ellipse.isEllipse()) {
                double from = Math.max(span.start(), et - OPEN_HALF);
                double to = Math.min(span.end(), et + OPEN_HALF);
                return to > from ? fromKernel(ephemeris, body, from, to, to - from) : null;
            }
            double period = ellipse.period();
            if (span.end() - span.start() < period) {
                return osculating(body, ellipse, et, period);
            }
            double from = Math.clamp(et - period / 2, span.start(), span.end() - period);
            return fromKernel(ephemeris, body, from, Math.min(from + period, span.end()), period);
        } catch (KernelException e) {
            // The frame tells why this body cannot be had; a path would only say it again.
            return null;
        }
    }

    private static Coverage.@Nullable Span spanAt(Coverage coverage, double et) {
        for (Coverage.Span span : coverage.spans()) {
            if (span.contains(et)) {
                return span;
            }
        }
        return null;
    }

    private SkyPath fromKernel(Ephemeris ephemeris, SkyBody body, double from, double to, double period) {
        double step = (to - from) / PIECES;
        double[] epochs = new double[PIECES + 1];
        for (int i = 0; i <= PIECES; i++) {
            epochs[i] = i == PIECES ? to : from + i * step;
        }
        double[] knots = new double[epochs.length * 6];
        counter.add(epochs.length);
        ephemeris.states(body.id(), body.parent(), epochs, knots);
        return new SkyPath(body.id(), body.parent(), from, step, knots, period, false);
    }

    private static SkyPath osculating(SkyBody body, TwoBody ellipse, double et, double period) {
        double step = period / PIECES;
        double[] knots = new double[(PIECES + 1) * 6];
        for (int i = 0; i <= PIECES; i++) {
            ellipse.state((i - PIECES / 2) * step, knots, i * 6);
        }
        return new SkyPath(body.id(), body.parent(), et - period / 2, step, knots, period, true);
    }

    private void state(Ephemeris ephemeris, SkyBody body, double et) {
        counter.add(1);
        ephemeris.state(body.id(), body.parent(), et, state);
    }
}
