package orrery.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import orrery.ephemeris.Bodies;
import orrery.ui.fx.Action;
import orrery.ui.orrery.BodyLook;
import orrery.ui.orrery.SkyModel;

/**
 * One line of the command palette.
 *
 * @param title what it does, or a body's name
 * @param hint text on the right: the key, or a body's number
 * @param run what Enter does
 * @param fly what Shift+Enter and a double-click do
 * @param stays whether a single click leaves the palette open, so that a double-click can follow
 */
record PaletteEntry(String title, String hint, Runnable run, Runnable fly, boolean stays) {
    /** How well a body matches the typed text; lower is better. */
    private record Hit(int body, int rank) {}

    private static final int NO = 9;

    /** An action of the table. */
    static PaletteEntry of(Action action) {
        return new PaletteEntry(action.title(), action.shortcut(), action.run(), action.run(), false);
    }

    /**
     * The bodies of the sky that match a text: by their whole number or name, the beginning of it, the beginning of a
     * word, or a part; all of them if nothing is typed. All names in the catalogue are searched.
     */
    static List<PaletteEntry> bodies(SkyModel model, String typed) {
        String text = typed.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        for (int body : model.shown()) {
            int rank = rank(body, text);
            if (rank < NO) {
                hits.add(new Hit(body, rank));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank));
        return hits.stream().map(hit -> of(model, hit.body)).toList();
    }

    private static PaletteEntry of(SkyModel model, int body) {
        return new PaletteEntry(
                BodyLook.name(body),
                Fxml.WORDS.get("command.body", body),
                () -> model.selected().set(body),
                () -> model.flyTo(body),
                true);
    }

    private static int rank(int body, String text) {
        String number = Integer.toString(body);
        if (number.equals(text)) {
            return 0;
        }
        List<String> names = new ArrayList<>(Bodies.of(body).names());
        names.addAll(BodyLook.of(body).body().names());
        names.add(BodyLook.name(body).toUpperCase(Locale.ROOT));
        String other = Bodies.otherAsteroidNumber(body).stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("");
        int best = number.startsWith(text) ? 4 : other.equals(text) ? 1 : NO;
        for (String name : names) {
            int rank = name.equals(text)
                    ? 1
                    : name.startsWith(text) ? 2 : name.contains(" " + text) ? 3 : name.contains(text) ? 5 : NO;
            best = Math.min(best, rank);
        }
        return best;
    }
}
