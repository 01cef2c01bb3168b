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
 * What the claims of one run share: plan, subject, queries, the references computed by one thread before any other has
 * begun, and a folder for kernels made on the way. One thread runs claims on it; what is public is for watchers on any
 * thread.
 */
public final class ClaimContext implements AutoCloseable {
    private static final int BY_HAND_SECONDS = 10;
    /** Enough for the sampler to be let in at once; with a window to be drawn it is the lowest that there is. */
    private static final int BESIDE_THE_SAMPLER = 15;

    private static final double EIGHT_HOURS = 8 * 3600.0;
    /** From one epoch of a table to the next, seconds; less where the data are less than so many steps long. */
    private static final double LONGEST_STEP = 3600;

    private static final double SHORTEST_SPAN = 1000;

    /** Why most claims cannot be examined on some kernels. */
    static final String NO_STATES = "no query of the plan has an answer: these kernels give no state to ask for";

    private final AuditPlan plan;
    private final Subject subject;
    private final StopSignal stop;
    private final AuditProgress progress;
    private final ScratchFolder folder;
    private final QueryPlan queryPlan;
    private final OptionalInt observer;
    private final Questions states;
    private final long[] reference;

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
        }
        try {
            this.folder = ScratchFolder.of("orrery-audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernels through a registry of their own, which the run never uses. */
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

    /** A folder for files made on the way; gone when the run ends. */
    Path folder() {
        return folder.path();
    }

    QueryPlan queryPlan() {
        return queryPlan;
    }

    /** The Earth, where the kernels lead from it to the barycenter. */
    OptionalInt observer() {
        return observer;
    }

    /** The queries of a burst. */
    Questions states() {
        return states;
    }

    /** Their answers, computed by one thread before any other began. */
    long[] reference() {
        return reference;
    }

    /** Whether a single query of the plan has an answer. */
    boolean hasStates() {
        return states.answered(reference).size() > 0;
    }

    Questions pairs() {
        return Questions.states(drawPairs());
    }

    /** The same pairs as apparent places; those whose light would have left before the data begin are asked later. */
    Optional<Questions> placePairs() {
        boolean longEnough = queryPlan.end() - queryPlan.start() > 2 * EIGHT_HOURS;
        double earliest = queryPlan.start() + (longEnough ? EIGHT_HOURS : 0);
        return observer.isPresent()
                ? Optional.of(Questions.places(drawPairs(), observer.getAsInt(), earliest))
                : Optional.empty();
    }

    /**
     * The same pairs as queries that are many states long, so that the threads are found inside one and not between
     * two: apparent places, or, where no light time is known, tables of a body's states.
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

    /** Answers of the binding itself, asked by the calling thread alone, through mappings of its own. */
    long[] alone(Questions questions) {
        try (KernelPool pool = openForReference()) {
            return questions.answers(new BindingSubject.RealPool(pool));
        }
    }

    /** A new pool of the subject on the kernels under audit. */
    Subject.Pool openPool() {
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            plan.kernels().forEach(path -> handles.add(subject.open(path)));
            return subject.pool(handles);
        } finally {
            handles.forEach(Subject.Handle::close);
        }
    }

    /** A new pool of the subject on one file. */
    Subject.Pool openPool(Path kernel) {
        try (Subject.Handle handle = subject.open(kernel)) {
            return subject.pool(List.of(handle));
        }
    }

    /** How a window of the plan is held. */
    OverlapRounds.Setup setup(String group, int threads) {
        return new OverlapRounds.Setup(
                group, threads, false, 0, plan.leastWindow(), plan.longestWindow(), nice(), false);
    }

    private int nice() {
        return !plan.lowPriority() ? 0 : plan.byHand() ? ThreadPriority.LOWEST : BESIDE_THE_SAMPLER;
    }

    /** A window held once, which several claims read. */
    StateRounds stateWindow() {
        StateRounds held = stateWindow;
        if (held == null) {
            held = StateRounds.hold(this);
            stateWindow = held;
        }
        return held;
    }

    /** Lets the next cycle of a soak hold a window of its own. */
    void forgetWindow() {
        if (stateWindow != null) {
            answers = Optional.of(stateWindow.answers());
        }
        stateWindow = null;
    }

    /** The answers to the plan's queries in plan order, as the threads of the last burst gave them. */
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

    /** By hand a window lasts until told to go on; with no plug pulled, 10 s at least. */
    boolean mayGoOn(Duration lasted, boolean pulled) {
        return !plan.byHand() || goOn || (!pulled && lasted.toSeconds() >= BY_HAND_SECONDS);
    }

    /** Recorders of the workers that run now, for telemetry. */
    public List<WorkerRecorder> workers() {
        return workers;
    }

    /** The matrices of claim A1, once it runs: raw states, and queries that are many states long. */
    public List<IdentityMatrix> matrices() {
        return matrices;
    }

    /** The plugs of claim A3, while it runs. */
    public Optional<PlugBoard> plugs() {
        return plugs;
    }

    /** Whoever pulled plugs by hand has seen enough: claim A3 ends as soon as it has closed as many handles as it must. */
    public void goOn() {
        goOn = true;
    }

    @Override
    public void close() {
        folder.close();
    }
}
