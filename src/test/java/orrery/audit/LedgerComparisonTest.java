package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.telemetry.LatencyHistogram;
import orrery.testing.MadeKernels;

/** Two ledgers side by side: noise is ignored, a change is reported, and runs that cannot be compared are named. */
class LedgerComparisonTest {
    private static final Claim CLAIM = Claims.all().getFirst();

    @TempDir
    private Path folder;

    /** Figures around 1000 that vary by this much from cycle to cycle; the first one has another mean. */
    private static Finding measured(Random random, int figures, int cycles, double deviation, double firstMean) {
        List<EvidenceFigure> list = new ArrayList<>();
        for (int f = 0; f < figures; f++) {
            double mean = f == 0 ? firstMean : 1000;
            List<Double> repeats = random.doubles(cycles)
                    .map(_ -> mean * (1 + deviation * random.nextGaussian()))
                    .boxed()
                    .toList();
            list.add(new EvidenceFigure("rate " + f, "?", repeats.getLast(), "1/s", repeats));
        }
        return new Finding(Verdict.PROVEN, "said so", list);
    }

    private Path ledger(String name, Finding finding, Consumer<ObjectNode> change) throws IOException {
        AuditReport report = new AuditReport(
                AuditPlan.of(AuditPreset.LEDGER, List.of(Path.of("k.bsp"))),
                "orrery.binding",
                Instant.parse("2026-01-01T00:00:00Z"),
                Duration.ofSeconds(1),
                List.of(new AuditReport.Kernel("k.bsp", "/k.bsp", 1, "ab")),
                "cd",
                List.of(new AuditReport.ClaimResult(CLAIM.statement(), finding, Duration.ofSeconds(1))),
                List.of(CLAIM.id()),
                false,
                1,
                LatencyHistogram.EMPTY,
                AuditReport.Environment.here());
        ObjectNode json = LedgerJson.write(report);
        change.accept(json);
        Path file = Files.createDirectories(folder.resolve(name)).resolve(LedgerFiles.JSON);
        Files.writeString(file, json.toString());
        return file;
    }

    private LedgerComparison compared(Finding before, Finding after) throws IOException {
        return LedgerComparison.of(ledger("before", before, _ -> {}), ledger("after", after, _ -> {}));
    }

    @Test
    void equalBuildsAreQuietHoweverManyFiguresThereAre() throws IOException {
        int loud = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LedgerComparison comparison =
                    compared(measured(random, 60, 5, 0.2, 1000), measured(random, 60, 5, 0.2, 1000));
            loud += comparison.isQuiet() ? 0 : 1;
        }
        // The promise is one in a hundred; five of two hundred would have a chance of one in twenty.
        assertThat(loud).isLessThan(5);
    }

    @Test
    void aChangeBeyondNoiseIsToldWithItsInterval() throws IOException {
        Random random = new Random(1);
        LedgerComparison comparison = compared(measured(random, 60, 5, 0.01, 1000), measured(random, 60, 5, 0.01, 800));
        assertThat(comparison.isQuiet()).isFalse();
        assertThat(comparison.claims().getFirst().changed()).singleElement().satisfies(figure -> {
            assertThat(figure.name()).isEqualTo("rate 0");
            assertThat(figure.isWorse()).as("a lower rate").isTrue();
            FigureChange.Interval interval = figure.interval().orElseThrow();
            assertThat(interval.from()).isBetween(-0.3, -0.2);
            assertThat(interval.to()).isBetween(-0.2, -0.1);
        });
    }

    @Test
    void whatMattersToNobodyIsNoise() throws IOException {
        Random random = new Random(1);
        assertThat(compared(measured(random, 3, 9, 0.001, 1000), measured(random, 3, 9, 0.001, 1030))
                        .isQuiet())
                .isTrue();
        assertThat(compared(measured(random, 3, 9, 0.001, 1000), measured(random, 3, 9, 0.001, 1080))
                        .isQuiet())
                .isFalse();
    }

    @Test
    void theIntervalIsWelchs() {
        // Means 10 and 12, deviations 1 and 2, 5 cycles each: 5.882 degrees of freedom, t(0.975) = 2.4588 (scipy).
        FigureChange change = FigureChange.of(
                "x",
                "s",
                Optional.of(new FigureChange.Spread(10, 1, 5)),
                Optional.of(new FigureChange.Spread(12, 2, 5)),
                0.05);
        assertThat(change.interval().orElseThrow().from()).isCloseTo((2 - 2.4588) / 10, within());
        assertThat(change.interval().orElseThrow().to()).isCloseTo((2 + 2.4588) / 10, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(2e-5);
    }

    @Test
    void figuresMeasuredOnceAreShownAndNotJudged() throws IOException {
        Random random = new Random(1);
        LedgerComparison comparison = compared(measured(random, 1, 1, 0, 1000), measured(random, 1, 1, 0, 10));
        assertThat(comparison.isUnrepeated()).isTrue();
        assertThat(comparison.isQuiet()).isTrue();
        assertThat(comparison.claims().getFirst().figures().getFirst().kind())
                .isEqualTo(FigureChange.Kind.NOT_REPEATED);
    }

    @Test
    void anotherVerdictOrDigestIsNeverQuiet() throws IOException {
        Finding proven = new Finding(Verdict.PROVEN, "", List.of());
        Finding refuted = new Finding(Verdict.REFUTED, "", List.of());
        assertThat(compared(proven, proven).isQuiet()).isTrue();
        assertThat(compared(proven, refuted).isQuiet()).isFalse();
        assertThat(compared(proven, refuted).undecided()).isEmpty();
        assertThat(LedgerComparison.of(
                                ledger("before", proven, _ -> {}),
                                ledger("after", proven, json -> json.put("digest", "other")))
                        .isQuiet())
                .isFalse();
    }

    /** A machine that is too busy to decide a claim is no change of the build. */
    @Test
    void whatCouldNotBeDecidedIsNoChangeAndIsSaid() throws IOException {
        Finding proven = new Finding(Verdict.PROVEN, "", List.of());
        Finding empty = new Finding(Verdict.VOID, "", List.of());
        LedgerComparison comparison = compared(proven, empty);
        assertThat(comparison.isQuiet()).isTrue();
        assertThat(comparison.undecided())
                .containsExactly(comparison.claims().getFirst().id());
        assertThat(compared(empty, proven).undecided()).hasSize(1);
        assertThat(ComparisonJson.write(comparison).at("/undecided/0").asText()).isNotEmpty();
    }

    @Test
    void runsThatCannotBeComparedSayWhatIsNotTheSame() throws IOException {
        Finding finding = new Finding(Verdict.PROVEN, "", List.of());
        Path before = ledger("before", finding, _ -> {});
        assertThat(LedgerComparison.of(before, ledger("same", finding, _ -> {})).incomparable())
                .isEmpty();
        assertThat(incomparable(before, json -> json.put("subject", "torn swap")))
                .contains("reader");
        assertThat(incomparable(before, json -> ((ObjectNode) json.at("/kernels/0")).put("sha256", "ff")))
                .contains("kernels");
        assertThat(incomparable(before, json -> ((ObjectNode) json.at("/plan")).put("threads", 7)))
                .contains("plan's threads", "7");
        assertThat(incomparable(before, json -> ((ObjectNode) json.at("/environment")).put("vm", "other")))
                .contains("virtual machine");
        assertThat(incomparable(before, json -> ((ObjectNode) json.at("/environment")).put("processors", 999)))
                .contains("machine", "999");
        assertThat(LedgerComparison.of(
                                before,
                                ledger("more", finding, json -> ((ObjectNode) json.at("/plan")).put("repeats", 9)))
                        .incomparable())
                .as("the number of repeats does not matter")
                .isEmpty();
    }

    private String incomparable(Path before, Consumer<ObjectNode> change) throws IOException {
        List<String> all = LedgerComparison.of(
                        before, ledger("other", new Finding(Verdict.PROVEN, "", List.of()), change))
                .incomparable();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void aFolderOfLedgersIsOneSideWithACycleEach() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 4; i++) {
            ledger("many/" + i, measured(random, 2, 1, 0.01, 1000), _ -> {});
        }
        LedgerComparison comparison = LedgerComparison.of(folder.resolve("many"), folder.resolve("many"));
        assertThat(comparison.cyclesBefore()).isEqualTo(4);
        assertThat(comparison.isQuiet()).isTrue();
        ledger("many/5", measured(random, 2, 1, 0.01, 1000), json -> json.put("subject", "torn swap"));
        assertThatThrownBy(() -> LedgerComparison.of(folder.resolve("many"), folder.resolve("many")))
                .hasMessageContaining("different runs")
                .hasMessageContaining("torn swap");
        assertThatThrownBy(() -> LedgerComparison.of(folder, folder)).hasMessageContaining("contains no ledger.json");
    }

    @Test
    void aRepeatedAuditKeepsEveryCyclesNumbers() throws IOException {
        Path kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
        AuditReport report = AuditRun.of(AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                        .withClaims(List.of("A4"))
                        .withQueries(50)
                        .withRepeats(3))
                .run();
        assertThat(report.cycles()).isEqualTo(3);
        JsonNode json = LedgerJson.write(report);
        assertThat(LedgerJson.plan(json).repeats()).isEqualTo(3);
        assertThat(LedgerJson.read(folder, json).claims().getFirst().finding().figures())
                .filteredOn(EvidenceFigure::isNumber)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.repeats()).hasSize(3));
        Files.writeString(folder.resolve(LedgerFiles.JSON), json.toString());
        JsonNode comparison = ComparisonJson.write(LedgerComparison.of(folder, folder));
        assertThat(comparison.path("quiet").asBoolean()).isTrue();
        assertThat(comparison.at("/claims/0/figures/0/before/count").asInt()).isEqualTo(3);
    }

    /** What one cycle leaves in its folder must not make the next examine less. */
    @Test
    void everyCycleOpensTheFileByAsManyPaths() throws IOException {
        Path kernel = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
        AuditReport report = AuditRun.of(AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                        .withClaims(List.of("C1"))
                        .withThreads(4)
                        .withRepeats(2))
                .run();
        assertThat(report.claims().getFirst().finding().figures())
                .filteredOn(figure -> figure.name().endsWith(": paths to it"))
                .hasSize(2)
                .allSatisfy(figure -> assertThat(figure.repeats())
                        .hasSize(2)
                        .containsOnly(figure.repeats().getFirst()));
    }
}
