package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;

/**
 * A kernel that is changed during an audit says nothing about its reader: findings are void, the claim about the file
 * itself is refuted if the file differs, a ledger is always written, and a refusal is never shown as a number.
 */
@EnabledOnOs(OS.LINUX)
class SpoiledWhileAuditedTest {
    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    /** What happens to the file. */
    enum Spoil {
        DELETED("was deleted or renamed") {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        RENAMED_OVER("was replaced by another file") {
            @Override
            void to(Path file) throws IOException {
                Path other = MadeKernels.planets(file.resolveSibling("other.bsp"), 7);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        },
        OVERWRITTEN("planets.bsp was ") {
            @Override
            void to(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.allocate(65_536), channel.size() / 2);
                }
            }
        },
        CUT_SHORT("was cut short") {
            @Override
            void to(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 3);
                }
            }
        },
        FORBIDDEN("can no longer be read") {
            @Override
            void to(Path file) throws IOException {
                Files.setPosixFilePermissions(file, Set.of());
            }
        };

        private final String words;

        Spoil(String words) {
            this.words = words;
        }

        abstract void to(Path file) throws IOException;
    }

    /** The sound reader; at its n-th open or query the file is damaged. */
    private static final class Beside extends SpoiltReader {
        private final Runnable spoil;
        private final long atOpen;
        private final long atQuery;
        private final AtomicLong opens = new AtomicLong();
        private final AtomicLong queries = new AtomicLong();

        Beside(Runnable spoil, long atOpen, long atQuery) {
            super("sound reader");
            this.spoil = spoil;
            this.atOpen = atOpen;
            this.atQuery = atQuery;
        }

        @Override
        public Handle open(Path kernel) {
            if (opens.incrementAndGet() == atOpen) {
                spoil.run();
            }
            return super.open(kernel);
        }

        @Override
        void state(RealPool sound, int target, int center, double et, double[] out) {
            if (queries.incrementAndGet() == atQuery) {
                spoil.run();
            }
            sound.state(target, center, et, out);
        }
    }

    /** File permissions do not stop a user who may read everything. */
    private void assumeItMatters(Spoil spoil) throws IOException {
        if (spoil == Spoil.FORBIDDEN) {
            Path file = Files.createFile(folder.resolve("forbidden"));
            spoil.to(file);
            assumeFalse(Files.isReadable(file), "this user may read everything");
        }
    }

    private AuditReport audit(Spoil spoil, long atOpen, long atQuery, String... claims) {
        AuditPlan plan = AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(4)
                .withQueries(600)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
        Beside beside = new Beside(() -> spoil(spoil), atOpen, atQuery);
        try (beside) {
            AuditReport report = AuditRun.of(plan, beside).run();
            assertThat((beside.opens.get() >= atOpen && atOpen > 0) || (beside.queries.get() >= atQuery && atQuery > 0))
                    .as("the moment came")
                    .isTrue();
            return report;
        }
    }

    private void spoil(Spoil spoil) {
        try {
            spoil.to(kernel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding of(AuditReport report, String id) {
        return report.claims().stream()
                .filter(judged -> judged.claim().id().equals(id))
                .findFirst()
                .orElseThrow()
                .finding();
    }

    private void assertVoid(AuditReport report, String id, Spoil spoil) {
        Finding finding = of(report, id);
        assertThat(finding.verdict()).as(id + ": " + finding.summary()).isEqualTo(Verdict.VOID);
        assertThat(finding.summary()).contains(spoil.words).doesNotContain("fff8", "Exception:", "a defect");
    }

    private void assertTold(AuditReport report, Spoil spoil) throws IOException {
        Finding file = of(report, "B4");
        assertThat(file.verdict())
                .as(file.summary())
                .isEqualTo(spoil == Spoil.FORBIDDEN ? Verdict.VOID : Verdict.REFUTED);
        assertThat(report.verdict()).isEqualTo(file.verdict());
        Path ledger = folder.resolve("ledger");
        LedgerFiles.write(ledger, report);
        assertThat(LedgerFiles.read(ledger).path("claims"))
                .hasSize(report.asked().size());
    }

    @ParameterizedTest
    @EnumSource(Spoil.class)
    void whatWasFoundMeanwhileAndAfterIsVoid(Spoil spoil) throws IOException {
        assumeItMatters(spoil);
        AuditReport report = audit(spoil, 0, 5_000, "A2", "A4", "B4");
        assertVoid(report, "A2", spoil);
        assertVoid(report, "A4", spoil);
        assertTold(report, spoil);
    }

    @ParameterizedTest
    @EnumSource(Spoil.class)
    void soItIsBeforeTheFirstQuery(Spoil spoil) throws IOException {
        assumeItMatters(spoil);
        AuditReport report = audit(spoil, 1, 0, "A1", "B4");
        assertVoid(report, "A1", spoil);
        assertTold(report, spoil);
    }

    /** Else another file than the one that was opened would be proven untouched, with its own hash in the ledger. */
    @ParameterizedTest
    @EnumSource(Spoil.class)
    void whatIsSpoiltBeforeItIsHashedIsNotComparedWithItself(Spoil spoil) throws IOException {
        assumeItMatters(spoil);
        StopSignal stop = new StopSignal();
        KernelWatch opened = KernelWatch.of(List.of(kernel));
        spoil.to(kernel);
        Finding finding = FileUntouched.compared(AuditRun.prints(List.of(kernel), opened, stop), stop);
        assertThat(finding.verdict()).as(finding.summary()).isEqualTo(Verdict.VOID);
    }

    @Test
    void anAuditWithNothingProvenIsVoid() {
        AuditReport report = AuditRun.of(
                        AuditPlan.of(AuditPreset.LEDGER, List.of(kernel)).withClaims(List.of("Z9")))
                .run();
        assertThat(report.claims()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.VOID);
    }

    /** Those that read this file in this process; B4 comes with each of them, and S1 runs the others. */
    static Stream<String> claimsOfStates() {
        return Claims.all().stream()
                .filter(claim -> !claim.isElsewhere())
                .map(Claim::id)
                .filter(id -> !Set.of("B4", "S1").contains(id));
    }

    /** The moments: at the claim's first open, at its second, and after this many queries. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("claimsOfStates")
    void atFiveMomentsOfEveryClaim(String claim) throws IOException {
        for (Spoil spoil : EnumSet.complementOf(EnumSet.of(Spoil.FORBIDDEN))) {
            for (long[] moment : new long[][] {{1, 0}, {2, 0}, {0, 1}, {0, 700}, {0, 4_000}}) {
                kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
                AuditReport report;
                try {
                    report = audit(spoil, moment[0], moment[1], claim, "B4");
                } catch (AssertionError e) {
                    // This claim never opens twice, or never makes that many queries.
                    continue;
                }
                assertVoid(report, claim, spoil);
                assertTold(report, spoil);
            }
        }
    }
}
