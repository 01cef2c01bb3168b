package orrery.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.Overlap;
import orrery.telemetry.Spans;
import orrery.telemetry.WorkerRecorder;

/**
 * How far a run is, for those who watch: immutable values that are replaced, to be pulled at any time by any thread.
 * Written by the run's own threads.
 */
public final class AuditProgress {
    /** Where a claim stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }

    /**
     * One claim.
     *
     * @param claim which
     * @param state where it stands
     * @param finding what was found, once done
     */
    public record ClaimState(Claim claim, State state, Optional<Finding> finding) {}

    /**
     * The window that is open, or was last.
     *
     * @param group what its workers do
     * @param workers how many
     * @param needed how many must be inside at once
     * @param most the most found inside at once so far
     * @param mean the mean found inside
     * @param rounds rounds that all have completed
     * @param queries queries so far
     * @param queriesASecond since it began
     * @param nanos how long it has lasted
     * @param service service times so far
     */
    public record WindowState(
            String group,
            int workers,
            int needed,
            int most,
            double mean,
            long rounds,
            long queries,
            double queriesASecond,
            long nanos,
            LatencyHistogram service) {}

    private final Spans spans = new Spans();
    private final Map<String, Spans.Open> examined = new ConcurrentHashMap<>();
    private volatile Map<String, ClaimState> claims = Map.of();
    private volatile Optional<WindowState> window = Optional.empty();
    private volatile String doing = "";

    /** The claims asked, in order. */
    public List<ClaimState> claims() {
        return List.copyOf(claims.values());
    }

    /** The window now, if there has been one. */
    public Optional<WindowState> window() {
        return window;
    }

    /** What is being done, in words. */
    public String doing() {
        return doing;
    }

    /** Claims and windows so far, from when to when. */
    public Spans spans() {
        return spans;
    }

    /** From 0 to 1: how many claims are done. */
    public double share() {
        Map<String, ClaimState> now = claims;
        long done = now.values().stream().filter(c -> c.state() == State.DONE).count();
        return now.isEmpty() ? 0 : (double) done / now.size();
    }

    synchronized void expect(List<Claim> asked) {
        Map<String, ClaimState> next = new LinkedHashMap<>();
        asked.forEach(claim -> next.put(claim.id(), new ClaimState(claim, State.WAITING, Optional.empty())));
        claims = next;
    }

    void begin(Claim claim) {
        put(new ClaimState(claim, State.RUNNING, Optional.empty()));
        doing(claim.id() + " " + claim.title());
        examined.put(claim.id(), spans.begin("claims", claim.id() + " " + claim.title()));
    }

    void done(Claim claim, Finding finding) {
        Spans.Open span = examined.remove(claim.id());
        if (span != null) {
            span.says("verdict", finding.verdict().wireName())
                    .says("summary", finding.summary())
                    .end();
        }
        put(new ClaimState(claim, State.DONE, Optional.of(finding)));
    }

    private synchronized void put(ClaimState state) {
        Map<String, ClaimState> next = new LinkedHashMap<>(claims);
        next.put(state.claim().id(), state);
        claims = next;
    }

    void doing(String what) {
        doing = what;
    }

    void window(String group, List<WorkerRecorder> workers, Overlap overlap, int needed, long nanos, long rounds) {
        long queries = workers.stream().mapToLong(WorkerRecorder::queries).sum();
        LatencyHistogram service = workers.size() > 100 ? LatencyHistogram.EMPTY : WorkerRecorder.serviceTimes(workers);
        window = Optional.of(new WindowState(
                group,
                workers.size(),
                needed,
                overlap.most(),
                overlap.mean(),
                rounds,
                queries,
                queries * 1e9 / nanos,
                nanos,
                service));
    }
}
