package orrery.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import orrery.binding.Answers;
import orrery.ephemeris.Coverage;

/**
 * Which segment answers for each body over time in an ordered list of kernels: the kernel loaded last wins, within a
 * file the segment stored last, and a gap falls through, just as {@link Answers} does for states. A segment that was
 * set aside keeps its precedence: it wins, and fails.
 *
 * <p>Immutable.
 */
public final class Precedence {
    private static final Coverage NO_DATA = new Coverage(List.of());

    /**
     * A span of time in which one segment answers for a body, or several of one kernel in turn.
     *
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000
     * @param kernel position in the list
     * @param row the segment; the first of several
     * @param last the last of several segments, else the same
     */
    public record Win(double start, double end, int kernel, SegmentRow row, SegmentRow last) {}

    /**
     * A span of time in which a different kernel answers than before.
     *
     * @param body NAIF id
     * @param start TDB seconds past J2000
     * @param end TDB seconds past J2000
     * @param before name of the kernel that answered, if any
     * @param after name of the kernel that will answer, if any
     */
    public record Change(int body, double start, double end, Optional<String> before, Optional<String> after) {}

    private record Claim(int kernel, SegmentRow row) {
        static Win win(Answers.Stretch<Claim> stretch) {
            return stretch.claim().win(stretch.start(), stretch.end());
        }

        Win win(double start, double end) {
            return new Win(start, end, kernel, row, row);
        }
    }

    /** What several claims to a body come to, worked out once: charts ask for it at every drawing. */
    private record Contest(Answers<Claim> answers, List<Win> wins, Map<Integer, Coverage> data) {
        static Contest of(List<Claim> claims) {
            Answers<Claim> answers = Answers.of(claims, c -> c.row.start(), c -> c.row.end());
            Map<Integer, List<SegmentRow>> byKernel = new HashMap<>();
            claims.forEach(c ->
                    byKernel.computeIfAbsent(c.kernel, _ -> new ArrayList<>()).add(c.row));
            Map<Integer, Coverage> data = new HashMap<>();
            byKernel.forEach((kernel, rows) -> data.put(kernel, covered(rows)));
            return new Contest(answers, joined(segments(answers)), data);
        }

        static List<Win> segments(Answers<Claim> answers) {
            return answers.stretches().stream().map(Claim::win).toList();
        }
    }

    private final List<KernelContents> kernels;
    /** By body, in ascending precedence. */
    private final SortedMap<Integer, List<Claim>> claims = new TreeMap<>();
    /** Of bodies with several claims only: a kernel may have a quarter of a million bodies with one. */
    private final Map<Integer, Contest> contests = new HashMap<>();

    private final List<Integer> bodies;

    private Precedence(List<KernelContents> kernels) {
        this.kernels = kernels;
        for (int k = 0; k < kernels.size(); k++) {
            for (SegmentRow row : kernels.get(k).segments()) {
                // As in a pool: a segment without a span has no precedence.
                if (row.start() <= row.end() && Double.isFinite(row.start()) && Double.isFinite(row.end())) {
                    claims.computeIfAbsent(row.target(), _ -> new ArrayList<>(1))
                            .add(new Claim(k, row));
                }
            }
        }
        claims.replaceAll((_, ofBody) -> List.copyOf(ofBody));
        claims.forEach((body, ofBody) -> {
            if (ofBody.size() > 1) {
                contests.put(body, Contest.of(ofBody));
            }
        });
        bodies = List.copyOf(claims.keySet());
    }

    /** Computes the precedence of kernels, highest precedence last. */
    public static Precedence of(List<KernelContents> kernels) {
        return new Precedence(List.copyOf(kernels));
    }

    private static Coverage covered(List<SegmentRow> rows) {
        rows.sort(Comparator.comparingDouble(SegmentRow::start));
        List<Coverage.Span> spans = new ArrayList<>();
        for (SegmentRow row : rows) {
            Coverage.Span last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && row.start() <= last.end()) {
                spans.set(spans.size() - 1, new Coverage.Span(last.start(), Math.max(last.end(), row.end())));
            } else {
                spans.add(new Coverage.Span(row.start(), row.end()));
            }
        }
        return new Coverage(spans);
    }

    /** The bodies with data in any kernel, ascending. */
    public List<Integer> bodies() {
        return bodies;
    }

    /** Whether any kernel has data for a body. */
    public boolean has(int body) {
        return claims.containsKey(body);
    }

    /**
     * When one of several kernels has data for a body, whether it answers then or another; empty if there is only one.
     */
    public Coverage data(int kernel, int body) {
        if (kernels.size() == 1) {
            return NO_DATA;
        }
        Contest contest = contests.get(body);
        return contest != null
                ? contest.data.getOrDefault(kernel, NO_DATA)
                : alone(body)
                        .filter(c -> c.kernel == kernel)
                        .map(c -> new Coverage(List.of(new Coverage.Span(c.row.start(), c.row.end()))))
                        .orElse(NO_DATA);
    }

    /** Joins consecutive spans of one kernel relative to one center. */
    private static List<Win> joined(List<Win> each) {
        List<Win> joined = new ArrayList<>();
        for (Win win : each) {
            Win before = joined.isEmpty() ? null : joined.getLast();
            if (before != null
                    && before.end == win.start
                    && before.kernel == win.kernel
                    && before.row.usable() == win.row.usable()
                    && before.row.center() == win.row.center()) {
                joined.set(joined.size() - 1, new Win(before.start, win.end, win.kernel, before.row, win.row));
            } else {
                joined.add(win);
            }
        }
        return List.copyOf(joined);
    }

    /** The kernels, highest precedence last. */
    public List<KernelContents> kernels() {
        return kernels;
    }

    /**
     * The winners of a body, ascending in time with gaps left out. Consecutive segments of one kernel relative to one
     * center are joined.
     */
    public List<Win> wins(int body) {
        Contest contest = contests.get(body);
        return contest != null ? contest.wins : winOf(body).stream().toList();
    }

    /** The same, with each segment separate. */
    public List<Win> segments(int body) {
        Contest contest = contests.get(body);
        return contest != null ? Contest.segments(contest.answers) : wins(body);
    }

    /** The segment that answers for a body at an epoch, and the span around it in which it does. */
    public Optional<Win> at(int body, double et) {
        Contest contest = contests.get(body);
        return contest != null
                ? contest.answers.stretch(et).map(Claim::win)
                : winOf(body).filter(w -> w.start <= et && et <= w.end);
    }

    private Optional<Win> winOf(int body) {
        return alone(body).map(c -> c.win(c.row.start(), c.row.end()));
    }

    /** The claim of a body that has one only. */
    private Optional<Claim> alone(int body) {
        return claims.getOrDefault(body, List.of()).stream().findFirst();
    }

    /**
     * Where a different kernel answers than in {@code before}, by body and time. Kernels are the same if their paths
     * are.
     */
    public List<Change> since(Precedence before) {
        List<Change> changes = new ArrayList<>();
        SortedSet<Integer> all = new TreeSet<>(bodies);
        all.addAll(before.bodies);
        for (int body : all) {
            List<Win> old = before.wins(body);
            List<Win> now = wins(body);
            double[] bounds = Stream.concat(old.stream(), now.stream())
                    .flatMapToDouble(w -> DoubleStream.of(w.start, w.end))
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

    private Optional<Path> path(List<Win> list, double et) {
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
