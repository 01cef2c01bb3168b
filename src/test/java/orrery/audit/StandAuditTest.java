package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;
import orrery.testing.ChildJvm;
import orrery.testing.Concurrent;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;

/** Readers from outside: the sound one is proven, each broken one refuted by the claim about the broken part. */
@EnabledOnOs(OS.LINUX)
@Concurrent
class StandAuditTest {
    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        assumeTrue(ReaderJar.canCompile(), "this Java has no compiler");
        kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    /** No reader is ended because the machine is busy. */
    private static final ReaderLimits PATIENT = new ReaderLimits(Duration.ofMinutes(10), Eventually.LONGEST, 1L << 30);

    /** For readers that must be ended. */
    private static final ReaderLimits IMPATIENT =
            new ReaderLimits(Duration.ofMinutes(10), Duration.ofSeconds(3), 1L << 30);

    private StandMatrix audit(
            Path jar, ReaderLimits limits, boolean matrix, List<Discipline> disciplines, String... claims) {
        AuditPlan plan = AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(4)
                .withQueries(400)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
        return StandAudit.of(new StandPlan(ReaderSpec.of("jar:" + jar), disciplines, plan, limits, matrix))
                .run();
    }

    @Test
    void theSoundReaderIsProvenInEveryDiscipline() throws IOException {
        StandMatrix matrix = audit(ReaderJar.sound(folder), PATIENT, true, List.of(Discipline.values()));
        assertThat(matrix.reader()).isEqualTo("outside sound");
        assertThat(matrix.rows()).allSatisfy(row -> {
            assertThat(row.verdict()).as(row.summary()).isEqualTo(Verdict.PROVEN);
            assertThat(row.rates().keySet()).containsExactly(1, 2, 4);
        });
        StandMatrix.Row shared = matrix.rows().getFirst();
        assertThat(shared.report().claims())
                .filteredOn(judged -> judged.claim().id().equals("A4"))
                .singleElement()
                .satisfies(judged -> assertThat(judged.finding().summary())
                        .startsWith("400 of 400 states equal our own reader's bit for bit"));
        assertThat(shared.report().with(Verdict.NOT_AVAILABLE))
                .extracting(judged -> judged.claim().id())
                .contains("A3", "C1", "D1", "E1", "F1", "S1");
        Path out = folder.resolve("out");
        MatrixFiles.write(out, matrix);
        assertThat(out.resolve("shared/ledger.json")).exists();
        assertThat(Files.readString(out.resolve("matrix.md"))).contains("| shared | proven |", "q/s, 4 threads");
        var json = MatrixFiles.json(matrix);
        assertThat(json.path("reader").asText()).isEqualTo("outside sound");
        assertThat(json.at("/disciplines/1/discipline").asText()).isEqualTo("per-thread");
        assertThat(json.at("/disciplines/0/claims/0/id").asText()).isEqualTo("A1");
        assertThat(json.at("/disciplines/0/rates/2").asDouble()).isPositive();
    }

    /** A reader that is broken in one place, the discipline that shows it, the claim, and words of its refutation. */
    record Broken(String name, Discipline discipline, String claim, String words, List<String> changes) {
        /** Only a reader that may hang is ended for its silence. */
        ReaderLimits limits() {
            return words.contains("hangs") ? IMPATIENT : PATIENT;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Broken in(String name, Discipline discipline, String claim, String words, String... changes) {
        return new Broken(name, discipline, claim, words, List.of(changes));
    }

    static Stream<Broken> broken() {
        String before = "/*BEFORE*/";
        return Stream.of(
                in(
                        "shared scratch",
                        Discipline.SHARED,
                        "A2",
                        "wrong states of",
                        "/*SCRATCH*/ new double[6]",
                        "SCRATCH",
                        "/*BETWEEN*/",
                        "java.util.concurrent.locks.LockSupport.parkNanos(1_000);"),
                in(
                        "unguarded cache",
                        Discipline.SHARED,
                        "A2",
                        "wrong states of|it hangs in A2|hangs: thread",
                        "/*CACHE*/",
                        "if (lastTarget == body && lastSegment[2] <= et && et <= lastSegment[3]) return lastSegment;",
                        "/*FILL*/",
                        "lastTarget = body; java.util.concurrent.locks.LockSupport.parkNanos(20_000); lastSegment ="
                                + " s;"),
                in(
                        "lock",
                        Discipline.SHARED,
                        "C2",
                        "Threads waited",
                        "/*BETWEEN*/",
                        "synchronized (LOCK) { for (int i = 0; i < 2000; i++) Thread.onSpinWait(); }"),
                in("leak", Discipline.SHARED, "B3", "Java heap", before, "KEPT.add(new byte[400]);"),
                in(
                        "hang",
                        Discipline.SHARED,
                        "A2",
                        "hangs: thread|it hangs in A2",
                        before,
                        "if (ASKED.incrementAndGet() == 1500) Thread.sleep(1_000_000);"),
                in(
                        "exit",
                        Discipline.SHARED,
                        "A2",
                        "ended itself with exit status 3 in A2 after",
                        before,
                        "if (ASKED.incrementAndGet() == 1500) System.exit(3);"),
                in(
                        "out of memory",
                        Discipline.SHARED,
                        "A2",
                        "threw java.lang.OutOfMemoryError",
                        before,
                        "if (ASKED.incrementAndGet() == 1500) throw new OutOfMemoryError(\"mine\");"),
                in(
                        "rounds",
                        Discipline.SHARED,
                        "A4",
                        "wrong states of",
                        "/*BETWEEN*/",
                        "for (int c = 0; c < 6; c++) sum[c] = (float) sum[c];"),
                in(
                        "does not always write its answer",
                        Discipline.SHARED,
                        "A4",
                        "wrong states of 400; the first: .* is not a finite number",
                        before,
                        "if (((long) et) % 3 == 0) return;"),
                in(
                        "never returns from close",
                        Discipline.SHARED,
                        "A4",
                        "hangs: it has been closing its kernels for [0-9]+ s",
                        "/*CLOSE*/",
                        "synchronized (this) { wait(); }"),
                in(
                        "opens for one thread only",
                        Discipline.PER_THREAD,
                        "A2",
                        "he reader refused with 4 threads what it does with one: too many\\.",
                        "/*OPEN*/",
                        "if (ASKED.incrementAndGet() > 2) throw new Exception(\"too many.\");"),
                in(
                        "overflows its stack",
                        Discipline.SHARED,
                        "A4",
                        "threw java.lang.StackOverflowError in A4 after 0 queries",
                        before,
                        "state(target, center, et, out);"),
                in(
                        "leaves a process behind",
                        Discipline.SHARED,
                        "B3",
                        "process(es)? started by it lived on after the last close",
                        "/*OPEN*/",
                        "if (ASKED.incrementAndGet() == 3)"
                                + " new ProcessBuilder(\"sh\", \"-c\", \"setsid sleep 987654321 &\").start();"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void eachBrokenReaderIsRefutedByItsClaim(Broken broken) throws IOException {
        Path jar = ReaderJar.of(folder, broken.name, broken.changes.toArray(String[]::new));
        StandMatrix matrix = audit(jar, broken.limits(), false, List.of(broken.discipline), broken.claim);
        Finding finding = matrix.rows().getFirst().report().claims().getFirst().finding();
        assertThat(finding.verdict()).as(finding.summary()).isEqualTo(Verdict.REFUTED);
        assertThat(finding.summary()).containsPattern(broken.words);
        assertThat(matrix.isAnyProven()).isFalse();
    }

    @Test
    void theLockedDisciplineProvesAReaderThatCannotBeShared() throws IOException {
        Path jar = ReaderJar.of(
                folder,
                "shared scratch",
                "/*SCRATCH*/ new double[6]",
                "SCRATCH",
                "/*BETWEEN*/",
                "java.util.concurrent.locks.LockSupport.parkNanos(1_000);");
        StandMatrix matrix = audit(jar, PATIENT, true, List.of(Discipline.LOCKED), "A1", "A2", "A4", "C2");
        assertThat(matrix.rows().getFirst().verdict())
                .as(matrix.rows().getFirst().summary())
                .isEqualTo(Verdict.PROVEN);
        assertThat(matrix.isAnyProven()).isTrue();
    }

    @Test
    void aReaderThatWritesIntoWhatItReadsSpoilsACopyAndIsRefuted() throws IOException {
        byte[] before = Files.readAllBytes(kernel);
        Path jar = ReaderJar.of(
                folder,
                "scribbles",
                "/*BEFORE*/",
                "if (ASKED.incrementAndGet() == 1500) Files.write(kernels.get(0), new byte[] {1},"
                        + " StandardOpenOption.APPEND);");
        StandMatrix matrix = audit(jar, PATIENT, false, List.of(Discipline.SHARED), "A2", "B4");
        assertThat(matrix.rows().getFirst().report().claims()).allSatisfy(judged -> {
            assertThat(judged.finding().verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(judged.finding().summary()).startsWith("The reader wrote to its kernel");
        });
        assertThat(Files.readAllBytes(kernel)).isEqualTo(before);
    }

    @Test
    void aReaderThatAnswersNothingIsNotProven() throws IOException {
        Path jar =
                ReaderJar.of(folder, "mute", "/*BEFORE*/", "if (et == et) throw new Exception(\"I\\nknow nothing\");");
        StandMatrix matrix = audit(jar, PATIENT, false, List.of(Discipline.SHARED), "A2", "A4", "B4");
        assertThat(matrix.rows().getFirst().verdict()).isEqualTo(Verdict.VOID);
        assertThat(matrix.rows().getFirst().summary())
                .contains("the reader refused every query; the first with \"I know nothing\".");
    }

    @Test
    void aReaderThatRefusesSomeQueriesIsSaidToWhereItIsCompared() throws IOException {
        Path jar = ReaderJar.of(
                folder, "choosy", "/*BEFORE*/", "if (target == 3) throw new Exception(\"not the Earth.\");");
        Finding finding = audit(jar, PATIENT, false, List.of(Discipline.SHARED), "A4")
                .rows()
                .getFirst()
                .report()
                .claims()
                .getFirst()
                .finding();
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(finding.summary())
                .matches(
                        "([0-9]+) of \\1 states equal our own reader's bit for bit\\. It refused [0-9]+ others that our"
                                + " reader answers; the first: 3 wrt 0 at et \\S+, with \"not the Earth.\"\\.");
    }

    @Test
    void anInterruptionThatAReaderLeavesBehindIsNoRefusal() throws IOException {
        Path jar = ReaderJar.of(folder, "interrupts", "/*BEFORE*/", "Thread.currentThread().interrupt();");
        StandMatrix matrix = audit(jar, PATIENT, false, List.of(Discipline.PER_THREAD), "A2", "A4");
        assertThat(matrix.rows().getFirst().verdict())
                .as(matrix.rows().getFirst().summary())
                .isEqualTo(Verdict.PROVEN);
    }

    /** A pipe that nobody reads holds the first process, and with it the block that it has read. */
    @Test
    void theMemoryOfProcessesThatAReaderStartsCounts() throws IOException {
        String command = "dd if=/dev/zero bs=400M count=1 | sleep 600";
        Path jar = ReaderJar.of(
                folder,
                "hoards",
                "/*OPEN*/",
                "new ProcessBuilder(\"sh\", \"-c\", \"" + command + "\").start().waitFor();");
        ReaderLimits limits = new ReaderLimits(Duration.ofMinutes(10), Eventually.LONGEST, 400L << 20);
        StandMatrix matrix = audit(jar, limits, false, List.of(Discipline.SHARED), "A2");
        assertThat(matrix.rows().getFirst().summary())
                .contains("it and the processes that it started used more than the 400 MiB of memory allowed");
    }

    /** Whatever a reader has started, also what has left its family, is gone when the audit is over. */
    @Test
    void noProcessOutlivesTheAudit() throws IOException {
        // A number that no other run of these tests has.
        String seconds = "98765" + ProcessHandle.current().pid();
        String command = "setsid sleep " + seconds + " & sleep " + seconds;
        Path jar = ReaderJar.of(
                folder,
                "forks",
                "/*OPEN*/",
                "new ProcessBuilder(\"sh\", \"-c\", \"" + command + "\").inheritIO().start();");
        audit(jar, PATIENT, false, List.of(Discipline.SHARED), "A2");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .arguments()
                                .map(arguments -> List.of(arguments).contains(seconds))
                                .orElse(false)))
                .isEmpty();
    }

    /** Runs a reader until it is killed itself. */
    static final class KilledAudit {
        public static void main(String[] arguments) {
            StandAudit.of(new StandPlan(
                            ReaderSpec.of("jar:" + arguments[0]),
                            List.of(Discipline.SHARED),
                            AuditPlan.of(AuditPreset.LEDGER, List.of(Path.of(arguments[1])))
                                    .withClaims(List.of("A4"))
                                    .withThreads(2)
                                    .withQueries(10),
                            PATIENT,
                            false))
                    .run();
        }
    }

    @Test
    void aReaderEndsWithAParentThatIsKilled() throws Exception {
        Path jar = ReaderJar.of(
                folder,
                "stays",
                "/*OPEN*/",
                "Files.writeString(Path.of(\"" + folder.resolve("pid") + "\"),"
                        + " String.valueOf(ProcessHandle.current().pid())); Thread.sleep(1_000_000);");
        Process parent = new ProcessBuilder(
                        ChildJvm.command(List.of(), KilledAudit.class, jar.toString(), kernel.toString()))
                .inheritIO()
                .start();
        try {
            Path pid = folder.resolve("pid");
            Eventually.so("the reader is open", () -> Files.exists(pid) && Files.size(pid) > 0);
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.destroyForcibly();
            Eventually.so("the reader has ended", () -> !child.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void whatIsNoReaderIsSaid() throws IOException {
        Path jar = ReaderJar.sound(folder);
        assertThatThrownBy(() -> ReaderSpec.of("jar:" + folder.resolve("none.jar")))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ReaderSpec.of("fortran:" + jar)).hasMessageContaining("native:LIBRARY");
        Path broken = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertThatThrownBy(() -> audit(broken, PATIENT, false, List.of(Discipline.SHARED), "A4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read as a jar");
        assertThat(ReaderSpec.of("jar:" + jar + ":outside.Outside").className()).isEqualTo("outside.Outside");
    }
}
