package orrery.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did from when to when, for a trace: few and long stretches, such as the claims of an audit. Thread-safe; a
 * stretch may begin on one thread and end on another.
 */
public final class Spans {
    /** How many are remembered; a run without end drops the oldest. */
    private static final int KEPT = 10_000;

    /**
     * One stretch.
     *
     * @param track what kind it is of
     * @param name its name
     * @param start {@link System#nanoTime}
     * @param end {@link System#nanoTime}
     * @param says what came of it, by name
     */
    public record Span(String track, String name, long start, long end, Map<String, String> says) {
        public Span {
            says = Map.copyOf(says);
        }
    }

    /** One that has begun. */
    public final class Open {
        private final String track;
        private final String name;
        private final long start = System.nanoTime();
        private final Map<String, String> says = new LinkedHashMap<>();

        private Open(String track, String name) {
            this.track = track;
            this.name = name;
        }

        /** What came of it. */
        public Open says(String what, String value) {
            says.put(what, value);
            return this;
        }

        /** It has ended. */
        public void end() {
            add(new Span(track, name, start, System.nanoTime(), says));
        }
    }

    private final List<Span> ended = new ArrayList<>();

    /** A stretch begins now. */
    public Open begin(String track, String name) {
        return new Open(track, name);
    }

    private synchronized void add(Span span) {
        if (ended.size() == KEPT) {
            ended.removeFirst();
        }
        ended.add(span);
    }

    /** Those that have ended, in the order of their ends. */
    public synchronized List<Span> ended() {
        return List.copyOf(ended);
    }
}
