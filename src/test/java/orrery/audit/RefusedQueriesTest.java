package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.testing.Eventually;

/** Sound kernels for which some or all queries are refused: a refusal is no state, and refutes nothing. */
class RefusedQueriesTest {
    private static final double END = 1e7;
    /** A spacecraft's own frame, whose rotation is in kernels that are not loaded. */
    private static final int ROTATING = -50_000;

    @TempDir
    private Path folder;

    private AuditPlan plan(double turnsInertialAt, String... claims) throws IOException {
        Path kernel = folder.resolve("mixed.bsp");
        SpkWriter.littleEndian()
                .add(segment(ROTATING, 0, turnsInertialAt))
                .add(segment(1, turnsInertialAt, END))
                .write(kernel);
        return AuditPlan.of(AuditPreset.LEDGER, List.of(kernel))
                .withClaims(List.of(claims))
                .withThreads(4)
                .withQueries(400)
                .withWindows(Duration.ofMillis(100), Eventually.LONGEST);
    }

    private static RawSegment segment(int frame, double start, double end) {
        double[][][] coefficients = {{{7_000, 10, 1}, {300, -20, 2}, {-400, 30, 3}}};
        return new ChebyshevLayout(start, end - start, coefficients).type2(-50, 0, frame, start, end, "half known");
    }

    @Test
    void whereHalfAreRefusedTheClaimsHold() throws IOException {
        AuditReport report = AuditRun.of(plan(END / 2, "A2", "A4", "B1", "C2")).run();
        assertThat(report.claims())
                .allSatisfy(judged -> assertThat(judged.finding().verdict())
                        .as(judged.claim().id() + " " + judged.finding().summary())
                        .isEqualTo(Verdict.PROVEN));
        assertThat(report.claims().get(2).finding().figures())
                .anySatisfy(figure -> assertThat(figure.name()).contains("are refused"));
    }

    @Test
    void aSpoiltFileIsToldFromQueriesThatWereAlwaysRefused() throws IOException {
        try (ClaimContext context = new ClaimContext(
                plan(END / 2, "F1"), BindingSubject.ofItsOwn(), new StopSignal(), new AuditProgress())) {
            Finding finding = new FaultExam(context).examine();
            assertThat(finding.verdict()).as(finding.summary()).isEqualTo(Verdict.PROVEN);
        }
    }

    @Test
    void whereAllAreRefusedNothingIsAvailableAndNothingProven() throws IOException {
        AuditReport report =
                AuditRun.of(plan(END - 1.5, "A1", "A2", "A4", "B1", "F1")).run();
        assertThat(report.claims())
                .allSatisfy(judged -> assertThat(judged.finding().verdict()).isEqualTo(Verdict.NOT_AVAILABLE));
        assertThat(report.verdict()).isEqualTo(Verdict.VOID);
    }

    @Test
    void aRefusalIsToldAsOne() throws IOException {
        try (ClaimContext context = new ClaimContext(
                plan(END - 1.5, "A2"), BindingSubject.ofItsOwn(), new StopSignal(), new AuditProgress())) {
            long bits = context.reference()[0];
            assertThat(Questions.isRefusal(bits)).isTrue();
            assertThat(Questions.text(bits)).startsWith("a refusal (").doesNotContain("fff8");
        }
        assertThat(Questions.text(Double.doubleToRawLongBits(1))).isEqualTo("3ff0000000000000");
    }
}
