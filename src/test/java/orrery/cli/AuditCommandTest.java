package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.MadeKernels;
import picocli.CommandLine;

/** {@code orrery audit} as a script runs it: its output, its files and its exit status. */
class AuditCommandTest {
    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = OrreryCommand.commandLine(request -> {});
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = line.execute(arguments);
        return new Run(status, out.toString(), err.toString());
    }

    @Test
    void aProvenAuditEndsWithZeroAndItsReplayComparesTheDigest() throws IOException {
        Path ledger = folder.resolve("ledger");
        Run run = run(
                "audit", "-k", kernel.toString(), "--claims", "a4,B4", "--queries", "500", "--out", ledger.toString());
        assertThat(run.status).as(run.err).isZero();
        assertThat(run.out).contains("A4", "right, not only repeatable", "2 proven", "digest ");
        assertThat(ledger.resolve("ledger.md")).exists();
        assertThat(ledger.resolve("latency.hlog")).exists();
        Path json = ledger.resolve("ledger.json");
        assertThat(run("audit", "--replay", json.toString()).status).isZero();

        ObjectMapper mapper = new ObjectMapper();
        ObjectNode changed = (ObjectNode) mapper.readTree(json.toFile());
        changed.put("digest", "0".repeat(64));
        Files.writeString(json, changed.toString());
        Run other = run("audit", "--replay", json.toString());
        assertThat(other.status).isEqualTo(ExitCodes.REFUTED);
        assertThat(other.err).contains("digest");
    }

    @Test
    void twoLedgersOfOneBuildAreQuietAndOtherRunsAreRefusedUnlessTold() throws IOException {
        String[] audit = {"audit", "-k", kernel.toString(), "--claims", "B4", "--queries", "50", "--repeat", "2"};
        String before = folder.resolve("before").toString();
        String after = folder.resolve("after").toString();
        assertThat(run(with(audit, "--out", before)).status).isZero();
        assertThat(run(with(audit, "--out", after)).status).isZero();
        Run quiet = run("audit", "--compare", before, after);
        assertThat(quiet.status).as(quiet.err).isZero();
        assertThat(quiet.out).contains("B4", "2 cycles", "same digest", "no change beyond noise");

        assertThat(run(with(audit, "--seed", "5", "--out", after)).status).isZero();
        Run other = run("audit", "--compare", before, after);
        assertThat(other.status).isEqualTo(ExitCodes.USAGE);
        assertThat(other.err).contains("not comparable", "plan's seed", "--anyway");
        Run told = run("audit", "--compare", before, after, "--anyway", "--json");
        assertThat(told.status).as("another digest").isEqualTo(ExitCodes.REFUTED);
        assertThat(new ObjectMapper().readTree(told.out).path("quiet").asBoolean(true))
                .isFalse();
        assertThat(run("audit", "--compare", before, folder.resolve("none").toString()).status)
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run(with(audit, "--anyway")).status).isEqualTo(ExitCodes.USAGE);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void aTraceAndAFlightRecordingAreLeftBesideTheLedger() throws IOException {
        Path trace = folder.resolve("trace.json");
        Path recording = folder.resolve("audit.jfr");
        Run run = run(
                "audit",
                "-k",
                kernel.toString(),
                "--claims",
                "A2",
                "--threads",
                "2",
                "--queries",
                "50",
                "--trace",
                trace.toString(),
                "--jfr",
                recording.toString());
        assertThat(run.status).as(run.out + run.err).isZero();
        assertThat(new ObjectMapper().readTree(trace.toFile()).findValuesAsText("name"))
                .contains("claims", "windows", "A2 no cross-thread contamination", "queries", "queries/queries-0");
        assertThat(RecordingFile.readAllEvents(recording).stream()
                        .map(event -> event.getEventType().getName()))
                .contains("orrery.Claim", "orrery.Window", "orrery.KernelMapped", "orrery.Query", "jdk.JVMInformation");
        assertThat(run("audit", "-k", kernel.toString(), "--reader", "native:x.so", "--trace", "t").status)
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("audit", "-k", kernel.toString(), "--reader", "native:x.so", "--jfr", "f").err)
                .contains("--jfr is for our own reader");
    }

    @Test
    void aLedgerThatAsksForUnknownClaimsIsNotRepeated() throws IOException {
        Path ledger = folder.resolve("ledger");
        run("audit", "-k", kernel.toString(), "--claims", "B4", "--queries", "50", "--out", ledger.toString());
        Path json = ledger.resolve("ledger.json");
        Files.writeString(json, Files.readString(json).replace("[ \"B4\" ]", "[ \"B4\", \"Z9\" ]"));
        Run replay = run("audit", "--replay", json.toString());
        assertThat(replay.status).isEqualTo(ExitCodes.USAGE);
        assertThat(replay.err).contains("Z9", "A1");
        assertThat(run("audit", "--replay", folder.resolve("none").toString()).err)
                .contains("none is missing")
                .doesNotContain("a defect");
        Files.writeString(json, "no ledger");
        assertThat(run("audit", "--replay", json.toString()).err)
                .contains("is not JSON")
                .doesNotContain("a defect");
        Files.writeString(json, "[1]");
        assertThat(run("audit", "--replay", json.toString()).status).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsFoundOutBeforeTheRun() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Run run = run(
                "audit",
                "-k",
                kernel.toString(),
                "--out",
                file.resolve("ledger").toString());
        assertThat(run.status).isEqualTo(ExitCodes.OTHER);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains("cannot be written").doesNotContain("a defect");
    }

    @Test
    void aLedgerThatCannotBeWrittenAfterTheRunIsPrintedAndKeptElsewhere() throws IOException {
        Path out = folder.resolve("ledger");
        // A folder that is not empty cannot be replaced by a file.
        Files.createDirectories(out.resolve("ledger.md/full"));
        Run run = run("audit", "-k", kernel.toString(), "--claims", "B4", "--out", out.toString());
        assertThat(run.status).isEqualTo(ExitCodes.OTHER);
        assertThat(run.out).contains("Validation summary", "1 proven");
        assertThat(run.err).contains("The ledger was written to ");
        Path kept = Path.of(run.err.replaceAll("(?s).*written to (.*) instead.*", "$1"));
        assertThat(kept.resolve("ledger.json")).exists();
    }

    @Test
    void jsonPrintsTheLedger() throws IOException {
        Run run = run("audit", "-k", kernel.toString(), "--claims", "A4", "--queries", "100", "--seed", "9", "--json");
        assertThat(run.status).isZero();
        var node = new ObjectMapper().readTree(run.out);
        assertThat(node.path("seed").asLong()).isEqualTo(9);
        assertThat(node.path("plan").path("queries").asInt()).isEqualTo(100);
        assertThat(node.at("/claims/0/verdict").asText()).isEqualTo("proven");
    }

    @Test
    void whatMakesNoSenseIsUsageAndAMissingKernelIsAKernelProblem() {
        assertThat(run("audit").status).isEqualTo(ExitCodes.USAGE);
        assertThat(run("audit", "-k", kernel.toString(), "--claims", "Z9").err).contains("no claim \"Z9\"", "A1");
        assertThat(run("audit", "-k", kernel.toString(), "--threads", "0").status)
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("audit", "-k", folder.resolve("none.bsp").toString()).status)
                .isEqualTo(ExitCodes.KERNEL);
    }
}
