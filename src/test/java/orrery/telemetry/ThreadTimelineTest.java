package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadTimelineTest {
    @Test
    void onlyChangesOfStateAreWritten() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 8);
        timeline.enter(WorkState.IDLE, 100, 0);
        timeline.enter(WorkState.QUERYING, 200, 0);
        timeline.enter(WorkState.QUERYING, 250, 3);
        timeline.enter(WorkState.AT_BARRIER, 300, 7);
        TimelineSnapshot<WorkState> runs = timeline.snapshot();
        assertThat(runs.size()).isEqualTo(3);
        assertThat(runs.state(1)).isEqualTo(WorkState.QUERYING);
        assertThat(runs.start(1)).isEqualTo(200);
        assertThat(runs.end(1)).isEqualTo(300);
        assertThat(runs.queriesAtStart(2)).isEqualTo(7);
        assertThat(runs.end(2)).as("the last run is open").isEqualTo(runs.takenAt());
        assertThat(runs.lost()).isZero();
        assertThat(timeline.newest(WorkState.FAILED)).isEqualTo(WorkState.AT_BARRIER);
    }

    @Test
    void anInstantIsFoundInItsRun() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 8);
        timeline.enter(WorkState.IDLE, 100, 0);
        timeline.enter(WorkState.QUERYING, 200, 0);
        timeline.enter(WorkState.IDLE, 350, 0);
        timeline.enter(WorkState.QUERYING, 400, 0);
        timeline.enter(WorkState.FINISHED, 450, 0);
        TimelineSnapshot<WorkState> runs = timeline.snapshot();
        assertThat(runs.at(99)).isEqualTo(-1);
        assertThat(runs.at(100)).isZero();
        assertThat(runs.at(399)).isEqualTo(2);
        assertThat(runs.at(400)).isEqualTo(3);
    }

    @Test
    void aFullRingForgetsItsOldestRunsAndSaysHowMany() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 4);
        for (int i = 0; i < 10; i++) {
            timeline.enter(i % 2 == 0 ? WorkState.IDLE : WorkState.QUERYING, i, i);
        }
        TimelineSnapshot<WorkState> runs = timeline.snapshot();
        assertThat(runs.size()).isEqualTo(4);
        assertThat(runs.lost()).isEqualTo(6);
        assertThat(runs.start(0)).isEqualTo(6);
        assertThat(runs.written()).isEqualTo(10);
    }

    @Test
    void aWindowHoldsTheRunThatReachesIntoItAndAllAfter() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 16);
        for (int i = 0; i < 10; i++) {
            timeline.enter(i % 2 == 0 ? WorkState.IDLE : WorkState.QUERYING, i * 100L, i);
        }
        TimelineSnapshot<WorkState> runs = timeline.snapshotSince(650);
        assertThat(runs.size()).isEqualTo(4);
        assertThat(runs.start(0)).isEqualTo(600);
        assertThat(runs.lost()).isEqualTo(6);
    }

    @Test
    void anEmptyTimelineHasNoRuns() {
        ThreadTimeline<JvmState> timeline = new ThreadTimeline<>(JvmState.class, 4);
        assertThat(timeline.snapshot().size()).isZero();
        assertThat(timeline.snapshot().at(0)).isEqualTo(-1);
        assertThat(timeline.newest(JvmState.NEW)).isEqualTo(JvmState.NEW);
    }

    @Test
    void aReaderBesideTheWriterSeesWholeRunsInARowAndNeverAHalfOverwrittenOne() throws Exception {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 1024);
        WorkState[] states = WorkState.values();
        int writes = 2_000_000;
        long[] lastWritten = new long[1];
        Races.against(
                () -> {
                    for (int i = 0; i < writes; i++) {
                        timeline.enter(states[i % states.length], i, 3L * i);
                    }
                },
                () -> {
                    TimelineSnapshot<WorkState> runs = timeline.snapshot();
                    assertThat(runs.written()).isGreaterThanOrEqualTo(lastWritten[0]);
                    lastWritten[0] = runs.written();
                    assertThat(runs.lost() + runs.size()).isEqualTo(runs.written());
                    for (int i = 0; i < runs.size(); i++) {
                        long n = runs.lost() + i;
                        if (runs.start(i) != n
                                || runs.queriesAtStart(i) != 3 * n
                                || runs.state(i) != states[(int) (n % states.length)]) {
                            throw new AssertionError("run " + n + " reads " + runs.start(i) + " "
                                    + runs.queriesAtStart(i) + " " + runs.state(i));
                        }
                    }
                });
        assertThat(lastWritten[0]).isEqualTo(writes);
    }

    @Test
    void enteringAStateAllocatesNothing() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 64);
        assertThat(Allocations.ofOwnThread(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        timeline.enter(i % 2 == 0 ? WorkState.IDLE : WorkState.QUERYING, i, i);
                    }
                }))
                .isZero();
    }
}
