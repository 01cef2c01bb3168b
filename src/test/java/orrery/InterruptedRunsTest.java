package orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.audit.ReaderJar;
import orrery.files.Leftover;
import orrery.testing.ChildJvm;
import orrery.testing.Eventually;
import orrery.testing.FileServer;
import orrery.testing.Signals;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;

/**
 * Commands that are told to end while they write. Either the file is complete and the status is 0, or nothing is left
 * in the target or scratch folders and the status is the signal's; of a download, only what the next one resumes is
 * left. Nothing is printed, and it does not take long.
 */
@EnabledOnOs(OS.LINUX)
final class InterruptedRunsTest {
    /** The status of an audit, which ends by itself when a signal arrives. */
    private static final int CANCELLED = 130;

    private static final int ROWS = 60_000;
    private static final int MANY_ROWS = 400_000;
    /** Of a kill that is to meet a writing that lasts some milliseconds. */
    private static final int TRIES = 12;

    private static final int CHUNK = 1 << 17;
    private static final long CHUNK_NANOS = 20_000_000;
    private static final double[] MOMENTS = {0.4, 0.65, 0.9};

    @TempDir
    private Path folder;

    private Path out = Path.of("");
    private Path scratch = Path.of("");

    /** A command that writes; {@code %k} stands for a kernel, {@code %o} for its output folder. */
    enum Writing {
        EXCERPT("excerpt %k --bodies 4,301,399 --out %o/o.bsp"),
        REFIT("refit %k --tolerance 10m --from 1990-01-01 --to 2010-01-01 --out %o/o.bsp"),
        IMPORT("import %t --frame J2000 --out %o/o.bsp"),
        EXPORT("export %k --bodies 4,301 --step 1h --from 1990-01-01 --to 2010-01-01 --format csv --out %o/o.csv"),
        MERGE("merge %k %k --out %o/o.bsp"),
        CONVERT("convert %k --out %o/o.bsp"),
        FORGE("forge --from 1999-01-01 --to 2001-01-01 --out %o/o.bsp"),
        FETCH("fetch --base %s --dir %o big.bsp"),
        MOVIE("movie -k %k --from 2001-01-01 --seconds 1 --fps 10 --size 320x180 --encoder jcodec "
                + "--out %o/o.mp4 --frames %o/frames"),
        TOUR("movie -k %k --tour planets --fps 1 --size 64x64 --encoder jcodec --out %o/o.mp4"),
        SNAPSHOT("snapshot -k %k --size 1600x900 --out %o/o.png"),
        AUDIT("audit -k %k --claims A1,A2,B4 --queries 2000 --threads 4 --out %o/ledger --trace %o/trace.json"),
        FLIGHT("audit -k %k --claims A1,B4 --queries 2000 --threads 2 --out %o/ledger --jfr %o/run.jfr"),
        DIFF("diff %k %k --csv %o/o.csv");

        private final String line;

        Writing(String line) {
            this.line = line;
        }

        List<String> arguments(Path kernel, Path out, Path table, String server) {
            return Stream.of(line.split(" ", -1))
                    .map(word -> word.replace("%k", kernel.toString())
                            .replace("%o", out.toString())
                            .replace("%t", table.toString())
                            .replace("%s", server))
                    .toList();
        }
    }

    private static Path shipped() {
        return SoundKernels.shipped().toAbsolutePath().normalize();
    }

    private Path table(int rows) throws IOException {
        Path table = folder.resolve("states.csv");
        try (PrintStream to = new PrintStream(table.toFile(), StandardCharsets.UTF_8)) {
            to.println("et,x,y,z,vx,vy,vz,target,center");
            for (int i = 0; i < rows; i++) {
                to.println(i * 600 + ",4e5," + i + ",0,0,1,0,-555,399");
            }
        }
        return table;
    }

    /** A process in a folder of its own. */
    private Process start(List<String> arguments) throws IOException {
        Files.createDirectories(out);
        Files.createDirectories(scratch);
        List<String> options = List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + scratch,
                "-Dorrery.data=" + folder.resolve("data"),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw");
        return new ProcessBuilder(
                        Signals.heardBy(ChildJvm.command(options, Main.class, arguments.toArray(String[]::new))))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("said").toFile())
                .start();
    }

    private void places(String run) {
        out = folder.resolve("out-" + run);
        scratch = folder.resolve("scratch-" + run);
    }

    private List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path place : List.of(out, scratch)) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(file -> !file.equals(place) && !isGoneOnWith(file))
                        .map(file -> folder.relativize(file).toString())
                        .forEach(left::add);
            } catch (UncheckedIOException _) {
                // It disappeared during the check.
                left.add(place.toString());
            }
        }
        return left;
    }

    /** What a download leaves: the next one resumes it, under the same lock. */
    private static boolean isGoneOnWith(Path file) {
        String name = file.getFileName().toString();
        return name.equals("big.bsp.part") || name.equals("big.bsp.part.lock");
    }

    private void judge(Process process, Signals signal, List<String> whole) throws Exception {
        assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        // JavaFX prints this when it runs on a class path, as tests do.
        String said = Files.readAllLines(folder.resolve("said")).stream()
                .filter(line -> !line.contains("PlatformImpl startup") && !line.contains("Unsupported JavaFX"))
                .collect(Collectors.joining("\n"));
        assertThat(said).doesNotContain("Exception", "Error", "\tat ", "a defect");
        if (process.exitValue() == 0) {
            assertThat(left()).as("it came to its end before").hasSameSizeAs(whole);
        } else if (left().stream().anyMatch(name -> name.endsWith("ledger.json"))) {
            // An audit that is told to end keeps its findings and its own status.
            assertThat(left()).noneMatch(name -> name.contains(".part"));
        } else {
            assertThat(process.exitValue()).as(said).isIn(signal.status(), CANCELLED);
            assertThat(left()).isEmpty();
            assertThat(said.strip()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INT", "TERM"})
    void anImportPutsNothingAsideThatStays(Signals signal) throws Exception {
        places("quick");
        List<String> arguments = Writing.IMPORT.arguments(shipped(), out, table(ROWS), "");
        Process process = start(arguments);
        signal.assumeHeardBy(process);
        Eventually.value("states are put aside, or it is all over", this::left, left -> !left.isEmpty());
        signal.to(process);
        judge(process, signal, List.of("o.bsp"));
    }

    /** Whoever stops a soak wants its ledger. Long because the program gives it some seconds, which load may need. */
    @Tag("long")
    @Test
    void anAuditThatIsStoppedKeepsWhatItHasFound() throws Exception {
        places("stopped");
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        Process process =
                start(List.of("audit", "-k", kernel.toString(), "--preset", "soak", "--out", out + "/ledger"));
        Path maps = Path.of("/proc", Long.toString(process.pid()), "maps");
        Eventually.value("the kernel is mapped", () -> Files.readString(maps).contains("small.bsp"), mapped -> mapped);
        Signals.INT.assumeHeardBy(process);
        Signals.INT.to(process);
        assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(CANCELLED);
        assertThat(left()).contains("out-stopped/ledger/ledger.json", "out-stopped/ledger/ledger.md");
    }

    /** A matrix takes minutes: the disciplines that are done are kept, and the reader's process is gone. */
    @Tag("long")
    @Test
    void aMatrixThatIsStoppedKeepsWhatItHasFound() throws Exception {
        places("stopped");
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        Path jar = ReaderJar.sound(folder);
        Process process = start(List.of(
                "audit", "--matrix", "--reader", "jar:" + jar, "-k", kernel.toString(), "--out", out + "/matrix"));
        Eventually.so(
                "the reader is at work", () -> process.descendants().findAny().isPresent());
        ProcessHandle reader = process.descendants().findAny().orElseThrow();
        Signals.INT.assumeHeardBy(process);
        Signals.INT.to(process);
        assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(CANCELLED);
        assertThat(left()).contains("out-stopped/matrix/matrix.json", "out-stopped/matrix/matrix.md");
        Eventually.so("the reader is gone", () -> !reader.isAlive());
    }

    static Stream<Arguments> all() {
        return Stream.of(Writing.values())
                .flatMap(writing -> Stream.of(Signals.INT, Signals.TERM).map(signal -> Arguments.of(writing, signal)));
    }

    /** At three moments of the time that the whole run takes here. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("all")
    void atThreeMomentsNothingHalfIsLeft(Writing writing, Signals signal) throws Exception {
        Path kernel = kernel(writing);
        try (FileServer server = slowServer()) {
            String base = server.base().toString();
            Path table = table(MANY_ROWS);
            places("whole");
            long begun = System.nanoTime();
            Process process = start(writing.arguments(kernel, out, table, base));
            signal.assumeHeardBy(process);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            long nanos = System.nanoTime() - begun;
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("said")))
                    .isIn(0, 4, 5);
            List<String> whole = left();
            for (double moment : MOMENTS) {
                places(writing.name().toLowerCase(Locale.ROOT) + moment);
                Process cut = start(writing.arguments(kernel, out, table, base));
                if (!cut.waitFor((long) (moment * nanos), TimeUnit.NANOSECONDS)) {
                    signal.to(cut);
                }
                judge(cut, signal, whole);
            }
        }
    }

    /**
     * Nobody can clean up after that; it is found, and its removal leaves what is whole. The kill comes as soon as
     * there is something to find, which for the short writings takes luck: hence the tries. What there is of a
     * download is no leftover: the next one goes on with it.
     */
    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = "FETCH", mode = EnumSource.Mode.EXCLUDE)
    void whatAKillLeavesIsFoundAndRemoved(Writing writing) throws Exception {
        List<String> whole = new ArrayList<>();
        int found = 0;
        for (int attempt = 0; attempt < TRIES && found == 0; attempt++) {
            places("killed" + attempt);
            try (FileServer server = slowServer()) {
                Process process = start(writing.arguments(
                        kernel(writing), out, table(MANY_ROWS), server.base().toString()));
                while (process.isAlive() && left().stream().noneMatch(InterruptedRunsTest::isHidden)) {
                    Thread.onSpinWait();
                }
                process.destroyForcibly();
                assertThat(process.waitFor(Eventually.LONGEST.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }
            for (Path place : List.of(out, scratch, out.resolve("ledger"))) {
                for (Leftover left : Files.isDirectory(place) ? Leftover.in(place) : List.<Leftover>of()) {
                    left.remove();
                    found++;
                }
            }
            assertThat(left()).noneMatch(InterruptedRunsTest::isHidden);
            whole.addAll(left());
        }
        System.out.println(writing + " killed: " + found + " found and removed, left " + whole);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".", name.lastIndexOf('/') + 1) || name.contains("/.");
    }

    private Path kernel(Writing writing) throws IOException {
        return writing == Writing.MOVIE || writing == Writing.SNAPSHOT
                ? SmallSky.write(folder.resolve("small.bsp"))
                : shipped();
    }

    private FileServer slowServer() throws IOException {
        FileServer server = new FileServer();
        server.put("big.bsp", Files.readAllBytes(SmallSky.write(folder.resolve("big.bsp"))));
        server.alwaysAnswerWith((to, file, from) -> {
            FileServer.head(to, "HTTP/1.1 200 OK", "Content-Length: " + file.length);
            for (int at = 0; at < file.length; at += CHUNK) {
                to.write(file, at, Math.min(CHUNK, file.length - at));
                to.flush();
                LockSupport.parkNanos(CHUNK_NANOS);
            }
        });
        return server;
    }
}
