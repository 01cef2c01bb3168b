package orrery.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.testing.SmallSky;

/** Bulk queries are shared among threads, which the output does not show. */
class QueryPipelineTest {
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    private Path sky;

    @BeforeEach
    void makeSky() throws IOException {
        sky = SmallSky.write(folder.resolve("sky.bsp"), 0, SmallSky.YEAR);
    }

    private static String row(int i) {
        return "4,0," + i * 1000.125;
    }

    private Path queries(int bad) throws IOException {
        StringBuilder text = new StringBuilder("target,center,et\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i == bad ? "4,0,soon" : row(i)).append('\n');
        }
        return Files.writeString(folder.resolve("queries.csv"), text);
    }

    @Test
    void everyAnswerStandsInItsPlaceAndIsTheOneThatOneQueryGets() throws IOException {
        CommandRun run = CommandRun.of(
                "state", "-k", sky.toString(), "--queries", queries(-1).toString());
        List<String> lines = run.out().lines().toList();
        assertThat(run.status()).isZero();
        assertThat(lines).hasSize(ROWS + 1);
        try (KernelHandle handle = new KernelRegistry().open(sky);
                KernelPool pool = KernelPool.of(handle)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] state = new double[6];
            for (int i = 0; i < ROWS; i++) {
                ephemeris.state(4, 0, i * 1000.125, state);
                StringBuilder expected = new StringBuilder(row(i));
                for (double number : state) {
                    expected.append(',').append(number);
                }
                assertThat(lines.get(i + 1)).isEqualTo(expected.toString());
            }
        }
    }

    @Test
    void theFirstFailureEndsTheRunAfterAllRowsBeforeItAndNoneAfter() throws IOException {
        int bad = ROWS - 3;
        CommandRun run = CommandRun.of(
                "state", "-k", sky.toString(), "--queries", queries(bad).toString());
        assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.out().lines()).hasSize(bad + 1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("line " + (bad + 2) + ":", "soon");
    }

    @Test
    void whatAPipeHoldsIsABlockAndIsNotKeptWaitingForMore() throws IOException {
        try (PipedOutputStream asker = new PipedOutputStream();
                QueryBlocks blocks = new QueryBlocks("a pipe", new PipedInputStream(asker))) {
            asker.write("a\nb\nhalf".getBytes(StandardCharsets.UTF_8));
            QueryBlock first = requireNonNull(blocks.next());
            assertThat(first.next()).isEqualTo(new QueryBlock.Line.Text("a"));
            assertThat(first.next()).isEqualTo(new QueryBlock.Line.Text("b"));
            assertThat(first.next()).isNull();
            asker.write(" a line\r\n".getBytes(StandardCharsets.UTF_8));
            QueryBlock second = requireNonNull(blocks.next());
            assertThat(second.next()).isEqualTo(new QueryBlock.Line.Text("half a line"));
            assertThat(second.number()).isEqualTo(3);
        }
    }

    @Test
    void whatHasNoLineEndsIsNotReadToItsEnd() throws IOException {
        byte[] zeros = new byte[4 * QueryBlocks.LONGEST];
        try (QueryBlocks blocks = new QueryBlocks("zeros", new ByteArrayInputStream(zeros))) {
            assertThatThrownBy(blocks::next)
                    .isInstanceOf(UsageException.class)
                    .hasMessage("zeros, line 1 has more than 65536 bytes: this is not a CSV file.");
        }
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        byte[] text = "one\ntwo".getBytes(StandardCharsets.UTF_8);
        try (QueryBlocks blocks = new QueryBlocks("text", new ByteArrayInputStream(text))) {
            List<QueryBlock.Line> lines = new ArrayList<>();
            for (QueryBlock block = blocks.next(); block != null; block = blocks.next()) {
                for (QueryBlock.Line line = block.next(); line != null; line = block.next()) {
                    lines.add(line);
                }
            }
            assertThat(lines).containsExactly(new QueryBlock.Line.Text("one"), new QueryBlock.Line.Text("two"));
        }
    }
}
