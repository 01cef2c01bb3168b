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
import orrery.flight.FlightRecording;
import orrery.spk.KernelException;
import orrery.telemetry.Telemetry;
import orrery.ui.fx.LatestValue;

/**
 * What the Audit tab shows: the run that is on, or was last, and the ledgers that earlier ones left. Knows no control.
 * The audit itself runs on a thread of its own; whoever asks here is never kept waiting.
 *
 * <p>Confined to the window's thread, except {@link #outcomes}.
 */
final class AuditModel implements AutoCloseable {
    /**
     * The end of a run.
     *
     * @param report what was found, unless it failed
     * @param folder where its ledger lies, if it could be written
     * @param trouble what went wrong, or empty; with a report and a folder: why it lies there and not where ledgers lie
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

    /** The kernels that an audit would be of: those that the window shows. */
    List<Path> kernels() {
        return kernels.get();
    }

    /** The run that is on, or was last. */
    Optional<AuditRun> run() {
        return run;
    }

    boolean isRunning() {
        return thread.map(Thread::isAlive).orElse(false);
    }

    /**
     * Starts a run unless one is on. The reader is the program's own, on the window's own mappings, if none is given.
     *
     * @param recorded whether a flight recording of it is left beside its ledger
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
        // On a thread of its own: it goes on while another tab is looked at.
        Thread.ofPlatform()
                .daemon()
                .name("orrery-audit-followed")
                .start(() -> WorkerLanes.follow(next, running, telemetry));
    }

    /** What is left in a ledger's folder beside the ledger. */
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

    /** A run is not lost because its folder is full, or may not be written to. */
    private Outcome elsewhere(AuditReport report, IOException why) {
        try {
            Path folder = LedgerFiles.keep(ledgers, report);
            return new Outcome(Optional.of(report), Optional.of(folder), String.valueOf(why.getMessage()));
        } catch (IOException _) {
            return new Outcome(Optional.of(report), Optional.empty(), String.valueOf(why.getMessage()));
        }
    }

    /** Ends the run that is on. */
    void stop() {
        run.ifPresent(AuditRun::stop);
    }

    /** The end of a run, once it has come. */
    LatestValue<Outcome> outcomes() {
        return outcomes;
    }

    /** The past ledgers, whenever they have been read anew. */
    LatestValue<List<LedgerJson.Past>> past() {
        return past;
    }

    /** Reads two past ledgers, the earlier one first, on a thread of its own. */
    void compare(LedgerJson.Past then, LedgerJson.Past now) {
        Thread.ofVirtual().name("orrery-compare").start(() -> compared.put(SideBySide.of(then, now)));
    }

    /** Two ledgers beside each other, once they have been read. */
    LatestValue<SideBySide.Read> compared() {
        return compared;
    }

    /** Reads the past ledgers on a thread of its own. */
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
