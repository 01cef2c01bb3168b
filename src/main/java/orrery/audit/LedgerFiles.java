package orrery.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import orrery.files.PartFile;

/** A ledger on disk: a folder with {@code ledger.md}, {@code ledger.json}, {@code latency.hlog}, {@code replay.txt}. */
public final class LedgerFiles {
    /** The ledger's file for programs. */
    public static final String JSON = "ledger.json";

    /** The flight recording beside it, if one was requested. */
    public static final String RECORDING = "recording.jfr";

    /** The file of service times. */
    static final String LATENCIES = "latency.hlog";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LedgerFiles() {}

    /** A new folder for this report below another, named after the start time to the second. */
    public static Path folderFor(Path ledgers, AuditReport report) {
        return free(ledgers, "audit-" + FOLDER.format(report.started()));
    }

    /** A folder of this name below another or, if it exists, of this name with the next free number. */
    public static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i);
        }
        return free;
    }

    /**
     * Writes the ledger.
     *
     * @param folder created if missing; files of an earlier ledger in it are replaced
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, AuditReport report) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("ledger.md"), LedgerMarkdown.write(report));
        write(folder.resolve(JSON), MAPPER.writeValueAsString(LedgerJson.write(report)) + "\n");
        write(folder.resolve("replay.txt"), "orrery audit --replay " + JSON + "\n");
        // Its writer takes a stream that swallows failures.
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(log, false, StandardCharsets.US_ASCII)) {
            histogram(out, report);
        }
        PartFile.write(folder.resolve(LATENCIES), log::writeTo);
    }

    /**
     * Checks that a ledger could be written to a folder, before a run takes its time.
     *
     * @param folder the intended folder; if it does not exist, it does not exist afterwards either
     * @throws IOException if a ledger could not be written
     */
    public static void rehearse(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            // The folder itself is made when there is something to keep.
            there = there.getParent();
        }
        try (PartFile part = PartFile.of(there.resolve(JSON), 1 << 20)) {
            part.channel().write(ByteBuffer.wrap(new byte[1]));
            part.force();
        }
    }

    /**
     * Writes a ledger elsewhere, when it could not be written to the requested folder.
     *
     * @param ledgers the usual folder for ledgers; the system's temporary folder is the last resort
     * @return the folder used
     * @throws IOException if it could not be written anywhere
     */
    public static Path keep(Path ledgers, AuditReport report) throws IOException {
        try {
            Path folder = folderFor(ledgers, report);
            write(folder, report);
            return folder;
        } catch (IOException e) {
            Path folder = folderFor(Files.createTempDirectory("orrery-ledger"), report);
            try {
                write(folder, report);
            } catch (IOException again) {
                again.addSuppressed(e);
                throw again;
            }
            return folder;
        }
    }

    private static void write(Path file, String text) throws IOException {
        PartFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void histogram(PrintStream out, AuditReport report) {
        HistogramLogWriter log = new HistogramLogWriter(out);
        Histogram histogram = report.latencies().toHdr();
        long start = report.started().toEpochMilli();
        histogram.setStartTimeStamp(start);
        histogram.setEndTimeStamp(start + report.duration().toMillis());
        log.outputComment("[Service times of queries in nanoseconds, one in 64 timed; all windows of the audit]");
        log.outputLogFormatVersion();
        log.outputStartTime(start);
        log.outputLegend();
        log.outputIntervalHistogram(histogram);
        log.close();
    }

    /**
     * Reads the JSON of a ledger.
     *
     * @param ledger a {@code ledger.json}, or the folder that contains one
     * @throws IOException if it cannot be read, or is not JSON
     */
    public static JsonNode read(Path ledger) throws IOException {
        Path file = Files.isDirectory(ledger) ? ledger.resolve(JSON) : ledger;
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not JSON.", e);
        }
    }

    /**
     * The ledgers below a folder, newest first; anything else is skipped.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static List<LedgerJson.Past> past(Path ledgers) throws IOException {
        if (!Files.isDirectory(ledgers)) {
            return List.of();
        }
        List<LedgerJson.Past> past = new ArrayList<>();
        try (Stream<Path> list = Files.list(ledgers)) {
            for (Path folder : list.filter(f -> Files.exists(f.resolve(JSON))).toList()) {
                try {
                    past.add(LedgerJson.read(folder, read(folder)));
                } catch (IOException | RuntimeException _) {
                    // Made by another program, or truncated: not listed.
                }
            }
        }
        past.sort(Comparator.comparing(LedgerJson.Past::started).reversed());
        return past;
    }
}
