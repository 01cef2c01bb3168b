package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which copies of the program have been audited, and for which the user declined the audit: a line each in a file
 * beside the ledgers, which the window reads before it offers an audit. Lines are added and never changed; the file may
 * be deleted.
 *
 * <p>Thread-safe, and safe between processes: a line is written at once, at the end of the file.
 */
public final class ProvenCopies {
    private static final String FILE = "proven.txt";
    private static final String DISMISSED = "dismissed";

    /** More lines than anyone has copies; a larger file is not one of these. */
    private static final long LARGEST = 1 << 20;

    private final Path file;

    private ProvenCopies(Path file) {
        this.file = file;
    }

    /** Those that are noted beside the ledgers of this folder. */
    public static ProvenCopies in(Path ledgers) {
        return new ProvenCopies(ledgers.resolve(FILE));
    }

    /** Whether something is noted of a copy; not where the file is not there, or cannot be read. */
    public boolean knows(ProgramCopy copy) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return false;
            }
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return lines.anyMatch(line -> line.contains(" " + copy.text() + " "));
            }
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /**
     * Notes a run, if it is a proof of this copy: our own reader, every claim, at least the ledger's queries and
     * threads, to its end. A claim that was refuted has been put to the proof, too.
     *
     * @param folder where its ledger is kept, if it is
     * @return whether it was noted
     * @throws IOException if it could not be written
     */
    public boolean note(ProgramCopy copy, AuditReport report, @Nullable Path folder) throws IOException {
        if (!isProof(report)) {
            return false;
        }
        add(copy, report.verdict().wireName() + (folder == null ? "" : " " + folder.toAbsolutePath()));
        return true;
    }

    /** Notes that an audit of a copy is not to be offered again. */
    public void dismiss(ProgramCopy copy) throws IOException {
        add(copy, DISMISSED);
    }

    /** Whether a run examined all that the ledger preset does. */
    static boolean isProof(AuditReport report) {
        return !report.cancelled()
                && report.subject().equals(BindingSubject.NAME)
                && report.asked().containsAll(Claims.ids())
                && report.plan().queries() >= AuditPreset.LEDGER.queries()
                && report.plan().threads() >= AuditPreset.LEDGER.threads();
    }

    private void add(ProgramCopy copy, String what) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + copy.text() + " " + what + "\n";
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
