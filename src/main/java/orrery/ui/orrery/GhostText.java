package orrery.ui.orrery;

import java.util.Locale;
import orrery.service.SkyGhost;
import orrery.spk.NaifIds;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Words;

/**
 * The text shown while another kernel's bodies are drawn beside the first's: which kernel, relative to what, how
 * exaggerated, and the true separation.
 *
 * <p>Confined to the JavaFX thread.
 */
final class GhostText {
    private final Words words = Words.of(GhostText.class);

    /** The badge of a picture; empty if it has no ghost. */
    String of(Picture picture) {
        SkyGhost ghost = picture.frame().ghost();
        if (ghost.isNone()) {
            return "";
        }
        String center = ghost.center() == NaifIds.SOLAR_SYSTEM_BARYCENTER
                ? words.get("ghost.ssb")
                : ghost.center() == NaifIds.SUN ? words.get("ghost.sun") : BodyLook.name(ghost.center());
        String what = words.get(
                ghost.factor() > 1 ? "ghost.badge" : "ghost.badge.true",
                ghost.name(),
                ghost.against(),
                center,
                Numerals.factor(ghost.factor()));
        return what + "\n" + now(ghost, picture.style().selected());
    }

    private String now(SkyGhost ghost, int selected) {
        if (ghost.greatest() == 0) {
            return words.get("ghost.same");
        }
        int body = ghost.known(selected) ? selected : ghost.greatestOf();
        String most = words.get("ghost.most", km(ghost.greatest()), BodyLook.name(ghost.greatestOf()));
        return ghost.known(body)
                ? words.get("ghost.now", BodyLook.name(body), km(ghost.apart(body)), most)
                : words.get("ghost.absent", most);
    }

    private static String km(double value) {
        return value >= 1000
                ? String.format(Locale.ROOT, "%,.0f km", value)
                : value >= 0.001 || value == 0
                        ? String.format(Locale.ROOT, "%.3g km", value)
                        : String.format(Locale.ROOT, "%.3g mm", value * 1e6);
    }
}
