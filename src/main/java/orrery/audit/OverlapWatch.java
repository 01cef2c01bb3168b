package orrery.audit;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import orrery.telemetry.LivenessSample;
import orrery.telemetry.Overlap;
import orrery.telemetry.OverlapSampler;
import orrery.telemetry.Watchdog;
import orrery.telemetry.WorkerRecorder;

/**
 * Looks at a window while it lasts: whether it has overlapped, and whether its threads live. For the one thread that
 * holds the window.
 */
final class OverlapWatch {
    private static final long CHECK_EVERY = 10_000_000;
    private static final long TELL_EVERY = 200_000_000;
    private static final long DEADLOCKS_EVERY = 5_000_000_000L;
    private static final long DEADLOCKS_SOONER = 2_000_000_000L;
    /** A worker that has not moved on for so long is a reason to look for a deadlock sooner. */
    private static final long SUSPICIOUS = 1_000_000_000L;
    /** Where no look has found all inside for so long, each query is timed, so that they can be found afterwards. */
    private static final long SEARCHED = 3_000_000_000L;

    private final List<WorkerRecorder> recorders;
    private final OverlapSampler sampler;
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(2));
    private final OverlapRounds.Setup setup;
    private final AuditProgress progress;
    private final LongSupplier rounds;
    private final int needed;
    private LivenessSample liveness;
    private long oldest;
    private long stalled;
    private boolean overlapped;
    private long begun;
    private long reportedAt;
    private long looked;
    private long searched;

    OverlapWatch(
            OverlapRounds.Setup setup,
            AuditProgress progress,
            List<WorkerRecorder> recorders,
            OverlapSampler sampler,
            LongSupplier rounds) {
        this.setup = setup;
        this.progress = progress;
        this.rounds = rounds;
        this.needed = setup.virtual()
                ? Math.min(setup.threads(), Runtime.getRuntime().availableProcessors())
                : setup.threads();
        this.recorders = recorders;
        this.sampler = sampler;
        this.liveness = watchdog.check(recorders);
    }

    /** How many have to be inside at once. */
    int needed() {
        return needed;
    }

    boolean hasOverlapped() {
        return overlapped;
    }

    /** The last search for deadlocks. */
    LivenessSample liveness() {
        return liveness;
    }

    /** The longest that a worker that owed progress stood still so far, nanoseconds. */
    long oldestOwed() {
        return oldest;
    }

    /** As {@link #oldestOwed}, of stalls that are not for want of a processor, nanoseconds. */
    long oldestStalled() {
        return stalled;
    }

    /** The window begins. */
    void begin() {
        begun = System.nanoTime();
        reportedAt = begun;
        looked = begun;
        searched = begun;
    }

    /** When it began, as {@link System#nanoTime} counts. */
    long begun() {
        return begun;
    }

    /** One look, which has found so many inside. */
    void at(long now, int inside) {
        overlap(now, inside);
        tell(now);
    }

    private void overlap(long now, int inside) {
        if (!overlapped && (inside >= needed || now - looked > CHECK_EVERY)) {
            looked = now;
            Overlap seen = sampler.overlap();
            overlapped = seen.most() >= needed
                    && seen.tagsTogether() >= setup.tags()
                    && (setup.threads() < 2 || OverlapRounds.meetings(seen) >= DangerousWindow.ENOUGH);
            sampler.rememberStretches(!overlapped && (sampler.severalMove() || now - begun > SEARCHED));
        }
    }

    private void tell(long now) {
        if (now - reportedAt > TELL_EVERY) {
            reportedAt = now;
            LivenessSample beats = watchdog.beats(recorders);
            // All threads are stopped for a look at locks, and stand outside their queries until each has had its
            // turn again: beside a window that is seen, and on a loaded machine none would be met. So it is done
            // seldom.
            if (now - searched > (beats.oldestOwed() > SUSPICIOUS ? DEADLOCKS_SOONER : DEADLOCKS_EVERY)) {
                searched = now;
                search();
            }
            oldest = Math.max(oldest, beats.oldestOwed());
            stalled = Math.max(stalled, beats.oldestStalled());
            progress.window(setup.group(), recorders, sampler.overlap(), needed, now - begun, rounds.getAsLong());
        }
    }

    /** Searches for deadlocks. */
    void search() {
        liveness = watchdog.check(recorders);
    }
}
