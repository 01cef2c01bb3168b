package orrery.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Elements;
import orrery.ephemeris.Ephemeris;
import orrery.math.Constants;
import orrery.math.TwoBody;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * Samples the paths of bodies around their parents: one turn about the present from the kernel itself or, if the kernel
 * does not cover a whole turn, the osculating ellipse.
 *
 * <p>Confined to one thread; its results are immutable.
 */
final class PathPlanner {
    private static final int PIECES = 360;
    /** A path is resampled when the present has moved by this share of a turn. */
    private static final double DRIFT = 1.0 / 32;
    /** A path around nothing heavy shows this much of the past and of the future, seconds. */
    private static final double OPEN_HALF = 15 * Constants.DAY;

    /** An osculating ellipse is renewed when the present has moved by this share of a turn. */
    private static final double ELLIPSE_DRIFT = 1.0 / 500;
    /** The length of a path relative to one body, in that body's turns, or in its own if these are many more. */
    private static final double TURNS = 8;

    private static final double MOST_TURNS = 64;
    private static final double KNOTS_A_TURN = 64;
    /** How far a relative path is sampled into the future, as a share of its length. */
    private static final double AHEAD = 1.0 / 64;

    private record PlannedPath(SkyPath path, double et) {}

    private final QueryCounter counter;
    private final double[] state = new double[6];
    private final TwoBody motion = new TwoBody();
    private final Map<Integer, PlannedPath> planned = new HashMap<>();
    private final Map<Integer, PlannedPath> ellipses = new HashMap<>();
    private final Map<Integer, PlannedPath> centered = new HashMap<>();
    private final Map<Integer, Coverage> coverages = new HashMap<>();
    private long generation;
    private SkyPaths paths = SkyPaths.NONE;

    PathPlanner(QueryCounter counter) {
        this.counter = counter;
    }

    /** The paths about an epoch; the same value as before if nothing had to be resampled. */
    SkyPaths plan(SkyCatalogue catalogue, Ephemeris ephemeris, double et, PathWish wish) {
        boolean changed = generation != catalogue.generation() || !wish.equals(paths.wish());
        if (generation != catalogue.generation()) {
            generation = catalogue.generation();
            planned.clear();
            coverages.clear();
            ellipses.clear();
            centered.clear();
        }
        List<SkyBody> bodies = withPaths(catalogue, wish);
        if (!wish.equals(paths.wish())) {
            if (!wish.sameKinds(paths.wish())) {
                centered.clear();
            }
            Set<Integer> ids = bodies.stream().map(SkyBody::id).collect(Collectors.toSet());
            planned.keySet().retainAll(ids);
            ellipses.keySet().retainAll(ids);
            centered.keySet().retainAll(ids);
        }
        for (SkyBody body : bodies) {
            PlannedPath before = planned.get(body.id());
            if (before != null && Math.abs(et - before.et) <= before.path.period() * DRIFT) {
                continue;
            }
            SkyPath path = body.covers(et) ? sample(body, ephemeris, et) : null;
            if (path != null) {
                planned.put(body.id(), new PlannedPath(path, et));
                changed = true;
            } else if (planned.remove(body.id()) != null) {
                changed = true;
            }
        }
        if (wish.osculating()) {
            changed |= ellipses(bodies, ephemeris, et);
        } else {
            ellipses.clear();
        }
        if (wish.centered()) {
            changed |= centered(bodies, ephemeris, et, wish);
        }
        if (changed) {
            paths = new SkyPaths(generation, et, wish, paths(planned), paths(ellipses), paths(centered));
        }
        return paths;
    }

    /** The bodies whose paths are sampled: those that stand apart, and of the crowd those that are wished for. */
    private static List<SkyBody> withPaths(SkyCatalogue catalogue, PathWish wish) {
        List<SkyBody> bodies = new ArrayList<>(catalogue.apart());
        IntStream.of(wish.chosen(), wish.center(), wish.turning())
                .distinct()
                .map(catalogue::indexOf)
                .filter(index -> index >= 0 && catalogue.isCrowd(index))
                .forEach(index -> bodies.add(catalogue.bodies().get(index)));
        return bodies;
    }

    private static Map<Integer, SkyPath> paths(Map<Integer, PlannedPath> plans) {
        Map<Integer, SkyPath> byBody = new HashMap<>();
        plans.forEach((id, plan) -> byBody.put(id, plan.path));
        return byBody;
    }

    /** Renews the ellipses of bodies that have moved enough for it to be visible. */
    private boolean ellipses(List<SkyBody> bodies, Ephemeris ephemeris, double et) {
        boolean changed = false;
        for (SkyBody body : bodies) {
            PlannedPath before = ellipses.get(body.id());
            if (body.id() == NaifIds.SUN
                    || (before != null && Math.abs(et - before.et) <= before.path.period() * ELLIPSE_DRIFT)) {
                continue;
            }
            SkyPath path = body.covers(et) ? ellipse(body, ephemeris, et) : null;
            if (path != null) {
                ellipses.put(body.id(), new PlannedPath(path, et));
                changed = true;
            } else if (ellipses.remove(body.id()) != null) {
                changed = true;
            }
        }
        return changed;
    }

    private @Nullable SkyPath ellipse(SkyBody body, Ephemeris ephemeris, double et) {
        try {
            state(ephemeris, body.id(), body.parent(), et);
            Elements ellipse = Elements.of(state, Bodies.gm(body.id(), body.parent()), et);
            return ellipse.isEllipse() ? osculating(body, ellipse) : null;
        } catch (KernelException e) {
            // As with the kernel's own path: the frame gives the reason.
            return null;
        }
    }

    /** Renews the past paths relative to one body if the present has reached their ends. */
    private boolean centered(List<SkyBody> bodies, Ephemeris ephemeris, double et, PathWish wish) {
        boolean changed = false;
        double longest = Math.max(period(wish.center()), period(wish.turning()));
        for (SkyBody body : bodies) {
            PlannedPath before = centered.get(body.id());
            if (body.id() == wish.center()
                    || (before != null && Math.abs(et - before.et) <= before.path.period() * AHEAD * 0.9)) {
                continue;
            }
            SkyPath path = body.covers(et) ? relative(body, ephemeris, et, wish, longest) : null;
            if (path != null) {
                centered.put(body.id(), new PlannedPath(path, et));
                changed = true;
            } else if (centered.remove(body.id()) != null) {
                changed = true;
            }
        }
        return changed;
    }

    /** Seconds of a body's turn around its parent; 0 if it has none. */
    private double period(int body) {
        PlannedPath plan = planned.get(body);
        return plan == null ? 0 : plan.path.period();
    }

    private @Nullable SkyPath relative(SkyBody body, Ephemeris ephemeris, double et, PathWish wish, double longest) {
        double own = period(body.id());
        double unit = longest > 0 ? longest : own;
        if (!(unit > 0)) {
            return null;
        }
        double length = own > 0 ? Math.min(TURNS * unit, MOST_TURNS * own) : TURNS * unit;
        Coverage.Span span = spanAt(body.coverage(), et);
        if (span == null) {
            return null;
        }
        double from = Math.max(span.start(), et - length);
        double to = Math.min(span.end(), et + length * AHEAD);
        double finest = own > 0 ? Math.min(own, unit) : unit;
        int pieces = (int) Math.clamp((to - from) / finest * KNOTS_A_TURN, 120.0, 4000.0);
        double step = (to - from) / pieces;
        if (!(step > 0)) {
            return null;
        }
        double[] knots = new double[(pieces + 1) * 6];
        try {
            for (int i = 0; i <= pieces; i++) {
                double at = i == pieces ? to : from + i * step;
                state(ephemeris, body.id(), wish.center(), at);
                System.arraycopy(state, 0, knots, i * 6, 6);
                if (wish.turns()) {
                    state(ephemeris, wish.turning(), wish.center(), at);
                    turn(state, knots, i * 6);
                }
            }
        } catch (KernelException e) {
            // The center is not covered over all of that time: no path is better than half of one.
            return null;
        }
        if (wish.turns()) {
            differentiate(knots, step);
        }
        return new SkyPath(body.id(), wish.center(), new SkyPath.Knots(from, step, knots), length, false);
    }

    /** Rotates a position to axes: x along the given state's position, z along its angular momentum. */
    private static void turn(double[] by, double[] knots, int at) {
        double r = Math.sqrt(by[0] * by[0] + by[1] * by[1] + by[2] * by[2]);
        double hx = by[1] * by[5] - by[2] * by[4];
        double hy = by[2] * by[3] - by[0] * by[5];
        double hz = by[0] * by[4] - by[1] * by[3];
        double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
        double ax = by[0] / r;
        double ay = by[1] / r;
        double az = by[2] / r;
        hx /= h;
        hy /= h;
        hz /= h;
        double x = knots[at];
        double y = knots[at + 1];
        double z = knots[at + 2];
        knots[at] = x * ax + y * ay + z * az;
        knots[at + 1] = x * (hy * az - hz * ay) + y * (hz * ax - hx * az) + z * (hx * ay - hy * ax);
        knots[at + 2] = x * hx + y * hy + z * hz;
    }

    /** Velocities in rotating axes, from the positions in them. */
    private static void differentiate(double[] knots, double step) {
        int last = knots.length / 6 - 1;
        for (int i = 0; i <= last; i++) {
            int a = Math.max(0, i - 1);
            int b = Math.min(last, i + 1);
            for (int k = 0; k < 3; k++) {
                knots[i * 6 + 3 + k] = (knots[b * 6 + k] - knots[a * 6 + k]) / ((b - a) * step);
            }
        }
    }

    private @Nullable SkyPath sample(SkyBody body, Ephemeris ephemeris, double et) {
        if (body.id() == NaifIds.SUN || body.parent() == body.id() || body.aboutOwnBarycenter()) {
            return null;
        }
        try {
            Coverage coverage = coverages.computeIfAbsent(body.id(), id -> ephemeris.coverage(id, body.parent()));
            Coverage.Span span = spanAt(coverage, et);
            if (span == null) {
                return null;
            }
            state(ephemeris, body.id(), body.parent(), et);
            // About the solar-system barycenter, the Sun's mass only determines the length of a turn.
            boolean free = body.parent() == NaifIds.SOLAR_SYSTEM_BARYCENTER;
            Elements ellipse = Elements.of(state, Bodies.gm(body.id(), free ? NaifIds.SUN : body.parent()), et);
            boolean whole = span.end() - span.start() >= ellipse.period();
            if (!ellipse.isEllipse() || (free && !whole)) {
                double from = Math.max(span.start(), et - OPEN_HALF);
                double to = Math.min(span.end(), et + OPEN_HALF);
                return to > from ? fromKernel(ephemeris, body, from, to, to - from) : null;
            }
            double period = ellipse.period();
            if (!whole) {
                return osculating(body, ellipse);
            }
            double from = Math.clamp(et - period / 2, span.start(), span.end() - period);
            return fromKernel(ephemeris, body, from, Math.min(from + period, span.end()), period);
        } catch (KernelException e) {
            // The frame says why this body is unavailable; a path would only repeat it.
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
        return new SkyPath(body.id(), body.parent(), new SkyPath.Knots(from, step, knots), period, false);
    }

    /** The osculating ellipse of {@link #state}; null if it is not on an ellipse. */
    private @Nullable SkyPath osculating(SkyBody body, Elements ellipse) {
        double period = ellipse.period();
        double step = period / PIECES;
        double[] knots = new double[(PIECES + 1) * 6];
        for (int i = 0; i <= PIECES; i++) {
            if (!motion.propagate(ellipse.gm(), state, (i - PIECES / 2) * step)) {
                return null;
            }
            System.arraycopy(motion.state, 0, knots, i * 6, 6);
        }
        SkyPath.Knots all = new SkyPath.Knots(ellipse.epoch() - period / 2, step, knots);
        return new SkyPath(body.id(), body.parent(), all, period, true);
    }

    private void state(Ephemeris ephemeris, int target, int center, double et) {
        counter.add(1);
        ephemeris.state(target, center, et, state);
    }
}
