package orrery.ui.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import orrery.audit.AuditRun;
import orrery.audit.LedgerFiles;
import orrery.audit.MatrixFiles;
import orrery.audit.StandAudit;
import orrery.audit.StandMatrix;
import orrery.audit.StandPlan;
import orrery.jfr.FlightRecording;
import orrery.spk.KernelException;
import orrery.ui.fx.LatestValue;

/**
 * The current or last audit of an external reader. Independent of any control; the audit runs on a separate thread, the
 * reader in separate processes.
 *
 * <p>Confined to the JavaFX thread, except {@link #outcomes}.
 */
final class StandModel implements AutoCloseable {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern(
                    "'matrix-'yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * The end of an audit.
     *
     * @param matrix what was found, unless it failed
     * @param folder its folder, if it could be written
     * @param trouble what went wrong, or empty
     */
    record Outcome(Optional<StandMatrix> matrix, Optional<Path> folder, String trouble) {}

    private final Path ledgers;
    private final LatestValue<Outcome> outcomes = new LatestValue<>();
    private Optional<StandAudit> audit = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    StandModel(Path ledgers) {
        this.ledgers = ledgers;
    }

    boolean isRunning() {
        return thread.map(Thread::isAlive).orElse(false);
    }

    /** The current audit. */
    Optional<StandAudit> audit() {
        return isRunning() ? audit : Optional.empty();
    }

    /** @param recorded whether to save a flight recording of the claims beside the matrix */
    void start(StandPlan plan, boolean recorded) {
        StandAudit next = StandAudit.of(plan);
        audit = Optional.of(next);
        thread = Optional.of(
                Thread.ofPlatform().daemon().name("orrery-stand").start(() -> outcomes.put(ended(next, recorded))));
    }

    private Outcome ended(StandAudit next, boolean recorded) {
        if (!recorded) {
            return runToItsEnd(next);
        }
        try (FlightRecording recording = FlightRecording.start("orrery audit")) {
            Outcome outcome = runToItsEnd(next);
            return outcome.folder().isEmpty()
                    ? outcome
                    : recorded(outcome, recording, outcome.folder().get());
        } catch (IOException e) {
            return new Outcome(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static Outcome recorded(Outcome outcome, FlightRecording recording, Path folder) {
        try {
            recording.keep(folder.resolve(LedgerFiles.RECORDING));
            return outcome;
        } catch (IOException e) {
            return new Outcome(outcome.matrix(), outcome.folder(), String.valueOf(e.getMessage()));
        }
    }

    private Outcome runToItsEnd(StandAudit next) {
        StandMatrix matrix;
        try {
            matrix = next.run();
        } catch (KernelException | IllegalArgumentException e) {
            return new Outcome(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return new Outcome(Optional.empty(), Optional.empty(), AuditRun.words(e));
        }
        try {
            return new Outcome(Optional.of(matrix), Optional.of(write(ledgers, matrix)), "");
        } catch (IOException e) {
            return new Outcome(Optional.of(matrix), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Writes Markdown, JSON and the ledgers into a new folder below this one. */
    static Path write(Path below, StandMatrix matrix) throws IOException {
        Instant when = matrix.rows().isEmpty()
                ? Instant.now()
                : matrix.rows().getFirst().report().started();
        Path folder = LedgerFiles.free(below, FOLDER.format(when));
        try {
            MatrixFiles.write(folder, matrix);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return folder;
    }

    LatestValue<Outcome> outcomes() {
        return outcomes;
    }

    void stop() {
        audit.ifPresent(StandAudit::stop);
    }

    @Override
    public void close() {
        stop();
    }
}
