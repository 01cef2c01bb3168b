package orrery.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes the JSON object form of the trace event format for Perfetto and Chrome's own viewer ("Trace Event Format",
 * Google, 2016): complete events ({@code X}), counters ({@code C}) and names ({@code M}) of one process. Instants are
 * {@link System#nanoTime} nanoseconds and are written as microseconds, with three decimals, from an origin; a span that
 * began before the origin begins at it.
 *
 * <p>A viewer draws the spans of one track as nested; those that merely overlap are put in separate rows.
 *
 * <p>For use by one thread.
 */
final class ChromeTrace implements AutoCloseable {
    private static final int PROCESS = 1;

    /** One span of a track. */
    record Stretch(String name, long start, long end, Map<String, String> says) {}

    private final Appendable out;
    private final long origin;
    private boolean first = true;
    private int tracks;

    /** Begins a trace; {@code process} is the name of the one process. */
    ChromeTrace(Appendable out, long origin, String process) throws IOException {
        this.out = out;
        this.origin = origin;
        out.append("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
        event("process_name", 'M', 0)
                .append(",\"args\":{\"name\":")
                .append(quoted(process))
                .append("}}");
    }

    /** A track with these spans, in as many rows as are needed to avoid overlaps. */
    void track(String name, String category, List<Stretch> stretches) throws IOException {
        List<Stretch> sorted = stretches.stream()
                .filter(stretch -> stretch.end() >= origin)
                .sorted(Comparator.comparingLong(Stretch::start))
                .toList();
        List<List<Stretch>> rows = new ArrayList<>();
        for (Stretch stretch : sorted) {
            rows.stream()
                    .filter(row -> row.getLast().end() <= stretch.start())
                    .findFirst()
                    .orElseGet(() -> {
                        List<Stretch> row = new ArrayList<>();
                        rows.add(row);
                        return row;
                    })
                    .add(stretch);
        }
        for (int r = 0; r < rows.size(); r++) {
            int track = ++tracks;
            String shown = r == 0 ? name : name + " (" + (r + 1) + ")";
            event("thread_name", 'M', track)
                    .append(",\"args\":{\"name\":")
                    .append(quoted(shown))
                    .append("}}");
            event("thread_sort_index", 'M', track)
                    .append(",\"args\":{\"sort_index\":")
                    .append(Integer.toString(track))
                    .append("}}");
            for (Stretch stretch : rows.get(r)) {
                stretch(track, category, stretch);
            }
        }
    }

    private void stretch(int track, String category, Stretch stretch) throws IOException {
        long start = Math.max(origin, stretch.start());
        event(stretch.name(), 'X', track)
                .append(",\"cat\":")
                .append(quoted(category))
                .append(",\"ts\":")
                .append(micros(start - origin))
                .append(",\"dur\":")
                .append(micros(Math.max(0, stretch.end() - start)));
        if (!stretch.says().isEmpty()) {
            out.append(",\"args\":{");
            String comma = "";
            for (Map.Entry<String, String> says : stretch.says().entrySet()) {
                out.append(comma).append(quoted(says.getKey())).append(':').append(quoted(says.getValue()));
                comma = ",";
            }
            out.append('}');
        }
        out.append('}');
    }

    /** The values of a counter at one instant, by series; a viewer stacks the series of one counter. */
    void counter(String name, long nanos, SequencedMap<String, Double> series) throws IOException {
        if (nanos < origin || series.isEmpty()) {
            return;
        }
        event(name, 'C', 0).append(",\"ts\":").append(micros(nanos - origin)).append(",\"args\":{");
        String comma = "";
        for (Map.Entry<String, Double> one : series.entrySet()) {
            out.append(comma).append(quoted(one.getKey())).append(':').append(Double.toString(one.getValue()));
            comma = ",";
        }
        out.append("}}");
    }

    private Appendable event(String name, char phase, int track) throws IOException {
        out.append(first ? "\n" : ",\n");
        first = false;
        return out.append("{\"name\":")
                .append(quoted(name))
                .append(",\"ph\":\"")
                .append(phase)
                .append("\",\"pid\":")
                .append(Integer.toString(PROCESS))
                .append(",\"tid\":")
                .append(Integer.toString(track));
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%d.%03d", nanos / 1_000, nanos % 1_000);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Ends the trace; the caller must close the stream. */
    @Override
    public void close() throws IOException {
        out.append("\n]}\n");
    }
}
