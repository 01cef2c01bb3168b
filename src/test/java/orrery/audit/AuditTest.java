package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.testing.Eventually;
import orrery.testing.EveryType;
import orrery.testing.MadeKernels;

/**
 * Whole audits of small kernels: the sound reader proven, each broken one refuted, the ledger written and read back.
 */
class AuditTest {
    @TempDir
    private Path folder;

    private Path kernel = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    private AuditPlan plan(String... claims) {
        return AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(6)
                .withQueries(600)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
    }

    @Test
    void everyClaimHoldsOnTheReaderAndTheLedgerSaysSo() throws IOException {
        AuditReport report = AuditRun.of(plan()).run();
        assertThat(report.claims().stream().map(j -> j.claim().id())).containsExactlyElementsOf(Claims.ids());
        for (AuditReport.ClaimResult judged : report.claims()) {
            assertThat(judged.finding().verdict())
                    .as(judged.claim() + ": " + judged.finding().summary())
                    .isIn(Verdict.PROVEN, Verdict.NOT_AVAILABLE);
        }
        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);

        Path ledger = folder.resolve("ledger");
        LedgerFiles.write(ledger, report);
        assertThat(Files.readString(ledger.resolve("ledger.md")))
                .contains(
                        "1. Audit context", "2. Findings by subsystem", "3. Validation summary", "4. Unresolved risks")
                .contains(report.digest(), "planets.bsp");
        assertThat(Files.readString(ledger.resolve("latency.hlog"))).contains("HISTF");
        JsonNode json = LedgerFiles.read(ledger);
        assertThat(json.at("/claims/0/id").asText()).isEqualTo("A1");
        assertThat(json.at("/claims/0/verdict").asText()).isEqualTo("proven");
        assertThat(json.at("/claims/0/claim").asText()).isNotBlank();
        assertThat(json.at("/claims/0/figures").size()).isPositive();
        assertThat(json.at("/digest").asText()).hasSize(64);
        assertThat(json.at("/seed").asLong()).isEqualTo(AuditPlan.SEED);
        assertThat(json.at("/kernels/0/sha256").asText()).hasSize(64);
        assertThat(json.at("/environment/processors").asInt()).isPositive();
        AuditPlan again = LedgerJson.plan(json);
        assertThat(again.withClaims(List.of())).isEqualTo(plan().withKernels(List.of(kernel.toAbsolutePath())));
        assertThat(LedgerFiles.past(folder)).singleElement().satisfies(past -> {
            assertThat(past.digest()).isEqualTo(report.digest());
            assertThat(past.claims()).hasSize(Claims.all().size());
        });
        Path first = Files.createDirectories(LedgerFiles.folderFor(folder, report));
        assertThat(LedgerFiles.folderFor(folder, report))
                .as("of another run of that second")
                .isEqualTo(first.resolveSibling(first.getFileName() + "-2"));
    }

    @Test
    void theSameSeedGivesTheSameDigestAndAnotherAnother() {
        String first = AuditRun.of(plan("A2")).run().digest();
        assertThat(AuditRun.of(plan("A2")).run().digest()).isEqualTo(first);
        assertThat(AuditRun.of(plan("A4").withThreads(3)).run().digest())
                .as("not of the threads, nor of whether they were asked")
                .isEqualTo(first);
        assertThat(AuditRun.of(plan("A4").withSeed(5)).run().digest()).isNotEqualTo(first);
    }

    static Stream<String> brokenReaders() {
        return Mutants.all().stream().map(mutant -> mutant.subject().name());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenReaders")
    void everyBrokenReaderIsRefutedByAClaimThatSuspectsIt(String name) {
        Mutants.Mutant mutant = Mutants.all().stream()
                .filter(m -> m.subject().name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Subject broken = mutant.subject()) {
            AuditReport report = AuditRun.of(
                            plan(mutant.suspects().toArray(String[]::new)).withQueries(2_000), broken)
                    .run();
            assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
        }
    }

    @Test
    void aBrokenReaderThatMakesNoDifferenceToAKernelIsNotAskedForThere() throws IOException {
        Path still = folder.resolve("still.bsp");
        SpkWriter.littleEndian()
                .add(standing(599, 5, 1024))
                .add(standing(699, 6, 4096))
                .write(still);
        AuditReport report = AuditRun.of(plan("S1").withKernels(List.of(still))).run();
        assertThat(report.claims().getFirst().finding().summary()).contains("9 broken readers were refuted; 1 that");
        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);
    }

    /** A body that stands still where a rounding changes nothing. */
    private static RawSegment standing(int target, int center, double x) {
        double[][][] coefficients = {{{x, 0}, {2 * x, 0}, {0, 0}}};
        return new ChebyshevLayout(0, 1e9, coefficients).type2(target, center, 1, 0, 1e9, "it stands still");
    }

    /** Types 2 and 3 are judged by a second evaluator, the others by their neighbors. */
    static IntStream types() {
        return EveryType.segments().stream().mapToInt(RawSegment::type).distinct();
    }

    @ParameterizedTest
    @MethodSource("types")
    void onAnyTypeASoundReaderIsRightAndOneThatRoundsIsNot(int type) throws IOException {
        Path kernel = folder.resolve("type" + type + ".bsp");
        SpkWriter.littleEndian()
                .addAll(EveryType.segments().stream()
                        .filter(segment -> segment.type() == type)
                        .toList())
                .write(kernel);
        AuditPlan asked = plan("A4").withKernels(List.of(kernel));
        assertThat(AuditRun.of(asked).run().claims())
                .extracting(AuditReport.ClaimResult::finding)
                .extracting(Finding::verdict, Finding::summary)
                .allSatisfy(judged -> assertThat(judged.toList().getFirst()).isEqualTo(Verdict.PROVEN));
        try (Subject rounding = new RoundingReader()) {
            assertThat(AuditRun.of(asked, rounding).run().verdict()).isEqualTo(Verdict.REFUTED);
        }
    }

    /** Two bodies about a planet's barycenter: no chain reaches the Sun, so no light time is known. */
    private Path moons() throws IOException {
        Path moons = folder.resolve("moons.bsp");
        SpkWriter.littleEndian()
                .add(MadeKernels.segment(501, 5, 0))
                .add(MadeKernels.segment(502, 5, 1))
                .write(moons);
        return moons;
    }

    @Test
    void aTableIsTheStatesOfItsEpochsAndAKernelOfNoLightTimeIsAskedForTables() throws IOException {
        AuditPlan asked = plan("A1", "A3", "E1").withKernels(List.of(moons()));
        try (ClaimContext context =
                        new ClaimContext(asked, BindingSubject.ofItsOwn(), new StopSignal(), new AuditProgress());
                Subject.Pool pool = context.openPool()) {
            Questions tables = context.longPairs();
            assertThat(tables.name()).isEqualTo("tables of 16 epochs");
            double[] epochs = {0, -1e7, 3e6};
            double[] together = new double[6 * epochs.length];
            double[] apart = together.clone();
            pool.states(501, 5, epochs, together);
            pool.statesOneByOne(501, 5, epochs, apart);
            assertThat(together).isEqualTo(apart);
        }
        AuditReport report = AuditRun.of(asked).run();
        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(report.claims().getFirst().finding().figures())
                .anySatisfy(figure -> assertThat(figure.text()).endsWith("so tables of 16 epochs are asked"));
        try (Subject leaking = new LeakingOverrideReader()) {
            assertThat(AuditRun.of(asked.withClaims(List.of("E1")), leaking)
                            .run()
                            .verdict())
                    .isEqualTo(Verdict.REFUTED);
        }
    }

    @Test
    void aWorkerThatIsDeafToACancelIsFoundOut() {
        try (ClaimContext context =
                new ClaimContext(plan("G1"), BindingSubject.ofItsOwn(), new StopSignal(), new AuditProgress())) {
            long deaf = Liveness.cancelled(context, seat -> {
                while (!seat.isOver()) {
                    Thread.onSpinWait();
                }
                long since = System.nanoTime();
                while (System.nanoTime() - since < 300_000_000) {
                    LockSupport.parkNanos(1_000_000);
                }
            });
            assertThat(deaf).isGreaterThan(300_000_000);
        }
        assertThat(Liveness.isAnswered(380, 10)).isFalse();
        assertThat(Liveness.isAnswered(99, 10)).isTrue();
        assertThat(Liveness.isAnswered(380, 200))
                .as("on a machine that starves them all")
                .isTrue();
    }

    /** Of more threads than processors, some have no turn in the first 20 ms, and on a busy machine not in seconds. */
    @Test
    void aWindowIsCancelledOnceEveryWorkerHasBegun() {
        Queue<Integer> begun = new ConcurrentLinkedQueue<>();
        AuditPlan crowd = plan("G1").withThreads(16 * Runtime.getRuntime().availableProcessors());
        try (ClaimContext context =
                new ClaimContext(crowd, BindingSubject.ofItsOwn(), new StopSignal(), new AuditProgress())) {
            long start = System.nanoTime();
            Liveness.cancelled(context, seat -> {
                begun.add(seat.index);
                while (!seat.isOver()) {
                    Thread.onSpinWait();
                }
            });
            List<Integer> all = IntStream.range(0, crowd.threads()).boxed().toList();
            assertThat(begun).doesNotHaveDuplicates().isSubsetOf(all);
            if (System.nanoTime() - start < Liveness.STILL) {
                assertThat(begun).containsAll(all);
            }
        }
    }

    @Test
    void aKernelThatAWindowMapsToIsNotMappedAgain() {
        KernelRegistry registry = new KernelRegistry();
        try (KernelHandle window = registry.open(kernel)) {
            AuditReport report = AuditRun.of(plan("A3", "C1"), registry).run();
            assertThat(report.verdict()).as(report.claims().toString()).isEqualTo(Verdict.PROVEN);
            assertThat(registry.handles()).isEqualTo(1);
            assertThat(window.isClosed()).isFalse();
        }
    }

    @Test
    void aStoppedRunSaysSoAndLeavesNothingOpen() throws InterruptedException {
        KernelRegistry registry = new KernelRegistry();
        AuditRun run = AuditRun.of(plan("A3").besideAWindow(), registry);
        AuditReport[] report = new AuditReport[1];
        Thread thread = Thread.ofPlatform().start(() -> report[0] = run.run());
        Eventually.so(
                "the plugs are there",
                () -> run.context().flatMap(ClaimContext::plugs).isPresent());
        run.stop();
        thread.join();
        assertThat(report[0].cancelled()).isTrue();
        assertThat(report[0].verdict()).isEqualTo(Verdict.VOID);
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void aChangedFileIsRefuted() throws IOException {
        try (ClaimContext context =
                new ClaimContext(plan("B4"), BindingSubject.ofItsOwn(), new StopSignal(), new AuditProgress())) {
            context.prints(List.of(FileFingerprint.of(kernel, context.stop())));
            byte[] bytes = Files.readAllBytes(kernel);
            bytes[bytes.length - 1]++;
            Files.write(kernel, bytes);
            assertThat(new FileUntouched().examine(context).verdict()).isEqualTo(Verdict.REFUTED);
        }
    }

    @Test
    void aWindowThatNeverOverlapsIsVoid() {
        try (ClaimContext context = new ClaimContext(
                plan("A1").withWindows(Duration.ofMillis(50), Duration.ofMillis(300)),
                BindingSubject.ofItsOwn(),
                new StopSignal(),
                new AuditProgress())) {
            // Nobody ever begins a query.
            OverlapRounds.Result result =
                    new OverlapRounds(context, context.setup("idle", 3), _ -> Thread.onSpinWait()).run(() -> true);
            Finding.Maker finding = new Finding.Maker();
            result.tell(finding, "");
            assertThat(finding.make("").verdict()).isEqualTo(Verdict.VOID);
        }
    }

    @Test
    void findingsSurviveTheirJson() throws IOException {
        Finding finding = new Finding.Maker()
                .figure("count", 12_345, "1/s")
                .figure("size", 0.25, "B")
                .figure("words", "as they are")
                .make("so it is");
        JsonNode json = new ObjectMapper().readTree(FindingJson.write(finding).toString());
        assertThat(FindingJson.read(json)).isEqualTo(finding);
    }
}
