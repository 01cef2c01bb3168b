package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Queries;
import orrery.ephemeris.QueryPlan;
import orrery.files.ScratchFolder;
import orrery.spk.NaifIds;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.ThreadPriority;
import orrery.telemetry.WorkerRecorder;

/**
 * What the claims of one run share: plan, subject, queries, the references computed by one thread before any other
 * starts, and a folder for temporary kernels. One thread runs claims on it; the public members are for watchers on any
 * thread.
 */
public final class ClaimContext implements AutoCloseable {
    private static final int BY_HAND_SECONDS = 10;
    /** Enough for the sampler to run promptly; beside a window, the lowest priority that exists. */
    private static final int BESIDE_THE_SAMPLER = 15;

    private static final double EIGHT_HOURS = 8 * 3600.0;
    /** Interval between the epochs of a table, seconds; shorter if the data do not cover that many steps. */
    private static final double LONGEST_STEP = 3600;

    private static final double SHORTEST_SPAN = 1000;

    /** Why most claims cannot be examined on some kernels. */
    static final String NO_STATES = "no query of the plan has an answer: these kernels give no states";

    private final AuditPlan plan;
    private final Subject subject;
    private final StopSignal stop;
    private final AuditProgress progress;
    private final ScratchFolder folder;
    private final QueryPlan queryPlan;
    private final OptionalInt observer;
    private final Questions states;
    private final long[] reference;
    private final boolean needsLeapSeconds;

    private @Nullable StateRounds stateWindow;
    private Optional<long[]> answers = Optional.empty();
    private volatile List<WorkerRecorder> workers = List.of();
    private volatile List<IdentityMatrix> matrices = List.of();
    private volatile Optional<PlugBoard> plugs = Optional.empty();
    private volatile boolean goOn;
    private LatencyHistogram latencies = LatencyHistogram.EMPTY;
    private List<FileFingerprint> prints = List.of();

    ClaimContext(AuditPlan plan, Subject subject, StopSignal stop, AuditProgress progress) {
        this.plan = plan;
        this.subject = subject;
        this.stop = stop;
        this.progress = progress;
        try (KernelPool pool = openForReference()) {
            this.queryPlan = QueryPlan.of(pool);
            this.observer = observerOf(queryPlan);
            this.states = Questions.states(queryPlan.draw(QueryPlan.Order.RANDOM, plan.queries(), plan.seed()));
            this.reference = states.answers(new BindingSubject.RealPool(pool));
            this.needsLeapSeconds = pool.members().stream()
                    .flatMap(kernel -> kernel.file().segments().stream())
                    .anyMatch(segment -> segment.info().needsLeapSeconds());
        }
        try {
            this.folder = ScratchFolder.of("orrery-audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernels through a separate registry, which the run itself never uses. */
    private KernelPool openForReference() {
        return KernelPool.open(new KernelRegistry(), plan.kernels());
    }

    private static OptionalInt observerOf(QueryPlan plan) {
        int[] bodies = plan.bodies();
        int[] centers = plan.centers();
        return IntStream.range(0, bodies.length)
                .filter(i -> bodies[i] == NaifIds.EARTH && centers[i] == NaifIds.SOLAR_SYSTEM_BARYCENTER)
                .map(i -> bodies[i])
                .findFirst();
    }

    AuditPlan plan() {
        return plan;
    }

    Subject subject() {
        return subject;
    }

    StopSignal stop() {
        return stop;
    }

    AuditProgress progress() {
        return progress;
    }

    /** A folder for temporary files, deleted at the end of the run. */
    Path folder() {
        return folder.path();
    }

    QueryPlan queryPlan() {
        return queryPlan;
    }

    /** The queries of one burst. */
    Questions states() {
        return states;
    }

    /** Their answers, computed by one thread before any other started. */
    long[] reference() {
        return reference;
    }

    /** Whether any query of the plan has an answer. */
    boolean hasStates() {
        return states.answered(reference).size() > 0;
    }

    /** Whether any state depends on the leap seconds in force. */
    boolean needsLeapSeconds() {
        return needsLeapSeconds;
    }

    Questions pairs() {
        return Questions.states(drawPairs());
    }

    /**
     * The same pairs as apparent places; pairs whose light would have left before the data begin are moved to later
     * epochs.
     */
    Optional<Questions> placePairs() {
        boolean longEnough = queryPlan.end() - queryPlan.start() > 2 * EIGHT_HOURS;
        double earliest = queryPlan.start() + (longEnough ? EIGHT_HOURS : 0);
        return observer.isPresent()
                ? Optional.of(Questions.places(drawPairs(), observer.getAsInt(), earliest))
                : Optional.empty();
    }

    /**
     * The same pairs as longer queries of many states each, so that threads are found inside queries and not between
     * them: apparent places or, if light time is unavailable, tables of a body's states.
     */
    Questions longPairs() {
        return placePairs().orElseGet(this::tables);
    }

    private Questions tables() {
        double span = queryPlan.end() - queryPlan.start();
        return Questions.tables(drawPairs(), Math.min(LONGEST_STEP, span / SHORTEST_SPAN), queryPlan.end());
    }

    private Queries drawPairs() {
        return queryPlan.draw(QueryPlan.Order.RANDOM, plan.pairs(), plan.seed() + 1);
    }

    /** Answers of the binding itself, computed by the calling thread alone through separate mappings. */
    long[] alone(Questions questions) {
        try (KernelPool pool = openForReference()) {
            return questions.answers(new BindingSubject.RealPool(pool));
        }
    }

    /** A new pool of the subject over the kernels under audit. */
    Subject.Pool openPool() {
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            plan.kernels().forEach(path -> handles.add(subject.open(path)));
            return subject.pool(handles);
        } finally {
            handles.forEach(Subject.Handle::close);
        }
    }

    /** A new pool of the subject over one file. */
    Subject.Pool openPool(Path kernel) {
        try (Subject.Handle handle = subject.open(kernel)) {
            return subject.pool(List.of(handle));
        }
    }

    /** The parameters of a window of the plan. */
    OverlapRounds.Setup setup(String group, int threads) {
        return new OverlapRounds.Setup(
                group, threads, false, 0, plan.leastWindow(), plan.longestWindow(), nice(), false);
    }

    private int nice() {
        return !plan.lowPriority() ? 0 : plan.byHand() ? ThreadPriority.LOWEST : BESIDE_THE_SAMPLER;
    }

    /** A window run once and read by several claims. */
    StateRounds stateWindow() {
        StateRounds held = stateWindow;
        if (held == null) {
            held = StateRounds.hold(this);
            stateWindow = held;
        }
        return held;
    }

    /** Makes the next cycle of a soak run a new window. */
    void forgetWindow() {
        if (stateWindow != null) {
            answers = Optional.of(stateWindow.answers());
        }
        stateWindow = null;
    }

    /** The answers to the plan's queries in plan order, from the threads of the last burst. */
    Optional<long[]> answers() {
        return answers;
    }

    void count(OverlapRounds.Result result) {
        latencies = latencies.plus(result.service());
    }

    LatencyHistogram latencies() {
        return latencies;
    }

    void prints(List<FileFingerprint> before) {
        prints = before;
    }

    List<FileFingerprint> prints() {
        return prints;
    }

    void workers(List<WorkerRecorder> now) {
        workers = List.copyOf(now);
    }

    void matrices(List<IdentityMatrix> now) {
        matrices = List.copyOf(now);
    }

    void plugs(@Nullable PlugBoard now) {
        goOn = false;
        plugs = Optional.ofNullable(now);
    }

    /** In interactive mode a window lasts until {@link #goOn}; if no plug is pulled, at least 10 s. */
    boolean mayGoOn(Duration lasted, boolean pulled) {
        return !plan.byHand() || goOn || (!pulled && lasted.toSeconds() >= BY_HAND_SECONDS);
    }

    /** Recorders of the current workers, for telemetry. */
    public List<WorkerRecorder> workers() {
        return workers;
    }

    /** The matrices of claim A1, once it runs: raw states, and longer queries of many states. */
    public List<IdentityMatrix> matrices() {
        return matrices;
    }

    /** The plugs of claim A3, while it runs. */
    public Optional<PlugBoard> plugs() {
        return plugs;
    }

    /** Ends the interactive pulling of plugs: claim A3 ends as soon as it has closed the required number of handles. */
    public void goOn() {
        goOn = true;
    }

    @Override
    public void close() {
        folder.close();
    }
}
