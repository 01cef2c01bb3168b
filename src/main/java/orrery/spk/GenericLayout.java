package orrery.spk;

/**
 * The layout of a generic segment, used by types 10 and 14: constants, packets of one size, and references for finding
 * a packet, described by seventeen words at the end (SPICE: {@code SGMETA}, {@code SGFRVI}, {@code SGFPKT}; SPK
 * Required Reading, "Generic segments").
 */
final class GenericLayout {
    private static final int META = 17;
    /** For files made before the number of words was one of them. */
    private static final int OLD_META = 15;

    private static final int GROUP = 100;

    private static final int STEP_BEFORE = 0;
    private static final int STEP_NEAREST = 1;
    private static final int LIST_BEFORE = 2;
    private static final int LIST_UP_TO = 3;
    private static final int LIST_NEAREST = 4;

    private final DafWords words;
    private final long constants;
    private final int referenceType;
    private final long packets;
    private final int stride;
    private final int offset;
    private final int count;
    private final int size;
    private final EpochList references;
    private final long begin;
    /** The number of words in the segment. */
    private final long length;
    /** The stored position and number of words of the directory of references; only {@link #examine} reads it. */
    private final double directory;

    private final double directories;

    /**
     * @param constants the number of constants of the type
     * @param packet the minimum size of a packet
     * @throws DamagedSegmentException if the seventeen words are unsound
     */
    GenericLayout(DafWords words, SegmentInfo info, int constants, int packet) {
        this.words = words;
        Directory end = new Directory(words, info, OLD_META + constants + packet);
        int stated = end.count(0, "the number of words that tell its layout", OLD_META, end.size());
        int meta = stated == OLD_META ? OLD_META + 1 : stated;
        Meta read = new Meta(end, meta, info.begin());
        this.constants = read.base(1, "constants", read.count(2, "the number of constants", constants));
        this.referenceType = read.count(5, "the kind of references", STEP_BEFORE, LIST_NEAREST);
        int stated7 = read.count(7, "the number of references", 1);
        if (read.count(10, "the kind of packets", 0, 1) != 0) {
            throw new DamagedSegmentException(
                    "its packets are of varying length, which its type never has. Fetch the file again.");
        }
        this.count = read.count(12, "the number of packets", 1);
        this.size = read.count(15, "the packet size", packet);
        this.offset = meta >= META ? read.count(16, "the packet offset", 0) : 0;
        this.stride = Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) size + offset));
        this.packets = read.base(11, "packets", (long) count * stride);
        boolean listed = referenceType >= LIST_BEFORE;
        if (listed ? stated7 != count : stated7 < 2) {
            throw new DamagedSegmentException(
                    "it has " + stated7 + " references for " + count + " packets. Fetch the file again.");
        }
        long first = read.base(6, "references", stated7);
        this.references = new EpochList(words, first, listed ? count : 2);
        this.begin = info.begin();
        this.length = info.last() - (long) info.begin() + 1;
        this.directory = end.word(meta - 3);
        this.directories = end.word(meta - 4);
        if (listed) {
            Directory.sound(references);
        } else if (!(Math.abs(references.at(1)) <= Double.MAX_VALUE && references.at(2) > 0)) {
            throw new DamagedSegmentException("its references begin at " + references.at(1) + " with a step of "
                    + references.at(2) + ". Fetch the file again.");
        }
    }

    /** The i-th word at the end, counted from 1. */
    private record Meta(Directory directory, int meta, long begin) {

        int count(int i, String what, long least) {
            return count(i, what, least, directory.size());
        }

        int count(int i, String what, long least, long most) {
            return directory.count(meta - i, what, least, most);
        }

        /** The address of the first of {@code size} words of a part, checked to be before these words. */
        long base(int i, String what, long size) {
            long room = directory.size() - meta;
            int base = count(i, "the address of its " + what, 0);
            if (base + size > room) {
                throw new DamagedSegmentException("its " + what + " are declared at word " + (base + 1) + " to "
                        + (base + size) + " of " + room + ". Fetch the file again.");
            }
            return begin + base;
        }
    }

    int count() {
        return count;
    }

    /** Checks that all listed references ascend, and that their directory repeats every hundredth. */
    void examine(RecordScan scan) {
        if (referenceType >= LIST_BEFORE) {
            scan.ascend(references);
            int hundreds = (count - 1) / GROUP;
            if (!(directories == hundreds && NumberChecks.isCount(directory, 0, length - hundreds))) {
                scan.wrong(
                        "directory",
                        Mismatch.Effect.UNAFFECTED,
                        "It tells of " + directories + " directory words at its word " + directory + " for " + count
                                + " references, which have " + hundreds
                                + ". The directory is not used here; other programs go by it.");
            } else {
                scan.repeats(references, begin + (long) directory, hundreds);
            }
        }
    }

    int packetSize() {
        return size;
    }

    double constant(int i) {
        return words.at(constants + i);
    }

    /** The address of the data of a packet, counted from 1. */
    long packet(int number) {
        return packets + (number - 1L) * stride + offset;
    }

    /** The reference epoch of a packet, counted from 1. */
    double reference(int number) {
        return referenceType >= LIST_BEFORE
                ? references.at(number)
                : references.at(1) + (number - 1.0) * references.at(2);
    }

    /** The 1-based number of the packet for an epoch, as {@code SGFRVI} finds it; 0 if there is none. */
    int find(double et) {
        return switch (referenceType) {
            case STEP_BEFORE -> et < references.at(1) ? 0 : step(et, 1.0);
            case STEP_NEAREST -> et < references.at(1) ? 1 : step(et, 1.5);
            case LIST_BEFORE -> references.before(et);
            case LIST_UP_TO -> references.upTo(et);
            default -> nearest(et);
        };
    }

    private int step(double et, double from) {
        return Math.clamp((long) ((et - references.at(1)) / references.at(2) + from), 1, count);
    }

    private int nearest(double et) {
        int low = references.upTo(et);
        if (low == 0 || low == count) {
            return Math.max(low, 1);
        }
        return references.at(low + 1) - et <= et - references.at(low) ? low + 1 : low;
    }
}
