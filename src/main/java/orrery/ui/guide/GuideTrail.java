package orrery.ui.guide;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where the reader is, has been and may go forth to again. JavaFX thread only. */
final class GuideTrail {
    private final Deque<String> before = new ArrayDeque<>();
    private final Deque<String> after = new ArrayDeque<>();
    private String place = "";

    /** The page that is shown, perhaps with an anchor; empty at first. */
    String place() {
        return place;
    }

    /** Goes to another place; from there nothing lies ahead. */
    void go(String to) {
        if (!place.isEmpty()) {
            before.addLast(place);
        }
        after.clear();
        place = to;
    }

    boolean canGoBack() {
        return !before.isEmpty();
    }

    boolean canGoForth() {
        return !after.isEmpty();
    }

    /** Goes back to where one was before. */
    void back() {
        after.addFirst(place);
        place = before.removeLast();
    }

    /** Goes forth to where one came back from. */
    void forth() {
        before.addLast(place);
        place = after.removeFirst();
    }
}
