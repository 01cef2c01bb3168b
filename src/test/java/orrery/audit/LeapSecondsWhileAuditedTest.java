package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.SpkWriter;
import orrery.testing.Eventually;
import orrery.testing.EveryType;
import orrery.testing.MadeKernels;
import orrery.time.LeapSecondTable;
import orrery.time.LeapSeconds;

/**
 * Other leap seconds that a text kernel brings during an audit change the states of two-line elements: what was found
 * on them is void. It concerns no other states.
 */
class LeapSecondsWhileAuditedTest {
    /** Ten seconds in 2000, where the built-in table has 32. */
    private static final LeapSecondTable OTHER = LeapSecondTable.of("other.tls", new int[] {10}, new long[] {-10_000});

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        LeapSeconds.use(LeapSecondTable.BUILT_IN);
    }

    private Path twoLine() throws IOException {
        Path kernel = folder.resolve("satellite.bsp");
        SpkWriter.littleEndian()
                .addAll(EveryType.segments().stream()
                        .filter(segment -> segment.type() == 10)
                        .toList())
                .write(kernel);
        return kernel;
    }

    /** The sound reader; at its 2000th query other leap seconds come into force. */
    private static final class Beside extends SpoiltReader {
        private final AtomicLong queries = new AtomicLong();

        Beside() {
            super("sound reader");
        }

        @Override
        void state(RealPool sound, int target, int center, double et, double[] out) {
            if (queries.incrementAndGet() == 2_000) {
                LeapSeconds.use(OTHER);
            }
            sound.state(target, center, et, out);
        }
    }

    private static AuditPlan plan(Path kernel, String... claims) {
        return AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(4)
                .withQueries(600)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
    }

    private static AuditReport audit(Path kernel) {
        try (Beside beside = new Beside()) {
            return AuditRun.of(plan(kernel, "A2"), beside).run();
        }
    }

    @Test
    void whatWasFoundOnTwoLineElementsIsVoid() throws IOException {
        Finding finding = audit(twoLine()).claims().getFirst().finding();
        assertThat(finding.verdict()).as(finding.summary()).isEqualTo(Verdict.VOID);
        assertThat(finding.summary()).startsWith("Other leap seconds, ").contains("(now: other.tls)");
    }

    @Test
    void whatWasFoundOnOtherStatesIsNot() throws IOException {
        Finding finding = audit(MadeKernels.planets(folder.resolve("planets.bsp"), 0))
                .claims()
                .getFirst()
                .finding();
        assertThat(finding.verdict()).as(finding.summary()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void thoseInForceFromTheBeginningRefuteNothing() throws IOException {
        LeapSeconds.use(OTHER);
        AuditReport report = AuditRun.of(plan(twoLine(), "A2", "A3", "A4")).run();
        assertThat(report.claims())
                .extracting(judged -> judged.finding().verdict())
                .as(LedgerMarkdown.write(report))
                .doesNotContain(Verdict.REFUTED);
    }

    /** Other leap seconds and back again are two changes, the same values anew none. */
    @Test
    void changesAreCountedByTheirValues() {
        long before = LeapSeconds.changes();
        LeapSeconds.use(LeapSecondTable.of("same.tls", new int[] {10}, new long[] {-10_000}));
        LeapSeconds.use(OTHER);
        LeapSeconds.use(LeapSecondTable.BUILT_IN);
        assertThat(LeapSeconds.changes()).isEqualTo(before + 2);
    }
}
