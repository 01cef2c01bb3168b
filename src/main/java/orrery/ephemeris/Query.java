package orrery.ephemeris;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.frames.ReferenceFrame;

/**
 * What one thread asks of one pool: the ways of answering, and the arrays that they write to, so that a query allocates nothing
 * after the thread's first.
 *
 * <p>What is asked stands in fields, so that a {@link Question} captures nothing and can be asked again of another pool. Confined
 * to one thread; an answer asks no other question.
 */
final class Query {
    /** One of the things that can be asked, of the body, epoch and arrays that the query holds. */
    interface Question {
        /** Writes to the query's {@code out}; returns the light time in seconds where there is one. */
        double answer(Query query);
    }

    static final Question STATE = query -> {
        query.route.state(query.target, query.center, query.et, query.out);
        return 0;
    };
    static final Question STATES_AT_EPOCHS = query -> {
        query.route.states(query.target, query.center, query.epochs, query.out);
        return 0;
    };
    static final Question STATES_OF_BODIES = query -> {
        query.route.states(query.targets, query.center, query.et, query.out);
        return 0;
    };
    static final Question PLACE =
            query -> query.light.place(query.target, query.center, query.et, query.aberration, query.out);
    static final Question PLACE_IN_FRAME = query ->
            query.light.place(query.target, query.center, query.et, query.aberration, query.frame(), query.out);
    static final Question PROPER_PLACE =
            query -> query.proper.state(query.target, query.center, query.et, query.place, query.out);

    private static final double[] NO_NUMBERS = {};
    private static final int[] NO_BODIES = {};
    private static final KernelPool NO_KERNELS = KernelPool.of(List.of());
    private static final ThreadLocal<Query> OF_THREAD = ThreadLocal.withInitial(() -> new Query(NO_KERNELS));

    final Route route;
    final LightTime light;
    final ProperPlace proper;

    private int target;
    /** The observer, where there is one. */
    private int center;

    private double et;
    private double[] out = NO_NUMBERS;
    private double[] epochs = NO_NUMBERS;
    private int[] targets = NO_BODIES;
    private Aberration aberration = Aberration.NONE;
    private PlaceKind place = PlaceKind.PROPER;
    private @Nullable ReferenceFrame frame;

    Query(KernelPool pool) {
        this.route = new Route(pool);
        this.light = new LightTime(route);
        this.proper = new ProperPlace(route, light);
    }

    /** The calling thread's own, of no pool. */
    static Query ofThread() {
        return OF_THREAD.get();
    }

    Query about(int body, int relativeTo, double epoch, double[] to) {
        target = body;
        center = relativeTo;
        et = epoch;
        out = to;
        return this;
    }

    Query at(double[] manyEpochs) {
        epochs = manyEpochs;
        return this;
    }

    Query of(int[] manyTargets) {
        targets = manyTargets;
        return this;
    }

    Query corrected(Aberration correction) {
        aberration = correction;
        return this;
    }

    Query in(ReferenceFrame axes) {
        frame = axes;
        return this;
    }

    Query as(PlaceKind kind) {
        place = kind;
        return this;
    }

    private ReferenceFrame frame() {
        return java.util.Objects.requireNonNull(frame);
    }

    /** Lets go of the pool and of the caller's arrays: a thread may live long. */
    void forget() {
        route.use(NO_KERNELS);
        out = NO_NUMBERS;
        epochs = NO_NUMBERS;
        targets = NO_BODIES;
        frame = null;
    }
}
