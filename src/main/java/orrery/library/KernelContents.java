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
import orrery.spk.KernelException;
import orrery.spk.Problem;

/**
 * What lies in one kernel, read off once; a value, readable after the kernel is closed.
 *
 * @param path absolute
 * @param size bytes
 * @param order byte order of its numbers
 * @param internalName the name that its maker gave it; may be empty
 * @param daf its file record
 * @param segments in file order
 * @param problems what was found unsound, centers that go in circles included; of like problems the first few and how many
 *     more there are, while each segment has its own
 * @param extent what the segments come to
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
     * Reads them off an open kernel.
     *
     * @throws KernelException if the bytes beneath go away meanwhile
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
            // The path is gone, though its bytes are still mapped: everything else can be told.
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
            for (Link link : Objects.requireNonNull(pool.track(body)).links()) {
                String refusal = link.refusal();
                if (refusal != null) {
                    refusals.put(link.segment().info().index(), refusal);
                }
            }
        }
        return refusals;
    }

    /** The same, by the name that somebody chose of those that a file may have. */
    KernelContents named(Path chosen) {
        return new KernelContents(chosen, size, order, internalName, daf, segments, problems, extent);
    }

    /** File name, for people. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The bodies that it has segments of, ascending. */
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

    /** Whether states can be asked of any segment. */
    public boolean usable() {
        return extent.usable() > 0;
    }
}
