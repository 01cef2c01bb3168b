package orrery.spk;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * One segment of an SPK file: states of one body relative to one center in one frame over one span.
 *
 * <p>Immutable, stateless and thread-safe as long as the underlying bytes stay mapped. What happens when they do not (a
 * closed arena, a file cut short on disk) surfaces from {@link #state} as the runtime's own error and is translated by
 * the room that owns the mapping, which calls it out of line: only then does such an error arise before the call
 * returns.
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
                SetAsideSegment,
                TwoLineElementsSegment,
                UnequalChebyshevSegment,
                UnequalStepSegment,
                UnsupportedSegment {
    /** How far past its granule an epoch may lie, in half-lengths of the granule: room for rounding at its ends. */
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

    /** {@return what its descriptor says} */
    public final SegmentInfo info() {
        return info;
    }

    /** {@return NAIF id of the body whose states it gives} */
    public final int target() {
        return info.target();
    }

    /** {@return NAIF id of the body that its states are relative to} */
    public final int center() {
        return info.center();
    }

    /** {@return SPICE's number of the frame that its states are in; 1 is J2000} */
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

    /** {@return whether states can be asked for; false for a segment set aside or of a type that is not read} */
    public boolean usable() {
        return true;
    }

    /**
     * The state of the target relative to the center, in the segment's own frame.
     *
     * @param et TDB seconds past J2000
     * @param out receives x, y, z in km and vx, vy, vz in km/s; undefined when this throws
     * @param work scratch of the calling thread
     * @throws OutsideCoverageException if {@code et} lies outside the segment or is not a number
     * @throws DamagedSegmentException if the granule does not hold {@code et}, or the result is not finite
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

    /** {@return the number of granules (records, lines or packets) in the segment; 0 where unknown} */
    public abstract long records();

    /** {@return the length of a granule in seconds where all are equally long, else NaN} */
    public double granuleLength() {
        return Double.NaN;
    }

    /** {@return the degree of the interpolating polynomials where the segment has one degree, else -1} */
    public int degree() {
        return -1;
    }

    /** {@return whether the data reach over the whole span that the descriptor promises, apart from rounding} */
    public boolean holdsItsSpan() {
        return true;
    }

    /** {@return whether anything was found wrong with the segment when its file was opened} */
    public final boolean hasTrouble() {
        return !usable() || !holdsItsSpan();
    }

    /** {@return what was found wrong with the segment when its file was opened, as a sentence; empty for nothing} */
    public String trouble() {
        return holdsItsSpan()
                ? ""
                : "its descriptor promises " + SpanText.span(start, end)
                        + ", more than its records hold; outside them it gives no state.";
    }

    /**
     * Reads all records and compares them with what descriptor and directory say of them.
     *
     * @param progress called now and then with the number of words read since its last call
     * @param cancelled asked as often
     * @throws java.util.concurrent.CancellationException if asked to end
     */
    final List<Mismatch> examine(LongConsumer progress, BooleanSupplier cancelled) {
        RecordScan scan = new RecordScan(words, info, progress, cancelled);
        examine(scan);
        words.checkUncut();
        return scan.found();
    }

    /** Reads all records; a type that has but one has been checked whole at open. Not for the query path. */
    void examine(RecordScan scan) {}

    /**
     * Tells whether this segment holds no motion but a difference of time scales, as IMCCE's INPOP files carry: TT -
     * TDB in seconds, of "target" 1000000001 relative to "center" 1000000000 (CALCEPH manual, "NAIF identification
     * numbers").
     *
     * @return whether it does
     */
    public final boolean isTime() {
        return info.target() == TIME && info.center() == TIME_CENTER;
    }

    /** {@return the data type in words, as the SPK Required Reading names it} */
    public final String typeName() {
        String name = SegmentTypes.name(info.type());
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

    /** The last thing every {@link #state} does: a finite result, from a file that was whole when it was read. */
    final void checkFinite(double[] out, double et) {
        double sum = out[0] + out[1] + out[2] + out[3] + out[4] + out[5];
        if (!(Math.abs(sum) <= Double.MAX_VALUE)) {
            throw new DamagedSegmentException(this + " gives a state that is not finite at " + SpanText.epoch(et)
                    + ": its coefficients there are damaged. Fetch the file again.");
        }
        words.checkUncut();
    }

    /** The data found for an epoch are for another span: the segment is damaged there, or promises too much. */
    final DamagedSegmentException notHeld(double et, double from, double until) {
        return new DamagedSegmentException(this + ": the data that should hold " + SpanText.epoch(et) + " hold "
                + SpanText.span(from, until) + " instead; the segment is damaged there. Fetch the file again.");
    }

    /** A granule by the address and number of its words. */
    static Granule granule(long index, double from, double until, long address, long words) {
        return new Granule(index, from, until, (address - 1) * Double.BYTES, words * Double.BYTES);
    }

    private OutsideCoverageException outside(double et) {
        if (Double.isNaN(et)) {
            return new OutsideCoverageException("The epoch asked is not a number.");
        }
        return new OutsideCoverageException(this + " covers " + SpanText.span(start, end) + "; asked was "
                + SpanText.epoch(et) + ", nearest covered is " + SpanText.epoch(et < start ? start : end) + ".");
    }
}
