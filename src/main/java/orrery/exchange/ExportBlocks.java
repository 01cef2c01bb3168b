package orrery.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.binding.GranuleWalk;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.spk.KernelException;
import orrery.spk.Segment;

/** Splits the export of a body wherever other segments take over: no interpolation crosses such a boundary. */
final class ExportBlocks {
    private final KernelPool pool;
    private final Ephemeris ephemeris;
    private final Function<KernelHandle, String> named;

    /** @param named the description of a kernel */
    ExportBlocks(KernelPool pool, Function<KernelHandle, String> named) {
        this.pool = pool;
        this.ephemeris = Ephemeris.of(pool);
        this.named = named;
    }

    /**
     * The blocks of one body, ascending.
     *
     * @param center center; empty for each segment's own
     */
    List<ExportPiece> of(int target, OptionalInt center, double from, double to) {
        TreeSet<Double> bounds = new TreeSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> bodies = new ArrayDeque<>(List.of(target));
        center.ifPresent(bodies::add);
        while (!bodies.isEmpty()) {
            int body = bodies.remove();
            TargetSchedule schedule = pool.schedule(body);
            if (!seen.add(body) || schedule == null) {
                continue;
            }
            for (double bound : schedule.bounds()) {
                bounds.add(Math.clamp(bound, from, to));
            }
            if (center.isPresent()) {
                for (Link link : schedule.links()) {
                    bodies.add(link.segment().center());
                }
            }
        }
        List<ExportPiece> found = new ArrayList<>();
        Piece open = null;
        Double before = null;
        for (double bound : bounds) {
            if (before != null) {
                Piece piece = piece(target, center, before, bound);
                if (open != null && piece != null && open.segments().equals(piece.segments())) {
                    open = new Piece(open.center, open.start, piece.end, open.originals, open.sources);
                } else {
                    add(found, target, open);
                    open = piece;
                }
            }
            before = bound;
        }
        add(found, target, open);
        return found;
    }

    private void add(List<ExportPiece> to, int target, @Nullable Piece piece) {
        if (piece == null) {
            return;
        }
        double start = piece.answers(target, piece.start) ? piece.start : Math.nextUp(piece.start);
        double end = piece.answers(target, piece.end) ? piece.end : Math.nextDown(piece.end);
        if (start < end) {
            to.add(new ExportPiece(target, piece.center, start, end, piece.sources, piece.originals));
        }
    }

    private @Nullable Piece piece(int target, OptionalInt center, double start, double end) {
        double middle = start + (end - start) / 2;
        int about;
        if (center.isPresent()) {
            about = center.getAsInt();
            Coverage covered = ephemeris.coverage(target, about);
            if (!covered.contains(middle)) {
                return null;
            }
        } else {
            TargetSchedule schedule = pool.schedule(target);
            Link link = schedule == null ? null : schedule.at(middle);
            if (link == null || !link.isUsable()) {
                return null;
            }
            about = link.segment().center();
        }
        List<Hop> hops = ephemeris.explain(target, about, middle);
        return hops.isEmpty()
                ? null
                : new Piece(
                        about,
                        start,
                        end,
                        hops.stream()
                                .map(hop -> new GranuleWalk(hop.kernel(), hop.segment()))
                                .toList(),
                        hops.stream()
                                .map(hop ->
                                        "segment " + hop.segment().info().index() + " of " + named.apply(hop.kernel()))
                                .toList());
    }

    private final class Piece {
        private final int center;
        private final double start;
        private final double end;
        private final List<GranuleWalk> originals;
        private final List<String> sources;

        Piece(int center, double start, double end, List<GranuleWalk> originals, List<String> sources) {
            this.center = center;
            this.start = start;
            this.end = end;
            this.originals = originals;
            this.sources = sources;
        }

        List<Segment> segments() {
            return originals.stream().map(GranuleWalk::segment).toList();
        }

        /**
         * Whether the same segments answer at one of its ends: where two meet, the one of higher precedence has the
         * epoch.
         */
        boolean answers(int target, double et) {
            try {
                return ephemeris.explain(target, center, et).stream()
                        .map(Hop::segment)
                        .toList()
                        .equals(segments());
            } catch (KernelException _) {
                return false;
            }
        }
    }
}
