package orrery.audit;

import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.LivePool;
import orrery.ephemeris.Aberration;

/** Broken: an override is a thread-local variable that is not reset at the end of its task. */
final class LeakingOverrideReader extends BindingSubject {
    // Specific to this reader: another one must not see it.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable RealPool> bound = new ThreadLocal<>();

    LeakingOverrideReader() {
        super(new KernelRegistry());
    }

    @Override
    public String name() {
        return "leaking override";
    }

    @Override
    public Live live(Pool first) {
        LivePool live = new LivePool(((RealPool) first).pool);
        return new LeakingLive(live);
    }

    @Override
    public Scope where(Pool pool) {
        return scope((RealPool) pool);
    }

    @Override
    public Scope capture() {
        return scope(bound.get());
    }

    private Scope scope(@Nullable RealPool pool) {
        return new Scope() {
            @Override
            public void run(Runnable task) {
                bound.set(pool);
                task.run();
            }

            @Override
            public Runnable wrap(Runnable task) {
                return () -> run(task);
            }
        };
    }

    private final class LeakingLive extends RealLive {
        private final LivePool live;

        LeakingLive(LivePool live) {
            super(live);
            this.live = live;
        }

        @Override
        public void state(int target, int center, double et, double[] out) {
            asked().state(target, center, et, out);
        }

        @Override
        public double planetAt(int target, int observer, double et, Aberration aberration, double[] out) {
            return asked().planetAt(target, observer, et, aberration, out);
        }

        @Override
        public void states(int target, int center, double[] epochs, double[] out) {
            asked().states(target, center, epochs, out);
        }

        private RealPool asked() {
            RealPool pool = bound.get();
            KernelPool current = live.current();
            return pool == null ? new RealPool(current) : pool;
        }
    }
}
