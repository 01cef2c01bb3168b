package orrery.spk;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Walks the chain of summary records of a DAF and validates every descriptor (DAF Required Reading, "Summary Records").
 * Reads only the file record, the summaries, the names and the segments' directories, so the cost of opening does not
 * depend on the file's size; keeps nothing larger in memory.
 */
final class Daf {
    /**
     * Twice what CSPICE keeps in memory for all kernels together (STSIZE in {@code spkbsr.f}), and far more than any
     * mission or catalogue kernel has; it limits the cost of opening.
     */
    static final int MOST_SEGMENTS = 250_000;
    /** DAF addresses are 32-bit integers: no double can be beyond this one. */
    private static final long LAST_ADDRESS = Integer.MAX_VALUE;

    private final MemorySegment bytes;
    private final String fileName;
    private final DafKind kind;
    private final DafWords words;
    private final long records;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Problem> ofFile = new ArrayList<>();
    private final ProblemTally ofSegments = new ProblemTally();

    /**
     * @throws DamagedKernelException if it has more segments than this program reads
     */
    Daf(MemorySegment bytes, FileRecord fileRecord, String fileName) {
        this.bytes = bytes;
        this.fileName = fileName;
        this.kind = fileRecord.kind();
        this.words = new DafWords(bytes, fileRecord.order());
        this.records = bytes.byteSize() / DafFormat.RECORD;
        fileRecord.problem().ifPresent(this::report);
        walk(fileRecord.first());
    }

    DafWords words() {
        return words;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Problems of the file first. */
    List<Problem> problems() {
        return Stream.concat(ofFile.stream(), ofSegments.problems().stream()).toList();
    }

    private void walk(double first) {
        Set<Long> visited = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        double next = first;
        while (next != 0 || visited.isEmpty()) {
            // The last summary record may be truncated, but its first bytes may still be complete.
            if (!NumberChecks.isCount(next, 2, (bytes.byteSize() + DafFormat.RECORD - 1) / DafFormat.RECORD)) {
                report("the chain of summary records " + (visited.isEmpty() ? "begins" : "goes on") + " at record "
                        + number(next) + ", but the file has records 1 to " + records
                        + "; segments listed from there on are lost. Fetch the file again.");
                return;
            }
            long record = (long) next;
            if (!visited.add(record)) {
                report("the chain of summary records comes back to record " + record
                        + "; segments that should follow are lost. Fetch the file again.");
                return;
            }
            long at = (record - 1) * DafFormat.RECORD;
            if (at + 24 > bytes.byteSize()) {
                report("the file ends within summary record " + record + ". Fetch it again.");
                return;
            }
            next = words.atOffset(at);
            double count = words.atOffset(at + 16);
            if (!NumberChecks.isCount(count, 0, DafFormat.SUMMARIES_A_RECORD)) {
                report("summary record " + record + " says that it holds " + number(count)
                        + " summaries; it can hold 0 to 25. Its segments are lost. Fetch the file again.");
                return;
            }
            if (segments.size() + (long) count > MOST_SEGMENTS) {
                throw new DamagedKernelException(fileName + " has more than " + MOST_SEGMENTS
                        + " segments, which is as many as are read of one kernel. Split it into several.");
            }
            for (int i = 0; i < (int) count; i++) {
                if (at + 24 + (i + 1L) * DafFormat.SUMMARY > bytes.byteSize()) {
                    report("the file ends within summary record " + record + ": " + ((int) count - i)
                            + " of its segments are lost. Fetch it again.");
                    return;
                }
                add(descriptor(
                        at + 24 + (long) i * DafFormat.SUMMARY,
                        name(at + DafFormat.RECORD + (long) i * DafFormat.NAME, names)));
            }
        }
    }

    private void add(SegmentInfo info) {
        Optional<Flaw> flaw = flawOf(info);
        Segment segment = flaw.<Segment>map(f -> new DamagedSegment(words, info, f.text))
                .orElseGet(() -> SpkType.read(words, info, kind));
        segments.add(segment);
        ProblemTally.Kind kind = flaw.map(Flaw::kind).orElseGet(() -> switch (segment) {
            case DamagedSegment _ -> ProblemTally.Kind.DIRECTORY;
            case UnsupportedSegment _ -> ProblemTally.Kind.TYPE;
            default -> ProblemTally.Kind.SHORT_OF_SPAN;
        });
        if (segment.hasTrouble()) {
            ofSegments.add(kind, info.index(), segment::trouble);
        }
    }

    private SegmentInfo descriptor(long at, String name) {
        // A PCK has no center: after the frame's class id comes the frame in which it is given.
        boolean centered = kind != DafKind.PCK;
        long frame = at + (centered ? 24 : 20);
        return new SegmentInfo(
                segments.size(),
                name,
                words.intAt(at + 16),
                centered ? words.intAt(at + 20) : 0,
                words.intAt(frame),
                words.intAt(frame + 4),
                words.atOffset(at),
                words.atOffset(at + 8),
                words.intAt(frame + 8),
                words.intAt(frame + 12));
    }

    /** Names are for people only: a name that cannot be read is left empty and is not an error. */
    private String name(long at, Map<String, String> names) {
        if (at + DafFormat.NAME > bytes.byteSize()) {
            return "";
        }
        String name = ContentSniffer.text(bytes, at, DafFormat.NAME);
        // Many segments have the same name: one is kept.
        return name.chars().allMatch(c -> c == 0)
                ? ""
                : names.computeIfAbsent(ContentSniffer.printable(name).strip(), same -> same);
    }

    /** Describes what is wrong with a descriptor itself. */
    private record Flaw(ProblemTally.Kind kind, String text) {}

    private Optional<Flaw> flawOf(SegmentInfo info) {
        if (!(Math.abs(info.start()) <= Double.MAX_VALUE && Math.abs(info.end()) <= Double.MAX_VALUE)) {
            return flaw(
                    ProblemTally.Kind.SPAN,
                    "its span is " + info.start() + " to " + info.end() + ", not two numbers. Fetch the file again.");
        }
        if (info.start() > info.end()) {
            return flaw(
                    ProblemTally.Kind.SPAN,
                    "it begins at " + SpanText.epoch(info.start()) + ", after its end at " + SpanText.epoch(info.end())
                            + ". Fetch the file again.");
        }
        if (kind == DafKind.SPK && info.target() == info.center()) {
            return flaw(
                    ProblemTally.Kind.OWN_CENTER,
                    "body " + info.target() + " is given relative to itself. Fetch the file again.");
        }
        long inFile = Math.min(bytes.byteSize() / Double.BYTES, LAST_ADDRESS);
        if (info.begin() <= DafFormat.RECORD / Double.BYTES || info.last() < info.begin()) {
            return flaw(
                    ProblemTally.Kind.PLACE,
                    "its data are at words " + info.begin() + " to " + info.last()
                            + ", which is no place in a DAF. Fetch the file again.");
        }
        if (info.last() > inFile) {
            return flaw(
                    ProblemTally.Kind.CUT,
                    "its data are at words " + info.begin() + " to " + info.last() + ", but the file ends at word "
                            + inFile + ": it was cut short. Fetch it again.");
        }
        return Optional.empty();
    }

    private static Optional<Flaw> flaw(ProblemTally.Kind kind, String text) {
        return Optional.of(new Flaw(kind, text));
    }

    private void report(String text) {
        ofFile.add(new Problem(Problem.FILE, text));
    }

    private static String number(double stored) {
        return stored == Math.rint(stored) && Math.abs(stored) < 1e15
                ? Long.toString((long) stored)
                : Double.toString(stored);
    }
}
