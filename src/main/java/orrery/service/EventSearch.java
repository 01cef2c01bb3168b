package orrery.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.EventFinder;
import orrery.ephemeris.SkyEvent;
import orrery.spk.KernelException;

/**
 * A search for events in the background: how far it is, what it has found, and a way to call it off.
 *
 * <p>Thread-safe; runs on the service's thread, and asking never waits.
 */
public final class EventSearch implements Runnable {
    /** How it stands with a search. */
    public enum Stage {
        /** Behind others, or under way. */
        RUNNING,
        /** All of the span has been searched. */
        DONE,
        /** Called off; what had been found till then stands. */
        CANCELLED,
        /** A kernel failed. */
        FAILED
    }

    private final EventFinder.Search search;
    private final Ephemeris ephemeris;
    private final ConcurrentLinkedQueue<SkyEvent> fresh = new ConcurrentLinkedQueue<>();
    private volatile double fraction;
    private volatile boolean cancelled;
    private volatile Stage stage = Stage.RUNNING;
    private volatile EventFinder.@Nullable Found found;
    private volatile @Nullable String trouble;

    EventSearch(EventFinder.Search search, Ephemeris ephemeris) {
        this.search = search;
        this.ephemeris = ephemeris;
    }

    /** What is looked for. */
    public EventFinder.Search search() {
        return search;
    }

    /** From 0 to 1. */
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

    /** Why it failed, in the reader's own words. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Moves the events found since the last call to the end of a list. */
    public void drainTo(List<? super SkyEvent> list) {
        SkyEvent event = fresh.poll();
        while (event != null) {
            list.add(event);
            event = fresh.poll();
        }
    }

    /** Calls it off; it ends within a step. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        try {
            found = new EventFinder(ephemeris).find(search, new EventFinder.Watch() {
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
                    fresh.add(event);
                }
            });
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
}
