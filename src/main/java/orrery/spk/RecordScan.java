package orrery.spk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Reads one segment's records from first to last and collects what is found: for each kind of mismatch, the first one
 * and their number, so memory use does not grow with the damage. For one thread.
 */
final class RecordScan {
    static final String CALLED_OFF = "Looking through the records was cancelled.";

    private static final long WORDS_A_STEP = 1 << 17;

    private final DafWords words;
    private final SegmentInfo info;
    private final LongConsumer progress;
    private final BooleanSupplier cancelled;
    private final Map<String, Mismatch> found = new LinkedHashMap<>();
    private long unsaid;

    /**
     * @param progress called now and then with the number of words read since its last call
     * @param cancelled called as often
     */
    RecordScan(DafWords words, SegmentInfo info, LongConsumer progress, BooleanSupplier cancelled) {
        this.words = words;
        this.info = info;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    List<Mismatch> found() {
        return new ArrayList<>(found.values());
    }

    /** Reports that a number of words has been read. */
    void read(long count) {
        unsaid += count;
        if (unsaid >= WORDS_A_STEP) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(CALLED_OFF);
            }
            progress.accept(unsaid);
            unsaid = 0;
        }
    }

    /**
     * Reports that something is wrong with a record.
     *
     * @param kind one word, the same for all mismatches of one kind
     * @param record 0-based
     * @param sentence a sentence, used for the first of its kind
     */
    void wrong(String kind, long record, Mismatch.Effect effect, Supplier<String> sentence) {
        found.merge(
                kind + effect,
                new Mismatch(info.index(), record, 1, found.containsKey(kind + effect) ? "" : sentence.get(), effect),
                (first, more) ->
                        new Mismatch(first.segment(), first.record(), first.count() + 1, first.text(), first.effect()));
    }

    /** Reports that something is wrong with the segment as a whole. */
    void wrong(String kind, Mismatch.Effect effect, String sentence) {
        wrong(kind, Mismatch.WHOLE, effect, () -> sentence);
    }

    /**
     * Checks that the parts described by the directory use all the words that the descriptor's addresses give the
     * segment.
     *
     * @param taken words
     * @param what what uses them
     */
    void fills(long taken, String what) {
        long size = info.last() - (long) info.begin() + 1;
        if (taken != size) {
            wrong(
                    "fills",
                    Mismatch.Effect.UNAFFECTED,
                    "By its descriptor's addresses it has " + size + " words, but by its directory " + what + ", "
                            + taken + " words: " + (size - taken) + " of them are read by nothing.");
        }
    }

    /** Checks that the words of a record are finite numbers; states computed from other values are never finite. */
    void finite(long record, String what, long of, long address, long count) {
        double zero = 0;
        for (long at = address; at < address + count; at++) {
            // For a number that is not finite, this is NaN.
            zero += words.at(at) * 0.0;
        }
        if (!(zero == 0)) {
            wrong(
                    "finite",
                    record,
                    Mismatch.Effect.REFUSED,
                    () -> what + " " + (record + 1) + " of " + of + " holds a number that is not finite.");
        }
        read(count);
    }

    /** Checks that all epochs ascend. */
    void ascend(EpochList epochs) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= epochs.count(); i++) {
            double epoch = epochs.at(i);
            if (!(epoch > before && epoch <= Double.MAX_VALUE)) {
                int number = i;
                double previous = before;
                wrong(
                        "ascend",
                        i - 1L,
                        Mismatch.Effect.DOUBTFUL,
                        () -> "Epoch " + number + " of " + epochs.count() + " is " + SpanText.epoch(epoch)
                                + ", not after the one before, " + SpanText.epoch(previous) + ".");
            }
            before = epoch;
        }
        read(epochs.count());
    }

    /**
     * Checks that a directory of epochs repeats every hundredth epoch. It is not needed here ({@link EpochList}), but
     * SPICE uses it.
     *
     * @param address address of its first word
     * @param count its number of words
     */
    void repeats(EpochList epochs, long address, int count) {
        for (int i = 1; i <= count; i++) {
            double stored = words.at(address + i - 1);
            double epoch = epochs.at(100 * i);
            if (stored != epoch) {
                int number = i;
                wrong(
                        "repeats",
                        100L * i - 1,
                        Mismatch.Effect.UNAFFECTED,
                        () -> "Its directory gives epoch " + 100 * number + " as " + SpanText.epoch(stored)
                                + ", the table itself as " + SpanText.epoch(epoch)
                                + ". The directory is not used here; other programs go by it.");
            }
        }
        read(count);
    }

    /**
     * Checks that the span stored in a record is the one that its position implies, and determines the effect if it is
     * not.
     *
     * @param address of the middle of the span according to the record, TDB seconds past J2000; half the length of the
     *     span, seconds, follows
     * @param from first epoch that leads to this record
     * @param until last epoch that leads to this record
     * @param rounding how far the two may differ
     */
    void holds(long record, long of, long address, double from, double until, double rounding) {
        double mid = words.at(address);
        double radius = words.at(address + 1);
        if (Math.abs(mid - radius - from) <= rounding && Math.abs(mid + radius - until) <= rounding) {
            return;
        }
        wrong(
                "holds",
                record,
                effect(mid, radius, Math.max(from, info.start()), Math.min(until, info.end())),
                () -> "Record " + (record + 1) + " of " + of + " holds " + SpanText.span(mid - radius, mid + radius)
                        + " by its own MID " + mid + " and RADIUS " + radius
                        + ", but by the directory it is the one for "
                        + SpanText.span(from, until) + ".");
    }

    /** Determines what happens to epochs in a span that are answered by a record with this middle and radius. */
    private static Mismatch.Effect effect(double mid, double radius, double from, double until) {
        if (from > until) {
            return Mismatch.Effect.UNAFFECTED;
        }
        double first = (from - mid) / radius;
        double last = (until - mid) / radius;
        double reach = 1 + Segment.OVERHANG;
        boolean none = !(Math.min(first, last) <= reach && Math.max(first, last) >= -reach);
        return none ? Mismatch.Effect.REFUSED : Mismatch.Effect.DOUBTFUL;
    }
}
