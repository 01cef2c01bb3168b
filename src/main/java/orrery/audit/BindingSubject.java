package orrery.audit;

import java.nio.file.Path;
import java.util.List;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.KernelScope;
import orrery.binding.LivePool;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Ephemeris;
import orrery.spk.Workspace;

/** The binding itself. Broken readers extend it and spoil one thing. */
class BindingSubject implements Subject {
    /** Our own reader's. */
    static final String NAME = "orrery.binding";

    private static final ThreadLocal<Workspace> WORK = ThreadLocal.withInitial(Workspace::new);

    final KernelRegistry registry;

    BindingSubject(KernelRegistry registry) {
        this.registry = registry;
    }

    /** The program's own reader, with a separate registry. */
    static Subject ofItsOwn() {
        return new BindingSubject(new KernelRegistry());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Handle open(Path kernel) {
        return new RealHandle(registry.open(kernel));
    }

    @Override
    public Pool pool(List<Handle> members) {
        return new RealPool(KernelPool.of(members.stream().map(Handle::real).toList()));
    }

    @Override
    public Live live(Pool first) {
        return new RealLive(new LivePool(((RealPool) first).pool));
    }

    @Override
    public Scope where(Pool pool) {
        return new RealScope(KernelScope.where(((RealPool) pool).pool));
    }

    @Override
    public Scope capture() {
        return new RealScope(KernelScope.capture());
    }

    @Override
    public long mapped() {
        return registry.mapped();
    }

    @Override
    public int mappings() {
        return registry.mappings().size();
    }

    @Override
    public int handles() {
        return registry.handles();
    }

    @Override
    public void poll() {
        registry.poll();
    }

    static class RealHandle implements Handle {
        private final KernelHandle handle;

        RealHandle(KernelHandle handle) {
            this.handle = handle;
        }

        @Override
        public Handle duplicate() {
            return new RealHandle(handle.duplicate());
        }

        @Override
        public void state(int segment, double et, double[] out) {
            handle.state(handle.file().segments().get(segment), et, out, WORK.get());
        }

        @Override
        public boolean isClosed() {
            return handle.isClosed();
        }

        @Override
        public String stale() {
            return handle.stale().orElse("");
        }

        @Override
        public KernelHandle real() {
            return handle;
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    /** Answers by an ephemeris. */
    abstract static class RealAsker implements Asker {
        private final Ephemeris ephemeris;

        RealAsker(Ephemeris ephemeris) {
            this.ephemeris = ephemeris;
        }

        @Override
        public void state(int target, int center, double et, double[] out) {
            ephemeris.state(target, center, et, out);
        }

        @Override
        public double planetAt(int target, int observer, double et, Aberration aberration, double[] out) {
            return ephemeris.planetAt(target, observer, et, aberration, out);
        }

        @Override
        public void states(int target, int center, double[] epochs, double[] out) {
            ephemeris.states(target, center, epochs, out);
        }
    }

    static class RealPool extends RealAsker implements Pool {
        final KernelPool pool;

        RealPool(KernelPool pool) {
            super(Ephemeris.of(pool));
            this.pool = pool;
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    static class RealLive extends RealAsker implements Live {
        private final LivePool live;

        RealLive(LivePool live) {
            super(Ephemeris.current(live));
            this.live = live;
        }

        @Override
        public void publish(Pool next) {
            live.publish(((RealPool) next).pool);
        }

        @Override
        public void close() {
            live.close();
        }
    }

    record RealScope(KernelScope scope) implements Scope {
        @Override
        public void run(Runnable task) {
            scope.run(task);
        }

        @Override
        public Runnable wrap(Runnable task) {
            return scope.wrap(task);
        }
    }
}
