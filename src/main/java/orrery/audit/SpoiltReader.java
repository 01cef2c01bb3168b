package orrery.audit;

import java.util.List;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Aberration;

/** A binding whose answers pass through one spoilt place. */
abstract class SpoiltReader extends BindingSubject {
    private final String name;

    SpoiltReader(String name) {
        super(new KernelRegistry());
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public Pool pool(List<Handle> members) {
        RealPool sound = (RealPool) super.pool(members);
        return new SpoiltPool(sound.pool);
    }

    /** Answers like the sound pool, with the defect applied. */
    abstract void state(RealPool sound, int target, int center, double et, double[] out);

    private final class SpoiltPool extends RealPool {
        private final RealPool sound;

        SpoiltPool(KernelPool pool) {
            super(pool);
            this.sound = new RealPool(pool);
        }

        @Override
        public void state(int target, int center, double et, double[] out) {
            SpoiltReader.this.state(sound, target, center, et, out);
        }

        @Override
        public double planetAt(int target, int observer, double et, Aberration aberration, double[] out) {
            return sound.planetAt(target, observer, et, aberration, out);
        }

        @Override
        public void states(int target, int center, double[] epochs, double[] out) {
            statesOneByOne(target, center, epochs, out);
        }
    }
}
