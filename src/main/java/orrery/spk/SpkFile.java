package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import orrery.math.Counted;

/**
 * One SPK file: its segments in file order, its comments, and the defects found in it.
 *
 * <p>Immutable and thread-safe as long as the bytes stay mapped. Sources: NAIF's SPK and DAF Required Reading.
 */
public final class SpkFile {
    private final String name;
    private final MemorySegment bytes;
    private final DafWords words;
    private final FileRecord fileRecord;
    private final List<Segment> segments;
    private final List<Problem> problems;

    private SpkFile(String name, MemorySegment bytes, FileRecord fileRecord, Daf daf) {
        this.name = name;
        this.bytes = bytes;
        this.words = daf.words();
        this.fileRecord = fileRecord;
        this.segments = List.copyOf(daf.segments());
        this.problems = List.copyOf(daf.problems());
    }

    /**
     * Reads and validates the structure of an SPK file, once; the data of its segments are not touched.
     *
     * @param bytes the whole file, mapped or not
     * @param name its name in messages
     * @return the file's segments and the defects found
     * @throws NotAnSpkException if the bytes are not an SPK
     * @throws DamagedKernelException if the structure is broken and no segment can be read
     */
    public static SpkFile read(MemorySegment bytes, String name) {
        SpkFile file = readAny(bytes, name);
        file.checkKind(DafKind.SPK);
        return file;
    }

    /**
     * Reads an SPK or a binary PCK, whose segments give orientation, as {@link #read} does; {@link #kind} returns which
     * it is.
     *
     * @param bytes the whole file, mapped or not
     * @param name its name in messages
     * @return the file's segments and the defects found
     * @throws NotAnSpkException if the bytes are neither
     * @throws DamagedKernelException if the structure is broken and no segment can be read
     */
    public static SpkFile readAny(MemorySegment bytes, String name) {
        FileRecord fileRecord = FileRecord.read(bytes, name);
        Daf daf = new Daf(bytes, fileRecord, name);
        // The old ID word contains only DAF; an old CK has the same summaries as an SPK.
        if (ContentSniffer.text(bytes, 0, 8).equals("NAIF/DAF")
                && fileRecord.kind() == DafKind.SPK
                && !daf.segments().isEmpty()
                && daf.segments().stream()
                        .allMatch(segment -> SpkType.of(segment.info().type()).isEmpty())) {
            throw new NotAnSpkException(name + " is a DAF of "
                    + Counted.of(daf.segments().size(), "segment")
                    + ", none of a type that an SPK can have (the first is of type "
                    + daf.segments().getFirst().info().type() + "). Choose a .bsp ephemeris kernel.");
        }
        if (daf.segments().isEmpty() && !daf.problems().isEmpty()) {
            throw new DamagedKernelException(
                    name + ": " + daf.problems().getLast().text());
        }
        return new SpkFile(name, bytes, fileRecord, daf);
    }

    /** {@return the file's name in messages} */
    public String name() {
        return name;
    }

    /** {@return whether the file contains positions or orientation} */
    public DafKind kind() {
        return fileRecord.kind();
    }

    /**
     * Checks that the file is of the expected kind.
     *
     * @param wanted the expected kind
     * @throws NotAnSpkException if it is of another kind
     */
    public void checkKind(DafKind wanted) {
        if (kind() != wanted) {
            throw new NotAnSpkException(name + " "
                    + (wanted == DafKind.SPK
                            ? ContentSniffer.BINARY_PCK
                            : "is an SPK (ephemeris) kernel, not a binary PCK. Choose a .bpc kernel."));
        }
    }

    /** {@return the size of the file in bytes} */
    public long size() {
        return bytes.byteSize();
    }

    /** {@return the order of the bytes in its words} */
    public ByteOrder order() {
        return fileRecord.order();
    }

    /** {@return the internal name given by the file's producer (LOCIFN); may be empty} */
    public String internalName() {
        return fileRecord.internalName();
    }

    /**
     * {@return all segments in file order, including those set aside and those of unsupported types; the last has the
     * highest precedence}
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * {@return the defects found when the file was opened; empty for a sound file} If many segments have the same
     * problem, the first few are listed, then the number of the others; {@link Segment#trouble} gives each segment's
     * problem.
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Reads every record of every segment and compares it with the descriptor and the directory. What {@link #problems}
     * already lists is not repeated. Reads the whole file, so it takes as long as the disk needs: not for opening or
     * the query path.
     *
     * @param progress called with the fraction that has been read; can end the reading
     * @return the mismatches by segment; empty for a sound file
     * @throws java.util.concurrent.CancellationException if {@code progress} cancels it
     */
    public List<Mismatch> examine(Progress progress) {
        List<Mismatch> found = new ArrayList<>();
        long total = Math.max(
                1,
                segments.stream()
                        .filter(Segment::usable)
                        .mapToLong(s -> s.info().bytes())
                        .sum());
        NavigableMap<Integer, SegmentInfo> seen = new TreeMap<>();
        long[] read = {0};
        for (Segment segment : segments) {
            progress.check(RecordScan.CALLED_OFF);
            if (segment.usable()) {
                shared(segment.info(), seen).ifPresent(found::add);
                long before = read[0];
                found.addAll(segment.examine(
                        count -> {
                            read[0] += count * Double.BYTES;
                            progress.at(Math.min(1.0, (double) read[0] / total));
                        },
                        progress::isCancelled));
                read[0] = before + segment.info().bytes();
                progress.at((double) read[0] / total);
            }
        }
        return found;
    }

    /** Whether a segment shares some, but not all, of its words with an earlier one. */
    private static Optional<Mismatch> shared(SegmentInfo info, NavigableMap<Integer, SegmentInfo> seen) {
        Map.Entry<Integer, SegmentInfo> nearest = seen.floorEntry(info.last());
        seen.putIfAbsent(info.begin(), info);
        if (nearest == null || nearest.getValue().last() < info.begin()) {
            return Optional.empty();
        }
        SegmentInfo earlier = nearest.getValue();
        return earlier.begin() == info.begin() && earlier.last() == info.last()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        info.index(),
                        Mismatch.WHOLE,
                        1,
                        "Its data, words " + info.begin() + " to " + info.last()
                                + " of the file, overlap those of"
                                + " segment " + earlier.index() + ", words " + earlier.begin() + " to " + earlier.last()
                                + ".",
                        Mismatch.Effect.DOUBTFUL));
    }

    /**
     * Checks that the file has not been truncated under its map since it was read, so that everything read before this
     * call really came from the file. {@link Segment#state} does this check itself.
     *
     * @throws InternalError if it has been truncated, as the runtime throws it if a page of a map is missing
     */
    public void checkUncut() {
        words.checkUncut();
    }

    /** {@return the comment area, which is read in pieces, through {@code KernelHandle.read} if the file is mapped} */
    public CommentArea comments() {
        return new CommentArea(bytes, Math.min(fileRecord.first() - 2L, bytes.byteSize() / DafFormat.RECORD - 1));
    }
}
