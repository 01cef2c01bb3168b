package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkerRecorderTest {
    @Test
    void everyQueryIsCountedAndExactlyOneInEachBlockOfSixtyFourIsTimed() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        for (int block = 0; block < 500; block++) {
            int timed = 0;
            for (int i = 0; i < 64; i++) {
                long start = recorder.begin();
                timed += start == WorkerRecorder.NOT_TIMED ? 0 : 1;
                recorder.end(start);
            }
            assertThat(timed).as("block %d", block).isEqualTo(1);
        }
        assertThat(recorder.queries()).isEqualTo(500 * 64);
        assertThat(WorkerRecorder.serviceTimes(List.of(recorder)).count()).isEqualTo(500);
        assertThat(recorder.failures()).isZero();
    }

    @Test
    void theTimedQueryOfABlockHasNoFixedPlace() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        boolean[] places = new boolean[64];
        int used = 0;
        for (int i = 0; i < 64 * 1000; i++) {
            long start = recorder.begin();
            if (start != WorkerRecorder.NOT_TIMED && !places[i % 64]) {
                places[i % 64] = true;
                used++;
            }
            recorder.end(start);
        }
        assertThat(used).isEqualTo(64);
    }

    @Test
    void whereStretchesAreRememberedAllAreTimedAndThePercentilesTakeOneInABlockAsBefore() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        int timed = 0;
        for (int i = 0; i < 64 * 300; i++) {
            recorder.rememberStretches(i >= 64 * 100 && i < 64 * 200);
            long start = recorder.begin(i);
            timed += start == WorkerRecorder.NOT_TIMED ? 0 : 1;
            if (i == 64 * 150) {
                long[] kept = new long[QueryIntervals.WORDS * QueryIntervals.KEPT];
                QueryIntervals stretches = Objects.requireNonNull(recorder.stretches());
                int words = stretches.copy(kept);
                assertThat(kept[words - 1]).as("tag of the query before").isEqualTo(i - 1);
                assertThat(kept[words - 2]).isBetween(kept[words - 3], start);
                recorder.fail(start);
                words = stretches.copy(kept);
                assertThat(kept[words - 3])
                        .as("one that failed was inside, too")
                        .isEqualTo(start);
            } else {
                recorder.end(start);
            }
        }
        assertThat(timed).isBetween(200 + 64 * 98, 200 + 64 * 102);
        assertThat(WorkerRecorder.serviceTimes(List.of(recorder)).count()).isBetween(298L, 302L);
        assertThat(recorder.stretches()).isNull();
    }

    @Test
    void aWorkerIsInsideExactlyBetweenBeginAndEnd() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        assertThat(recorder.marks() & 1).isZero();
        long start = recorder.begin();
        assertThat(recorder.marks() & 1).isEqualTo(1);
        recorder.end(start);
        assertThat(recorder.marks() & 1).isZero();
        recorder.begin(7);
        assertThat(recorder.marks() & 1).isEqualTo(1);
        assertThat(recorder.tag()).isEqualTo(7);
        recorder.fail(start);
        assertThat(recorder.marks() & 1).isZero();
    }

    @Test
    void aBatchCountsAllItsAnswersAndIsTimedOnce() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w", 1, 8);
        for (int i = 0; i < 5; i++) {
            long start = recorder.begin();
            assertThat(recorder.marks() & 1).isEqualTo(1);
            recorder.endBatch(start, 14);
        }
        assertThat(recorder.marks() & 1).isZero();
        assertThat(recorder.queries()).isEqualTo(70);
        assertThat(WorkerRecorder.serviceTimes(List.of(recorder)).count()).isEqualTo(5);
    }

    @Test
    void failuresAreCountedApartAndEnterNoPercentile() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w", 1, 8);
        for (int i = 0; i < 10; i++) {
            long start = recorder.begin();
            if (i % 2 == 0) {
                recorder.end(start);
            } else {
                recorder.fail(start);
            }
        }
        assertThat(recorder.queries()).isEqualTo(10);
        assertThat(recorder.failures()).isEqualTo(5);
        assertThat(WorkerRecorder.serviceTimes(List.of(recorder)).count()).isEqualTo(5);
    }

    @Test
    void responseTimeRunsFromTheIntendedStartAndServiceTimeFromTheRealOne() {
        WorkerRecorder recorder = WorkerRecorder.fixedRate("test", "w", 64);
        long lateBy = 5_000_000_000L;
        long start = recorder.begin();
        recorder.endScheduled(start, start - lateBy);
        LatencyHistogram response = Objects.requireNonNull(recorder.response()).snapshot();
        assertThat(response.count()).isEqualTo(1);
        assertThat(response.max()
                        - WorkerRecorder.serviceTimes(List.of(recorder)).max())
                .isEqualTo(lateBy);
    }

    @Test
    void aClosedLoopHasNoResponseTime() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        assertThat(recorder.response()).isNull();
        assertThatThrownBy(() -> recorder.endScheduled(0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fixedRate");
    }

    @Test
    void aChangeOfStateCarriesTheQueriesDoneSoFar() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        recorder.enter(WorkState.QUERYING);
        for (int i = 0; i < 3; i++) {
            recorder.end(recorder.begin());
        }
        recorder.enter(WorkState.FINISHED);
        TimelineSnapshot<WorkState> runs = recorder.timeline().snapshot();
        assertThat(runs.state(1)).isEqualTo(WorkState.FINISHED);
        assertThat(runs.queriesAtStart(1)).isEqualTo(3);
    }

    @Test
    void recordingAQueryAllocatesNothing() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        assertThat(Allocations.ofOwnThread(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        long start = recorder.begin(i);
                        if (i % 100 == 0) {
                            recorder.fail(start);
                            recorder.enter(i % 200 == 0 ? WorkState.QUERYING : WorkState.CHECKING);
                        } else {
                            recorder.end(start);
                        }
                    }
                }))
                .isZero();
    }

    @Test
    void aReaderWhoAsksForFailuresFirstNeverFindsMoreOfThemThanQueries() throws Exception {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w");
        Races.against(
                () -> {
                    for (int i = 0; i < 2_000_000; i++) {
                        recorder.fail(recorder.begin());
                    }
                },
                () -> {
                    long failures = recorder.failures();
                    assertThat(recorder.queries()).isGreaterThanOrEqualTo(failures);
                });
        assertThat(recorder.failures()).isEqualTo(2_000_000);
    }

    @Test
    void whatBeginsRecordedEndsRecordedAndNothingElseWhileRecordingIsOff() {
        WorkerRecorder recorder = WorkerRecorder.closedLoop("test", "w", 1, 8);
        long start = recorder.begin();
        try {
            WorkerRecorder.record(false);
            recorder.end(start);
            recorder.end(recorder.begin());
            recorder.end(recorder.begin(7));
            recorder.fail(recorder.begin());
            recorder.endBatch(recorder.begin(), 3);
            start = recorder.begin();
        } finally {
            WorkerRecorder.record(true);
        }
        recorder.end(start);
        assertThat(recorder.queries()).isEqualTo(1);
        assertThat(recorder.failures()).isZero();
        assertThat(WorkerRecorder.serviceTimes(List.of(recorder)).count()).isEqualTo(1);
        recorder.end(recorder.begin());
        assertThat(recorder.marks()).isEqualTo(4);
    }
}
