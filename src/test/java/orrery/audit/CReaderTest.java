package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.stand.Discipline;
import orrery.stand.ReaderLimits;
import orrery.stand.ReaderSpec;
import orrery.testing.Concurrent;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;

/** Readers in C, compiled if there is a compiler: a sound one, and twins that are broken in one place. */
@EnabledOnOs(OS.LINUX)
@Concurrent
class CReaderTest {
    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    private ReaderSpec compiled(String broken) throws Exception {
        Path header = Path.of(System.getProperty("orrery.basedir", "."), "src/site/resources");
        Path source = Path.of(Objects.requireNonNull(CReaderTest.class.getResource("outside_reader.c"))
                .toURI());
        Path library = folder.resolve("lib" + broken + ".so");
        Process compiler;
        try {
            compiler = new ProcessBuilder(
                            "cc",
                            "-O2",
                            "-ffp-contract=off",
                            "-shared",
                            "-fPIC",
                            "-w",
                            "-I" + header,
                            "-DBREAK_" + broken,
                            "-o",
                            library.toString(),
                            source.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("cc.out").toFile())
                    .start();
        } catch (IOException _) {
            assumeTrue(false, "there is no C compiler here (cc)");
            throw new AssertionError();
        }
        assertThat(compiler.waitFor())
                .as(Files.readString(folder.resolve("cc.out")))
                .isZero();
        return ReaderSpec.of("native:" + library);
    }

    /** No reader is ended because the machine is busy. */
    private static final ReaderLimits PATIENT = new ReaderLimits(Duration.ofMinutes(10), Eventually.LONGEST, 1L << 31);

    private StandMatrix audit(ReaderSpec reader, List<Discipline> disciplines, String... claims) {
        AuditPlan plan = AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(4)
                .withQueries(400)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
        return StandAudit.of(new StandPlan(reader, disciplines, plan, PATIENT, false))
                .run();
    }

    @Test
    void theSoundOneIsProvenInEveryDisciplineAndOursToTheBit() throws Exception {
        StandMatrix matrix =
                audit(compiled("NOTHING"), List.of(Discipline.values()), "A1", "A2", "A4", "B1", "B3", "B4", "G1");
        assertThat(matrix.reader()).isEqualTo("outside in C");
        assertThat(matrix.rows())
                .allSatisfy(row -> assertThat(row.verdict()).as(row.summary()).isEqualTo(Verdict.PROVEN));
        assertThat(matrix.rows().getFirst().report().claims().get(2).finding().summary())
                .startsWith("400 of 400 states equal our own reader's bit for bit");
    }

    @ParameterizedTest
    @CsvSource({
        "SCRATCH, A2, wrong states of",
        "ABORT, A2, The process died of signal 6 (SIGABRT) in A2 after",
        "SEGFAULT, A2, The process died of signal 11 (SIGSEGV) in A2 after"
    })
    void eachBrokenOneIsRefutedByItsClaim(String broken, String claim, String words) throws Exception {
        StandMatrix matrix = audit(compiled(broken), List.of(Discipline.SHARED), claim);
        Finding finding = matrix.rows().getFirst().report().claims().getFirst().finding();
        assertThat(finding.verdict()).as(finding.summary()).isEqualTo(Verdict.REFUTED);
        assertThat(finding.summary()).contains(words);
    }
}
