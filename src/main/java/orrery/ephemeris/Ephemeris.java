package orrery.ephemeris;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelPool;
import orrery.binding.KernelScope;
import orrery.binding.LivePool;
import orrery.frames.BodyAxes;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.OutsideCoverageException;

/**
 * States of bodies from a set of kernels.
 *
 * <p>Stateless, lock-free, re-entrant; any number of threads may use one instance. {@link #state} allocates nothing
 * after a thread's first call. The same inputs give bit-identical results on every thread and in every run; the order
 * of floating-point operations is SPICE's ({@code spkgeo}).
 *
 * <p>A state, an apparent place, and the segments that a state comes from:
 *
 * {@snippet file="orrery/ephemeris/ReaderExamplesTest.java" region="ephemeris"}
 */
public final class Ephemeris {
    private final @Nullable KernelPool fixed;
    private final @Nullable LivePool live;
    private final boolean scoped;

    private Ephemeris(@Nullable KernelPool fixed, @Nullable LivePool live, boolean scoped) {
        this.fixed = fixed;
        this.live = live;
        this.scoped = scoped;
    }

    /**
     * Makes an ephemeris of one pool.
     *
     * @param pool answers the queries; the caller still has to close it
     * @return states from that pool
     */
    public static Ephemeris of(KernelPool pool) {
        return new Ephemeris(pool, null, false);
    }

    /**
     * Makes an ephemeris of a live pool.
     *
     * @param live answers the queries; its pool may be replaced at any time
     * @return states from the pool that is current when each query begins
     */
    public static Ephemeris live(LivePool live) {
        return new Ephemeris(null, live, false);
    }

    /**
     * Makes an ephemeris that a {@link KernelScope} can override.
     *
     * @param live used if no pool is bound
     * @return states from the pool bound for the calling thread, or else from {@code live}
     */
    public static Ephemeris current(LivePool live) {
        return new Ephemeris(null, live, true);
    }

    /**
     * Computes the geometric state of one body relative to another.
     *
     * @param target NAIF id
     * @param center NAIF id
     * @param et TDB seconds past J2000
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s, ICRF (J2000); undefined when this
     *     throws
     * @throws NoDataException if no chain of segments leads from target to center
     * @throws OutsideCoverageException if such a chain exists only at other epochs
     * @throws KernelException if the segment that should answer is damaged, closed, faulted or of an unsupported type
     * @throws IndexOutOfBoundsException if {@code out} is too short
     */
    public void state(int target, int center, double et, double[] out) {
        QueryObserver.@Nullable QueryProbe probe = QueryWatch.on ? QueryWatch.next() : null;
        if (probe == null) {
            answer(target, center, et, out);
        } else {
            observed(probe, target, center, et, out);
        }
    }

    private void observed(QueryObserver.QueryProbe probe, int target, int center, double et, double[] out) {
        try {
            answer(target, center, et, out);
        } catch (RuntimeException e) {
            throw QueryWatch.refused(probe, target, center, et, QueryObserver.Kind.STATE, e);
        }
        probe.ended(target, center, et, QueryObserver.Kind.STATE, "");
    }

    /** As {@link #state}, but without reporting to the observer. */
    void answer(int target, int center, double et, double[] out) {
        KernelPool pool = pool();
        try {
            if (center != NaifIds.SOLAR_SYSTEM_BARYCENTER
                    || target == NaifIds.SOLAR_SYSTEM_BARYCENTER
                    || !Route.direct(pool.schedule(target), et, out)) {
                Query.of(pool).route.state(target, center, et, out);
            }
        } catch (KernelClosedException e) {
            writeAgain(pool, e, query -> query.route.state(target, center, et, out));
        }
    }

    /**
     * Computes the states of one body at many epochs, each as {@link #state} does, all from one pool. Intended for the
     * path of a body.
     *
     * @param target NAIF id
     * @param center NAIF id
     * @param epochs TDB seconds past J2000, in any order
     * @param out receives six numbers per epoch, one epoch after another; undefined when this throws
     * @throws IllegalArgumentException if {@code out} has fewer than six elements per epoch
     * @throws KernelException as {@link #state}, for the first epoch that fails
     */
    public void states(int target, int center, double[] epochs, double[] out) {
        checkRoom(epochs.length, out);
        KernelPool pool = pool();
        try {
            Query.of(pool).route.states(target, center, epochs, out);
        } catch (KernelClosedException e) {
            writeAgain(pool, e, query -> query.route.states(target, center, epochs, out));
        }
    }

    /**
     * Computes the states of many bodies at one epoch, each as {@link #state} does, all from one pool. Intended for
     * drawing all bodies at one moment.
     *
     * @param targets NAIF ids
     * @param center NAIF id
     * @param et TDB seconds past J2000
     * @param out receives six numbers per body, one body after another; undefined when this throws
     * @throws IllegalArgumentException if {@code out} has fewer than six elements per body
     * @throws KernelException as {@link #state}, for the first body that fails
     */
    public void states(int[] targets, int center, double et, double[] out) {
        checkRoom(targets.length, out);
        KernelPool pool = pool();
        try {
            Query.of(pool).route.states(targets, center, et, out);
        } catch (KernelClosedException e) {
            writeAgain(pool, e, query -> query.route.states(targets, center, et, out));
        }
    }

    private static void checkRoom(int states, double[] out) {
        if (out.length < 6L * states) {
            throw new IllegalArgumentException(states + " states need room for " + 6L * states
                    + " numbers; there is room for " + out.length + ".");
        }
    }

    /**
     * Computes the place of any body as an observer sees it. The first three kinds of place are those of {@link
     * #planetAt(int, int, double, Aberration, double[])} with the matching correction; the others follow the almanacs
     * and need the Sun.
     *
     * @param target NAIF id
     * @param observer NAIF id
     * @param et TDB seconds past J2000, at the observer; data must also cover the epoch at which the light left the
     *     target and, from the apparent place on, one second on either side
     * @param place the kind of place: geometric, astrometric, apparent, or one of the almanacs' kinds
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s, in the axes of that kind of place,
     *     including the rotation of axes of date; undefined when this throws
     * @return light time in seconds
     * @throws KernelException as {@link #state}
     */
    public double planetAt(int target, int observer, double et, PlaceKind place, double[] out) {
        if (!place.isProper()) {
            return planetAt(target, observer, et, place.aberration(), out);
        }
        QueryObserver.@Nullable QueryProbe probe = QueryWatch.on ? QueryWatch.next() : null;
        if (probe == null) {
            return proper(target, observer, et, place, out);
        }
        double lightTime;
        try {
            lightTime = proper(target, observer, et, place, out);
        } catch (RuntimeException e) {
            throw QueryWatch.refused(probe, target, observer, et, QueryObserver.Kind.PLACE, e);
        }
        probe.ended(target, observer, et, QueryObserver.Kind.PLACE, "");
        return lightTime;
    }

    private double proper(int target, int observer, double et, PlaceKind place, double[] out) {
        KernelPool pool = pool();
        try {
            return Query.of(pool).proper.state(target, observer, et, place, out);
        } catch (KernelClosedException e) {
            return again(pool, e, query -> query.proper.state(target, observer, et, place, out));
        }
    }

    /**
     * Computes the state of any body corrected for the time that light travels, as seen from an observer or, with the
     * transmission corrections, as aimed at from there: as SPICE's {@code spkez} does in J2000. Each call uses a single
     * pool. Allocates nothing after a thread's first call; the same inputs give bit-identical results.
     *
     * @param target NAIF id
     * @param observer NAIF id; with any correction both need a chain to the solar-system barycenter
     * @param et TDB seconds past J2000, at the observer. Data must also cover the other end of the light path:
     *     earlier by the light time, or later for the transmission corrections; and with stellar aberration one second
     *     on either side
     * @param aberration the correction for light time and aberration
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s, ICRF, including the rates of light
     *     time and aberration; undefined when this throws
     * @return light time in seconds
     * @throws KernelException as {@link #state}
     */
    public double planetAt(int target, int observer, double et, Aberration aberration, double[] out) {
        QueryObserver.@Nullable QueryProbe probe = QueryWatch.on ? QueryWatch.next() : null;
        if (probe == null) {
            return place(target, observer, et, aberration, out);
        }
        double lightTime;
        try {
            lightTime = place(target, observer, et, aberration, out);
        } catch (RuntimeException e) {
            throw QueryWatch.refused(probe, target, observer, et, QueryObserver.Kind.PLACE, e);
        }
        probe.ended(target, observer, et, QueryObserver.Kind.PLACE, "");
        return lightTime;
    }

    private double place(int target, int observer, double et, Aberration aberration, double[] out) {
        KernelPool pool = pool();
        try {
            return Query.of(pool).light.place(target, observer, et, aberration, out);
        } catch (KernelClosedException e) {
            return again(pool, e, query -> query.light.place(target, observer, et, aberration, out));
        }
    }

    /**
     * Computes the state of any body as seen from an observer, or as aimed at from there, in a frame of any kind, as
     * SPICE's {@code spkez} does. A rotating frame is evaluated at the epoch at which light left its center for the
     * observer or, for the transmission corrections, at which light from the observer meets it; without a correction,
     * at the given epoch. Allocates nothing after a thread's first call for a frame; the same inputs give bit-identical
     * results.
     *
     * @param target NAIF id
     * @param observer NAIF id
     * @param et TDB seconds past J2000, at the observer
     * @param aberration the correction for light time and aberration
     * @param frame one of {@link #frames} of the same pool
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s, in the frame, including its
     *     rotation; undefined when this throws
     * @return light time in seconds
     * @throws NoDataException if light time to the frame's center is needed and there is no data for it
     * @throws KernelException as {@link #state}, or if the frame's orientation is unknown at that epoch
     */
    public double planetAt(
            int target, int observer, double et, Aberration aberration, ReferenceFrame frame, double[] out) {
        KernelPool pool = pool();
        try {
            return Query.of(pool).light.place(target, observer, et, aberration, frame, out);
        } catch (KernelClosedException e) {
            return again(pool, e, query -> query.light.place(target, observer, et, aberration, frame, out));
        }
    }

    /**
     * {@return the reference frames known to the current pool's kernels and to this program; valid as long as that pool
     * is open}
     *
     * @throws orrery.frames.TextKernelException if the pool's text kernels contradict each other
     */
    public FrameSystem frames() {
        return PoolFrames.of(pool());
    }

    /**
     * Finds the axes that rotate with a body, from the current pool's kernels or from the built-in frames.
     *
     * @param body NAIF id
     * @return the axes, valid as long as that pool is open; empty if nothing is known about the body's rotation
     * @throws orrery.frames.TextKernelException as {@link #frames}
     */
    public Optional<BodyAxes> axes(int body) {
        return PoolFrames.axes(pool(), body);
    }

    /**
     * Explains an answer: the segments and granules that it comes from.
     *
     * @param target NAIF id
     * @param center NAIF id
     * @param et TDB seconds past J2000
     * @return the hops in the order in which their states are added: the target's side first, then the center's
     * @throws KernelException as {@link #state}
     */
    public List<Hop> explain(int target, int center, double et) {
        KernelPool pool = pool();
        try {
            return Query.of(pool).route.explain(target, center, et);
        } catch (KernelClosedException e) {
            return again(pool, e, query -> query.route.explain(target, center, et));
        }
    }

    /**
     * Finds the times at which {@link #state} has an answer: exactly when a chain of segments that give states leads
     * from target to center. Whether their frames can be converted to J2000 and their records are sound is checked only
     * when a state is computed. Examines every segment concerned; not for the query path.
     *
     * @param target NAIF id
     * @param center NAIF id
     * @return the epochs
     */
    public Coverage coverage(int target, int center) {
        return RouteCoverage.of(pool(), target, center);
    }

    /** {@return the NAIF ids of all bodies that have a segment in the current pool, ascending} */
    public int[] targets() {
        return pool().targets();
    }

    /** {@return the pool that a query started now on this thread would use; its owner closes it} */
    public KernelPool pool() {
        if (fixed != null) {
            return fixed;
        }
        if (scoped) {
            KernelPool bound = KernelScope.boundOrNull();
            if (bound != null) {
                return bound;
            }
        }
        return Objects.requireNonNull(live).current();
    }

    /**
     * Repeats a whole query if its pool was closed because a new one was published; and again if that one is closed
     * too.
     *
     * @param before the pool that was closed
     * @param closed the error; thrown again if that pool is still current
     */
    private <T> T again(KernelPool before, KernelClosedException closed, Function<Query, T> question) {
        KernelPool last = before;
        KernelClosedException answer = closed;
        for (KernelPool now = pool(); now != last; now = pool()) {
            last = now;
            try {
                return question.apply(Query.of(now));
            } catch (KernelClosedException e) {
                answer = e;
            }
        }
        throw answer;
    }

    /**
     * As {@link #again(KernelPool, KernelClosedException, Function)}, for a query that writes its answer to an array.
     */
    private void writeAgain(KernelPool before, KernelClosedException closed, Consumer<Query> question) {
        Function<Query, Boolean> answered = query -> {
            question.accept(query);
            return true;
        };
        again(before, closed, answered);
    }
}
