package orrery.ui.fx;

import java.util.ResourceBundle;

/** What bodies are called on screen. A barycentre that stands in for its planet says so. Immutable, thread-safe. */
public final class BodyNames {
    private static final ResourceBundle BUNDLE = Words.of(BodyNames.class).bundle();

    private BodyNames() {}

    /** The name of a NAIF id, or the id itself where it has none here. */
    public static String of(int id) {
        String key = "body." + id;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : Integer.toString(id);
    }

    /** A short name for beside a dot: a planet's barycentre is called by the planet's name. */
    public static String label(int id) {
        return id >= 1 && id <= 9 && id != 3 ? of(id * 100 + 99) : of(id);
    }
}
