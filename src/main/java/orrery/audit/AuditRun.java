package orrery.audit;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import orrery.binding.KernelRegistry;
import orrery.files.Digest;
import orrery.jfr.ClaimEvent;
import orrery.spk.KernelException;
import orrery.telemetry.ThreadPriority;
import orrery.telemetry.WorkerRecorder;

/**
 * One run of an audit: made with a plan, run once by one thread, watched and stopped from any thread.
 *
 * <p>{@link #run} occupies the calling thread until the end; {@link #stop} ends it within 100 ms.
 */
public final class AuditRun {
    /** Between the drawing of the window, at normal priority, and the workers of audit windows, at the lowest. */
    private static final int BESIDE_A_WINDOW = 12;

    /** Number of child processes that may examine claims at the same time. */
    private static final int PROCESSES = 2;

    /** Their priority: below the sampling threads, above the workers being sampled. */
    private static final int BESIDE_THE_WINDOWS = 3;

    private final AuditPlan plan;
    private final Subject subject;
    private final StopSignal stop = new StopSignal();
    private final AuditProgress progress = new AuditProgress();
    private final AtomicBoolean used = new AtomicBoolean();
    private volatile Optional<ClaimContext> context = Optional.empty();
    private volatile KernelWatch watch = KernelWatch.NONE;

    private AuditRun(AuditPlan plan, Subject subject) {
        this.plan = plan;
        this.subject = subject;
        progress.expect(asked());
    }

    /** An audit of the reader that this program uses. */
    public static AuditRun of(AuditPlan plan) {
        return new AuditRun(plan, BindingSubject.ofItsOwn());
    }

    /** An audit of the reader on the registry of a program whose window maps the same kernels. */
    public static AuditRun of(AuditPlan plan, KernelRegistry registry) {
        return new AuditRun(plan, new BindingSubject(registry));
    }

    /** An audit of another reader, usually a broken one. */
    public static AuditRun of(AuditPlan plan, Subject subject) {
        return new AuditRun(plan, subject);
    }

    /** The progress. */
    public AuditProgress progress() {
        return progress;
    }

    /** What watchers may see and do during the run: the matrix, the plugs. */
    public Optional<ClaimContext> context() {
        return context;
    }

    /** Recorders of the current workers, for telemetry. */
    public List<WorkerRecorder> workers() {
        return context.map(ClaimContext::workers).orElse(List.of());
    }

    /** Ends the run and keeps what has been found so far. */
    public void stop() {
        stop.stop();
    }

    private List<Claim> asked() {
        return Claims.all().stream().filter(claim -> plan.asks(claim.id())).toList();
    }

    /**
     * Runs the audit until it ends or is stopped. If the audit runs beside a window, the priority of the calling
     * thread, and of everything it starts (burst workers, executors, child processes), is lowered permanently, if the
     * system supports that.
     *
     * @throws KernelException if the kernels cannot be opened, or contain nothing to query
     */
    public AuditReport run() {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("an audit can run only once; make another");
        }
        if (plan.byHand()) {
            var _ = ThreadPriority.nice(BESIDE_A_WINDOW);
        }
        Instant started = Instant.now();
        long begun = System.nanoTime();
        List<AuditReport.ClaimResult> judged = new ArrayList<>();
        List<FileFingerprint> prints = List.of();
        String digest = "";
        boolean cancelled = false;
        int cycles = 0;
        progress.doing("opening");
        watch = watchAtFirst();
        try (ClaimContext own = new ClaimContext(plan, subject, stop, progress)) {
            context = Optional.of(own);
            watch = own.needsLeapSeconds() ? watch : watch.ofFiles();
            try {
                progress.doing("hashing the kernels");
                prints = prints(plan.kernels(), watch, stop);
                own.prints(prints);
                digest = Digest.of(own.reference());
                do {
                    List<AuditReport.ClaimResult> cycle = examineAll(own);
                    judged = AuditReport.ClaimResult.merge(judged, cycle);
                    cycles++;
                    own.forgetWindow();
                } while (goesOn(cycles));
                digest = own.answers().map(Digest::of).orElse(digest);
            } catch (AuditCancelledException _) {
                cancelled = plan.preset() != AuditPreset.SOAK || cycles == 0;
                judged = AuditReport.ClaimResult.merge(judged, finished());
            }
            return new AuditReport(
                    plan,
                    subject.name(),
                    started,
                    Duration.ofNanos(System.nanoTime() - begun),
                    prints.stream().map(AuditReport.Kernel::of).toList(),
                    digest,
                    judged,
                    asked().stream().map(Claim::id).toList(),
                    cancelled,
                    cycles,
                    own.latencies(),
                    AuditReport.Environment.here());
        } finally {
            progress.doing("");
        }
    }

    private boolean goesOn(int cycles) {
        return (plan.preset() == AuditPreset.SOAK && !stop.isStopped()) || cycles < plan.repeats();
    }

    /**
     * Examines all claims once. Claims that need the machine to themselves come first; then the claims in separate
     * processes run beside the rest. B4 compares the files with their earlier state, so it runs last, whatever its
     * place in the ledger.
     */
    private List<AuditReport.ClaimResult> examineAll(ClaimContext own) {
        progress.expect(asked());
        List<Claim> here = new ArrayList<>(asked());
        List<Claim> elsewhere = here.stream().filter(Claim::isElsewhere).toList();
        List<Claim> last = here.stream().filter(FileUntouched.class::isInstance).toList();
        here.removeAll(elsewhere);
        here.removeAll(last);
        List<AuditReport.ClaimResult> judged = new ArrayList<>();
        try (ExecutorService beside = Executors.newFixedThreadPool(
                PROCESSES,
                Thread.ofPlatform().daemon().name("orrery-audit-beside").factory())) {
            List<Claim> alone = here.stream().filter(Claim::isAlone).toList();
            here.removeAll(alone);
            alone.forEach(claim -> judged.add(examine(own, claim)));
            List<Future<AuditReport.ClaimResult>> later = elsewhere.stream()
                    .map(claim -> beside.submit(() -> {
                        if (!plan.byHand()) {
                            var _ = ThreadPriority.nice(BESIDE_THE_WINDOWS);
                        }
                        return examine(own, claim);
                    }))
                    .toList();
            here.forEach(claim -> judged.add(examine(own, claim)));
            later.forEach(one -> judged.add(got(one)));
        }
        last.forEach(claim -> judged.add(examine(own, claim)));
        return judged;
    }

    /** Kernels that cannot be examined are reported where they are opened. */
    private KernelWatch watchAtFirst() {
        try {
            return KernelWatch.of(plan.kernels());
        } catch (UncheckedIOException _) {
            return KernelWatch.NONE;
        }
    }

    /**
     * Of each kernel; empty if one has vanished or changed since it was opened: what was hashed is then not what is
     * examined.
     */
    static List<FileFingerprint> prints(List<Path> kernels, KernelWatch watch, StopSignal stop) {
        try {
            List<FileFingerprint> prints =
                    kernels.stream().map(path -> FileFingerprint.of(path, stop)).toList();
            return watch.change().isPresent() ? List.of() : prints;
        } catch (UncheckedIOException _) {
            return List.of();
        }
    }

    private AuditReport.ClaimResult examine(ClaimContext own, Claim claim) {
        stop.check();
        progress.begin(claim);
        long begun = System.nanoTime();
        ClaimEvent event = ClaimEvent.begun(claim.id(), claim.title(), subject.name());
        Finding finding = examined(own, claim);
        event.ended(finding.verdict().wireName(), finding.summary());
        progress.done(claim, finding);
        return new AuditReport.ClaimResult(claim.statement(), finding, Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * Examines and judges one claim. If a file changes meanwhile, the finding is void, except for the claim about the
     * file itself. An examination that fails is void too, and the run continues, so that a ledger is always written.
     */
    private Finding examined(ClaimContext own, Claim claim) {
        boolean ofTheFile = claim instanceof FileUntouched;
        Optional<String> before = ofTheFile ? Optional.empty() : watch.change();
        if (before.isPresent()) {
            return new Finding(
                    Verdict.VOID, before.get() + " while the audit ran; it is not examined any further.", List.of());
        }
        if (claim.isOfStates() && !own.hasStates()) {
            return Finding.notAvailable(ClaimContext.NO_STATES);
        }
        Finding finding;
        boolean met = false;
        boolean failed = false;
        try {
            finding = claim.examine(own);
        } catch (AuditCancelledException e) {
            throw e;
        } catch (KernelException e) {
            met = true;
            finding = new Finding(Verdict.REFUTED, "The examination found: " + e.getMessage(), List.of());
        } catch (RuntimeException | Error e) {
            met = true;
            failed = true;
            finding = new Finding(Verdict.VOID, ExaminationFailure.words(e), List.of());
        }
        if (ofTheFile) {
            return finding;
        }
        boolean doubted = met || finding.verdict() == Verdict.REFUTED;
        Optional<String> after = doubted ? watch.changeOfBytes(own.prints(), stop) : watch.change();
        // What fails on a file that changes is no defect of the audit.
        String found = failed ? "The examination could not go on." : finding.summary();
        List<EvidenceFigure> figures = finding.figures();
        return after.map(change -> new Finding(
                        Verdict.VOID,
                        change + " during this examination, so its finding is void. (It was: " + found + ")",
                        figures))
                .orElse(finding);
    }

    /** Why a run could not be made, with a cure; for errors other than {@link KernelException}. */
    public static String words(Throwable thrown) {
        return ExaminationFailure.words(thrown);
    }

    /**
     * The outcome of a claim's own thread.
     *
     * @throws AuditCancelledException if the run is stopped meanwhile
     */
    static <T> T got(Future<T> later) {
        try {
            return later.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }

    private List<AuditReport.ClaimResult> finished() {
        return progress.claims().stream()
                .filter(state -> state.finding().isPresent())
                .map(state -> new AuditReport.ClaimResult(
                        state.claim().statement(), state.finding().orElseThrow(), Duration.ZERO))
                .toList();
    }
}
