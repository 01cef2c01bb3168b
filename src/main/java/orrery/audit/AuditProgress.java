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

/** The progress of a run: immutable values, replaced by the run's own threads; any thread may read them at any time. */
public final class AuditProgress {
    /** The stage that a claim has reached. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }

    /**
     * One claim.
     *
     * @param claim the claim
     * @param state its stage
     * @param finding what was found, once it is done
     */
    public record ClaimState(Claim claim, State state, Optional<Finding> finding) {}

    /**
     * The current or most recent window.
     *
     * @param group what the workers do
     * @param workers number of workers
     * @param needed number of workers that must be inside at once
     * @param most largest number found inside at once so far
     * @param mean mean number found inside
     * @param rounds rounds completed by all workers
     * @param queries queries so far
     * @param queriesASecond query rate since the start
     * @param nanos duration so far
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
    private final Map<String, Spans.OpenSpan> examined = new ConcurrentHashMap<>();
    private volatile Map<String, ClaimState> claims = Map.of();
    private volatile Optional<WindowState> window = Optional.empty();
    private volatile String doing = "";

    /** The claims to test, in order. */
    public List<ClaimState> claims() {
        return List.copyOf(claims.values());
    }

    /** The current window, if there has been one. */
    public Optional<WindowState> window() {
        return window;
    }

    /** The current activity, in words. */
    public String doing() {
        return doing;
    }

    /** The claims and windows so far, with their start and end times. */
    public Spans spans() {
        return spans;
    }

    /** The share of claims that are done, from 0 to 1. */
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
        Spans.OpenSpan span = examined.remove(claim.id());
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
