package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * The route from a body to its center and onward, at one epoch, chosen as {@code spkgeo} does: at each hop, the segment
 * of highest precedence that covers the epoch, without searching for alternatives. States are added from the target
 * outward, in the frame of the next hop, and the center's sum is subtracted at the end. This order gives results
 * bit-identical to SPICE's.
 *
 * <p>Confined to one thread; it belongs to that thread's {@link Query}. Only {@link #direct} needs no query. The pool's
 * tracks are the routes, prepared once per snapshot as epoch intervals; following them allocates nothing.
 */
final class Route {
    private static final int J2000 = 1;

    /** Passed to the segments of fixed chains, whose types do not use it. */
    static final Workspace UNTOUCHED = new Workspace();

    private final Workspace work = new Workspace();
    private final double[] hop = new double[6];
    private final double[] side = new double[6];
    private final double[] batch = new double[6];
    private final HopMemo memo = new HopMemo();

    private KernelPool pool;
    /** The query, for error messages. */
    private int askedTarget;

    private int askedCenter;

    Route(KernelPool pool) {
        this.pool = pool;
    }

    KernelPool pool() {
        return pool;
    }

    /** Uses this pool from now on. */
    void use(KernelPool next) {
        if (pool != next) {
            pool = next;
        }
    }

    /** As {@link Ephemeris#state}. */
    void state(int target, int center, double et, double[] out) {
        state(target, center, et, J2000, out);
    }

    /** The same in a frame of any kind, as in {@code spkgeo}. */
    void state(int target, int center, double et, int wanted, double[] out) {
        if (target == center) {
            Arrays.fill(out, 0, 6, 0.0);
            return;
        }
        if (center == NaifIds.SOLAR_SYSTEM_BARYCENTER && direct(pool.schedule(target), et, out)) {
            if (wanted != J2000) {
                PoolFrames.rotate(pool, out, J2000, wanted, et);
            }
            return;
        }
        asked(target, center);
        int meeting = meeting(target, center, et);
        int frame = sum(target, meeting, et, out);
        if (center != meeting) {
            int sideFrame = sum(center, meeting, et, side);
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
     * Computes the state relative to the solar-system barycenter if the chain to it is fixed; otherwise returns false.
     * It needs no scratch: the sum so far is kept in registers while the next hop is written to {@code out}. (The two
     * terms of each addition are swapped, which changes no bit.)
     */
    static boolean direct(@Nullable TargetSchedule schedule, double et, double[] out) {
        Link[] links = schedule == null ? null : schedule.fixed(et);
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
    void states(int target, int center, double[] epochs, double[] out) {
        TargetSchedule schedule = center == NaifIds.SOLAR_SYSTEM_BARYCENTER && target != NaifIds.SOLAR_SYSTEM_BARYCENTER
                ? pool.schedule(target)
                : null;
        double[] state = batch;
        for (int i = 0; i < epochs.length; i++) {
            if (!direct(schedule, epochs[i], state)) {
                state(target, center, epochs[i], state);
            }
            put(state, out, 6 * i);
        }
    }

    /**
     * As {@link Ephemeris#states(int[], int, double, double[])}, from one pool. A hop that several bodies share (the
     * Earth-Moon barycenter, the Sun under the asteroids) is read once: its state at an epoch is unique, and sums are
     * computed in the order of {@link #direct}.
     */
    void states(int[] targets, int center, double et, double[] out) {
        KernelPool asked = pool;
        HopMemo known = memo;
        double[] state = batch;
        try {
            for (int i = 0; i < targets.length; i++) {
                TargetSchedule schedule =
                        center == NaifIds.SOLAR_SYSTEM_BARYCENTER && targets[i] != NaifIds.SOLAR_SYSTEM_BARYCENTER
                                ? asked.schedule(targets[i])
                                : null;
                Link[] links = schedule == null ? null : schedule.fixed(et);
                if (links == null) {
                    state(targets[i], center, et, state);
                    put(state, out, 6 * i);
                } else {
                    known.sum(links, et, out, 6 * i);
                }
            }
        } finally {
            known.clear();
        }
    }

    /** One number at a time: a block copy would wait until all six have left the processor's store buffer. */
    static void put(double[] state, double[] out, int at) {
        out[at] = state[0];
        out[at + 1] = state[1];
        out[at + 2] = state[2];
        out[at + 3] = state[3];
        out[at + 4] = state[4];
        out[at + 5] = state[5];
    }

    /** Adds the states from {@code body} up to {@code stop} into {@code out}; returns the frame they are in. */
    private int sum(int body, int stop, double et, double[] out) {
        TargetSchedule schedule = pool.schedule(body);
        int node = body;
        int frame = J2000;
        boolean first = true;
        while (node != stop) {
            Link link = schedule == null ? null : schedule.at(et);
            if (link == null) {
                throw noRoute(node, schedule, et);
            }
            Segment segment = link.segment();
            checkNotRefused(link);
            if (first) {
                link.kernel().state(segment, et, out, work);
                first = false;
            } else {
                link.kernel().state(segment, et, hop, work);
                if (segment.frame() != frame) {
                    PoolFrames.rotate(pool, out, frame, segment.frame(), et);
                }
                for (int i = 0; i < 6; i++) {
                    out[i] += hop[i];
                }
            }
            frame = segment.frame();
            node = segment.center();
            schedule = link.center();
        }
        if (first) {
            Arrays.fill(out, 0, 6, 0.0);
        }
        return frame;
    }

    private void asked(int target, int center) {
        askedTarget = target;
        askedCenter = center;
    }

    private KernelException noRoute(int node, @Nullable TargetSchedule schedule, double et) {
        return NoRoute.from(pool, node, schedule, askedTarget, askedCenter, et);
    }

    /** The first body on the center's chain that is on the target's chain too. */
    private int meeting(int target, int center, double et) {
        if (center == NaifIds.SOLAR_SYSTEM_BARYCENTER || target == NaifIds.SOLAR_SYSTEM_BARYCENTER) {
            return NaifIds.SOLAR_SYSTEM_BARYCENTER;
        }
        int targetDepth = depth(target, et);
        int centerDepth = depth(center, et);
        int a = target;
        int b = center;
        TargetSchedule scheduleA = pool.schedule(a);
        TargetSchedule scheduleB = pool.schedule(b);
        while (a != b) {
            boolean stepA = targetDepth >= centerDepth;
            boolean stepB = centerDepth >= targetDepth;
            if (stepA) {
                Link link = scheduleA == null ? null : scheduleA.at(et);
                if (link == null) {
                    throw apart(target, center, et);
                }
                checkUsable(link, et);
                a = link.segment().center();
                scheduleA = link.center();
                targetDepth--;
            }
            if (stepB) {
                Link link = scheduleB == null ? null : scheduleB.at(et);
                if (link == null) {
                    throw apart(target, center, et);
                }
                checkUsable(link, et);
                b = link.segment().center();
                scheduleB = link.center();
                centerDepth--;
            }
        }
        return a;
    }

    /**
     * The chains do not meet. The fault is in the one that ends before the solar-system barycenter; the target's is
     * checked first.
     */
    private KernelException apart(int target, int center, double et) {
        int end = end(target, et);
        int culprit = end == NaifIds.SOLAR_SYSTEM_BARYCENTER ? end(center, et) : end;
        return noRoute(culprit, pool.schedule(culprit), et);
    }

    /** The body beyond which the chain from {@code body} cannot be followed. */
    private int end(int body, double et) {
        TargetSchedule schedule = pool.schedule(body);
        int node = body;
        while (schedule != null) {
            Link link = schedule.at(et);
            if (link == null) {
                break;
            }
            checkUsable(link, et);
            node = link.segment().center();
            schedule = link.center();
        }
        return node;
    }

    private int depth(int body, double et) {
        int depth = 0;
        TargetSchedule schedule = pool.schedule(body);
        while (schedule != null) {
            Link link = schedule.at(et);
            if (link == null) {
                break;
            }
            depth++;
            schedule = link.center();
        }
        return depth;
    }

    /** The chain would have to go through a segment that gives no states: let the segment report why. */
    private void checkUsable(Link link, double et) {
        checkNotRefused(link);
        if (!link.segment().usable()) {
            link.kernel().state(link.segment(), et, hop, work);
        }
    }

    private static void checkNotRefused(Link link) {
        String refusal = link.refusal();
        if (refusal != null) {
            throw new DamagedSegmentException(
                    link.segment() + " of " + link.kernel().name() + " was set aside: " + refusal);
        }
    }

    /** As {@link Ephemeris#explain}. */
    List<Hop> explain(int target, int center, double et) {
        List<Hop> hops = new ArrayList<>();
        if (target != center) {
            asked(target, center);
            int meeting = meeting(target, center, et);
            collect(target, meeting, et, false, hops);
            collect(center, meeting, et, true, hops);
        }
        return List.copyOf(hops);
    }

    private void collect(int body, int stop, double et, boolean fromCenter, List<Hop> hops) {
        TargetSchedule schedule = pool.schedule(body);
        int node = body;
        while (node != stop) {
            Link link = schedule == null ? null : schedule.at(et);
            if (link == null) {
                throw noRoute(node, schedule, et);
            }
            checkUsable(link, et);
            Segment segment = link.segment();
            hops.add(new Hop(link.kernel(), segment, link.kernel().read(() -> segment.granule(et)), fromCenter));
            node = segment.center();
            schedule = link.center();
        }
    }

    /** Whether a chain of usable segments leads from target to center. */
    boolean leads(int target, int center, double et) {
        try {
            if (target == center) {
                return true;
            }
            asked(target, center);
            int meeting = meeting(target, center, et);
            return reaches(target, meeting, et) && reaches(center, meeting, et);
        } catch (KernelException _) {
            return false;
        }
    }

    private boolean reaches(int body, int stop, double et) {
        @Nullable TargetSchedule schedule = pool.schedule(body);
        int node = body;
        while (node != stop) {
            Link link = schedule == null ? null : schedule.at(et);
            if (link == null || !link.isUsable()) {
                return false;
            }
            node = link.segment().center();
            schedule = link.center();
        }
        return true;
    }
}
