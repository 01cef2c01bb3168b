package orrery.ephemeris;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.spk.KernelException;
import orrery.spk.OutsideCoverageException;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** Explains in words why no chain of segments leads from a target to a center. */
final class NoRoute {
    private static final int LISTED = 24;
    private static final EpochFormat DATE =
            EpochFormat.seconds(TimeScale.TDB, 3).spaced();

    private NoRoute() {}

    /**
     * Makes the error for a chain that ends at {@code node}.
     *
     * @param schedule the node's schedule; null if no kernel knows the node
     */
    static KernelException from(
            KernelPool pool, int node, @Nullable TargetSchedule schedule, int target, int center, double et) {
        if (Double.isNaN(et)) {
            return OutsideCoverageException.notANumber();
        }
        String way = node == target
                ? ""
                : " The state of " + name(target) + " relative to " + name(center) + " leads through it.";
        if (schedule == null) {
            return new NoDataException("No loaded kernel has data for " + name(node) + "." + offer(pool, node) + way
                    + " Loaded bodies: " + loaded(pool) + ".");
        }
        boolean gap = schedule.start() < et && et < schedule.end();
        String covered = "The loaded kernels cover " + name(node) + " from " + date(schedule.start()) + " to "
                + date(schedule.end()) + (gap ? ", with a gap at the requested epoch" : "");
        return OutsideCoverageException.of(covered, et, nearest(schedule, et), way);
    }

    private static double nearest(TargetSchedule schedule, double et) {
        // Differences cannot rank spans that are infinitely far away.
        double best = et >= schedule.end() ? schedule.end() : schedule.start();
        for (Link link : schedule.links()) {
            double near = Math.clamp(et, link.segment().start(), link.segment().end());
            if (Math.abs(near - et) < Math.abs(best - et)) {
                best = near;
            }
        }
        return best;
    }

    /** 499 was requested but only 4 exists, or an asteroid was requested by the number that the kernels do not use. */
    private static String offer(KernelPool pool, int body) {
        OptionalInt other = Bodies.otherAsteroidNumber(body);
        if (other.isPresent() && pool.schedule(other.getAsInt()) != null) {
            return " They number it " + other.getAsInt() + ": ask for that.";
        }
        OptionalInt barycenter = Bodies.barycenterOf(body);
        return barycenter.isPresent() && pool.schedule(barycenter.getAsInt()) != null
                ? " Ask for the barycenter of its system, " + name(barycenter.getAsInt()) + ", instead."
                : "";
    }

    private static String loaded(KernelPool pool) {
        int[] targets = pool.targets();
        if (targets.length == 0) {
            return "none";
        }
        String list =
                Arrays.stream(targets).limit(LISTED).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return targets.length > LISTED ? list + " and " + (targets.length - LISTED) + " more" : list;
    }

    private static String name(int body) {
        return Bodies.label(body);
    }

    private static String date(double et) {
        return DATE.format(et) + " (et " + et + ")";
    }
}
