package orrery.spk;

/**
 * What types 2 and 3 share: equally long granules of Chebyshev coefficients, each a record of MID, RADIUS and the
 * coefficients, and a directory of four words at the end: INIT, INTLEN, RSIZE, N (SPICE: {@code SPKR02}, {@code
 * SPKR03}; SPK Required Reading, "Type 2" and "Type 3").
 */
public abstract sealed class ChebyshevSegment extends Segment permits ChebyshevPositionSegment, ChebyshevStateSegment {
    private static final int DIRECTORY = 4;
    /** Bounds the time of one state, whatever a file says. */
    private static final int LARGEST_RECORD = 4096;

    final long begin;
    final double init;
    final double length;
    final int recordSize;
    final int records;
    final int coefficients;

    /**
     * @param components sets of coefficients a record: 3 or 6
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
        if (!Faults.isCount(statedSize, 2 + components, size) || (statedSize - 2) % components != 0) {
            throw new DamagedSegmentException("its directory gives records of " + statedSize + " words; it must be 2 + "
                    + components + " x the number of coefficients, within " + size + " words. Fetch the file again.");
        }
        if (!Faults.isCount(statedRecords, 1, size) || statedSize * statedRecords + DIRECTORY > size) {
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
        double held = init + length * records;
        if (!(init <= info.end() && held >= info.start())) {
            throw new DamagedSegmentException("its descriptor promises " + Spans.span(info.start(), info.end())
                    + " but its records hold " + Spans.span(init, held) + ". Fetch the file again.");
        }
    }

    @Override
    public final boolean holdsItsSpan() {
        double slack = OVERHANG * length;
        return init - slack <= start && end <= init + length * records + slack;
    }

    /** Address of the record that answers an epoch, as {@code SPKR02} chooses it. */
    final long record(double et) {
        return begin + index(et) * recordSize;
    }

    private long index(double et) {
        int index = Math.min((int) ((et - init) / length), records - 1);
        return Math.max(index, 0);
    }

    @Override
    public final Granule granule(double et) {
        checkCovered(et);
        long index = index(et);
        return granule(
                index, init + index * length, init + (index + 1) * length, begin + index * recordSize, recordSize);
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
     * The coefficients of one granule, for showing: {@code [component][k]} with k the order of the Chebyshev
     * polynomial; km, and km/s for the velocity components of type 3.
     */
    public final double[][] coefficients(long granule) {
        int components = (recordSize - 2) / coefficients;
        double[][] sets = new double[components][coefficients];
        long at = begin + Math.clamp(granule, 0L, records - 1L) * recordSize + 2;
        for (double[] set : sets) {
            for (int k = 0; k < coefficients; k++) {
                set[k] = words.at(at++);
            }
        }
        return sets;
    }
}
