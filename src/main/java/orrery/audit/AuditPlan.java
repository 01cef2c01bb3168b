package orrery.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

    public AuditPlan withSeed(long other) {
        return new AuditPlan(
                preset,
                other,
                threads,
                virtualThreads,
                queries,
                pairs,
                executions,
                claims,
                kernels,
                lowPriority,
                byHand,
                leastWindow,
                longestWindow,
                repeats);
    }

    public AuditPlan withThreads(int other) {
        return new AuditPlan(
                preset,
                seed,
                other,
                virtualThreads,
                queries,
                pairs,
                executions,
                claims,
                kernels,
                lowPriority,
                byHand,
                leastWindow,
                longestWindow,
                repeats);
    }

    public AuditPlan withQueries(int other) {
        return new AuditPlan(
                preset,
                seed,
                threads,
                virtualThreads,
                other,
                pairs,
                executions,
                claims,
                kernels,
                lowPriority,
                byHand,
                leastWindow,
                longestWindow,
                repeats);
    }

    public AuditPlan withClaims(List<String> others) {
        return new AuditPlan(
                preset,
                seed,
                threads,
                virtualThreads,
                queries,
                pairs,
                executions,
                others,
                kernels,
                lowPriority,
                byHand,
                leastWindow,
                longestWindow,
                repeats);
    }

    public AuditPlan withKernels(List<Path> others) {
        return new AuditPlan(
                preset,
                seed,
                threads,
                virtualThreads,
                queries,
                pairs,
                executions,
                claims,
                others,
                lowPriority,
                byHand,
                leastWindow,
                longestWindow,
                repeats);
    }

    /** As a window beside the audit wants it: plugs to be pulled by hand. */
    public AuditPlan besideAWindow() {
        return new AuditPlan(
                preset,
                seed,
                threads,
                virtualThreads,
                queries,
                pairs,
                executions,
                claims,
                kernels,
                true,
                true,
                leastWindow,
                longestWindow,
                repeats);
    }

    /** With windows of other lengths; for tests and for broken readers, which are soon refuted. */
    public AuditPlan withWindows(Duration least, Duration longest) {
        return new AuditPlan(
                preset,
                seed,
                threads,
                virtualThreads,
                queries,
                pairs,
                executions,
                claims,
                kernels,
                lowPriority,
                byHand,
                least,
                longest,
                repeats);
    }

    /** Examined so often. */
    public AuditPlan withRepeats(int other) {
        return new AuditPlan(
                preset,
                seed,
                threads,
                virtualThreads,
                queries,
                pairs,
                executions,
                claims,
                kernels,
                lowPriority,
                byHand,
                leastWindow,
                longestWindow,
                other);
    }

    /** Whether a claim was asked. */
    public boolean asks(String id) {
        return claims.isEmpty() || claims.contains(id);
    }
}
