package orrery.spk;

import java.nio.DoubleBuffer;
import orrery.math.Constants;
import orrery.time.JulianDate;

/**
 * Type 20: Chebyshev polynomials for velocity, and the position at the middle of each granule; position is the integral
 * (SPICE: {@code SPKR20}, {@code SPKE20}, {@code CHBIGR}; SPK Required Reading, "Type 20"). Lengths and times are in
 * units defined by the segment.
 */
final class ChebyshevVelocitySegment extends Segment {
    private static final int DIRECTORY = 7;
    private static final int LARGEST_RECORD = 4096;

    private final long begin;
    private final int recordSize;
    private final int records;
    private final int coefficients;
    /** The Julian date at which the first granule begins, as whole days and the rest. */
    private final double startDay;

    private final double startFraction;
    /** Days. */
    private final double granuleDays;

    private final double init;
    private final double length;
    /** Kilometers per unit of length, and km/s per unit of velocity. */
    private final double distanceScale;

    private final double velocityScale;
    private final RecordViews views;

    ChebyshevVelocitySegment(DafWords words, SegmentInfo info) {
        super(words, info);
        this.begin = info.begin();
        Directory directory = new Directory(words, info, DIRECTORY + 6);
        this.records = directory.count(0, "the number of records", 1, directory.size());
        this.recordSize = directory.count(1, "the record size", 6, Math.min(LARGEST_RECORD, directory.size()));
        this.granuleDays = directory.positive(2, "the granule length");
        this.startFraction = directory.finite(3, "the first epoch's fraction of a day");
        this.startDay = directory.finite(4, "the first epoch's Julian date");
        this.distanceScale = directory.positive(6, "the unit of length");
        this.velocityScale = distanceScale / directory.positive(5, "the unit of time");
        if (recordSize % 3 != 0) {
            throw new DamagedSegmentException("its directory gives records of " + recordSize
                    + " words, which is not three times a whole number. Fetch the file again.");
        }
        directory.fits((long) records * recordSize + DIRECTORY, records + " records of " + recordSize + " words");
        this.coefficients = recordSize / 3 - 1;
        this.views = new RecordViews(words, begin, recordSize, records);
        this.init = (startDay - JulianDate.J2000 + startFraction) * Constants.DAY;
        this.length = granuleDays * Constants.DAY;
        if (!(Math.abs(init) <= Double.MAX_VALUE && length <= Double.MAX_VALUE)) {
            throw new DamagedSegmentException("its first epoch or granule length is out of all range: " + init + " s, "
                    + length + " s. Fetch the file again.");
        }
    }

    @Override
    public boolean holdsItsSpan() {
        double slack = OVERHANG * length;
        return init - slack <= start && end <= init + length * records + slack;
    }

    @Override
    void examine(RecordScan scan) {
        scan.fills((long) records * recordSize + DIRECTORY, records + " records of " + recordSize + " words");
        for (int i = 0; i < records; i++) {
            scan.finite(i, "Record", records, begin + (long) i * recordSize, recordSize);
        }
    }

    private int index(double et) {
        return Math.clamp((long) ((et - init) / length), 0, records - 1);
    }

    @Override
    public void state(double et, double[] out, Workspace work) {
        checkCovered(et);
        int index = index(et);
        double radius = length / 2;
        double mid = (startDay - JulianDate.J2000 + index * granuleDays) * Constants.DAY
                + startFraction * Constants.DAY
                + radius;
        double s = (et - mid) / radius;
        if (!(Math.abs(s) <= 1 + OVERHANG)) {
            throw notHeld(et, mid - radius, mid + radius);
        }
        DoubleBuffer c = views.view(index);
        int at = views.at(index);
        axis(c, at, s, radius, 0, out);
        axis(c, at + coefficients + 1, s, radius, 1, out);
        axis(c, at + 2 * (coefficients + 1), s, radius, 2, out);
        checkFinite(out, et);
    }

    /** Computes one axis, in the order of operations of {@code CHBIGR}. */
    private void axis(DoubleBuffer c, int at, double s, double radius, int axis, double[] out) {
        double scale = velocityScale;
        int degree = coefficients - 1;
        double s2 = s * 2;
        double first = c.get(at) * scale;
        // The series of the integral, from the highest term down: each has half the difference of two coefficients.
        double above = 0;
        double here = degree >= 1 ? c.get(at + degree) * scale : 0;
        double f2;
        double f1 = 0;
        double f0 = degree == 0 ? first : here * 0.5 / (degree + 1);
        double z2;
        double z1 = 0;
        double z0 = f0;
        double w2;
        double w1 = 0;
        double w0 = 0;
        for (int i = degree; i >= 1; i--) {
            // The coefficients of order i + 1, i and i - 1.
            double below = c.get(at + i - 1) * scale;
            double a;
            if (i == 1) {
                a = degree >= 2 ? below - above * 0.5 : below;
            } else {
                a = i < degree ? (below - above) * 0.5 / i : below * 0.5 / i;
            }
            f2 = f1;
            f1 = f0;
            f0 = a + (s2 * f1 - f2);
            z2 = z1;
            z1 = z0;
            z0 = a - z2;
            w2 = w1;
            w1 = w0;
            w0 = here + (s2 * w1 - w2);
            above = here;
            here = below;
        }
        out[axis] = distanceScale * c.get(at + coefficients) + radius * (z1 + s * f0 - f1);
        out[axis + 3] = first + (s * w0 - w1);
    }

    @Override
    public Granule granule(double et) {
        checkCovered(et);
        int index = index(et);
        return granule(
                index,
                init + index * length,
                init + (index + 1) * length,
                begin + (long) index * recordSize,
                recordSize);
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public double granuleLength() {
        return length;
    }

    @Override
    public int degree() {
        return coefficients - 1;
    }
}
