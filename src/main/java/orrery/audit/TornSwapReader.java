package orrery.audit;

import orrery.binding.KernelRegistry;
import orrery.spk.NaifIds;

/** Broken: a query reads the live pool again for each leg of its route, and for position and velocity of a place, so
 * that a swap may come between. */
final class TornSwapReader extends BindingSubject {
    TornSwapReader() {
        super(new KernelRegistry());
    }

    @Override
    public String name() {
        return "torn swap";
    }

    @Override
    public Live live(Pool first) {
        return new TornLive((RealLive) super.live(first));
    }

    private static final class TornLive implements Live {
        private final RealLive sound;
        private final ThreadLocal<double[]> leg = ThreadLocal.withInitial(() -> new double[6]);

        TornLive(RealLive sound) {
            this.sound = sound;
        }

        @Override
        public void publish(Pool next) {
            sound.publish(next);
        }

        @Override
        public void state(int target, int center, double et, double[] out) {
            if (target != NaifIds.MOON || center != NaifIds.SOLAR_SYSTEM_BARYCENTER) {
                sound.state(target, center, et, out);
                return;
            }
            double[] rest = leg.get();
            sound.state(NaifIds.MOON, NaifIds.EARTH_BARYCENTER, et, out);
            sound.state(NaifIds.EARTH_BARYCENTER, center, et, rest);
            for (int c = 0; c < 6; c++) {
                out[c] += rest[c];
            }
        }

        @Override
        public double planetAt(
                int target, int observer, double et, orrery.ephemeris.Aberration aberration, double[] out) {
            double[] rest = leg.get();
            double lightTime = sound.planetAt(target, observer, et, aberration, out);
            sound.planetAt(target, observer, et, aberration, rest);
            System.arraycopy(rest, 3, out, 3, 3);
            return lightTime;
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
