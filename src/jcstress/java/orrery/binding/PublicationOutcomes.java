package orrery.binding;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What {@link LivePool} and {@link KernelPool} promise about the snapshots that they publish. The pools have no
 * kernels, because one mapping per state would be too much; schedules search the kernels' part.
 */
public final class PublicationOutcomes {
    private static final KernelPool NONE = KernelPool.of(List.of());

    private PublicationOutcomes() {}

    /** A thread that has seen the new pool never sees the old one again, and sees either whole. */
    @JCStressTest
    @Outcome(
            id = {"0, 0", "0, 1", "1, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "the old pool, then the new one")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old one after the new one, or one half built")
    @State
    public static class NewAfterOld {
        private final LivePool live = new LivePool(NONE);
        private final KernelPool old = live.current();

        @Actor
        public void publisher() {
            live.publish(NONE);
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = age(live.current());
            r.r2 = age(live.current());
        }

        private int age(KernelPool pool) {
            return pool.targets().length + pool.members().size() > 0 ? -1 : pool == old ? 0 : 1;
        }
    }

    /** What is derived from a pool is one object for all callers, completely built. */
    @JCStressTest
    @Outcome(
            id = {"1, 1", "2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "one of the two makers', for both")
    @Outcome(expect = Expect.FORBIDDEN, desc = "each its own, or one half built")
    @State
    public static class DerivedOnce {
        private final KernelPool pool = KernelPool.of(List.of());

        private static final class Derived {
            int maker;
        }

        private int derived(int maker) {
            return pool.derived(Derived.class, _ -> {
                        Derived made = new Derived();
                        made.maker = maker;
                        return made;
                    })
                    .maker;
        }

        @Actor
        public void one(II_Result r) {
            r.r1 = derived(1);
        }

        @Actor
        public void two(II_Result r) {
            r.r2 = derived(2);
        }
    }
}
