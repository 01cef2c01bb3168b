package orrery.spk;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * One segment of an SPK file: states of one body relative to one center in one frame over one span.
 *
 * <p>Immutable, stateless and thread-safe as long as the underlying bytes stay mapped. If they do not (a closed arena,
 * a file truncated on disk), {@link #state} throws the runtime's own error. The room that owns the mapping translates
 * it; that room must call this method out of line, because only then is such an error thrown before the call returns.
 */
public abstract sealed class Segment
        permits ChebyshevSegment,
                ChebyshevVelocitySegment,
                DifferenceLinesSegment,
                DiscreteStatesSegment,
                EqualStepSegment,
                EquinoctialSegment,
                EsocSegment,
                PiecewiseSegment,
                PrecessingConicSegment,
                TwoLineElementsSegment,
                UnequalChebyshevSegment,
                UnequalStepSegment,
                UnusableSegment {
    /**
     * How far an epoch may be outside its granule, in half-lengths of the granule: an allowance for rounding at its
     * ends.
     */
    static final double OVERHANG = 1e-6;

    private static final int TIME = 1_000_000_001;
    private static final int TIME_CENTER = 1_000_000_000;

    final DafWords words;
    final SegmentInfo info;
    final double start;
    final double end;

    Segment(DafWords words, SegmentInfo info) {
        this.words = words;
        this.info = info;
        this.start = info.start();
        this.end = info.end();
    }

    /** {@return its descriptor} */
    public final SegmentInfo info() {
        return info;
    }

    /** {@return the NAIF id of the body whose states it gives} */
    public final int target() {
        return info.target();
    }

    /** {@return the NAIF id of the body that its states are relative to} */
    public final int center() {
        return info.center();
    }

    /** {@return SPICE's number for the frame that its states are in; 1 is J2000} */
    public final int frame() {
        return info.frame();
    }

    /** {@return the first epoch covered, TDB seconds past J2000} */
    public final double start() {
        return start;
    }

    /** {@return the last epoch covered, TDB seconds past J2000} */
    public final double end() {
        return end;
    }

    /** {@return whether it gives states; false for a segment that was set aside or whose type is not read} */
    public boolean usable() {
        return true;
    }

    /**
     * Computes the state of the target relative to the center, in the segment's own frame.
     *
     * @param et TDB seconds past J2000
     * @param out at least 6 elements; receives x, y, z in km and vx, vy, vz in km/s; for a segment of a binary PCK,
     *     angles in radians or degrees by its type; for one with {@link #isTime}, TT - TDB in seconds; undefined when
     *     this throws
     * @param work scratch of the calling thread
     * @throws OutsideCoverageException if {@code et} is outside the segment or is NaN
     * @throws DamagedSegmentException if the granule does not contain {@code et}, or the result is not finite
     * @throws UnsupportedSegmentTypeException if this data type is not read
     */
    public abstract void state(double et, double[] out, Workspace work);

    /**
     * Finds the granule that answers an epoch within the span.
     *
     * @param et TDB seconds past J2000
     * @return the granule
     * @throws KernelException as {@link #state}
     */
    public abstract Granule granule(double et);

    /** {@return the number of granules (records, lines or packets) in the segment; 0 if unknown} */
    public abstract long records();

    /** {@return the length of a granule in seconds if all are equally long, otherwise NaN} */
    public double granuleLength() {
        return Double.NaN;
    }

    /** How a segment finds the states between those that it contains. */
    public enum Interpolant {
        /** By a polynomial through the values of each component. */
        LAGRANGE,
        /** By a polynomial through positions and velocities. */
        HERMITE,
        /** In another way, or in different ways from place to place. */
        NONE;

        int degree(int window) {
            return this == HERMITE ? 2 * window - 1 : window - 1;
        }
    }

    /** {@return how it finds the states between those that it contains} */
    public Interpolant interpolant() {
        return Interpolant.NONE;
    }

    /** {@return whether its velocities are the derivatives of its positions, by the formula of its type} */
    public final boolean velocityIsSlope() {
        return SpkType.of(info.type())
                .filter(type -> type.velocity() == SpkType.Velocity.SLOPE)
                .isPresent();
    }

    /** {@return the degree of the interpolating polynomials if it is the same in the whole segment, otherwise -1} */
    public int degree() {
        return -1;
    }

    /** {@return whether the data cover the whole span that the descriptor promises, apart from rounding} */
    public boolean holdsItsSpan() {
        return true;
    }

    /** {@return whether anything was found wrong with the segment when its file was opened} */
    public final boolean hasTrouble() {
        return !usable() || !holdsItsSpan();
    }

    /**
     * {@return what was found wrong with the segment when its file was opened, in words that begin with a small letter;
     * empty if nothing was}
     */
    public String trouble() {
        return holdsItsSpan()
                ? ""
                : "its descriptor promises " + SpanText.span(start, end)
                        + ", more than its records hold; outside them it gives no state.";
    }

    /**
     * Reads all records and compares them with the descriptor and the directory.
     *
     * @param progress called now and then with the number of words read since its last call
     * @param cancelled called as often
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    final List<Mismatch> examine(LongConsumer progress, BooleanSupplier cancelled) {
        RecordScan scan = new RecordScan(words, info, progress, cancelled);
        examine(scan);
        words.checkUncut();
        return scan.found();
    }

    /**
     * Reads all records; a type with only one record was checked completely when the file was opened. Not for the query
     * path.
     */
    void examine(RecordScan scan) {}

    /**
     * Returns whether this segment contains a difference between time scales instead of motion, as in IMCCE's INPOP
     * files: TT - TDB in seconds, for "target" 1000000001 relative to "center" 1000000000 (CALCEPH manual, "NAIF
     * identification numbers").
     *
     * @return whether it does
     */
    public final boolean isTime() {
        return info.target() == TIME && info.center() == TIME_CENTER;
    }

    /** {@return the data type in words, as the SPK Required Reading names it} */
    public final String typeName() {
        String name = SpkType.name(info.type());
        return isTime() ? "TT - TDB in seconds (" + name + ")" : name;
    }

    @Override
    public final String toString() {
        return "segment " + info.index() + " (" + info.target() + " wrt " + info.center() + ", type " + info.type()
                + ")";
    }

    final void checkCovered(double et) {
        if (!(start <= et && et <= end)) {
            throw outside(et);
        }
    }

    /**
     * The last step of every {@link #state}: checks that the result is finite and that the file was complete when it
     * was read.
     */
    final void checkFinite(double[] out, double et) {
        double sum = out[0] + out[1] + out[2] + out[3] + out[4] + out[5];
        if (!(Math.abs(sum) <= Double.MAX_VALUE)) {
            throw new DamagedSegmentException(this + " gives a state that is not finite at " + SpanText.epoch(et)
                    + ": its coefficients there are damaged. Fetch the file again.");
        }
        words.checkUncut();
    }

    /**
     * The error if the data found for an epoch are for another span: the segment is damaged there, or promises too
     * much.
     */
    final DamagedSegmentException notHeld(double et, double from, double until) {
        return new DamagedSegmentException(this + ": the data that should hold " + SpanText.epoch(et) + " hold "
                + SpanText.span(from, until) + " instead; the segment is damaged there. Fetch the file again.");
    }

    /** Evaluates a record: its middle, its half length, and Chebyshev series of position and velocity. */
    final void series(long at, int coefficients, double et, double[] out) {
        double mid = words.at(at);
        double radius = words.at(at + 1);
        double s = (et - mid) / radius;
        if (!(Math.abs(s) <= 1 + OVERHANG)) {
            throw notHeld(et, mid - radius, mid + radius);
        }
        Clenshaw.state(words, at + 2, coefficients, s, out);
    }

    /** Makes a granule from the address and number of its words. */
    static Granule granule(long index, double from, double until, long address, long words) {
        return new Granule(index, from, until, (address - 1) * Double.BYTES, words * Double.BYTES);
    }

    private OutsideCoverageException outside(double et) {
        return Double.isNaN(et)
                ? OutsideCoverageException.notANumber()
                : OutsideCoverageException.of(
                        this + " covers " + SpanText.span(start, end), et, et < start ? start : end, "");
    }
}
