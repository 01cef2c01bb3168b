package orrery.forge;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Bodies;
import orrery.math.LengthText;
import orrery.spk.KernelException;
import orrery.spk.Progress;
import orrery.spk.Segment;
import orrery.spk.SegmentInfo;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * A smaller kernel with the same motion within a tolerance: Chebyshev polynomials (type 2, or 3 with separate velocity
 * polynomials) through the states of kernels of any type, as they answer together. Gaps stay gaps; frames and centers
 * do not change.
 *
 * <p>Granule and degree are chosen by search for each span of motion. In every granule the distance from the original
 * is checked at five epochs between any two nodes, and at the original's own epochs and their middles, and stays below
 * the tolerance there with 8 % to spare; the comment area records the greatest distance found. A segment of type 2 or 3
 * that would not become smaller is kept unchanged.
 *
 * <p>Immutable and thread-safe.
 *
 * @param part the bodies and the span
 * @param tolerance greatest distance from the original, km
 * @param speed greatest difference in velocity, km/s; infinity for any
 * @param type 2, or 3 for separate velocity polynomials
 */
public record Refit(Excerpt part, double tolerance, double speed, int type) {
    /** Tolerances for which sizes are compared, km: 1 m to 1,000 km. */
    public static final List<Double> LADDER = List.of(1e-3, 1e-2, 1e-1, 1., 10., 100., 1000.);

    private static final EpochFormat DATE = EpochFormat.seconds(TimeScale.TDB, 0);
    private static final String NAME = "ORRERY REFIT";
    private static final int MOST_LINES = 1000;
    /** A motion that jumps more often than this cannot be described within the tolerance. */
    private static final int MOST_JUMPS = 200;

    /**
     * One segment of the result.
     *
     * @param target NAIF id
     * @param center NAIF id
     * @param start first epoch, TDB seconds past J2000
     * @param end last epoch
     * @param granule s
     * @param degree degree of the polynomials
     * @param bytes size of its data
     * @param bound greatest distance from the original found, km
     * @param boundAt epoch of it
     * @param speed greatest difference in velocity found, km/s
     * @param kept whether it is the original's, unchanged
     */
    public record Row(
            int target,
            int center,
            double start,
            double end,
            double granule,
            int degree,
            long bytes,
            double bound,
            double boundAt,
            double speed,
            boolean kept) {}

    /**
     * The result.
     *
     * @param result ready to be written
     * @param rows by segment, in the order of the file
     * @param before bytes of the data of all segments that answered before
     * @param after bytes of the resulting file
     */
    public record Outcome(Excerpt.Result result, List<Row> rows, long before, long after) {}

    private record FittedSegment(OutputSegment segment, Row row, long order) {}

    /**
     * Checks the tolerances.
     *
     * @throws IllegalArgumentException if one is not positive, or the type is neither 2 nor 3
     */
    public Refit {
        if (!(tolerance > 0) || tolerance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "A tolerance of %s km is not positive; give a positive one such as 1km.".formatted(tolerance));
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException(
                    "A tolerance of %s km/s is not positive; give a positive one such as 1mm/s.".formatted(speed));
        }
        if (type != 2 && type != 3) {
            throw new IllegalArgumentException(
                    "Refitting makes segments of types 2 and 3, not of type %d.".formatted(type));
        }
    }

    /**
     * Refits.
     *
     * @param kernels highest precedence last
     * @throws IOException if a file has changed since its handle opened it
     * @throws RefitException if the tolerance cannot be met
     * @throws KernelException if a state that should exist does not
     * @throws CancellationException if {@code progress} requested it
     */
    public Outcome of(List<KernelHandle> kernels, Progress progress) throws IOException {
        List<FittedSegment> made = new ArrayList<>();
        Set<SegmentInfo> leftOut = new LinkedHashSet<>();
        Set<Link> used = new LinkedHashSet<>();
        try (KernelPool pool = KernelPool.of(kernels)) {
            List<Segment> segments = kernels.stream()
                    .flatMap(kernel -> kernel.file().segments().stream())
                    .toList();
            List<Stretch> stretches = new ArrayList<>();
            for (int target : new TreeSet<>(part.wanted(segments))) {
                TargetSchedule schedule = pool.schedule(target);
                if (schedule != null) {
                    schedule.links().stream()
                            .filter(link -> !link.isUsable() && overlaps(link.segment()))
                            .forEach(link -> leftOut.add(link.segment().info()));
                    stretches.addAll(Stretch.of(schedule, part.from(), part.to(), GranuleSearch.JUMP * tolerance));
                }
            }
            double total = stretches.stream().mapToDouble(Refit::share).sum();
            double done = 0;
            for (Stretch stretch : stretches) {
                used.addAll(stretch.links());
                describe(stretch, pool, progress, done, total, made);
                done += share(stretch);
                progress.at(done / total);
            }
        }
        for (KernelHandle kernel : kernels) {
            if (kernel.stale().isPresent()) {
                throw new IOException("%s has changed since it was opened (%s); open it again."
                        .formatted(kernel.path(), kernel.stale().get()));
            }
        }
        made.sort(Comparator.comparingLong(FittedSegment::order));
        return refitted(kernels, made, List.copyOf(leftOut), used);
    }

    /** One span, divided where it jumps. */
    private void describe(
            Stretch whole, KernelPool pool, Progress progress, double done, double total, List<FittedSegment> made)
            throws IOException {
        Deque<Stretch> waiting = new ArrayDeque<>();
        Stretch rest = whole;
        List<Double> known =
                isTime(whole) ? List.of() : whole.jumps(GranuleSearch.JUMP * tolerance, MOST_JUMPS + 1, progress);
        int jumps = known.size();
        if (jumps > MOST_JUMPS) {
            throw restless(whole, known.getLast());
        }
        for (double before : known) {
            List<Stretch> parts = rest.split(before);
            waiting.add(parts.getFirst());
            rest = parts.getLast();
        }
        waiting.add(rest);
        while (!waiting.isEmpty()) {
            Stretch stretch = waiting.removeFirst();
            long place = stretch.links().stream()
                    .mapToLong(link -> ((long) pool.members().indexOf(link.kernel()) << 32)
                            + link.segment().info().index())
                    .max()
                    .orElse(0);
            try {
                List<GranuleSearch.Found> found = isTime(stretch)
                        ? List.of()
                        : new GranuleSearch(
                                        stretch,
                                        tolerance,
                                        speed,
                                        type,
                                        progress,
                                        et -> progress.at((done + et - whole.start()) / total))
                                .search();
                add(stretch, found, place, made);
            } catch (JumpFound jump) {
                if (++jumps > MOST_JUMPS) {
                    throw restless(whole, jump.before());
                }
                List<Stretch> parts = stretch.split(jump.before());
                waiting.addFirst(parts.getLast());
                waiting.addFirst(parts.getFirst());
            }
        }
    }

    private RefitException restless(Stretch whole, double et) {
        return new RefitException(
                "%s relative to %s jumps by more than half of %s repeatedly, up to %s more than %d times: the original"
                        .concat(" itself is not that accurate")
                        .formatted(
                                Bodies.name(whole.target()),
                                Bodies.name(whole.center()),
                                LengthText.format(tolerance),
                                DATE.format(et),
                                MOST_JUMPS),
                "ask for a wider tolerance");
    }

    /** The weight of a span in the progress. */
    private static double share(Stretch stretch) {
        return stretch.end() - stretch.start() + 1;
    }

    private boolean overlaps(Segment segment) {
        return segment.start() <= part.to() && part.from() <= segment.end();
    }

    private static boolean isTime(Stretch stretch) {
        return stretch.links().getFirst().segment().isTime();
    }

    private void add(Stretch stretch, List<GranuleSearch.Found> found, long order, List<FittedSegment> made)
            throws IOException {
        if (isTime(stretch)) {
            for (Link link : stretch.links()) {
                made.add(kept(link, order));
            }
            return;
        }
        long bytes = found.stream().mapToLong(GranuleSearch.Found::bytes).sum();
        Link whole = stretch.whole();
        if (whole != null && isNoLarger(whole.segment().info(), bytes)) {
            made.add(kept(whole, order));
            return;
        }
        for (GranuleSearch.Found one : found) {
            RawSegment raw = one.segment(type, stretch.target(), stretch.center(), stretch.frame(), NAME);
            made.add(new FittedSegment(
                    OutputSegment.of(raw),
                    new Row(
                            stretch.target(),
                            stretch.center(),
                            one.start(),
                            one.end(),
                            one.granule(),
                            one.degree(),
                            8L * raw.data().length,
                            one.far(),
                            one.farAt(),
                            one.fast(),
                            false),
                    order));
        }
    }

    private boolean isNoLarger(SegmentInfo info, long bytes) {
        return (info.type() == 2 || info.type() == type) && info.bytes() <= bytes;
    }

    private static FittedSegment kept(Link link, long order) throws IOException {
        Segment segment = link.segment();
        return new FittedSegment(
                OutputSegment.of(link.kernel(), segment.info()),
                new Row(
                        segment.target(),
                        segment.center(),
                        segment.start(),
                        segment.end(),
                        segment.granuleLength(),
                        segment.degree(),
                        segment.info().bytes(),
                        0,
                        segment.start(),
                        0,
                        true),
                order);
    }

    private Outcome refitted(
            List<KernelHandle> kernels, List<FittedSegment> made, List<SegmentInfo> leftOut, Set<Link> used) {
        List<OutputSegment> segments = made.stream().map(FittedSegment::segment).toList();
        List<Row> rows = made.stream().map(FittedSegment::row).toList();
        SpkWriter writer = SpkWriter.littleEndian()
                .internalName("refitted by orrery")
                .comment(comment(kernels, rows))
                .outgoing(segments);
        long before = used.stream()
                .map(link -> link.segment().info())
                .mapToLong(SegmentInfo::bytes)
                .sum();
        return new Outcome(
                new Excerpt.Result(writer, segments.size(), leftOut, part.absent(segments, leftOut), Optional.empty()),
                rows,
                before,
                writer.size());
    }

    private String comment(List<KernelHandle> kernels, List<Row> rows) {
        StringBuilder out = new StringBuilder();
        String sources =
                String.join(", then ", kernels.stream().map(Provenance::source).toList());
        String bound =
                text(tolerance) + " km" + (speed < Double.POSITIVE_INFINITY ? " and " + text(speed) + " km/s" : "");
        out.append(Provenance.line("Refitted from " + sources + ": "
                        + part.description().replace(", granules as they are", "")
                        + " Within " + bound + " of the original in every granule, checked at "
                        + GranuleFit.DENSE
                        + " epochs between any two nodes and at the original's own epochs. Below: the greatest"
                        + " differences found."))
                .append("\n\n");
        for (Row row : rows.subList(0, Math.min(rows.size(), MOST_LINES))) {
            out.append(line(row)).append('\n');
        }
        if (rows.size() > MOST_LINES) {
            out.append("and ").append(rows.size() - MOST_LINES).append(" more segments.\n");
        }
        out.append(Provenance.carried(kernels));
        return out.toString();
    }

    private static String line(Row row) {
        String span = "%d wrt %d, %s to %s TDB: "
                .formatted(
                        row.target(),
                        row.center(),
                        DATE.unlabeled().format(row.start()),
                        DATE.unlabeled().format(row.end()));
        return row.kept()
                ? span + "as it was."
                : span + "granules of " + text(row.granule()) + " s, degree " + row.degree() + ";\n  "
                        + text(row.bound()) + " km, " + text(row.speed()) + " km/s.";
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
