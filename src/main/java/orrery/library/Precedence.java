package orrery.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answers for each body over time in an ordered list of kernels: the kernel loaded last wins, within a file the
 * segment stored last, a gap falls through (SPK Required Reading, "Segment Order and Priority"). A segment that was set
 * aside keeps its place: it wins, and fails.
 *
 * <p>Immutable.
 */
public final class Precedence {
    /**
     * A stretch of time in which one kernel answers for a body.
     *
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000
     * @param kernel position in the list
     * @param row the segment; where several of one kernel follow upon each other, the first
     */
    public record Win(double start, double end, int kernel, SegmentRow row) {}

    /**
     * A stretch of time in which another kernel answers than before.
     *
     * @param body NAIF id
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000
     * @param before who answered, by name, if any kernel did
     * @param after who will answer, if any kernel does
     */
    public record Change(int body, double start, double end, Optional<String> before, Optional<String> after) {}

    private record Claim(int kernel, int priority, SegmentRow row) {}

    private final List<KernelContents> kernels;
    private final SortedMap<Integer, List<Win>> wins = new TreeMap<>();

    private Precedence(List<KernelContents> kernels) {
        this.kernels = kernels;
    }

    /** Works it out for kernels of highest precedence last. */
    public static Precedence of(List<KernelContents> kernels) {
        Precedence precedence = new Precedence(List.copyOf(kernels));
        TreeMap<Integer, List<Claim>> claims = new TreeMap<>();
        int priority = 0;
        for (int k = 0; k < kernels.size(); k++) {
            for (SegmentRow row : kernels.get(k).segments()) {
                // As in a pool: what has no span has no place.
                if (row.start() <= row.end() && Double.isFinite(row.start()) && Double.isFinite(row.end())) {
                    claims.computeIfAbsent(row.target(), _ -> new ArrayList<>()).add(new Claim(k, priority++, row));
                }
            }
        }
        claims.forEach((body, list) -> precedence.wins.put(body, sweep(list)));
        return precedence;
    }

    private static List<Win> sweep(List<Claim> claims) {
        double[] bounds = claims.stream()
                .flatMapToDouble(c -> java.util.stream.DoubleStream.of(c.row.start(), c.row.end()))
                .sorted()
                .distinct()
                .toArray();
        List<Claim> byStart = new ArrayList<>(claims);
        byStart.sort(Comparator.comparingDouble(c -> c.row.start()));
        PriorityQueue<Claim> open = new PriorityQueue<>(Comparator.comparingInt((Claim c) -> -c.priority));
        List<Win> wins = new ArrayList<>();
        int next = 0;
        for (int i = 0; i + 1 < bounds.length; i++) {
            while (next < byStart.size() && byStart.get(next).row.start() <= bounds[i]) {
                open.add(byStart.get(next++));
            }
            while (!open.isEmpty() && open.element().row.end() < bounds[i + 1]) {
                open.remove();
            }
            if (!open.isEmpty()) {
                add(wins, bounds[i], bounds[i + 1], open.element());
            }
        }
        return List.copyOf(wins);
    }

    private static void add(List<Win> wins, double start, double end, Claim claim) {
        Win last = wins.isEmpty() ? null : wins.getLast();
        if (last != null
                && last.end == start
                && last.kernel == claim.kernel
                && last.row.usable() == claim.row.usable()) {
            wins.set(wins.size() - 1, new Win(last.start, end, last.kernel, last.row));
        } else {
            wins.add(new Win(start, end, claim.kernel, claim.row));
        }
    }

    /** The kernels, of highest precedence last. */
    public List<KernelContents> kernels() {
        return kernels;
    }

    /** Who answers, by body, each list ascending in time with gaps left out. */
    public SortedMap<Integer, List<Win>> wins() {
        return java.util.Collections.unmodifiableSortedMap(wins);
    }

    /** Who answers for a body at an epoch. */
    public Optional<Win> at(int body, double et) {
        return wins.getOrDefault(body, List.of()).stream()
                .filter(w -> w.start <= et && et <= w.end)
                .reduce((one, other) -> other.kernel >= one.kernel ? other : one);
    }

    /** Where another kernel answers than in {@code before}, by body and time. Kernels are the same if their paths are. */
    public List<Change> since(Precedence before) {
        List<Change> changes = new ArrayList<>();
        TreeMap<Integer, List<Win>> bodies = new TreeMap<>(wins);
        before.wins.forEach(bodies::putIfAbsent);
        for (int body : bodies.keySet()) {
            List<Win> old = before.wins.getOrDefault(body, List.of());
            List<Win> now = wins.getOrDefault(body, List.of());
            double[] bounds = java.util.stream.Stream.concat(old.stream(), now.stream())
                    .flatMapToDouble(w -> java.util.stream.DoubleStream.of(w.start, w.end))
                    .sorted()
                    .distinct()
                    .toArray();
            Change open = null;
            for (int i = 0; i + 1 < bounds.length; i++) {
                double middle = bounds[i] + (bounds[i + 1] - bounds[i]) / 2;
                Optional<String> was = before.name(old, middle);
                Optional<String> is = name(now, middle);
                boolean differs = !before.path(old, middle).equals(path(now, middle));
                if (open != null
                        && differs
                        && open.end == bounds[i]
                        && open.before.equals(was)
                        && open.after.equals(is)) {
                    open = new Change(body, open.start, bounds[i + 1], was, is);
                    changes.set(changes.size() - 1, open);
                } else if (differs) {
                    open = new Change(body, bounds[i], bounds[i + 1], was, is);
                    changes.add(open);
                }
            }
        }
        return changes;
    }

    private Optional<String> name(List<Win> list, double et) {
        return find(list, et).map(w -> kernels.get(w.kernel).name());
    }

    private Optional<java.nio.file.Path> path(List<Win> list, double et) {
        return find(list, et).map(w -> kernels.get(w.kernel).path());
    }

    private static Optional<Win> find(List<Win> list, double et) {
        int low = 0;
        int high = list.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Win win = list.get(middle);
            if (et < win.start) {
                high = middle - 1;
            } else if (et > win.end) {
                low = middle + 1;
            } else {
                return Optional.of(win);
            }
        }
        return Optional.empty();
    }
}
