package orrery.ephemeris;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.spk.DamagedSegmentException;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.Segment;
import orrery.spk.Workspace;

/**
 * The way from a body to its center and on, at one epoch, chosen as {@code spkgeo} does: at each hop the segment of
 * highest precedence that covers the epoch, with no search for another way. States are added from the target outward,
 * in the frame of the next hop, and the center's sum is subtracted at the end: that order gives SPICE's bits.
 *
 * <p>Stateless and thread-safe. The tracks of the pool are the routes, laid out once for a snapshot as epoch intervals;
 * following them allocates nothing.
 */
final class Route {
    private static final int J2000 = 1;

    /** What flat ways hand to their segments, which are of types that have no use for it. */
    static final Workspace UNTOUCHED = new Workspace();

    private Route() {}

    static void state(KernelPool pool, int target, int center, double et, double[] out, QueryScratch scratch) {
        state(pool, target, center, et, J2000, out, scratch);
    }

    /** The same in a frame of whatever kind, as {@code spkgeo} has it. */
    static void state(
            KernelPool pool, int target, int center, double et, int wanted, double[] out, QueryScratch scratch) {
        if (target == center) {
            Arrays.fill(out, 0, 6, 0.0);
            return;
        }
        if (center == NaifIds.SOLAR_SYSTEM_BARYCENTER && direct(pool.track(target), et, out)) {
            if (wanted != J2000) {
                PoolFrames.rotate(pool, out, J2000, wanted, et);
            }
            return;
        }
        int meeting = center == NaifIds.SOLAR_SYSTEM_BARYCENTER || target == NaifIds.SOLAR_SYSTEM_BARYCENTER
                ? NaifIds.SOLAR_SYSTEM_BARYCENTER
                : meeting(pool, target, center, et);
        int frame = sum(pool, target, meeting, et, out, scratch, target, center);
        if (center != meeting) {
            double[] side = scratch.center;
            int sideFrame = sum(pool, center, meeting, et, side, scratch, target, center);
            if (target == meeting || frame == sideFrame) {
                frame = sideFrame;
            } else if (frame == wanted) {
                PoolFrames.rotate(pool, side, sideFrame, frame, et);
            } else {
                PoolFrames.rotate(pool, out, frame, sideFrame, et);
                frame = sideFrame;
            }
            for (int i = 0; i < 6; i++) {
                out[i] -= side[i];
            }
        }
        if (frame != wanted) {
            PoolFrames.rotate(pool, out, frame, wanted, et);
        }
    }

    /**
     * The state relative to the solar-system barycenter where the way there is laid out flat; else false. It needs no
     * scratch: the sum so far waits in registers while the next hop is written to {@code out}. (The two terms of each
     * addition change places, which changes no bit.)
     */
    static boolean direct(@Nullable TargetSchedule track, double et, double[] out) {
        Link[] links = track == null ? null : track.fixed(et);
        if (links == null) {
            return false;
        }
        links[0].kernel().state(links[0].segment(), et, out, UNTOUCHED);
        for (int i = 1; i < links.length; i++) {
            double x = out[0];
            double y = out[1];
            double z = out[2];
            double vx = out[3];
            double vy = out[4];
            double vz = out[5];
            links[i].kernel().state(links[i].segment(), et, out, UNTOUCHED);
            out[0] += x;
            out[1] += y;
            out[2] += z;
            out[3] += vx;
            out[4] += vy;
            out[5] += vz;
        }
        return true;
    }

    /** As {@link Ephemeris#states(int, int, double[], double[])}, from one pool. */
    static void states(KernelPool pool, int target, int center, double[] epochs, double[] out, QueryScratch scratch) {
        TargetSchedule track = center == NaifIds.SOLAR_SYSTEM_BARYCENTER && target != NaifIds.SOLAR_SYSTEM_BARYCENTER
                ? pool.track(target)
                : null;
        double[] state = scratch.batch;
        for (int i = 0; i < epochs.length; i++) {
            if (!direct(track, epochs[i], state)) {
                state(pool, target, center, epochs[i], state, scratch);
            }
            put(state, out, 6 * i);
        }
    }

    /**
     * As {@link Ephemeris#states(int[], int, double, double[])}, from one pool. A hop that several bodies share (the
     * Earth-Moon barycenter, the Sun under the asteroids) is read once: one epoch has one state of it, and sums are
     * made in the order of {@link #direct}.
     */
    static void states(KernelPool pool, int[] targets, int center, double et, double[] out, QueryScratch scratch) {
        HopMemo memo = scratch.memo;
        double[] state = scratch.batch;
        try {
            for (int i = 0; i < targets.length; i++) {
                TargetSchedule track =
                        center == NaifIds.SOLAR_SYSTEM_BARYCENTER && targets[i] != NaifIds.SOLAR_SYSTEM_BARYCENTER
                                ? pool.track(targets[i])
                                : null;
                Link[] links = track == null ? null : track.fixed(et);
                if (links == null) {
                    state(pool, targets[i], center, et, state, scratch);
                    put(state, out, 6 * i);
                } else {
                    memo.sum(links, et, out, 6 * i);
                }
            }
        } finally {
            memo.clear();
        }
    }

    /** Number by number: a block copy would wait until all six have left the processor's store buffer. */
    static void put(double[] state, double[] out, int at) {
        out[at] = state[0];
        out[at + 1] = state[1];
        out[at + 2] = state[2];
        out[at + 3] = state[3];
        out[at + 4] = state[4];
        out[at + 5] = state[5];
    }

    /** Adds the states from {@code body} up to {@code stop} into {@code out}; returns the frame they are in. */
    private static int sum(
            KernelPool pool,
            int body,
            int stop,
            double et,
            double[] out,
            QueryScratch scratch,
            int target,
            int center) {
        TargetSchedule track = pool.track(body);
        int node = body;
        int frame = J2000;
        boolean first = true;
        while (node != stop) {
            Link link = track == null ? null : track.at(et);
            if (link == null) {
                throw NoRoute.from(pool, node, track, target, center, et);
            }
            Segment segment = link.segment();
            checkNotRefused(link);
            if (first) {
                link.kernel().state(segment, et, out, scratch.work);
                first = false;
            } else {
                double[] hop = scratch.hop;
                link.kernel().state(segment, et, hop, scratch.work);
                if (segment.frame() != frame) {
                    PoolFrames.rotate(pool, out, frame, segment.frame(), et);
                }
                for (int i = 0; i < 6; i++) {
                    out[i] += hop[i];
                }
            }
            frame = segment.frame();
            node = segment.center();
            track = link.center();
        }
        if (first) {
            Arrays.fill(out, 0, 6, 0.0);
        }
        return frame;
    }

    /** The first body on the center's chain that is on the target's chain too. */
    private static int meeting(KernelPool pool, int target, int center, double et) {
        int targetDepth = depth(pool, target, et);
        int centerDepth = depth(pool, center, et);
        int a = target;
        int b = center;
        TargetSchedule trackA = pool.track(a);
        TargetSchedule trackB = pool.track(b);
        while (a != b) {
            boolean stepA = targetDepth >= centerDepth;
            boolean stepB = centerDepth >= targetDepth;
            if (stepA) {
                Link link = trackA == null ? null : trackA.at(et);
                if (link == null) {
                    throw apart(pool, target, center, et);
                }
                checkUsable(link, et);
                a = link.segment().center();
                trackA = link.center();
                targetDepth--;
            }
            if (stepB) {
                Link link = trackB == null ? null : trackB.at(et);
                if (link == null) {
                    throw apart(pool, target, center, et);
                }
                checkUsable(link, et);
                b = link.segment().center();
                trackB = link.center();
                centerDepth--;
            }
        }
        return a;
    }

    /** The chains do not meet. To blame is the one that ends before the solar-system barycenter, the target's first. */
    private static KernelException apart(KernelPool pool, int target, int center, double et) {
        int end = end(pool, target, et);
        int culprit = end == NaifIds.SOLAR_SYSTEM_BARYCENTER ? end(pool, center, et) : end;
        return NoRoute.from(pool, culprit, pool.track(culprit), target, center, et);
    }

    /** The body at which the chain from {@code body} can be followed no further. */
    private static int end(KernelPool pool, int body, double et) {
        TargetSchedule track = pool.track(body);
        int node = body;
        while (track != null) {
            Link link = track.at(et);
            if (link == null) {
                break;
            }
            checkUsable(link, et);
            node = link.segment().center();
            track = link.center();
        }
        return node;
    }

    private static int depth(KernelPool pool, int body, double et) {
        int depth = 0;
        TargetSchedule track = pool.track(body);
        while (track != null) {
            Link link = track.at(et);
            if (link == null) {
                break;
            }
            depth++;
            track = link.center();
        }
        return depth;
    }

    /** The chain would have to go through a segment that gives no states: let it say why itself. */
    private static void checkUsable(Link link, double et) {
        checkNotRefused(link);
        if (!link.segment().usable()) {
            QueryScratch scratch = QueryScratch.ofThread();
            link.kernel().state(link.segment(), et, scratch.hop, scratch.work);
        }
    }

    private static void checkNotRefused(Link link) {
        String refusal = link.refusal();
        if (refusal != null) {
            throw new DamagedSegmentException(
                    link.segment() + " of " + link.kernel().name() + " was set aside: " + refusal);
        }
    }

    static List<Hop> explain(KernelPool pool, int target, int center, double et) {
        List<Hop> hops = new ArrayList<>();
        if (target != center) {
            int meeting = center == NaifIds.SOLAR_SYSTEM_BARYCENTER || target == NaifIds.SOLAR_SYSTEM_BARYCENTER
                    ? NaifIds.SOLAR_SYSTEM_BARYCENTER
                    : meeting(pool, target, center, et);
            collect(pool, target, meeting, et, false, hops, target, center);
            collect(pool, center, meeting, et, true, hops, target, center);
        }
        return List.copyOf(hops);
    }

    private static void collect(
            KernelPool pool,
            int body,
            int stop,
            double et,
            boolean fromCenter,
            List<Hop> hops,
            int target,
            int center) {
        TargetSchedule track = pool.track(body);
        int node = body;
        while (node != stop) {
            Link link = track == null ? null : track.at(et);
            if (link == null) {
                throw NoRoute.from(pool, node, track, target, center, et);
            }
            checkUsable(link, et);
            Segment segment = link.segment();
            hops.add(new Hop(link.kernel(), segment, link.kernel().read(() -> segment.granule(et)), fromCenter));
            node = segment.center();
            track = link.center();
        }
    }

    /**
     * Each bound stands for itself, and what lies strictly between two of them answers as one: a span that is left open
     * at a bound ends at the last number before it.
     */
    static Coverage coverage(KernelPool pool, int target, int center) {
        double[] bounds = bounds(pool, target, center);
        List<Coverage.Span> spans = new ArrayList<>();
        double start = Double.NaN;
        double end = Double.NaN;
        for (int i = 0; i < 2 * bounds.length - 1; i++) {
            boolean between = i % 2 == 1;
            double from = between ? Math.nextUp(bounds[i / 2]) : bounds[i / 2];
            double until = between ? Math.nextDown(bounds[i / 2 + 1]) : from;
            if (from > until) {
                continue;
            }
            boolean leads = leads(pool, target, center, from);
            if (leads && Double.isNaN(start)) {
                start = from;
            } else if (!leads && !Double.isNaN(start)) {
                spans.add(new Coverage.Span(start, end));
                start = Double.NaN;
            }
            end = until;
        }
        if (!Double.isNaN(start)) {
            spans.add(new Coverage.Span(start, end));
        }
        return new Coverage(spans);
    }

    /** Every epoch at which anything on any route from target or center may change. */
    private static double[] bounds(KernelPool pool, int target, int center) {
        Set<Integer> seen = new HashSet<>(List.of(target, center));
        Deque<Integer> open = new ArrayDeque<>(seen);
        Set<Double> bounds = new TreeSet<>();
        while (!open.isEmpty()) {
            TargetSchedule track = pool.track(open.remove());
            if (track == null) {
                continue;
            }
            for (double bound : track.bounds()) {
                bounds.add(bound);
            }
            for (Link link : track.links()) {
                int next = link.segment().center();
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether a chain of usable segments leads from target to center. */
    private static boolean leads(KernelPool pool, int target, int center, double et) {
        try {
            if (target == center) {
                return true;
            }
            int meeting = center == NaifIds.SOLAR_SYSTEM_BARYCENTER || target == NaifIds.SOLAR_SYSTEM_BARYCENTER
                    ? NaifIds.SOLAR_SYSTEM_BARYCENTER
                    : meeting(pool, target, center, et);
            return reaches(pool, target, meeting, et) && reaches(pool, center, meeting, et);
        } catch (KernelException _) {
            return false;
        }
    }

    private static boolean reaches(KernelPool pool, int body, int stop, double et) {
        @Nullable TargetSchedule track = pool.track(body);
        int node = body;
        while (node != stop) {
            Link link = track == null ? null : track.at(et);
            if (link == null || !link.isUsable()) {
                return false;
            }
            node = link.segment().center();
            track = link.center();
        }
        return true;
    }
}
