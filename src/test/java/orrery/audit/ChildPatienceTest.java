package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A child of an audit that does not end: whether the reader or the machine is at fault. */
class ChildPatienceTest {
    private static final long SECOND = 1_000_000_000L;

    /**
     * The first finding of an hour of checks, one per second, given the processor time in milliseconds at each second.
     */
    private static Finding found(LongFunction<@Nullable Duration> worked) {
        ChildProcess.Patience patience = new ChildProcess.Patience(0);
        for (long second = 1; second < 3_600; second++) {
            Optional<Finding> end = patience.end(second * SECOND, worked.apply(second));
            if (end.isPresent()) {
                return end.get();
            }
        }
        throw new AssertionError("waited for an hour");
    }

    @Test
    void oneThatLoopsRefutes() {
        Finding finding = found(Duration::ofSeconds);
        assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finding.summary()).contains("240 s of processor time", "loops");
    }

    @Test
    void oneThatDoesNothingRefutes() {
        // Ten seconds of work, then only the virtual machine's own ticks.
        Finding finding = found(second -> Duration.ofMillis(1_000 * Math.min(second, 10) + 2 * second));
        assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finding.summary()).contains("did nothing for 60 s", "hangs");
    }

    @Test
    void oneThatTheMachineGivesLittleIsVoid() {
        Finding finding = found(second -> Duration.ofMillis(15 * second));
        assertThat(finding.verdict()).isEqualTo(Verdict.VOID);
        assertThat(finding.summary()).contains("1200 s", "18 s of processor time", "quieter");
    }

    @Test
    void whereTheSystemDoesNotTellNothingIsDecided() {
        Finding finding = found(_ -> null);
        assertThat(finding.verdict()).isEqualTo(Verdict.VOID);
        assertThat(finding.summary()).contains("240 s", "does not tell");
    }
}
