package orrery.exchange;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orrery.binding.GranuleWalk;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Bodies;
import orrery.math.Constants;
import orrery.spk.Segment;
import orrery.time.CalendarDate;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * The epochs of an export's states, and their dates as written. Immutable and thread-safe.
 *
 * @param scale of the dates
 */
record ExportEpochs(TimeScale scale) {
    private static final int DECIMALS = 9;
    private static final int MOST_STATES = 20_000_000;
    private static final int SAMPLES = 64;

    /** Some stretches of even steps, spread over a block. */
    double[] sample(ExportPiece block, double every) {
        double span = block.end() - block.start();
        if (span / every <= 4 * SAMPLES) {
            return even(block, every);
        }
        // The middle of the block and, denser, its ends would be few: one stretch that is as long as memory allows.
        return around(block, block.start() + span / 3 + SAMPLES * every, every);
    }

    /** Some even steps around an epoch of a block. */
    double[] around(ExportPiece block, double et, double every) {
        // From a whole multiple: a short first step would be worse than all others.
        double from = Math.max(block.start(), Math.floor(et / every - SAMPLES) * every);
        return evenBetween(from, Math.min(block.end(), from + 2 * SAMPLES * every), every);
    }

    /** The two ends of a block, and even steps between them. */
    double[] even(ExportPiece block, double every) {
        double count = (block.end() - block.start()) / every;
        if (count > MOST_STATES) {
            throw new Export.RefusedException(String.format(
                    Locale.ROOT,
                    "%s relative to %s would take %,.0f states at steps of %s s; give a shorter span, a wider bound"
                            + " or a longer step.",
                    Bodies.label(block.target()),
                    Bodies.label(block.center()),
                    count,
                    every));
        }
        return evenBetween(block.start(), block.end(), every);
    }

    /** The two ends, and between them the whole multiples of the step in the clock's own seconds. */
    private double[] evenBetween(double start, double end, double every) {
        double[] epochs = new double[(int) ((end - start) / every) + 4];
        int count = 0;
        epochs[count++] = dated(start, start, end);
        for (double k = Math.floor(start / every) + 1; k * every < end; k++) {
            double at = rounded(k * every, every);
            if (at > epochs[count - 1] + every / 100 && at < end - every / 100) {
                epochs[count++] = at;
            }
        }
        epochs[count++] = dated(end, start, end);
        return Arrays.copyOf(epochs, count);
    }

    /** The epoch of a whole second of the clock, or of a thousandth where steps are short. */
    private double rounded(double et, double every) {
        double unit = every >= 1 ? 1 : 1e-3;
        CalendarDate date = CalendarDate.of(et, scale);
        double second = Math.rint(date.secondOfDay() / unit) * unit;
        return second < Constants.DAY
                ? new CalendarDate(scale, date.year(), date.month(), date.day(), second).toEt()
                : et;
    }

    /** The epoch that a written date will be read as, within the bounds. */
    private double dated(double et, double first, double last) {
        return Math.clamp(clock().parse(date(et)).et(), first, last);
    }

    /** The clock that reads the dates. */
    FileClock clock() {
        return FileClock.valueOf(scale.name());
    }

    /** The date of an epoch as it is written. */
    String date(double et) {
        return EpochFormat.seconds(scale, DECIMALS).unlabeled().format(et);
    }

    /** The one segment that answers in a block. */
    static Segment alone(KernelPool pool, ExportPiece block) {
        TargetSchedule schedule = pool.schedule(block.target());
        Link link = schedule == null ? null : schedule.at(block.start() + (block.end() - block.start()) / 2);
        if (link == null || link.segment().center() != block.center()) {
            throw new Export.RefusedException(Bodies.label(block.target()) + " relative to "
                    + Bodies.label(block.center())
                    + " has no epochs of its own: several segments answer together. Give no center, or a step"
                    + " instead.");
        }
        return link.segment();
    }

    /** The epochs where that segment's granules meet, and the two ends. */
    static double[] own(KernelPool pool, ExportPiece block) {
        TargetSchedule schedule = pool.schedule(block.target());
        @Nullable Link link = schedule == null ? null : schedule.at(block.start() + (block.end() - block.start()) / 2);
        double[] epochs = new double[1024];
        int count = 0;
        epochs[count++] = block.start();
        double et = block.start();
        while (link != null && et < block.end()) {
            et = Math.min(new GranuleWalk(link.kernel(), link.segment()).end(et), block.end());
            if (count == epochs.length) {
                epochs = Arrays.copyOf(epochs, 2 * count);
            }
            epochs[count++] = et;
        }
        return Arrays.copyOf(epochs, count);
    }
}
