package orrery.spk;

/**
 * A list of ascending epochs in a segment, searched in place.
 *
 * <p>SPICE reads the segment's directory (every hundredth epoch) first. If the epochs ascend, a search of the epochs
 * themselves finds the same place, so the directory need not be trusted. If they do not ascend, the search still ends,
 * and the two neighbors that it finds still bracket the given epoch.
 */
final class EpochList {
    private final DafWords words;
    private final long before;
    private final int count;

    /**
     * @param first address of the first epoch
     * @param count how many there are, at least 1; the caller has checked that they are within the segment
     */
    EpochList(DafWords words, long first, int count) {
        this.words = words;
        this.before = first - 1;
        this.count = count;
    }

    int count() {
        return count;
    }

    /** The i-th epoch, counted from 1, TDB seconds past J2000. */
    double at(int i) {
        return words.at(before + i);
    }

    double first() {
        return at(1);
    }

    double last() {
        return at(count);
    }

    /** The number of epochs less than {@code et} (SPICE: {@code LSTLTD}). */
    int before(double et) {
        return before(words, before, count, et);
    }

    private static int before(DafWords words, long before, int count, double et) {
        int low = 0;
        int high = count + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (words.at(before + middle) < et) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** As {@link #bracket(DafWords, long, int, double)}, for this list. */
    int bracket(double et) {
        return bracket(words, before + 1, count, et);
    }

    /**
     * The 1-based number of the last epoch before {@code et}, or of the first if {@code et} equals it: this epoch and
     * the next one bracket {@code et}. Returns 0 if the epochs do not reach {@code et}, apart from rounding, and 1 for
     * a list of one.
     *
     * @param first address of the first epoch
     * @param count how many there are
     */
    static int bracket(DafWords words, long first, int count, double et) {
        int low = before(words, first - 1, count, et);
        if (low > 0 && low < count) {
            return low;
        }
        double start = words.at(first);
        double end = words.at(first + count - 1);
        double slack = Segment.OVERHANG * (end - start) / count;
        if (!(start - slack <= et && et <= end + slack)) {
            return 0;
        }
        return low == 0 ? 1 : Math.max(1, count - 1);
    }

    /** Whether the epochs cover a span, apart from rounding. */
    boolean reach(double start, double end) {
        return bracket(start) > 0 && bracket(end) > 0;
    }

    /** The number of epochs less than or equal to {@code et} (SPICE: {@code LSTLED}). */
    int upTo(double et) {
        int low = 0;
        int high = count + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (at(middle) <= et) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Describes what is wrong with the ends of the list and of its groups of a hundred, if anything; reads few pages.
     */
    String fault() {
        double previous = Double.NEGATIVE_INFINITY;
        int step = Math.max(1, count / 64);
        for (int i = 1; ; i = Math.min(count, i + step)) {
            double epoch = at(i);
            if (!(Math.abs(epoch) <= Double.MAX_VALUE)) {
                return "its epoch " + i + " of " + count + " is " + epoch + ", not a number. Fetch the file again.";
            }
            if (!(epoch > previous)) {
                return "its epochs do not ascend: number " + i + " of " + count + " is " + epoch + " after " + previous
                        + ". Fetch the file again.";
            }
            if (i == count) {
                return "";
            }
            previous = epoch;
        }
    }
}
