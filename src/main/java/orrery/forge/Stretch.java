package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import orrery.binding.GranuleWalk;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.spk.Granule;
import orrery.spk.Progress;
import orrery.spk.Workspace;

/**
 * A span over which one body moves about one center in one frame without a gap, whichever segments answer.
 *
 * <p>For use by one thread: it keeps scratch.
 */
final class Stretch implements Motion {
    /** How long a jump in velocity may last before it counts as one in position, s. */
    private static final double KICK = 3600;

    /** One segment's part of it. */
    private record Piece(Link link, double from, double to) {}

    private final List<Piece> pieces;
    /** The last epoch that belongs to this span; the next one may be the first after a jump. */
    private final double lastAsked;

    private final Workspace work = new Workspace();
    private int last;

    private Stretch(Piece first) {
        this(new ArrayList<>(List.of(first)), Double.POSITIVE_INFINITY);
    }

    private Stretch(List<Piece> pieces, double lastAsked) {
        this.pieces = pieces;
        this.lastAsked = lastAsked;
    }

    /**
     * Two spans from this one, which meet in the epoch after {@code before}: the one written second must win there.
     *
     * @param before the last epoch before a jump, TDB seconds past J2000
     */
    List<Stretch> split(double before) {
        double after = Math.nextUp(before);
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.from() <= before) {
                left.add(new Piece(piece.link(), piece.from(), Math.min(piece.to(), after)));
            }
            if (piece.to() >= after) {
                right.add(new Piece(piece.link(), Math.max(piece.from(), after), piece.to()));
            }
        }
        return List.of(new Stretch(left, before), new Stretch(right, lastAsked));
    }

    /**
     * The last epoch before each jump between two granules of the original, ascending.
     *
     * @param tolerance the largest discontinuity that is not a jump, km
     * @param most the most epochs to return
     * @param progress may cancel it: there may be millions of granules
     */
    List<Double> jumps(double tolerance, int most, Progress progress) {
        List<Double> found = new ArrayList<>();
        double[] one = new double[6];
        double[] other = new double[6];
        for (Piece piece : pieces) {
            double et = piece.from();
            while (et < piece.to() && found.size() < most) {
                progress.check(GranuleSearch.CANCELLED);
                double at = et;
                Granule granule =
                        piece.link().kernel().read(() -> piece.link().segment().granule(at));
                double next = granule.end();
                if (!(next > et) || !(next < piece.to()) || !(Math.nextUp(next) < Math.min(piece.to(), lastAsked))) {
                    break;
                }
                for (double before : new double[] {Math.nextDown(next), next}) {
                    ask(piece, before, one);
                    ask(piece, Math.nextUp(before), other);
                    if (apart(one, other, Math.ulp(next)) > tolerance) {
                        found.add(before);
                    }
                }
                et = Math.nextUp(next);
            }
        }
        return found;
    }

    /**
     * Whether the motion jumps between two epochs by more than {@code tolerance} km.
     *
     * @return the last epoch before the jump, or NaN
     */
    @Override
    public double jump(double from, double to, double tolerance) {
        double low = Math.max(from, start());
        double high = Math.min(to, Math.min(end(), lastAsked));
        double[] one = new double[6];
        double[] other = new double[6];
        double[] between = new double[6];
        while (Math.nextUp(low) < high) {
            double middle = low + (high - low) / 2;
            if (!(low < middle && middle < high)) {
                break;
            }
            state(low, one);
            state(middle, between);
            state(high, other);
            if (apart(one, between, middle - low) >= apart(between, other, high - middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        if (!(low < high)) {
            return Double.NaN;
        }
        state(low, one);
        state(high, other);
        return apart(one, other, high - low) > tolerance ? low : Double.NaN;
    }

    /** The deviation of two states from even motion between them, km. */
    private static double apart(double[] one, double[] other, double seconds) {
        double far = 0;
        for (int axis = 0; axis < 3; axis++) {
            far = Math.hypot(far, other[axis] - one[axis] - seconds * (one[3 + axis] + other[3 + axis]) / 2);
        }
        return far;
    }

    /**
     * The spans of a body from {@code from} to {@code to}, in chronological order. A new one begins after a gap, where
     * center or frame change, and where the motion jumps.
     *
     * @param tolerance the largest discontinuity that is not a jump, km
     */
    static List<Stretch> of(TargetSchedule schedule, double from, double to, double tolerance) {
        List<Stretch> stretches = new ArrayList<>();
        double[] bounds = schedule.bounds();
        for (int i = 0; i < bounds.length; i++) {
            boolean point = i + 1 == bounds.length || bounds.length == 1;
            double start = Math.max(from, bounds[i]);
            double end = Math.min(to, point ? bounds[i] : bounds[i + 1]);
            if (!(start <= end) || (point && touches(stretches, start))) {
                continue;
            }
            Link link = schedule.at(point ? start : bounds[i] + (bounds[i + 1] - bounds[i]) / 2);
            if (link == null || !link.isUsable() || !(start < end || point || start == from || end == to)) {
                continue;
            }
            Piece piece = new Piece(link, start, end);
            Stretch before = stretches.isEmpty() ? null : stretches.getLast();
            if (before == null || !before.goesOn(piece, tolerance)) {
                stretches.add(new Stretch(piece));
            }
        }
        return stretches;
    }

    private static boolean touches(List<Stretch> stretches, double et) {
        return !stretches.isEmpty() && stretches.getLast().end() >= et;
    }

    /** Appends a piece, if it continues where this span ends. */
    private boolean goesOn(Piece next, double tolerance) {
        Piece piece = pieces.getLast();
        if (next.from() != piece.to()
                || next.link().segment().center() != center()
                || next.link().segment().frame() != frame()) {
            return false;
        }
        if (next.link() != piece.link()) {
            double[] one = new double[6];
            double[] other = new double[6];
            ask(piece, next.from(), one);
            ask(next, next.from(), other);
            double jump = 0;
            double kick = 0;
            for (int axis = 0; axis < 3; axis++) {
                jump = Math.hypot(jump, one[axis] - other[axis]);
                kick = Math.hypot(kick, one[3 + axis] - other[3 + axis]);
            }
            if (jump > tolerance || kick * KICK > tolerance) {
                return false;
            }
        }
        pieces.add(next);
        return true;
    }

    @Override
    public int target() {
        return pieces.getFirst().link().segment().target();
    }

    @Override
    public int center() {
        return pieces.getFirst().link().segment().center();
    }

    int frame() {
        return pieces.getFirst().link().segment().frame();
    }

    @Override
    public double start() {
        return pieces.getFirst().from();
    }

    @Override
    public double end() {
        return pieces.getLast().to();
    }

    /** The links that answer, each once, in chronological order. */
    List<Link> links() {
        return pieces.stream().map(Piece::link).distinct().toList();
    }

    /** The one segment that answers for all of it, or null. */
    @Nullable
    Link whole() {
        Link link = pieces.getFirst().link();
        return links().size() == 1
                        && link.segment().start() == start()
                        && link.segment().end() == end()
                ? link
                : null;
    }

    /** A state in the segments' own frame: x, y, z in km, vx, vy, vz in km/s. */
    @Override
    public void state(double epoch, double[] out) {
        double et = Math.min(epoch, lastAsked);
        if (et < pieces.get(last).from() || et > pieces.get(last).to()) {
            last = find(et);
        }
        ask(pieces.get(last), et, out);
    }

    @Override
    public void own(double from, double to, DoubleConsumer visitor) {
        for (Piece piece : pieces) {
            double low = Math.max(from, piece.from());
            double high = Math.min(to, Math.min(piece.to(), lastAsked));
            new GranuleWalk(piece.link().kernel(), piece.link().segment()).between(low, high, visitor);
        }
    }

    private int find(double et) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (et <= pieces.get(middle).to()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void ask(Piece piece, double et, double[] out) {
        piece.link().kernel().state(piece.link().segment(), et, out, work);
    }
}
