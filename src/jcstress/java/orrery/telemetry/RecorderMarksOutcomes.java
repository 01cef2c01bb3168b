package orrery.telemetry;

import java.util.StringJoiner;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What {@link WorkerRecorder} and {@link ThreadTimeline} promise to readers while their one writer writes. */
public final class RecorderMarksOutcomes {
    private RecorderMarksOutcomes() {}

    /** A query's effects happen before its end mark, for a reader who saw that mark. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 0", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "not begun, or inside: the effect may be seen")
    @Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "ended: the effect is seen")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the end was seen and not the effect")
    @State
    public static class EffectBeforeEnd {
        private final WorkerRecorder recorder = WorkerRecorder.closedLoop("outcomes", "one");
        private long effect;

        @Actor
        public void writer() {
            long start = recorder.begin();
            effect = 1;
            recorder.end(start);
        }

        @Actor
        public void reader(JJ_Result r) {
            r.r1 = recorder.marks();
            r.r2 = effect;
        }
    }

    /** A reader who asks for failures first never finds more of them than queries. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "no more failures than queries")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a failure of no query")
    @State
    public static class FailuresAreQueries {
        private final WorkerRecorder recorder = WorkerRecorder.closedLoop("outcomes", "one");

        @Actor
        public void writer() {
            recorder.fail(recorder.begin());
        }

        @Actor
        public void reader(JJ_Result r) {
            r.r1 = recorder.failures();
            r.r2 = recorder.queries();
        }
    }

    /** A snapshot has consecutive whole runs; one that is being overwritten is left out, never shown in part. */
    @JCStressTest
    @Outcome(
            id = {"none", "1", "1 2", "2", "2 3", "3"},
            expect = Expect.ACCEPTABLE,
            desc = "consecutive whole runs of a ring of two")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a run that was never written, or a gap")
    @State
    public static class WholeRuns {
        private final ThreadTimeline<WorkState> timeline = new ThreadTimeline<>(WorkState.class, 2);

        @Actor
        public void writer() {
            timeline.enter(WorkState.QUERYING, 1, 1);
            timeline.enter(WorkState.AT_BARRIER, 2, 2);
            timeline.enter(WorkState.FINISHED, 3, 3);
        }

        @Actor
        public void reader(L_Result r) {
            TimelineSnapshot<WorkState> seen = timeline.snapshot();
            StringJoiner runs = new StringJoiner(" ").setEmptyValue("none");
            for (int i = 0; i < seen.size(); i++) {
                WorkState whole = switch ((int) seen.start(i)) {
                    case 1 -> WorkState.QUERYING;
                    case 2 -> WorkState.AT_BARRIER;
                    case 3 -> WorkState.FINISHED;
                    default -> WorkState.FAILED;
                };
                boolean isWhole = seen.state(i) == whole && seen.queriesAtStart(i) == seen.start(i);
                runs.add(isWhole ? Long.toString(seen.start(i)) : "half");
            }
            r.r1 = runs.toString();
        }
    }
}
