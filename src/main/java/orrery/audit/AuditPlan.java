package orrery.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The parameters of an audit, as a value. The same plan on the same kernels asks the same queries and, if the reader is
 * sound, gives the same digest.
 *
 * @param preset the preset that supplied the other values
 * @param seed of the query plan
 * @param threads platform threads
 * @param virtualThreads virtual threads in addition; 0 for none
 * @param queries queries per burst
 * @param pairs distinct (body, epoch) pairs of claim A1
 * @param executions number of executions of each pair in a round
 * @param claims identifiers of the claims to test, in order; empty for all
 * @param kernels paths, of highest precedence last
 * @param lowPriority whether the workers of windows lower their own priority, so that the sampler and the screen are
 * not starved (bursts never do, because their speed is measured)
 * @param byHand whether plugs can be pulled interactively: then claim A3 lasts at least 10 s and, once a plug was
 * pulled, until it is told to continue
 * @param leastWindow minimum length of a window
 * @param longestWindow time after which a window that has not overlapped is given up
 * @param repeats number of examinations of every claim, so that two ledgers can tell a change from noise; a minimum for
 * a soak
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

    /** The default seed. */
    public static final long SEED = 20_260_504L;

    public AuditPlan {
        claims = List.copyOf(claims);
        kernels = List.copyOf(kernels);
        if (threads < 1 || queries < 1 || pairs < 1 || executions < 1 || virtualThreads < 0) {
            throw new IllegalArgumentException("an audit needs at least one thread, query, pair and execution");
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("an audit runs at least once, not " + repeats + " times");
        }
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException("an audit needs at least one kernel");
        }
    }

    /** The plan of a preset on these kernels. */
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

    /** This plan with this many platform threads. */
    public AuditPlan withThreads(int other) {
        return with(draft -> draft.threads = other);
    }

    /** This plan with this many queries per burst. */
    public AuditPlan withQueries(int other) {
        return with(draft -> draft.queries = other);
    }

    /** This plan for these claims, by identifier; for all claims if the list is empty. */
    public AuditPlan withClaims(List<String> others) {
        return with(draft -> draft.claims = others);
    }

    /** This plan on other kernels, of highest precedence last. */
    public AuditPlan withKernels(List<Path> others) {
        return with(draft -> draft.kernels = others);
    }

    /** This plan for an audit with a window: plugs can be pulled interactively. */
    public AuditPlan besideAWindow() {
        return with(draft -> {
            draft.lowPriority = true;
            draft.byHand = true;
        });
    }

    /** This plan with different window lengths; for tests, and for broken readers, which are refuted quickly. */
    public AuditPlan withWindows(Duration least, Duration longest) {
        return with(draft -> {
            draft.leastWindow = least;
            draft.longestWindow = longest;
        });
    }

    /** This plan with every claim examined this many times. */
    public AuditPlan withRepeats(int other) {
        return with(draft -> draft.repeats = other);
    }

    private AuditPlan with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.plan();
    }

    /** A mutable copy of a plan's values, so that each change names one value. */
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

    /** Whether a claim is to be tested. */
    public boolean asks(String id) {
        return claims.isEmpty() || claims.contains(id);
    }
}
