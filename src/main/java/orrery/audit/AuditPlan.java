package orrery.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an audit asks: a value. The same plan on the same kernels asks the same queries and, where the reader is what it
 * claims to be, gives the same digest.
 *
 * @param preset what the other figures were taken from
 * @param seed of the query plan
 * @param threads platform threads
 * @param virtualThreads virtual threads beside them; 0 for none
 * @param queries queries of a burst
 * @param pairs distinct (body, epoch) pairs of claim A1
 * @param executions how often each pair is executed in a round
 * @param claims identifiers of the claims asked, in order; empty for all
 * @param kernels paths, of highest precedence last
 * @param lowPriority whether the workers of windows lower their own priority, so that whoever looks at them, be it the
 *     sampler or a window on the screen, is not kept waiting (bursts, whose speed is measured, never do)
 * @param byHand whether plugs can be pulled by hand: then claim A3 lasts at least 10 s and, once one was pulled,
 *     until told to go on
 * @param leastWindow how long a window lasts at least
 * @param longestWindow when a window that has not overlapped is given up
 * @param repeats how often every claim is examined, so that two ledgers can tell a change from noise; of a soak at least
 */
public record AuditPlan(
        AuditPreset preset,
        long seed,
        int threads,
        int virtualThreads,
        int queries,
        int pairs,
        int executions,
        List<String> claims,
        List<Path> kernels,
        boolean lowPriority,
        boolean byHand,
        Duration leastWindow,
        Duration longestWindow,
        int repeats) {

    /** The seed where none is given. */
    public static final long SEED = 20_260_504L;

    public AuditPlan {
        claims = List.copyOf(claims);
        kernels = List.copyOf(kernels);
        if (threads < 1 || queries < 1 || pairs < 1 || executions < 1 || virtualThreads < 0) {
            throw new IllegalArgumentException("an audit needs at least one thread, query, pair and execution");
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("an audit is made once at least, not " + repeats + " times");
        }
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException("an audit needs at least one kernel");
        }
    }

    /** A preset on these kernels. */
    public static AuditPlan of(AuditPreset preset, List<Path> kernels) {
        return new AuditPlan(
                preset,
                SEED,
                preset.threads(),
                preset.virtualThreads(),
                preset.queries(),
                100,
                10,
                List.of(),
                kernels,
                true,
                false,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                1);
    }

    /** This plan with another seed. */
    public AuditPlan withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    /** This plan on so many platform threads. */
    public AuditPlan withThreads(int other) {
        return with(draft -> draft.threads = other);
    }

    /** This plan with so many queries in a burst. */
    public AuditPlan withQueries(int other) {
        return with(draft -> draft.queries = other);
    }

    /** This plan for these claims, by their identifiers; for all where there are none. */
    public AuditPlan withClaims(List<String> others) {
        return with(draft -> draft.claims = others);
    }

    /** This plan on other kernels, of highest precedence last. */
    public AuditPlan withKernels(List<Path> others) {
        return with(draft -> draft.kernels = others);
    }

    /** This plan for an audit beside a window: plugs can be pulled by hand. */
    public AuditPlan besideAWindow() {
        return with(draft -> {
            draft.lowPriority = true;
            draft.byHand = true;
        });
    }

    /** This plan with windows of other lengths; for tests, and for broken readers, which are refuted soon. */
    public AuditPlan withWindows(Duration least, Duration longest) {
        return with(draft -> {
            draft.leastWindow = least;
            draft.longestWindow = longest;
        });
    }

    /** This plan with every claim examined so many times. */
    public AuditPlan withRepeats(int other) {
        return with(draft -> draft.repeats = other);
    }

    private AuditPlan with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.plan();
    }

    /** The figures of a plan while they are changed: each is named once, and not once a change. */
    private static final class Draft {
        private final AuditPlan from;
        private long seed;
        private int threads;
        private int queries;
        private List<String> claims;
        private List<Path> kernels;
        private boolean lowPriority;
        private boolean byHand;
        private Duration leastWindow;
        private Duration longestWindow;
        private int repeats;

        Draft(AuditPlan plan) {
            from = plan;
            seed = plan.seed;
            threads = plan.threads;
            queries = plan.queries;
            claims = plan.claims;
            kernels = plan.kernels;
            lowPriority = plan.lowPriority;
            byHand = plan.byHand;
            leastWindow = plan.leastWindow;
            longestWindow = plan.longestWindow;
            repeats = plan.repeats;
        }

        AuditPlan plan() {
            return new AuditPlan(
                    from.preset,
                    seed,
                    threads,
                    from.virtualThreads,
                    queries,
                    from.pairs,
                    from.executions,
                    claims,
                    kernels,
                    lowPriority,
                    byHand,
                    leastWindow,
                    longestWindow,
                    repeats);
        }
    }

    /** Whether a claim was asked. */
    public boolean asks(String id) {
        return claims.isEmpty() || claims.contains(id);
    }
}
