package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import orrery.ephemeris.Coverage;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/**
 * A massless object that moves about the Sun: its state at an epoch, and its non-gravitational accelerations.
 *
 * @param target NAIF id
 * @param epoch TDB seconds past J2000
 * @param state about the Sun, J2000, km and km/s
 * @param push non-gravitational accelerations
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out.
public record Particle(int target, double epoch, double[] state, Outgassing push) {
    private static final int TWO_BODY = 5;

    public Particle {
        state = state.clone();
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    /**
     * The result for an object.
     *
     * @param segments in chronological order
     * @param far greatest distance of the polynomials from the integration, at five epochs between any two nodes, km
     * @param fast greatest difference in velocity there, km/s
     * @param closing how far from its start the integration ends when it runs to the farther end and back, km
     */
    public record Arc(List<RawSegment> segments, double far, double fast, double closing) {
        public Arc {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Integrates, and fits polynomials.
     *
     * @param span TDB seconds past J2000
     * @param type of the segments: 2 or 3
     * @param tolerance greatest distance of the polynomials from the integration, km
     * @param name name of the segments
     * @throws RefitException if it cannot be integrated, or the tolerance cannot be met
     * @throws CancellationException if {@code progress} requested it
     */
    public Arc carry(
            Attractors attractors, Coverage.Span span, int type, double tolerance, String name, Progress progress) {
        ParticleMotion motion = new ParticleMotion(this, attractors, span.start(), span.end(), progress);
        List<GranuleSearch.Found> found =
                new GranuleSearch(motion, tolerance, Double.POSITIVE_INFINITY, type, progress, _ -> {}).search();
        List<RawSegment> segments = new ArrayList<>();
        double far = 0;
        double fast = 0;
        for (GranuleSearch.Found one : found) {
            segments.add(one.segment(type, target, NaifIds.SUN, RawSegment.J2000, name));
            far = Math.max(far, one.far());
            fast = Math.max(fast, one.fast());
        }
        return new Arc(segments, far, fast, motion.closing());
    }

    /**
     * The conic about the Sun alone, without time limit: a segment of type 5 with the one state.
     *
     * @param from first epoch covered, TDB seconds past J2000
     * @param to last epoch covered
     */
    public RawSegment conic(double from, double to, String name) {
        double[] data = new double[6 + 1 + 2];
        System.arraycopy(state, 0, data, 0, 6);
        data[6] = epoch;
        data[7] = De440.GM_SUN;
        data[8] = 1;
        return new RawSegment(target, NaifIds.SUN, RawSegment.J2000, TWO_BODY, from, to, name, data);
    }
}
