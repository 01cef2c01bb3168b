package orrery.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orrery.files.VisibleText;
import orrery.math.QuotedText;

/**
 * What was understood of a file and what was ignored, collected while reading. Repeated findings are reported once,
 * with their count. For use by one thread.
 */
final class Findings {
    private static final int MOST_COMMENTS = 2_000;
    private static final int MOST_LINES = 200;

    private final List<String> understood = new ArrayList<>();
    private final Map<String, Integer> ignored = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private long commentsLeft;

    void understood(String what) {
        if (understood.size() < MOST_LINES) {
            understood.add(VisibleText.line(what));
        } else if (understood.size() == MOST_LINES) {
            understood.add("and more of the kind");
        }
    }

    void ignored(String what) {
        if (ignored.size() < MOST_LINES || ignored.containsKey(what)) {
            ignored.merge(VisibleText.line(what), 1, Integer::sum);
        }
    }

    /** A line for the kernel's comment area. */
    void comment(String line) {
        if (comments.size() < MOST_COMMENTS) {
            comments.add(QuotedText.ascii(line).stripTrailing());
        } else {
            commentsLeft++;
        }
    }

    List<String> understood() {
        return List.copyOf(understood);
    }

    List<String> ignored() {
        List<String> all = new ArrayList<>();
        ignored.forEach((what, count) -> all.add(count == 1 ? what : what + " (" + count + " times)"));
        return all;
    }

    List<String> comments() {
        List<String> all = new ArrayList<>(comments);
        if (commentsLeft > 0) {
            all.add("and " + commentsLeft + " more lines of comments.");
        }
        return all;
    }
}
