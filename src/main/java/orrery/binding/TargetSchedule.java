package orrery.binding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.spk.ChebyshevSegment;
import orrery.spk.NaifIds;

/**
 * Which segment answers for one body at each epoch, as SPICE chooses: the kernel loaded last wins; within a file, the
 * segment stored last. Each answers over its own span, both ends included; a gap falls through to the next.
 *
 * <p>Immutable once its pool has been made; thread-safe. {@link #at} allocates nothing.
 */
public final class TargetSchedule {
    private static final int J2000 = 1;
    /** Longer chains are followed link by link. */
    private static final int LONGEST = 16;

    private static final EpochBounds NO_BOUNDS = new EpochBounds(new double[0]);
    private static final @Nullable Link[] NO_ANSWERS = new @Nullable Link[0];

    private final int body;
    /** Epochs at which the answer may change, ascending; none where there is but one segment. */
    private final EpochBounds bounds;
    /**
     * The answer at {@code bounds[i]} is at index 2i; the answer strictly between it and the next bound is at 2i + 1.
     */
    private final @Nullable Link[] answers;
    /** The segment of a body that has only one: the common case, with nothing to search. */
    private final @Nullable Link only;

    private final List<Link> links;

    /**
     * The whole chain to the solar-system barycenter if it is the same at every epoch; then the span in which it holds.
     */
    private Link @Nullable [] fixed;

    private double fixedStart = Double.POSITIVE_INFINITY;
    private double fixedEnd = Double.NEGATIVE_INFINITY;

    private TargetSchedule(int body, EpochBounds bounds, @Nullable Link[] answers, List<Link> links) {
        this.body = body;
        this.bounds = bounds;
        this.answers = answers;
        this.links = links;
        this.only = links.size() == 1 ? links.getFirst() : null;
    }

    /**
     * @param links all segments of one body, in ascending precedence; the caller leaves out those with an invalid span
     */
    static TargetSchedule of(int body, List<Link> links) {
        if (links.size() == 1) {
            return new TargetSchedule(body, NO_BOUNDS, NO_ANSWERS, List.copyOf(links));
        }
        Answers<Link> found = Answers.of(
                links, link -> link.segment().start(), link -> link.segment().end());
        return new TargetSchedule(
                body, found.bounds(), found.pieces().toArray(new @Nullable Link[0]), List.copyOf(links));
    }

    /** {@return NAIF id of the body; for orientation, the class id of the frame} */
    public int body() {
        return body;
    }

    /**
     * Finds the segment that answers at an epoch. Allocates nothing.
     *
     * @param et TDB seconds past J2000
     * @return the link, or null if no kernel has data at that epoch or it is NaN
     */
    public @Nullable Link at(double et) {
        Link single = only;
        if (single != null) {
            return single.segment().start() <= et && et <= single.segment().end() ? single : null;
        }
        int piece = bounds.piece(et);
        return piece < 0 ? null : answers[piece];
    }

    /**
     * Finds the fixed chain from this body to the solar-system barycenter, if one segment per body answers over the
     * whole span and all are Chebyshev in J2000.
     *
     * @param et TDB seconds past J2000
     * @return the links in the order in which their states are added, which must not be changed; null if there is no
     *     such chain or {@code et} is outside it: then use {@link #at}
     */
    public Link @Nullable [] fixed(double et) {
        return fixedStart <= et && et <= fixedEnd ? fixed : null;
    }

    /** Stores the chain as an array, if it is fixed. Called once all links of the pool are joined. */
    void fix() {
        List<Link> way = new ArrayList<>();
        double start = Double.NEGATIVE_INFINITY;
        double end = Double.POSITIVE_INFINITY;
        for (TargetSchedule schedule = this;
                schedule != null;
                schedule = way.getLast().center()) {
            Link link = schedule.only;
            if (link == null
                    || link.refusal() != null
                    || !(link.segment() instanceof ChebyshevSegment)
                    || link.segment().frame() != J2000
                    || way.size() == LONGEST) {
                return;
            }
            way.add(link);
            start = Math.max(start, link.segment().start());
            end = Math.min(end, link.segment().end());
        }
        if (way.getLast().segment().center() == NaifIds.SOLAR_SYSTEM_BARYCENTER) {
            fixed = way.toArray(Link[]::new);
            fixedStart = start;
            fixedEnd = end;
        }
    }

    /** {@return all segments of the body in all kernels of the pool, in ascending precedence} */
    public List<Link> links() {
        return links;
    }

    /** {@return the first epoch at which any segment has data, TDB seconds past J2000} */
    public double start() {
        return only != null ? only.segment().start() + 0.0 : bounds.values()[0];
    }

    /** {@return the last epoch at which any segment has data, TDB seconds past J2000} */
    public double end() {
        return only != null ? only.segment().end() + 0.0 : bounds.values()[bounds.values().length - 1];
    }

    /** {@return the epochs at which the answer may change, TDB seconds past J2000, ascending; a copy} */
    public double[] bounds() {
        if (only == null) {
            return bounds.copy();
        }
        double start = start();
        double end = end();
        return start == end ? new double[] {start} : new double[] {start, end};
    }
}
