package orrery.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.SkyEvent;
import orrery.spk.KernelException;

/**
 * A search for events in the background: its progress, its results, and a way to cancel it.
 *
 * <p>Thread-safe; runs on the service's thread, and its methods never block.
 */
public final class EventSearch implements Runnable {
    /** The states of a search. */
    public enum Stage {
        /** Queued, or in progress. */
        RUNNING,
        /** The whole span has been searched. */
        DONE,
        /** Cancelled; what was found before that is kept. */
        CANCELLED,
        /** A kernel failed. */
        FAILED
    }

    private final EventFinder.Search search;
    private final Ephemeris ephemeris;
    private final List<SkyEvent> fresh = new ArrayList<>();
    private boolean restarted;
    private volatile double fraction;
    private volatile boolean cancelled;
    private volatile Stage stage = Stage.RUNNING;
    private volatile EventFinder.@Nullable Found found;
    private volatile @Nullable String trouble;

    EventSearch(EventFinder.Search search, Ephemeris ephemeris) {
        this.search = search;
        this.ephemeris = ephemeris;
    }

    /** The progress, from 0 to 1. */
    public double fraction() {
        return fraction;
    }

    public Stage stage() {
        return stage;
    }

    /** The result, once it is done. */
    public Optional<EventFinder.Found> found() {
        return Optional.ofNullable(found);
    }

    /** Why it failed, as reported by the reader. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * Appends the events found since the last call to a list.
     *
     * @return whether the search has begun again since then, because the kernels were replaced: what earlier calls gave
     *     is void
     */
    public boolean drainTo(List<? super SkyEvent> list) {
        synchronized (fresh) {
            list.addAll(fresh);
            fresh.clear();
            boolean again = restarted;
            restarted = false;
            return again;
        }
    }

    /** The span and families searched. */
    public EventFinder.Search asked() {
        return search;
    }

    /** Cancels the search; it ends within one step. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        try {
            found = new EventFinder(ephemeris).find(search, new Follower());
            stage = Stage.DONE;
        } catch (CancellationException e) {
            stage = Stage.CANCELLED;
        } catch (KernelException e) {
            trouble = String.valueOf(e.getMessage());
            stage = Stage.FAILED;
        } catch (RuntimeException | Error e) {
            trouble = e.toString();
            stage = Stage.FAILED;
            throw e;
        }
    }

    /** Follows the search on its own thread. */
    final class Follower implements EventFinder.Watch {
        @Override
        public void at(double now) {
            fraction = now;
        }

        @Override
        public boolean isCancelled() {
            return cancelled || Thread.currentThread().isInterrupted();
        }

        @Override
        public void found(SkyEvent event) {
            synchronized (fresh) {
                fresh.add(event);
            }
        }

        @Override
        public void restarted() {
            synchronized (fresh) {
                fresh.clear();
                restarted = true;
            }
        }
    }
}
