package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryIntervalsTest {
    private final long[] into = new long[QueryIntervals.WORDS * QueryIntervals.KEPT];

    @Test
    void theNewestAreKept() {
        QueryIntervals stretches = new QueryIntervals();
        assertThat(stretches.copy(into)).isZero();
        stretches.add(10, 12, 3);
        assertThat(stretches.copy(into)).isEqualTo(QueryIntervals.WORDS);
        assertThat(into).startsWith(10, 12, 3);

        for (int i = 0; i < 3 * QueryIntervals.KEPT; i++) {
            stretches.add(100 + 2 * i, 101 + 2 * i, i);
        }
        // The oldest place is the one that the writer may be using.
        int words = stretches.copy(into);
        assertThat(words).isEqualTo(QueryIntervals.WORDS * (QueryIntervals.KEPT - 1));
        assertThat(into[words - 1]).isEqualTo(3 * QueryIntervals.KEPT - 1);
        assertThat(into[words - 3]).isEqualTo(100 + 2 * (3 * QueryIntervals.KEPT - 1));
    }

    @Test
    void whatIsToldWasWrittenWholeWhileTheWriterGoesOn() throws Exception {
        QueryIntervals stretches = new QueryIntervals();
        Races.against(
                () -> {
                    for (long i = 1; i < 3_000_000; i++) {
                        stretches.add(10 * i, 10 * i + 7, i);
                    }
                },
                () -> {
                    int words = stretches.copy(into);
                    for (int w = 0; w < words; w += QueryIntervals.WORDS) {
                        long i = into[w + 2];
                        assertThat(into[w]).isEqualTo(10 * i);
                        assertThat(into[w + 1]).isEqualTo(10 * i + 7);
                        assertThat(w == 0 || i == into[w - 1] + 1)
                                .as("one after another")
                                .isTrue();
                    }
                });
    }
}
