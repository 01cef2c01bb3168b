package orrery.binding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.spk.DafKind;
import orrery.spk.KernelException;
import orrery.spk.Problem;
import orrery.spk.Segment;

/**
 * An ordered, immutable set of kernels, with the segment that answers for each body at each epoch.
 *
 * <p>A pool holds duplicates of the handles from which it was made: closing yours does not affect the pool, and closing
 * the pool does not affect yours. Thread-safe: lookups and reads take no lock. {@link #close} may be called while other
 * threads query; they get either a right answer or {@link KernelClosedException}.
 *
 * <p>Precedence is SPICE's: the kernel given last wins; within a file, the segment stored last wins; in a gap, the next
 * one answers. A segment that was set aside keeps its place: queries that it would have answered fail with a typed
 * exception.
 *
 * <p>Two kernels, the second with the better Moon:
 *
 * {@snippet file="orrery/ephemeris/ReaderExamplesTest.java" region="pool"}
 */
public final class KernelPool implements AutoCloseable {
    private final List<KernelHandle> members;
    private final List<KernelHandle> orientations;
    private final List<LoadedText> texts;
    private final ScheduleIndex targets;
    private final ScheduleIndex turns;
    private final List<Problem> problems;
    /** What a higher room derives from this pool, once: see {@link #derived}. */
    private volatile @Nullable Object derived;

    private KernelPool(
            List<KernelHandle> own,
            List<? extends LoadedText> texts,
            ScheduleIndex targets,
            ScheduleIndex turns,
            List<Problem> problems) {
        this.members = own.stream().filter(h -> h.file().kind() == DafKind.SPK).toList();
        this.orientations =
                own.stream().filter(h -> h.file().kind() == DafKind.PCK).toList();
        this.texts = List.copyOf(texts);
        this.targets = targets;
        this.turns = turns;
        this.problems = problems;
    }

    /**
     * Opens SPK files into a pool.
     *
     * @param registry opens them
     * @param files in load order: the last has the highest precedence
     * @return a pool with its own handles, for the caller to close
     * @throws KernelException for the first file that cannot be opened; nothing stays open
     * @throws CyclicCentersException as {@link #of(List, List)}
     */
    public static KernelPool open(KernelRegistry registry, List<Path> files) {
        try (OpenKernels kernels = OpenKernels.of(registry, files)) {
            return of(kernels.handles());
        }
    }

    /**
     * Makes a pool as {@link #of(List, List)} does, without text kernels.
     *
     * @param handles in load order: the last has the highest precedence
     * @return a pool for the caller to close
     * @throws KernelException as {@link #of(List, List)}
     */
    public static KernelPool of(KernelHandle... handles) {
        return of(List.of(handles));
    }

    /**
     * Makes a pool as {@link #of(List, List)} does, without text kernels.
     *
     * @param handles in load order: the last has the highest precedence
     * @return a pool for the caller to close
     * @throws KernelException as {@link #of(List, List)}
     */
    public static KernelPool of(List<KernelHandle> handles) {
        return of(handles, List.of());
    }

    /**
     * Makes a pool of kernels: SPKs for positions and binary PCKs for orientation, which do not compete, and text
     * kernels. The handles are duplicated, so closing yours does not affect the pool.
     *
     * @param handles in load order: the last has the highest precedence
     * @param texts text kernels, in load order
     * @return a pool for the caller to close
     * @throws KernelClosedException if one of the handles is closed
     * @throws CyclicCentersException if, at some epoch, segments of different kernels make a body its own center;
     *     a cycle within one file is set aside instead, and listed in {@link #problems}
     */
    public static KernelPool of(List<KernelHandle> handles, List<? extends LoadedText> texts) {
        List<KernelHandle> own = new ArrayList<>();
        try {
            for (KernelHandle handle : handles) {
                own.add(handle.duplicate());
            }
            SortedMap<Integer, TargetSchedule> byBody = schedules(own, DafKind.SPK);
            List<Problem> cycles = CenterCycles.breakOrRefuse(byBody);
            for (TargetSchedule schedule : byBody.values()) {
                for (Link link : schedule.links()) {
                    link.join(byBody.get(link.segment().center()));
                }
            }
            byBody.values().forEach(TargetSchedule::fix);
            return new KernelPool(
                    own, texts, new ScheduleIndex(byBody), new ScheduleIndex(schedules(own, DafKind.PCK)), cycles);
        } catch (Throwable e) {
            own.forEach(KernelHandle::close);
            throw e;
        }
    }

    /**
     * Makes a pool of the same kernels, orientation and text kernels included, with its own handles.
     *
     * @return a pool for the caller to close
     * @throws KernelClosedException if this one is closed
     */
    public KernelPool duplicate() {
        List<KernelHandle> all = new ArrayList<>(members);
        all.addAll(orientations);
        return of(all, texts);
    }

    private static SortedMap<Integer, TargetSchedule> schedules(List<KernelHandle> handles, DafKind kind) {
        TreeMap<Integer, List<Link>> links = new TreeMap<>();
        for (KernelHandle handle : handles) {
            if (handle.file().kind() != kind) {
                continue;
            }
            for (Segment segment : handle.file().segments()) {
                if (segment.start() <= segment.end()
                        && Double.isFinite(segment.start())
                        && Double.isFinite(segment.end())) {
                    links.computeIfAbsent(segment.target(), _ -> new ArrayList<>())
                            .add(new Link(handle, segment));
                }
            }
        }
        TreeMap<Integer, TargetSchedule> schedules = new TreeMap<>();
        links.forEach((id, list) -> schedules.put(id, TargetSchedule.of(id, list)));
        return schedules;
    }

    /**
     * {@return the pool's own handles on SPKs, in load order: the last has the highest precedence} The pool closes
     * them.
     */
    public List<KernelHandle> members() {
        return members;
    }

    /** {@return the pool's own handles on binary PCKs, in load order} The pool closes them. */
    public List<KernelHandle> orientations() {
        return orientations;
    }

    /** {@return the text kernels, in load order} */
    public List<LoadedText> texts() {
        return texts;
    }

    /**
     * Finds which segments give the orientation of a frame class. A state of type 2 is three Euler angles in radians
     * and their rates in rad/s; a state of type 3 is the pole's right ascension and declination and the prime meridian
     * in degrees, then the spin vector in the body's axes in degrees per second. Allocates nothing.
     *
     * @param classId class id of the frame, as numbered in binary PCKs
     * @return the schedule, or null if no binary PCK has that class
     */
    public @Nullable TargetSchedule orientation(int classId) {
        return turns.get(classId);
    }

    /**
     * Returns what {@link #derived(Class, Function)} has made. For the rooms above this one; programs do not need it.
     * Allocates nothing.
     *
     * @param <T> its type
     * @param kind its class
     * @return the derived object, or null before it is made
     * @throws ClassCastException if the object made is of another class
     */
    public <T> @Nullable T derived(Class<T> kind) {
        return kind.cast(derived);
    }

    /**
     * Makes an object from this pool and keeps it as long as the pool lives. For the rooms above this one; programs do
     * not need it. If several threads call this first, {@code maker} may run in each of them, but all get the same
     * object. There is room for only one such object. Takes no lock once it is made.
     *
     * @param <T> its type
     * @param kind its class
     * @param maker makes it
     * @return the derived object
     * @throws ClassCastException if an object of another class has already been made from this pool
     */
    public <T> T derived(Class<T> kind, Function<? super KernelPool, ? extends T> maker) {
        Object known = derived;
        if (known == null) {
            T made = maker.apply(this);
            synchronized (this) {
                known = derived == null ? made : derived;
                derived = known;
            }
        }
        return kind.cast(known);
    }

    /**
     * {@return the problems found in the centers of these kernels taken together; {@link Problem#segment} counts within
     * the segment's own file}
     */
    public List<Problem> problems() {
        return problems;
    }

    /** {@return the NAIF ids of all bodies that have a segment, ascending; a copy} */
    public int[] targets() {
        return targets.ids();
    }

    /**
     * Finds which segments answer for a body. Allocates nothing.
     *
     * @param body NAIF id
     * @return the schedule, or null if no kernel has the body
     */
    public @Nullable TargetSchedule schedule(int body) {
        return targets.get(body);
    }

    /**
     * {@return whether this pool has been closed; always false if it has no SPK or binary PCK, and so nothing to close}
     */
    public boolean isClosed() {
        List<KernelHandle> any = members.isEmpty() ? orientations : members;
        return !any.isEmpty() && any.getFirst().isClosed();
    }

    /** Closes the pool's own handles; idempotent. */
    @Override
    public void close() {
        members.forEach(KernelHandle::close);
        orientations.forEach(KernelHandle::close);
    }
}
