package orrery.ephemeris;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelPool;
import orrery.frames.FrameSystem;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.Matrix3;
import orrery.math.StateRotation;
import orrery.spk.KernelException;
import orrery.time.LeapSeconds;
import orrery.time.TerrestrialTime;
import orrery.time.TimeScale;

/**
 * The rotation from ICRF to the axes that turn with the Earth: from a binary PCK that has ITRF93, or from precession
 * and nutation ({@link AxesOfDate}) and the apparent sidereal time of UT1 (IAU 2006; ERFA: {@code gst06a}). The latter
 * leaves out polar motion, which is at most 0.3 arcseconds.
 *
 * <p>Scratch of one thread: an epoch that is soon repeated costs nothing.
 */
final class EarthRotation {
    /** SPICE's number for ITRF93. */
    private static final int ITRF93 = 13_000;
    /** Turns per day of UT1 (IERS Conventions 2010, 5.15), and radians per second. */
    private static final double TURNS = 1.0027378119113546;

    private static final double RATE = TURNS * Constants.TURN / Constants.DAY;
    private static final double TT_MINUS_TAI = 32.184;
    private static final int KEPT_BITS = 9;
    private static final int KEPT = 1 << KEPT_BITS;
    /** The bits of the golden ratio, which spread neighboring epochs. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final FrameSystem frames;
    private final EarthOrientation orientation;
    private final boolean measured;
    private final AxesOfDate axes = new AxesOfDate();
    /**
     * Cached rotations of earlier epochs, indexed by a hash of the epoch: many bodies are queried at the same epochs.
     */
    private final @Nullable Turn[] known = new Turn[KEPT];

    /** The rotation being computed. */
    private double[] turn = new double[StateRotation.SIZE];

    private String source = "";

    private static final class Turn {
        private final double epoch;
        private final double[] matrix;
        private final String source;

        private Turn(double epoch, double[] matrix, String source) {
            this.epoch = epoch;
            this.matrix = matrix;
            this.source = source;
        }
    }

    EarthRotation(KernelPool pool, EarthOrientation orientation) {
        this.frames = PoolFrames.of(pool);
        this.orientation = orientation;
        Optional<ReferenceFrame> frame = frames.byId(ITRF93);
        this.measured = orientation.ut1MinusUtc().isEmpty()
                && frame.map(frames::hasData).orElse(false);
    }

    /** The rotation and its derivative, laid out as in {@link StateRotation}; must not be written to. */
    double[] at(double et) {
        return turnAt(et).matrix;
    }

    private Turn turnAt(double et) {
        long bits = Double.doubleToLongBits(et);
        int slot = (int) ((bits * SPREAD) >>> (Long.SIZE - KEPT_BITS));
        Turn kept = known[slot];
        if (kept == null || kept.epoch != et) {
            turn = new double[StateRotation.SIZE];
            if (!measured || !byKernel(et)) {
                byModel(et);
            }
            kept = new Turn(et, turn, source);
            known[slot] = kept;
        }
        return kept;
    }

    /** Describes, for people, where the orientation at an epoch comes from. */
    String source(double et) {
        return turnAt(et).source;
    }

    private boolean byKernel(double et) {
        try {
            frames.rotation(ReferenceFrame.J2000, ITRF93, et, turn);
            source = "ITRF93 of " + frames.sources(ITRF93, et).getFirst();
            return true;
        } catch (KernelClosedException e) {
            throw e;
        } catch (KernelException _) {
            // Outside the kernel's span: use the table.
            return false;
        }
    }

    private void byModel(double et) {
        double tt = TerrestrialTime.ofTdb(et);
        axes.trueEquator(et, turn);
        double angle = siderealTime(tt - behind(et), tt / Constants.JULIAN_CENTURY) + axes.equationOfEquinoxes(et);
        Matrix3.turn(turn, angle, 3);
        // The rate of the axes: the first row changes along the second, the second against the first.
        for (int i = 0; i < 3; i++) {
            turn[9 + i] = RATE * turn[3 + i];
            turn[12 + i] = -RATE * turn[i];
            turn[15 + i] = 0;
        }
    }

    /** TT - UT1, seconds. */
    private double behind(double et) {
        if (orientation.ut1MinusUtc().isPresent()) {
            double given = orientation.ut1MinusUtc().getAsDouble();
            source = String.format(Locale.ROOT, "UT1 - UTC = %s s, as given", given);
            return TT_MINUS_TAI + LeapSeconds.taiMinusUtc(TimeScale.UTC.dayOf(et)) - given;
        }
        double behind = Ut1.ttMinusUt1(et);
        double year = Ut1.year(et);
        source = year > Ut1.last()
                ? String.format(
                        Locale.ROOT,
                        "TT - UT1 = %.3f s, that of %.2f: within 0.9 s while leap seconds are kept, not foretold after",
                        behind,
                        Ut1.last())
                : year < Ut1.first()
                        ? String.format(
                                Locale.ROOT, "TT - UT1 = %.3f s, that of %.2f: minutes off before", behind, Ut1.first())
                        : String.format(Locale.ROOT, "TT - UT1 = %.3f s by the built-in table, within 0.03 s", behind);
        return behind;
    }

    /** Greenwich mean sidereal time of IAU 2006 (ERFA: {@code gmst06}). */
    private static double siderealTime(double ut1, double t) {
        double days = ut1 / Constants.DAY;
        double turned = Constants.TURN * (days - Math.rint(days) + 0.7790572732640 + (TURNS - 1) * days);
        double precession = 0.014506
                + (4612.156534 + (1.3915817 + (-0.00000044 + (-0.000029956 - 0.0000000368 * t) * t) * t) * t) * t;
        return Math.IEEEremainder(turned, Constants.TURN) + precession * Constants.ARCSECOND;
    }
}
