package orrery.binding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.spk.Segment;

/**
 * An ordered set of kernels, fixed for good, and for every body who answers at each epoch.
 *
 * <p>A pool holds duplicates of the handles that it was made of: closing yours never disturbs it, and closing it never
 * disturbs you. Thread-safe: looking up and reading take no lock; {@link #close} may be called while others query, who
 * then get a right answer or {@link KernelClosedException}.
 *
 * <p>Precedence is SPICE's: the kernel given last wins, within a file the segment stored last wins, and where it has a
 * gap the next one answers. A segment that was set aside keeps its place: what it would have answered fails typed.
 */
public final class KernelPool implements AutoCloseable {
    private final List<KernelHandle> members;
    private final TargetSchedule[] tracks;
    private final int[] targets;
    private final int[] slots;
    private final int shift;
    private final List<Problem> problems;

    private KernelPool(List<KernelHandle> members, SortedMap<Integer, TargetSchedule> byBody, List<Problem> problems) {
        this.members = members;
        this.problems = problems;
        this.targets = byBody.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.tracks = byBody.values().toArray(TargetSchedule[]::new);
        int bits = Math.max(2, 33 - Integer.numberOfLeadingZeros(tracks.length));
        this.shift = 32 - bits;
        this.slots = new int[1 << bits];
        for (int i = 0; i < tracks.length; i++) {
            int slot = hash(targets[i]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
    }

    /**
     * A pool of the kernels in these files, of highest precedence last, with handles of its own.
     *
     * @throws KernelException of the first file that cannot be opened
     * @throws CyclicCentersException as {@link #of(List)}
     */
    public static KernelPool open(KernelRegistry registry, List<Path> files) {
        try (OpenKernels kernels = OpenKernels.of(registry, files)) {
            return of(kernels.handles());
        }
    }

    /** As {@link #of(List)}. */
    public static KernelPool of(KernelHandle... handles) {
        return of(List.of(handles));
    }

    /**
     * A pool of these kernels, of highest precedence last.
     *
     * @throws KernelClosedException if one of the handles is closed
     * @throws CyclicCentersException if, at some epoch, segments of different kernels make a body the center of itself;
     *     a cycle within one file is set aside instead, and listed in {@link #problems}
     */
    public static KernelPool of(List<KernelHandle> handles) {
        List<KernelHandle> own = new ArrayList<>();
        try {
            for (KernelHandle handle : handles) {
                own.add(handle.duplicate());
            }
            TreeMap<Integer, List<Link>> links = new TreeMap<>();
            for (KernelHandle handle : own) {
                for (Segment segment : handle.file().segments()) {
                    if (segment.start() <= segment.end()
                            && Double.isFinite(segment.start())
                            && Double.isFinite(segment.end())) {
                        links.computeIfAbsent(segment.target(), _ -> new ArrayList<>())
                                .add(new Link(handle, segment));
                    }
                }
            }
            TreeMap<Integer, TargetSchedule> byBody = new TreeMap<>();
            links.forEach((body, list) -> byBody.put(body, TargetSchedule.of(body, list)));
            List<Problem> problems = CenterCycles.breakOrRefuse(byBody);
            for (TargetSchedule track : byBody.values()) {
                for (Link link : track.links()) {
                    link.join(byBody.get(link.segment().center()));
                }
            }
            byBody.values().forEach(TargetSchedule::fix);
            return new KernelPool(List.copyOf(own), byBody, problems);
        } catch (Throwable e) {
            own.forEach(KernelHandle::close);
            throw e;
        }
    }

    /** The pool's own handles, in the order given: the last has the highest precedence. Not for closing by others. */
    public List<KernelHandle> members() {
        return members;
    }

    /** What was found unsound in the centers of these kernels together. */
    public List<Problem> problems() {
        return problems;
    }

    /** NAIF ids of all bodies that have a segment, ascending; a copy. */
    public int[] targets() {
        return Arrays.copyOf(targets, targets.length);
    }

    /** Who answers for a body, or null if no kernel knows it. Allocates nothing. */
    public @Nullable TargetSchedule track(int body) {
        int slot = hash(body);
        while (true) {
            int index = slots[slot];
            if (index == 0) {
                return null;
            }
            if (targets[index - 1] == body) {
                return tracks[index - 1];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
    }

    /** Whether this pool was closed. */
    public boolean isClosed() {
        return !members.isEmpty() && members.getFirst().isClosed();
    }

    /** Closes the pool's own handles; idempotent. */
    @Override
    public void close() {
        members.forEach(KernelHandle::close);
    }

    private int hash(int body) {
        return (body * 0x9E3779B9) >>> shift;
    }
}
