package orrery.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phases of a run, for a trace: few and long spans, such as the claims of an audit. Thread-safe; a span may begin
 * on one thread and end on another.
 */
public final class Spans {
    /** The number of spans remembered; an endless run drops the oldest. */
    private static final int KEPT = 10_000;

    /**
     * One span.
     *
     * @param track its track
     * @param name its name
     * @param start {@link System#nanoTime}
     * @param end {@link System#nanoTime}
     * @param says its results, by name
     */
    public record Span(String track, String name, long start, long end, Map<String, String> says) {
        public Span {
            says = Map.copyOf(says);
        }
    }

    /** A span that has begun. */
    public final class OpenSpan {
        private final String track;
        private final String name;
        private final long start = System.nanoTime();
        private final Map<String, String> says = new LinkedHashMap<>();

        private OpenSpan(String track, String name) {
            this.track = track;
            this.name = name;
        }

        /** Records a result. */
        public OpenSpan says(String what, String value) {
            says.put(what, value);
            return this;
        }

        /** Ends the span. */
        public void end() {
            add(new Span(track, name, start, System.nanoTime(), says));
        }
    }

    private final List<Span> ended = new ArrayList<>();

    /** Begins a span now. */
    public OpenSpan begin(String track, String name) {
        return new OpenSpan(track, name);
    }

    private synchronized void add(Span span) {
        if (ended.size() == KEPT) {
            ended.removeFirst();
        }
        ended.add(span);
    }

    /** The spans that have ended, in the order of their ends. */
    public synchronized List<Span> ended() {
        return List.copyOf(ended);
    }
}
