package orrery.spk;

/**
 * The last words of a segment, which describe the layout of the others; read and checked when the file is opened.
 *
 * <p>An invalid value causes a {@link DamagedSegmentException} that names it.
 */
final class Directory {
    private static final String CURE = " Fetch the file again.";

    private final DafWords words;
    private final long begin;
    private final long last;

    Directory(DafWords words, SegmentInfo info, int least) {
        this.words = words;
        this.begin = info.begin();
        this.last = info.last();
        if (size() < least) {
            throw new DamagedSegmentException("its data are " + size() + " words long; a segment of type " + info.type()
                    + " has at least " + least + "." + CURE);
        }
    }

    /** Makes the directory of a segment that consists only of a given number of finite elements. */
    static Directory elements(DafWords words, SegmentInfo info, int count) {
        Directory directory = new Directory(words, info, count);
        if (directory.size() != count) {
            throw new DamagedSegmentException("its data are " + directory.size() + " words long; a segment of type "
                    + info.type() + " has exactly " + count + "." + CURE);
        }
        for (int i = 0; i < count; i++) {
            directory.finite(i, "element " + (count - i));
        }
        return directory;
    }

    long size() {
        return last - begin + 1;
    }

    /** The word {@code back} positions before the last. */
    double word(int back) {
        return words.at(last - back);
    }

    /** Like {@link #word}, but must be a whole number from {@code least} to {@code most}. */
    int count(int back, String what, long least, long most) {
        double stored = word(back);
        if (!NumberChecks.isCount(stored, least, most)) {
            throw new DamagedSegmentException("its directory gives " + what + " as " + stored
                    + "; it must be a whole number from " + least + " to " + most + "." + CURE);
        }
        return (int) stored;
    }

    /** Like {@link #word}, but must be a finite number greater than zero. */
    double positive(int back, String what) {
        double stored = finite(back, what);
        if (!(stored > 0)) {
            throw new DamagedSegmentException(
                    "its directory gives " + what + " as " + stored + "; it must be positive." + CURE);
        }
        return stored;
    }

    /** Like {@link #word}, but must be a finite number. */
    double finite(int back, String what) {
        double stored = word(back);
        if (!(Math.abs(stored) <= Double.MAX_VALUE)) {
            throw new DamagedSegmentException("its directory gives " + what + " as " + stored + "." + CURE);
        }
        return stored;
    }

    /** Checks that the parts described by the directory fit in the segment. */
    void fits(long needed, String what) {
        if (needed > size()) {
            throw new DamagedSegmentException("its directory tells of " + what + ", which take " + needed
                    + " words; the segment has " + size() + "." + CURE);
        }
    }

    /** Checks that a list of epochs ascends, as far as its fault check detects. */
    static EpochList sound(EpochList epochs) {
        String fault = epochs.fault();
        if (!fault.isEmpty()) {
            throw new DamagedSegmentException(fault);
        }
        return epochs;
    }
}
