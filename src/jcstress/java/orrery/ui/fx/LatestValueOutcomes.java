package orrery.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What {@link LatestValue} promises: each value goes to exactly one taker; and a twin that breaks the promise. */
public final class LatestValueOutcomes {
    private LatestValueOutcomes() {}

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }

    /**
     * One thread puts while another takes: each value is reported as untaken, taken, or left in the slot, exactly once.
     */
    @JCStressTest
    @Outcome(id = "1, 2, 0", expect = Expect.ACCEPTABLE, desc = "put, take")
    @Outcome(id = "0, 1, 2", expect = Expect.ACCEPTABLE, desc = "take, put")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value was lost, or handed out twice")
    @State
    public static class PutAndTake {
        private final LatestValue<Integer> slot = new LatestValue<>();

        public PutAndTake() {
            slot.put(1);
        }

        @Actor
        public void producer(III_Result r) {
            r.r1 = number(slot.put(2));
        }

        @Actor
        public void taker(III_Result r) {
            r.r2 = number(slot.take());
        }

        @Arbiter
        public void rest(III_Result r) {
            r.r3 = number(slot.peek());
        }
    }

    /** Two threads put: the first value is reported to the second putter as untaken, and to nobody else. */
    @JCStressTest
    @Outcome(id = "0, 1, 2", expect = Expect.ACCEPTABLE, desc = "put 1, put 2")
    @Outcome(id = "2, 0, 1", expect = Expect.ACCEPTABLE, desc = "put 2, put 1")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value was lost, or handed out twice")
    @State
    public static class TwoPut {
        private final LatestValue<Integer> slot = new LatestValue<>();

        @Actor
        public void one(III_Result r) {
            r.r1 = number(slot.put(1));
        }

        @Actor
        public void two(III_Result r) {
            r.r2 = number(slot.put(2));
        }

        @Arbiter
        public void rest(III_Result r) {
            r.r3 = number(slot.peek());
        }
    }

    /** Two take: one has it. */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "one of them has it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "both have it, or neither")
    @State
    public static class TwoTake {
        private final LatestValue<Integer> slot = new LatestValue<>();

        public TwoTake() {
            slot.put(1);
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = number(slot.take());
        }

        @Actor
        public void two(II_Result r) {
            r.r2 = number(slot.take());
        }
    }

    /** A value was completely built before it was put. */
    @JCStressTest
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "nothing had come")
    @Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "it had come, whole")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it had come half built")
    @State
    public static class WholeValue {
        private final LatestValue<Built> slot = new LatestValue<>();

        private static final class Built {
            int number;
        }

        @Actor
        public void producer() {
            Built built = new Built();
            built.number = 42;
            slot.put(built);
        }

        @Actor
        public void consumer(I_Result r) {
            Built taken = slot.take();
            r.r1 = taken == null ? -1 : taken.number;
        }
    }

    /**
     * A slot that takes in two steps, so that a value put between them is lost. Its table must be refuted, or such
     * tables prove nothing.
     */
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "taken, or left in the slot")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, or handed out twice")
    @State
    public static class BrokenTwin {
        private final AtomicReference<Integer> slot = new AtomicReference<>();

        @Actor
        public void producer() {
            slot.set(1);
        }

        @Actor
        public void taker(II_Result r) {
            Integer found = slot.get();
            slot.set(null);
            r.r1 = number(found);
        }

        @Arbiter
        public void rest(II_Result r) {
            r.r2 = number(slot.get());
        }
    }
}
