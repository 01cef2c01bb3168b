package orrery.audit;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Handles on one kernel as a row of plugs, each of which can be pulled while threads query through it: its queries
 * stop, the others are unaffected. Thread-safe.
 */
public final class PlugBoard {
    private final List<Subject.Handle> handles;
    private final AtomicLongArray queries;
    private final AtomicLongArray wrong;

    PlugBoard(List<Subject.Handle> handles) {
        this.handles = List.copyOf(handles);
        this.queries = new AtomicLongArray(handles.size());
        this.wrong = new AtomicLongArray(handles.size());
    }

    /** The number of plugs. */
    public int size() {
        return handles.size();
    }

    /**
     * Closes this handle; idempotent. May take a few milliseconds if it is the last, so not for the JavaFX thread.
     *
     * @param plug from 0
     */
    public void pull(int plug) {
        handles.get(plug).close();
    }

    /** Whether a plug has been pulled. */
    public boolean isPulled(int plug) {
        return handles.get(plug).isClosed();
    }

    /** The number of plugs still in. */
    public int open() {
        return (int) IntStream.range(0, size()).filter(i -> !isPulled(i)).count();
    }

    /** Right answers through a plug so far. */
    public long queries(int plug) {
        return queries.get(plug);
    }

    /** Anything else: wrong answers, other errors, answers after the pull. */
    public long wrong(int plug) {
        return wrong.get(plug);
    }

    Subject.Handle handle(int plug) {
        return handles.get(plug);
    }

    void answered(int plug, long count) {
        queries.addAndGet(plug, count);
    }

    void failed(int plug) {
        wrong.incrementAndGet(plug);
    }
}
