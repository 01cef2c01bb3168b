package orrery.spk;

import java.nio.DoubleBuffer;
import java.util.Objects;

/**
 * The common part of types 2 and 3: granules of equal length with Chebyshev coefficients, each a record of MID, RADIUS
 * and the coefficients, and a directory of four words at the end: INIT, INTLEN, RSIZE, N (SPICE: {@code SPKR02}, {@code
 * SPKR03}; SPK Required Reading, "Type 2" and "Type 3").
 */
public abstract sealed class ChebyshevSegment extends Segment permits ChebyshevPositionSegment, ChebyshevStateSegment {
    private static final int DIRECTORY = 4;
    private static final int ROUNDINGS = 8;
    /**
     * The fraction of a granule by which the records of sound kernels may differ from their directory: a 64-bit Julian
     * date is known to 20 microseconds, and some of NAIF's satellite kernels, whose granules are hours long, differ by
     * microseconds.
     */
    private static final double DAY_NUMBERS = 5e-9;
    /** Limits the time for one state, whatever a file contains. */
    private static final int LARGEST_RECORD = 4096;

    final long begin;
    private final RecordViews views;

    final double init;
    final double length;
    final int recordSize;
    final int records;
    final int coefficients;

    /**
     * @param components sets of coefficients per record: 3 or 6
     * @throws DamagedSegmentException if the directory is unsound
     */
    ChebyshevSegment(DafWords words, SegmentInfo info, int components) {
        super(words, info);
        this.begin = info.begin();
        long size = info.last() - (long) info.begin() + 1;
        if (size < DIRECTORY + 2 + components) {
            throw new DamagedSegmentException("its data are " + size + " words long, too short for one record and its"
                    + " directory. Fetch the file again.");
        }
        this.init = words.at(info.last() - 3L);
        this.length = words.at(info.last() - 2L);
        double statedSize = words.at(info.last() - 1L);
        double statedRecords = words.at(info.last());
        if (!(Math.abs(init) <= Double.MAX_VALUE && length > 0 && length <= Double.MAX_VALUE)) {
            throw new DamagedSegmentException("its directory gives a first epoch of " + init + " and granules of "
                    + length + " s; both must be finite and the length positive. Fetch the file again.");
        }
        if (!NumberChecks.isCount(statedSize, 2 + components, size) || (statedSize - 2) % components != 0) {
            throw new DamagedSegmentException("its directory gives records of " + statedSize + " words; it must be 2 + "
                    + components + " x the number of coefficients, within " + size + " words. Fetch the file again.");
        }
        if (!NumberChecks.isCount(statedRecords, 1, size) || statedSize * statedRecords + DIRECTORY > size) {
            throw new DamagedSegmentException("its directory gives " + statedRecords + " records of "
                    + (long) statedSize + " words, which do not fit in its " + size + " words. Fetch the file again.");
        }
        if (statedSize > LARGEST_RECORD) {
            throw new DamagedSegmentException("its directory gives records of " + (long) statedSize + " words; SPICE"
                    + " itself takes 198, and more than " + LARGEST_RECORD + " is no ephemeris. Fetch the file again.");
        }
        this.recordSize = (int) statedSize;
        this.records = (int) statedRecords;
        this.coefficients = (recordSize - 2) / components;
        this.views = new RecordViews(words, begin, recordSize, records);
        double held = init + length * records;
        if (!(init <= info.end() && held >= info.start())) {
            throw new DamagedSegmentException("its descriptor promises " + SpanText.span(info.start(), info.end())
                    + " but its records hold " + SpanText.span(init, held) + ". Fetch the file again.");
        }
    }

    @Override
    public final boolean holdsItsSpan() {
        double slack = OVERHANG * length;
        return init - slack <= start && end <= init + length * records + slack;
    }

    @Override
    final void examine(RecordScan scan) {
        scan.fills((long) records * recordSize + DIRECTORY, records + " records of " + recordSize + " words");
        // The allowance for differences in the producer's sums of such epochs, or in the day numbers from which they
        // came.
        double rounding = Math.max(
                ROUNDINGS * Math.ulp(Math.max(Math.abs(init), Math.abs(init + length * records))),
                DAY_NUMBERS * length);
        for (int i = 0; i < records; i++) {
            long at = begin + (long) i * recordSize;
            scan.holds(i, records, at, init + i * length, init + (i + 1.0) * length, rounding);
            scan.finite(i, "Record", records, at + 2, recordSize - 2L);
        }
    }

    /** The view that contains a record. */
    final DoubleBuffer view(int record) {
        return views.view(record);
    }

    /** The position at which a record begins in its view. */
    final int at(int record) {
        return views.at(record);
    }

    /** The number of the record that answers an epoch, as {@code SPKR02} chooses it. */
    final int index(double et) {
        int index = Math.min((int) ((et - init) / length), records - 1);
        return Math.max(index, 0);
    }

    @Override
    public final Granule granule(double et) {
        checkCovered(et);
        int index = index(et);
        return granule(
                index,
                init + index * length,
                init + (index + 1.0) * length,
                begin + (long) index * recordSize,
                recordSize);
    }

    @Override
    public final long records() {
        return records;
    }

    @Override
    public final double granuleLength() {
        return length;
    }

    @Override
    public final int degree() {
        return coefficients - 1;
    }

    /**
     * Reads the coefficients of one granule, for display. Reads mapped bytes: call it through {@code
     * KernelHandle.read}.
     *
     * @param granule index of the record, from 0
     * @return a new array {@code [component][k]}, where k is the order of the Chebyshev polynomial: 3 components for
     *     type 2, or 6 for type 3; in km, and km/s for the velocity components of type 3; in a binary PCK, radians
     * @throws IndexOutOfBoundsException if there is no such record
     */
    public final double[][] coefficients(long granule) {
        int components = (recordSize - 2) / coefficients;
        double[][] sets = new double[components][coefficients];
        long at = begin + Objects.checkIndex(granule, (long) records) * recordSize + 2;
        for (double[] set : sets) {
            for (int k = 0; k < coefficients; k++) {
                set[k] = words.at(at++);
            }
        }
        return sets;
    }
}
