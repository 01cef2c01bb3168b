package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.telemetry.ThreadTimeline;
import orrery.telemetry.WorkState;

@SuppressWarnings("EnumOrdinal") // the columns hold ordinals
class RunColumnsTest {
    private static final int IDLE = WorkState.IDLE.ordinal();
    private static final int QUERYING = WorkState.QUERYING.ordinal();

    private static int[] columns(ThreadTimeline<WorkState> timeline, long from, long to, long until, int count) {
        int[] states = new int[count];
        RunColumns.fill(timeline.snapshot(), from, to, until, states);
        return states;
    }

    @Test
    void eachColumnShowsTheStateThatFillsMostOfIt() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 16);
        timeline.enter(WorkState.IDLE, 0, 0);
        timeline.enter(WorkState.QUERYING, 140, 0);
        timeline.enter(WorkState.IDLE, 240, 0);
        timeline.enter(WorkState.FINISHED, 400, 0);
        assertThat(columns(timeline, 0, 400, Long.MAX_VALUE, 4)).containsExactly(IDLE, QUERYING, IDLE, IDLE);
    }

    @Test
    void manyShortRunsInOneColumnAreSummedNotOverdrawn() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 64);
        for (int i = 0; i < 10; i++) {
            timeline.enter(WorkState.QUERYING, i * 10L, i);
            timeline.enter(WorkState.IDLE, i * 10L + 7, i);
        }
        timeline.enter(WorkState.FINISHED, 100, 10);
        assertThat(columns(timeline, 0, 100, Long.MAX_VALUE, 1)).containsExactly(QUERYING);
    }

    @Test
    void whereNoRunWasOrTheThreadHasEndedThereIsNothing() {
        ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 16);
        timeline.enter(WorkState.QUERYING, 200, 0);
        assertThat(columns(timeline, 0, 400, 300, 4))
                .containsExactly(RunColumns.NOTHING, RunColumns.NOTHING, QUERYING, RunColumns.NOTHING);
    }
}
