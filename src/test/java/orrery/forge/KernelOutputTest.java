package orrery.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.Progress;
import orrery.spk.SegmentInfo;
import orrery.testing.Eventually;
import orrery.testing.Shared;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;

/** Excerpts, mergers and conversions while they are written to a file. */
class KernelOutputTest {
    private static final Set<String> OTHERS =
            Set.of("anise_gmat-hermite.bsp", "rubyephem_de405_2000_excerpt.bsp", "gmat_ceres_1900_2100.bsp");

    private static final Path SHIPPED = SoundKernels.shipped();

    @TempDir
    private Path dir;

    private final KernelRegistry registry = new KernelRegistry();

    @Test
    void aMergerAnswersAsItsKernelsDoInThatOrder() throws Exception {
        Path under = SmallSky.write(dir.resolve("under.bsp"), 0, 9 * SmallSky.YEAR);
        Path over = dir.resolve("over.bsp");
        SpkWriter.of(ByteOrder.BIG_ENDIAN)
                .comment("Mars stands still.")
                .add(ChebyshevLayout.zero(4, 0, 1, SmallSky.YEAR, 2 * SmallSky.YEAR, "still"))
                .write(over);
        Path out = dir.resolve("new/merged.bsp");
        try (KernelHandle a = registry.open(under);
                KernelHandle b = registry.open(over)) {
            KernelOutput.OutputFile made = KernelOutput.write(
                    new Merge(Excerpt.everything(), ByteOrder.LITTLE_ENDIAN).of(List.of(a, b)),
                    out,
                    List.of(under, over));
            assertThat(made.segments()).isEqualTo(7);
            assertThat(made.bytes() % 1024).isZero();
            try (KernelHandle merged = registry.open(out);
                    KernelPool two = KernelPool.of(a, b);
                    KernelPool one = KernelPool.of(merged)) {
                assertThat(merged.comment())
                        .contains(
                                "Merged from under.bsp", "then over.bsp", "Circles, for tests.", "Mars stands still.");
                same(two, one, new int[] {3, 4, 5, 10, 301, 399}, 0, 9 * SmallSky.YEAR);
            }
        }
    }

    @Test
    void conversionTurnsTheBytesAndKeepsEveryBit() throws Exception {
        List<Path> kernels = SoundKernels.own(dir);
        kernels.remove(SoundKernels.shipped());
        kernels.addAll(Shared.filesIfAny("kernels/real").stream()
                .filter(file -> OTHERS.contains(file.getFileName().toString()))
                .toList());
        for (Path in : kernels) {
            String name = in.getFileName().toString();
            Path there = dir.resolve(name + "-there.bsp");
            Path back = dir.resolve(name + "-back.bsp");
            try (KernelHandle source = registry.open(in)) {
                ByteOrder other =
                        source.file().order() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
                KernelOutput.write(new ByteOrderConversion(other).of(source), there, List.of(in));
                try (KernelHandle turned = registry.open(there)) {
                    assertThat(turned.file().order()).isEqualTo(other);
                    KernelOutput.write(new ByteOrderConversion(source.file().order()).of(turned), back, List.of(there));
                }
                try (KernelHandle again = registry.open(back);
                        RawCopy was = RawCopy.of(source);
                        RawCopy is = RawCopy.of(again)) {
                    for (int i = 0; i < source.file().segments().size(); i++) {
                        assertThat(words(is, again.file().segments().get(i).info()))
                                .isEqualTo(words(
                                        was, source.file().segments().get(i).info()));
                    }
                    assertThat(again.comment()).contains("Converted to");
                }
            }
        }
    }

    @Test
    void aLargeKernelPassesThroughASmallBuffer() throws Exception {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long size = Files.size(SHIPPED);
        long before = threads.getCurrentThreadAllocatedBytes();
        try (KernelHandle source = registry.open(SHIPPED)) {
            KernelOutput.write(Excerpt.everything().of(source), dir.resolve("all.bsp"), List.of(SHIPPED));
            KernelOutput.write(
                    new Merge(Excerpt.everything(), ByteOrder.LITTLE_ENDIAN).of(List.of(source, source)),
                    dir.resolve("twice.bsp"),
                    List.of(SHIPPED));
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // It writes three times its size and reads as much back; a thread that kept a segment would allocate far more.
        assertThat(Files.size(dir.resolve("twice.bsp"))).isGreaterThan(2 * size - 100_000);
        assertThat(allocated).as("bytes allocated for %d copied", 3 * size).isLessThan(size);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.45, 0.55, 0.95})
    void aWritingThatIsCancelledLeavesTheOldFileAndNothingElse(double moment) throws Exception {
        Path out = dir.resolve("out.bsp");
        Files.writeString(out, "the old one");
        double[] furthest = {0};
        Progress cancelling = new Progress() {
            @Override
            public void at(double fraction) {
                furthest[0] = fraction;
            }

            @Override
            public boolean isCancelled() {
                return furthest[0] >= moment;
            }
        };
        try (KernelHandle source = registry.open(SHIPPED)) {
            Excerpt.Result all = Excerpt.everything().of(source);
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> KernelOutput.write(all, out, List.of(SHIPPED), cancelling));
        }
        assertThat(furthest[0]).isBetween(moment, moment + 0.01);
        assertThat(out).hasContent("the old one");
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void aSourceThatChangesWhileItIsCopiedIsNoticed() throws Exception {
        Path in = SmallSky.write(dir.resolve("in.bsp"));
        Path out = dir.resolve("out.bsp");
        try (KernelHandle source = registry.open(in)) {
            Excerpt.Result result = Excerpt.everything().of(source);
            SmallSky.write(in, 0, SmallSky.YEAR);
            assertThatThrownBy(() -> KernelOutput.write(result, out, List.of(in)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has changed since it was opened");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void nothingIsEverWrittenOverItsSource() throws Exception {
        Path in = SmallSky.write(dir.resolve("in.bsp"));
        Path alias = Files.createSymbolicLink(dir.resolve("alias.bsp"), in);
        byte[] before = Files.readAllBytes(in);
        try (KernelHandle source = registry.open(in)) {
            Excerpt.Result result = Excerpt.everything().of(source);
            for (Path out : List.of(in, alias, dir.resolve("x/../in.bsp"))) {
                assertThatThrownBy(() -> KernelOutput.write(result, out, List.of(in)))
                        .hasMessageContaining("source itself");
            }
        }
        assertThat(Files.readAllBytes(in)).isEqualTo(before);
    }

    @Test
    void whatDoesNotReadBackNeverGetsItsName() throws Exception {
        Path out = dir.resolve("out.bsp");
        Files.writeString(out, "the old one");
        SpkWriter writer = SpkWriter.littleEndian().add(ChebyshevLayout.zero(4, 0, 1, 0, 10, "s"));
        assertThatThrownBy(() -> writer.write(out, Progress.NONE, part -> {
                    throw new IOException("does not read back");
                }))
                .isInstanceOf(IOException.class);
        assertThat(out).hasContent("the old one");
        // A NaN is not the copy's fault: it is copied, and reads back unchanged.
        RawSegment raw =
                new RawSegment(4, 0, 1, 2, 0, 10, "n", new double[] {5, 5, Double.NaN, -0.0, 0, 0, 0, 0, 0, 10, 8, 1});
        Path odd = dir.resolve("odd.bsp");
        SpkWriter.littleEndian().add(raw).write(odd);
        try (KernelHandle source = registry.open(odd)) {
            assertThat(KernelOutput.write(Excerpt.everything().of(source), out, List.of(odd))
                            .segments())
                    .isEqualTo(1);
        }
        try (var files = Files.list(dir)) {
            assertThat(files).as("no temporary file is left").hasSize(2);
        }
    }

    @Test
    void anExcerptOfNothingSaysSo() throws Exception {
        try (KernelHandle source = registry.open(SmallSky.write(dir.resolve("in.bsp")))) {
            Excerpt.Result none = new Excerpt(Set.of(-99), 0, 1).of(source);
            assertThatThrownBy(() -> KernelOutput.write(none, dir.resolve("o.bsp"), List.of()))
                    .hasMessageContaining("The kernel would be empty");
        }
    }

    @Test
    void anotherReaderAcceptsExcerptsMergersAndConversions() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "skipped: there is no " + python);
        assumeTrue(run(python, "import jplephem").isEmpty(), "skipped: python3-jplephem is not installed");
        double from = 8_000 * 86_400.0;
        double et = from + 1_234_567.25;
        try (KernelHandle source = registry.open(SHIPPED)) {
            Path cut = dir.resolve("cut.bsp");
            KernelOutput.write(new Excerpt(Set.of(4, 301), from, from + 30e5).of(source), cut, List.of(SHIPPED));
            Path turned = dir.resolve("turned.bsp");
            try (KernelHandle excerpt = registry.open(cut)) {
                KernelOutput.write(new ByteOrderConversion(ByteOrder.BIG_ENDIAN).of(excerpt), turned, List.of(cut));
                Path merged = dir.resolve("merged.bsp");
                KernelOutput.write(
                        new Merge(Excerpt.everything(), ByteOrder.LITTLE_ENDIAN).of(List.of(excerpt, excerpt)),
                        merged,
                        List.of(cut));
                double[] ours = new double[6];
                try (KernelPool pool = KernelPool.of(excerpt)) {
                    Ephemeris.of(pool).state(4, 0, et, ours);
                }
                for (Path file : List.of(cut, turned, merged)) {
                    String said = run(
                            python,
                            "from jplephem.spk import SPK\n"
                                    + "k = SPK.open('" + file + "')\n"
                                    + "assert 'xcerpt of' in k.comments(), k.comments()\n"
                                    + "p = k[0, 4].compute(2451545.0, " + et + "/86400.0)\n"
                                    + "print(*[repr(float(x)) for x in p])");
                    String[] xyz = said.strip().split(" ", -1);
                    for (int i = 0; i < 3; i++) {
                        // jplephem takes days: an epoch accurate to a microsecond, at 25 km/s.
                        assertThat(Double.parseDouble(xyz[i]))
                                .as("%s %s", file, said)
                                .isCloseTo(ours[i], org.assertj.core.api.Assertions.within(1e-4));
                    }
                }
            }
        }
    }

    private static String run(Path python, String program) throws Exception {
        Process process = new ProcessBuilder(python.toString(), "-c", program)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return said;
    }

    private static void same(KernelPool a, KernelPool b, int[] bodies, double from, double to) {
        Random random = new Random(2);
        double[] one = new double[6];
        double[] two = new double[6];
        for (int i = 0; i < 300; i++) {
            double et = from + random.nextDouble() * (to - from);
            for (int body : bodies) {
                Ephemeris.of(a).state(body, 0, et, one);
                Ephemeris.of(b).state(body, 0, et, two);
                assertThat(two).as("%d at %s", body, et).isEqualTo(one);
            }
        }
    }

    private static double[] words(RawCopy copy, SegmentInfo info) throws IOException {
        return copy.words(info.offset(), info.bytes() / Double.BYTES);
    }
}
