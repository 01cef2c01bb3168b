package orrery.ui.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import orrery.audit.AuditPlan;
import orrery.audit.AuditReport;
import orrery.audit.AuditRun;
import orrery.audit.LedgerFiles;
import orrery.audit.LedgerJson;
import orrery.audit.ProgramCopy;
import orrery.audit.ProvenCopies;
import orrery.audit.Subject;
import orrery.audit.WorkerLanes;
import orrery.binding.KernelRegistry;
import orrery.jfr.FlightRecording;
import orrery.spk.KernelException;
import orrery.telemetry.Telemetry;
import orrery.ui.fx.LatestValue;

/**
 * The model of the Audit tab: the current or last run, and the ledgers of earlier ones. Independent of any control. The
 * audit itself runs on a separate thread; no method here blocks.
 *
 * <p>Confined to the JavaFX thread, except {@link #outcomes}.
 */
final class AuditModel implements AutoCloseable {
    /**
     * The end of a run.
     *
     * @param report what was found, unless it failed
     * @param folder folder of its ledger, if it could be written
     * @param trouble what went wrong, or empty; with a report and a folder: why the ledger is there and not in its
     * usual folder
     */
    record Outcome(Optional<AuditReport> report, Optional<Path> folder, String trouble) {}

    private final KernelRegistry registry;
    private final Supplier<List<Path>> kernels;
    private final Path ledgers;
    private final Telemetry telemetry;
    private final LatestValue<Outcome> outcomes = new LatestValue<>();
    private final LatestValue<List<LedgerJson.Past>> past = new LatestValue<>();
    private final LatestValue<SideBySide.Read> compared = new LatestValue<>();

    private Optional<AuditRun> run = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    AuditModel(KernelRegistry registry, Supplier<List<Path>> kernels, Path ledgers, Telemetry telemetry) {
        this.registry = registry;
        this.kernels = kernels;
        this.ledgers = ledgers;
        this.telemetry = telemetry;
    }

    /** The kernels to audit: those shown in the window. */
    List<Path> kernels() {
        return kernels.get();
    }

    /** The current or last run. */
    Optional<AuditRun> run() {
        return run;
    }

    boolean isRunning() {
        return thread.map(Thread::isAlive).orElse(false);
    }

    /**
     * Starts a run unless one is active. The reader is the program's own, on the window's own mappings, if none is
     * given.
     *
     * @param recorded whether to save a flight recording beside its ledger
     */
    void start(AuditPlan plan, Optional<Subject> reader, boolean recorded) {
        if (isRunning()) {
            return;
        }
        AuditRun next = reader.map(subject -> AuditRun.of(plan, subject)).orElseGet(() -> AuditRun.of(plan, registry));
        Thread running = Thread.ofPlatform()
                .daemon()
                .name("orrery-audit")
                .start(() ->
                        outcomes.put(recorded ? recordedToItsEnd(next, reader) : runToItsEnd(next, reader, _ -> {})));
        run = Optional.of(next);
        thread = Optional.of(running);
        // On a separate thread, so that it continues while another tab is shown.
        Thread.ofPlatform()
                .daemon()
                .name("orrery-audit-followed")
                .start(() -> WorkerLanes.follow(next, running, telemetry));
    }

    /** The other files in a ledger's folder. */
    private interface Beside {
        void keep(Path folder) throws IOException;
    }

    private Outcome recordedToItsEnd(AuditRun next, Optional<Subject> reader) {
        try (FlightRecording recording = FlightRecording.start("orrery audit")) {
            return runToItsEnd(next, reader, folder -> recording.keep(folder.resolve(LedgerFiles.RECORDING)));
        } catch (IOException e) {
            reader.ifPresent(Subject::close);
            return new Outcome(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private Outcome runToItsEnd(AuditRun next, Optional<Subject> reader, Beside beside) {
        try {
            AuditReport report = next.run();
            Path folder = LedgerFiles.folderFor(ledgers, report);
            try {
                LedgerFiles.write(folder, report);
                beside.keep(folder);
                note(report, folder);
                refreshPast();
                return new Outcome(Optional.of(report), Optional.of(folder), "");
            } catch (IOException e) {
                return elsewhere(report, e);
            }
        } catch (KernelException e) {
            return new Outcome(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return new Outcome(Optional.empty(), Optional.empty(), AuditRun.words(e));
        } finally {
            reader.ifPresent(Subject::close);
        }
    }

    /** That this copy has been put to the proof, if it has: it need not be offered any more. */
    private void note(AuditReport report, Path folder) {
        try {
            ProvenCopies.in(ledgers).note(ProgramCopy.here(), report, folder);
        } catch (IOException _) {
            // Then it is offered at the next start: the audit itself is as good as before.
        }
    }

    /** A run is not lost because its folder is full or not writable. */
    private Outcome elsewhere(AuditReport report, IOException why) {
        try {
            Path folder = LedgerFiles.keep(ledgers, report);
            return new Outcome(Optional.of(report), Optional.of(folder), String.valueOf(why.getMessage()));
        } catch (IOException _) {
            return new Outcome(Optional.of(report), Optional.empty(), String.valueOf(why.getMessage()));
        }
    }

    /** Stops the current run. */
    void stop() {
        run.ifPresent(AuditRun::stop);
    }

    /** The outcome of a run, once it has arrived. */
    LatestValue<Outcome> outcomes() {
        return outcomes;
    }

    /** The past ledgers, whenever they have been reread. */
    LatestValue<List<LedgerJson.Past>> past() {
        return past;
    }

    /** Reads two past ledgers, the earlier one first, on a separate thread. */
    void compare(LedgerJson.Past then, LedgerJson.Past now) {
        Thread.ofVirtual().name("orrery-compare").start(() -> compared.put(SideBySide.of(then, now)));
    }

    /** A comparison of two ledgers, once they have been read. */
    LatestValue<SideBySide.Read> compared() {
        return compared;
    }

    /** Reads the past ledgers on a separate thread. */
    void readPast() {
        Thread.ofVirtual().name("orrery-ledgers").start(this::refreshPast);
    }

    private void refreshPast() {
        try {
            past.put(LedgerFiles.past(ledgers));
        } catch (IOException _) {
            past.put(List.of());
        }
    }

    @Override
    public void close() {
        stop();
    }
}
