package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static Sample at(long nanos) {
        return new HeapSample(
                nanos, nanos, nanos, 0, Measurement.of(nanos), Measurement.notAvailable("it needs two samples"), 0, 0);
    }

    private static List<Long> times(List<Sample> samples) {
        return samples.stream().map(Sample::nanos).toList();
    }

    @Test
    void aWindowHoldsTheSamplesBetweenTwoInstantsInOrder() {
        History history = new History(100, Long.MAX_VALUE, Long.MAX_VALUE);
        for (long t = 0; t < 50; t += 10) {
            history.add(at(t));
        }
        assertThat(times(history.window(10, 30))).containsExactly(10L, 20L, 30L);
        assertThat(times(history.window(11, 29))).containsExactly(20L);
        assertThat(history.window(41, 100)).isEmpty();
        assertThat(history.latest())
                .hasValueSatisfying(s -> assertThat(s.nanos()).isEqualTo(40));
    }

    @Test
    void theOldestAreDroppedByCountByAgeAndByBytes() {
        History byCount = new History(4, Long.MAX_VALUE, Long.MAX_VALUE);
        History byAge = new History(100, 25, Long.MAX_VALUE);
        History byBytes = new History(100, Long.MAX_VALUE, 3 * at(0).bytes());
        for (long t = 0; t < 100; t += 10) {
            byCount.add(at(t));
            byAge.add(at(t));
            byBytes.add(at(t));
        }
        assertThat(times(byCount.window(0, 100))).containsExactly(60L, 70L, 80L, 90L);
        assertThat(times(byAge.window(0, 100))).containsExactly(70L, 80L, 90L);
        assertThat(times(byBytes.window(0, 100))).containsExactly(70L, 80L, 90L);
        assertThat(byBytes.bytes()).isLessThan(3 * at(0).bytes() + 8 * 100 + 24 * 4);
    }

    @Test
    void aThinnedSampleIsKeptThinButTheNewestIsWhole() {
        ThreadRow row =
                new ThreadRow(1, "t", "other", false, JvmState.PARKED, "", Measurement.of(1L), Measurement.of(1L));
        History history = new History(10, Long.MAX_VALUE, Long.MAX_VALUE);
        history.add(new ThreadsSample(
                5, Map.of(JvmState.PARKED, 1), 0, Measurement.of(1L), Measurement.of(0.0), List.of(row)));
        assertThat(((ThreadsSample) history.latest().orElseThrow()).rows()).hasSize(1);
        ThreadsSample kept = (ThreadsSample) history.window(0, 10).getFirst();
        assertThat(kept.rows()).isEmpty();
        assertThat(kept.in(JvmState.PARKED)).isEqualTo(1);
    }

    @Test
    void aReaderBesideTheWriterSeesWholeSamplesInOrder() throws Exception {
        History history = new History(64, 40, Long.MAX_VALUE);
        int writes = 300_000;
        Races.against(
                () -> {
                    for (int t = 1; t <= writes; t++) {
                        history.add(at(t));
                    }
                },
                () -> {
                    long last = -1;
                    for (Sample sample : history.window(0, Long.MAX_VALUE)) {
                        assertThat(sample.nanos()).isGreaterThan(last);
                        assertThat(((HeapSample) sample).used()).isEqualTo(sample.nanos());
                        last = sample.nanos();
                    }
                });
        assertThat(history.window(writes - 10, writes)).hasSize(11);
    }
}
