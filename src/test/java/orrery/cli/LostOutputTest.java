package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.testing.SmallSky;
import picocli.CommandLine;

/** The disk fills while a command prints: each command says so in one line and ends with 1, wherever it happens. */
class LostOutputTest {
    private static final String FULL = "No space left on device";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeKernels() throws IOException {
        SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
        StringBuilder queries = new StringBuilder("target,center,et\n");
        for (int i = 0; i < 1000; i++) {
            queries.append("4,0,").append(i * 1000).append('\n');
        }
        Files.writeString(folder.resolve("queries.csv"), queries);
    }

    private record Run(int status, String err) {}

    /** A stream that accepts this many bytes and no more. */
    private static final class Full extends OutputStream {
        private long room;

        private Full(long room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException(FULL);
            }
        }
    }

    static Stream<String> commands() {
        return Stream.of(
                "brief sky.bsp",
                "brief --json sky.bsp",
                "brief --by body sky.bsp",
                "brief --at 2000-03-01 sky.bsp",
                "comment sky.bsp",
                "comment --json sky.bsp",
                "state -k sky.bsp --target 4 --et 5",
                "state -k sky.bsp --target 4 --et 5 --json",
                "state -k sky.bsp --queries queries.csv",
                "diff sky.bsp sky.bsp --step 30d",
                "diff sky.bsp sky.bsp --step 30d --json",
                "excerpt sky.bsp --bodies 4 --out cut.bsp",
                "merge sky.bsp --out merged.bsp --json",
                "convert sky.bsp --out other.bsp",
                "catalogue",
                "catalogue --json",
                "events -k sky.bsp --from 2000-02-01 --to 2000-03-01",
                "telemetry -k sky.bsp --seconds 0.1",
                "bench -k sky.bsp --n 10",
                "audit -k sky.bsp --claims B4 --json",
                "completion",
                "--help",
                "state --help",
                "--version");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isSaidInOneLineAndEndsWithOne(String command) {
        assertLost(run(command, 3), command);
    }

    @Test
    void isSaidWhereALaterWriteFailsToo() {
        assertLost(run("state -k sky.bsp --queries queries.csv", 30_000), "in the midst of 1,000 rows");
    }

    @Test
    void whatFitsIsNoFault() {
        Run run = run("state -k sky.bsp --queries queries.csv", 1 << 20);
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
    }

    @Test
    void anErrorBeforeItKeepsItsStatus() {
        Run run = run("state -k none.bsp --target 4 --et 5", 0);
        assertThat(run.status).isEqualTo(ExitCodes.KERNEL);
        assertThat(run.err).contains("none.bsp").doesNotContain(FULL);
    }

    private static void assertLost(Run run, String of) {
        assertThat(run.status).as(of).isEqualTo(ExitCodes.OTHER);
        assertThat(run.err.lines()).as(of).hasSize(1);
        assertThat(run.err).as(of).startsWith("orrery").contains("could not be written", FULL);
    }

    private static Run run(String command, long room) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            boolean file = word.endsWith(".bsp") || word.endsWith(".csv");
            words.add(file ? folder.resolve(word).toString() : word);
        }
        StringWriter err = new StringWriter();
        CommandLine line = OrreryCommand.commandLine(_ -> {});
        line.setOut(Output.to(new Full(room)));
        line.setErr(new PrintWriter(err, true));
        int status = OrreryCommand.run(line, words.toArray(String[]::new), () -> {});
        return new Run(status, err.toString());
    }
}
