package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.testing.Eventually;

class SpkWriterTest {
    private static final double DAY = 86_400;

    @TempDir
    private Path dir;

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatIsWrittenIsReadBackToTheBit(ByteOrder order) {
        RawSegment raw =
                new RawSegment(-77, 399, 17, 13, -1.5, 2.5, "any type", new double[] {Math.PI, -0.0, Double.MIN_VALUE});
        DafBytes daf = new DafBytes(SpkWriter.of(order).add(raw).toBytes());

        DafBytes.Summary only = daf.summaries().getFirst();
        assertThat(only).isEqualTo(new DafBytes.Summary(-1.5, 2.5, -77, 399, 17, 13, 385, 387, "any type"));
        assertThat(daf.body(only)).isEqualTo(raw.data());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theFileRecordIsAsTheRequiredReadingSays(ByteOrder order) {
        byte[] file = SpkWriter.of(order)
                .internalName("a name")
                .add(cubic(4, 2))
                .add(cubic(5, 3))
                .toBytes();
        DafBytes daf = new DafBytes(file);

        assertThat(file.length % 1024).isZero();
        assertThat(daf.text(0, 8)).isEqualTo("DAF/SPK ");
        assertThat(daf.text(88, 8)).isEqualTo(order == ByteOrder.LITTLE_ENDIAN ? "LTL-IEEE" : "BIG-IEEE");
        assertThat(daf.text(16, 60)).isEqualTo("a name" + " ".repeat(54));
        assertThat(daf.integer(8)).isEqualTo(2);
        assertThat(daf.integer(12)).isEqualTo(6);
        assertThat(daf.integer(76)).as("first summary record").isEqualTo(2);
        assertThat(daf.integer(80)).as("last summary record").isEqualTo(2);
        assertThat(daf.integer(84))
                .as("first free address follows the last segment")
                .isEqualTo(daf.summaries().getLast().to() + 1);
        // DAF required reading, "FTP validation string", as bytes.
        assertThat(daf.text(699, 28).chars().toArray())
                .containsExactly(
                        'F', 'T', 'P', 'S', 'T', 'R', ':', 13, ':', 10, ':', 13, 10, ':', 13, 0, ':', 0x81, ':', 0x10,
                        0xCE, ':', 'E', 'N', 'D', 'F', 'T', 'P');
    }

    @ParameterizedTest
    @MethodSource("orders")
    void sixtySegmentsMakeThreeChainedSummaryRecords(ByteOrder order) {
        List<RawSegment> segments =
                IntStream.range(0, 60).mapToObj(i -> cubic(1000 + i, 2)).toList();
        DafBytes daf = new DafBytes(SpkWriter.of(order).addAll(segments).toBytes());

        List<DafBytes.Summary> read = daf.summaries();
        assertThat(read).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(read.get(i).target()).isEqualTo(1000 + i);
            assertThat(daf.body(read.get(i))).isEqualTo(segments.get(i).data());
        }
        int last = daf.integer(80);
        int middle = (int) daf.word((last - 1) * 128 + 2);
        assertThat((int) daf.word((middle - 1) * 128 + 2))
                .as("back to the first")
                .isEqualTo(daf.integer(76));
        assertThat(daf.word((last - 1) * 128 + 1)).as("no next").isZero();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aLongCommentComesBackLineByLine(ByteOrder order) {
        String comment =
                IntStream.range(0, 500).mapToObj(i -> "line " + i + "\n").reduce("", String::concat) + "\nlast\n";
        DafBytes daf = new DafBytes(
                SpkWriter.of(order).comment(comment).add(cubic(4, 2)).toBytes());

        assertThat(daf.comment()).isEqualTo(comment);
        assertThat(daf.summaries()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void typesTwoAndThreeEvaluateToTheirPolynomial(ByteOrder order) {
        DafBytes daf = new DafBytes(
                SpkWriter.of(order).add(cubic(4, 2)).add(cubic(5, 3)).toBytes());
        for (DafBytes.Summary s : daf.summaries()) {
            for (double et = s.start(); et <= s.end(); et += DAY / 7) {
                double days = et / DAY;
                double[] state = daf.series(s, et);
                assertThat(state[0]).isCloseTo(days * days * days, within(1e-12));
                assertThat(state[1]).isCloseTo(-days, within(1e-12));
                assertThat(state[2]).isCloseTo(7, within(1e-12));
                if (s.type() == 3) {
                    assertThat(state[3]).isCloseTo(3 * days * days / DAY, within(1e-16));
                    assertThat(state[4]).isCloseTo(-1 / DAY, within(1e-20));
                }
            }
        }
    }

    @Test
    void theSizeThatIsToldIsTheSizeThatTheFileGets() throws IOException {
        RawSegment segment = ChebyshevLayout.zero(4, 0, 1, 0, 86_400, "a");
        for (String comment :
                new String[] {"", "One line.", "x".repeat(70).concat("\n").repeat(40)}) {
            SpkWriter writer = SpkWriter.littleEndian().comment(comment);
            for (int i = 0; i < 60; i++) {
                writer.add(segment);
            }
            Path file = dir.resolve("many.bsp");
            writer.write(file);
            assertThat(writer.size()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void aZeroSegmentIsZeroOverItsWholeSpan() {
        double start = -3_155_803_200.1;
        double end = 3_155_716_800.3;
        DafBytes daf = new DafBytes(SpkWriter.littleEndian()
                .add(ChebyshevLayout.zero(199, 1, RawSegment.J2000, start, end, "zero"))
                .toBytes());
        DafBytes.Summary s = daf.summaries().getFirst();
        assertThat(daf.series(s, start)).containsOnly(0);
        assertThat(daf.series(s, end)).containsOnly(0);
        assertThat(daf.series(s, 0)).containsOnly(0);
    }

    @Test
    void aKernelWithoutSegmentsIsAWholeFile() {
        byte[] file = SpkWriter.littleEndian().toBytes();
        assertThat(file).hasSize(3 * 1024);
        assertThat(new DafBytes(file).summaries()).isEmpty();
    }

    @Test
    void writingReplacesTheFileInOneStepAndLeavesNothingElse() throws Exception {
        Path file = dir.resolve("k.bsp");
        Files.writeString(file, "old");
        SpkWriter writer = SpkWriter.of(ByteOrder.BIG_ENDIAN).add(cubic(4, 2));
        writer.write(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(writer.toBytes());
        try (Stream<Path> all = Files.list(dir)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void aWriteThatFailsLeavesTheOldFile() throws Exception {
        Path file = dir.resolve("k.bsp");
        Files.writeString(file, "old");
        SpkWriter writer = SpkWriter.littleEndian().add(cubic(4, 2));
        assertThatThrownBy(() -> writer.write(file.resolve("below-a-file.bsp"))).isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void whatAFileCannotHoldIsRefusedInASentence() {
        double[] data = {1};
        assertThatThrownBy(() -> new RawSegment(1, 0, 1, 2, 0, 1, "x".repeat(41), data))
                .hasMessageContaining("41 characters");
        assertThatThrownBy(() -> new RawSegment(1, 0, 1, 2, 1, 0, "x", data)).hasMessageContaining("runs forward");
        assertThatThrownBy(() -> new RawSegment(1, 0, 1, 2, Double.NaN, 0, "x", data))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new RawSegment(1, 0, 1, 2, 0, 1, "x", new double[0]))
                .hasMessageContaining("no data");
        assertThatThrownBy(() -> SpkWriter.littleEndian().comment("\u00e9")).hasMessageContaining("ASCII");
        assertThatThrownBy(() -> SpkWriter.littleEndian().internalName("x".repeat(61)))
                .hasMessageContaining("60");
        assertThatThrownBy(() -> new ChebyshevLayout(0, 5, new double[2][3][4]).type2(1, 0, 1, 0, 11, "x"))
                .hasMessageContaining("do not cover");
        assertThatThrownBy(() -> new ChebyshevLayout(0, 5, new double[2][3][4]).type3(1, 0, 1, 0, 10, "x"))
                .hasMessageContaining("needs 6");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void jplephemReadsTheSameStates(ByteOrder order) throws Exception {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeThat(Files.isExecutable(python))
                .as("python3 with jplephem as a second opinion")
                .isTrue();
        Path file = dir.resolve("k.bsp");
        SpkWriter.of(order)
                .comment("one\n\ntwo\n")
                .addAll(IntStream.range(0, 30).mapToObj(i -> cubic(i + 1, 2)).toList())
                .add(cubic(31, 3))
                .write(file);
        String script = """
            import sys
            try:
                from jplephem.spk import SPK
            except ImportError:
                print('absent'); sys.exit()
            k = SPK.open(sys.argv[1])
            assert k.comments() == 'one\\n\\ntwo\\n', repr(k.comments())
            assert len(k.segments) == 31
            for s in k.segments:
                for day in (-4, -1.25, 0, 3.5, 4):
                    x, y, z = s.compute(2451545.0 + day)[:3]
                    assert abs(x - day ** 3) < 1e-9 and abs(y + day) < 1e-9 and abs(z - 7) < 1e-9, (s, day, x, y, z)
            print('read')
            """;
        Process process = new ProcessBuilder(python.toString(), "-c", script, file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        Assumptions.assumeThat(said).as("jplephem").isNotEqualTo("absent");
        assertThat(said).isEqualTo("read");
    }

    /** x = d^3, y = -d, z = 7 km with d in days, on four granules of two days about J2000. */
    private static RawSegment cubic(int target, int type) {
        double[][][] granules = new double[4][][];
        for (int i = 0; i < 4; i++) {
            double m = -3 + 2 * i;
            // (m + s)^3 in T_0..T_3, with s^2 = (1 + T_2)/2 and s^3 = (3 T_1 + T_3)/4.
            double[] x = {m * m * m + 1.5 * m, 3 * m * m + 0.75, 1.5 * m, 0.25};
            double[] y = {-m, -1, 0, 0};
            double[] z = {7, 0, 0, 0};
            double[] vx = {3 * (m * m + 0.5) / DAY, 6 * m / DAY, 1.5 / DAY, 0};
            double[] vy = {-1 / DAY, 0, 0, 0};
            granules[i] = type == 2 ? new double[][] {x, y, z} : new double[][] {x, y, z, vx, vy, new double[4]};
        }
        String name = "cubic " + target;
        return type == 2
                ? new ChebyshevLayout(-4 * DAY, 2 * DAY, granules)
                        .type2(target, 0, RawSegment.J2000, -4 * DAY, 4 * DAY, name)
                : new ChebyshevLayout(-4 * DAY, 2 * DAY, granules)
                        .type3(target, 0, RawSegment.J2000, -4 * DAY, 4 * DAY, name);
    }
}
