package orrery.library;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.spk.DafFormat;
import orrery.spk.KernelException;
import orrery.spk.Problem;

/**
 * The contents of one kernel, read once; a value, readable after the kernel is closed.
 *
 * @param path absolute path
 * @param size bytes
 * @param order byte order of its numbers
 * @param internalName the name given by its maker; may be empty
 * @param daf its file record
 * @param segments in file order
 * @param problems everything unsound, including cycles of centers; of similar problems only the first few and how many
 * more there are, though each segment has its own
 * @param extent the segments taken together
 */
public record KernelContents(
        Path path,
        long size,
        ByteOrder order,
        String internalName,
        Optional<DafDetails> daf,
        List<SegmentRow> segments,
        List<Problem> problems,
        KernelExtent extent) {
    public KernelContents {
        segments = List.copyOf(segments);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the contents of an open kernel.
     *
     * @throws KernelException if the file is truncated meanwhile
     */
    public static KernelContents of(KernelHandle kernel) {
        List<Problem> problems = new ArrayList<>(kernel.file().problems());
        Map<Integer, String> refusals = new HashMap<>();
        try (KernelPool pool = KernelPool.of(kernel)) {
            if (!pool.problems().isEmpty()) {
                problems.addAll(pool.problems());
                refusals.putAll(refusals(pool));
            }
        }
        Optional<DafDetails> daf;
        try {
            daf = Optional.of(DafDetails.read(kernel.path(), kernel.file().order()));
        } catch (IOException _) {
            // The path is gone, though its bytes are still mapped: everything else can be reported.
            daf = Optional.empty();
        }
        List<SegmentRow> segments = kernel.file().segments().stream()
                .map(s -> SegmentRow.of(s, refusals.get(s.info().index())))
                .toList();
        return new KernelContents(
                kernel.path(),
                kernel.file().size(),
                kernel.file().order(),
                kernel.file().internalName(),
                daf,
                segments,
                problems,
                KernelExtent.of(segments));
    }

    /** By segment, why its states are refused although it is sound in itself. */
    private static Map<Integer, String> refusals(KernelPool pool) {
        Map<Integer, String> refusals = new HashMap<>();
        for (int body : pool.targets()) {
            for (Link link : Objects.requireNonNull(pool.schedule(body)).links()) {
                String refusal = link.refusal();
                if (refusal != null) {
                    refusals.put(link.segment().info().index(), refusal);
                }
            }
        }
        return refusals;
    }

    /**
     * What other readers make of an incomplete last record: SPICE takes it for zeros, and refuses segments that have
     * data or a directory in it. Empty if the last record is complete, or no segment reaches into it.
     */
    public Optional<String> note() {
        int overhang = (int) (size % DafFormat.RECORD);
        long whole = (size - overhang) / Double.BYTES;
        long cut = segments.stream()
                .filter(s -> s.usable() && s.info().last() > whole)
                .count();
        return overhang == 0 || cut == 0
                ? Optional.empty()
                : Optional.of(("the last record has %,d of its %,d bytes. SPICE takes it for zeros and refuses the %s"
                                + " it; this program reads what is there. Add zeros: truncate -s %%%d FILE")
                        .formatted(
                                overhang,
                                DafFormat.RECORD,
                                cut == 1 ? "segment that reaches into" : cut + " segments that reach into",
                                DafFormat.RECORD));
    }

    /** The same, under the path that the user chose among those of the file. */
    KernelContents named(Path chosen) {
        return new KernelContents(chosen, size, order, internalName, daf, segments, problems, extent);
    }

    /** File name for display. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The bodies with segments, ascending. */
    public NavigableSet<Integer> targets() {
        return extent.targets();
    }

    /** First epoch of any usable segment, TDB seconds past J2000; NaN if there is none. */
    public double start() {
        return extent.start();
    }

    /** Last epoch of any usable segment, TDB seconds past J2000; NaN if there is none. */
    public double end() {
        return extent.end();
    }

    /** Whether any segment can be queried. */
    public boolean usable() {
        return extent.usable() > 0;
    }
}
