package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.audit.SpoiledWhileAuditedTest.Spoil;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;

/**
 * Every fault of a file at five moments of every claim, by the clock: the claim's usual time is measured first.
 * Wherever the moment falls, the claim is void unless it had already ended; B4 reports the file; there is a ledger. At
 * the end the whole table is printed, one letter per moment: p proven, r refuted, v void.
 *
 * <p>The outcome does not depend on where a moment falls; only the place of the moment depends on the machine's load.
 */
@EnabledOnOs(OS.LINUX)
@Tag("long") // All claims, six faults, five moments: more than four hundred audits.
class FaultTableTest {
    private static final int MOMENTS = 5;

    /** Six rows per claim, filled as the runs end. */
    private static final Map<String, Map<String, String>> TABLE = new TreeMap<>();

    @TempDir
    private Path folder;

    /** What may happen to a file: {@link Spoil}, or its disk disappears. */
    enum Fault {
        DELETED(Spoil.DELETED),
        RENAMED_OVER(Spoil.RENAMED_OVER),
        OVERWRITTEN(Spoil.OVERWRITTEN),
        CUT_SHORT(Spoil.CUT_SHORT),
        FORBIDDEN(Spoil.FORBIDDEN),
        UNMOUNTED(null);

        private final Optional<Spoil> spoil;

        Fault(@Nullable Spoil spoil) {
            this.spoil = Optional.ofNullable(spoil);
        }

        void to(Path file) throws IOException {
            if (spoil.isPresent()) {
                spoil.get().to(file);
            } else {
                assertThat(command("umount", "-l", String.valueOf(file.getParent())))
                        .as("unmounted")
                        .isTrue();
            }
        }
    }

    private static boolean command(String... words) {
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Stream<Arguments> everyFaultOfEveryClaim() {
        // -Dorrery.claims=A2,F1 makes some rows alone.
        List<String> wanted = List.of(System.getProperty("orrery.claims", "").split(","));
        return Claims.ids().stream()
                .filter(claim -> wanted.contains(claim) || wanted.equals(List.of("")))
                .flatMap(claim -> Stream.of(Fault.values()).map(fault -> Arguments.of(claim, fault)));
    }

    private static AuditRun run(Path kernel, String claim) {
        List<String> claims = claim.equals("B4") ? List.of("A1", "B4") : List.of(claim, "B4");
        return AuditRun.of(AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(claims)
                .withThreads(2)
                .withQueries(200)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST));
    }

    private static AuditReport.ClaimResult judged(AuditReport report, String id) {
        return report.claims().stream()
                .filter(one -> one.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static AuditProgress.State state(AuditRun run, String id) {
        return run.progress().claims().stream()
                .filter(one -> one.claim().id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFaultOfEveryClaim")
    void endsInTheRightVerdictWithALedger(String claim, Fault fault) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path kernel = disk.resolve("planets.bsp");
        MadeKernels.planets(kernel, 0);
        boolean readable = fault == Fault.FORBIDDEN && mayReadWhatIsForbidden();
        AuditReport usual = run(kernel, claim).run();
        Duration lasts = judged(usual, claim).took();
        Verdict unspoilt = judged(usual, claim).finding().verdict();
        assertThat(unspoilt).as(judged(usual, claim).finding().summary()).isIn(Verdict.PROVEN, Verdict.NOT_AVAILABLE);
        StringBuilder row = new StringBuilder();
        for (int moment = 0; moment < MOMENTS; moment++) {
            boolean mounted = fault == Fault.UNMOUNTED;
            if (mounted) {
                assumeTrue(command("mount", "-t", "tmpfs", "tmpfs", disk.toString()), "this user may mount nothing");
            }
            try {
                MadeKernels.planets(kernel, 0);
                AuditRun run = run(kernel, claim);
                AtomicBoolean ended = new AtomicBoolean();
                AtomicBoolean meanwhile = new AtomicBoolean();
                Thread beside = spoiler(
                        run, claim, kernel, fault, lasts.multipliedBy(moment).dividedBy(MOMENTS), ended, meanwhile);
                AuditReport report = run.run();
                beside.join();
                Verdict found = judged(report, claim).finding().verdict();
                // The claim ended while the file was being changed: either verdict is right.
                Verdict right = ended.get() || (meanwhile.get() && found == unspoilt) ? unspoilt : Verdict.VOID;
                row.append(judge(report, claim, fault, readable, right));
            } finally {
                if (mounted) {
                    command("umount", "-l", disk.toString());
                }
            }
        }
        TABLE.computeIfAbsent(claim, _ -> new TreeMap<>()).put(fault.name(), row.toString());
    }

    private boolean mayReadWhatIsForbidden() throws IOException {
        Path file = Files.createFile(folder.resolve("forbidden"));
        Spoil.FORBIDDEN.to(file);
        return Files.isReadable(file);
    }

    /** Damages the file at this time after the claim began; returns whether the claim had ended by then. */
    private static Thread spoiler(
            AuditRun run,
            String claim,
            Path kernel,
            Fault fault,
            Duration after,
            AtomicBoolean ended,
            AtomicBoolean meanwhile) {
        return Thread.ofPlatform().start(() -> {
            while (state(run, claim) == AuditProgress.State.WAITING) {
                LockSupport.parkNanos(200_000);
            }
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < after.toNanos()) {
                LockSupport.parkNanos(200_000);
            }
            try {
                ended.set(state(run, claim) == AuditProgress.State.DONE);
                fault.to(kernel);
                meanwhile.set(state(run, claim) == AuditProgress.State.DONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The outcome, as a letter of the table. */
    private char judge(AuditReport report, String claim, Fault fault, boolean readable, Verdict expected)
            throws IOException {
        Finding finding = judged(report, claim).finding();
        Finding file = judged(report, "B4").finding();
        assertThat(finding.summary()).doesNotContain("fff8", "Exception:", "a defect");
        if (readable) {
            // A user who may read everything notices nothing.
            assertThat(report.verdict()).as(finding.summary()).isEqualTo(Verdict.PROVEN);
        } else if (claim.equals("B4")) {
            assertThat(file.verdict()).as(file.summary()).isIn(Verdict.PROVEN, Verdict.REFUTED, Verdict.VOID);
        } else {
            assertThat(finding.verdict()).as(finding.summary()).isEqualTo(expected);
            assertThat(file.verdict()).as(file.summary()).isIn(Verdict.REFUTED, Verdict.VOID, Verdict.PROVEN);
            if (expected == Verdict.VOID) {
                // What nobody may read any more is not known to be changed.
                Verdict told = fault == Fault.FORBIDDEN ? Verdict.VOID : Verdict.REFUTED;
                assertThat(file.verdict()).as(file.summary()).isEqualTo(told);
                assertThat(report.verdict()).as("what the exit code tells").isEqualTo(told);
            }
        }
        Path ledger = folder.resolve("ledger");
        LedgerFiles.write(ledger, report);
        assertThat(LedgerFiles.read(ledger).path("claims"))
                .hasSize(report.asked().size());
        return finding.verdict().wireName().charAt(0);
    }

    @AfterAll
    static void tell() {
        List<String> lines = new ArrayList<>();
        TABLE.forEach((claim, row) -> lines.add(claim + " " + row));
        System.out.println(String.join("\n", lines));
    }
}
