package orrery.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/** The two themes of the window: dark as an observatory, light as paper. Our tokens override AtlantaFX Primer. */
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet()),
    LIGHT(new PrimerLight().getUserAgentStylesheet());

    private static final PseudoClass LIGHT_STATE = PseudoClass.getPseudoClass("light");

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /** The colors for canvases, equal to the CSS tokens. */
    public Palette palette() {
        return this == DARK ? Palette.DARK : Palette.LIGHT;
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** Styles a scene: the base theme, then the program's tokens on its root. Other style sheets of the scene stay. */
    public void dress(Scene scene, List<String> sheets) {
        if (!base.equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(base);
        }
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
        Parent root = scene.getRoot();
        root.pseudoClassStateChanged(LIGHT_STATE, this == LIGHT);
        scene.setFill(palette().space());
    }

    /**
     * Dresses a window's scene, and what drops down from it.
     *
     * <p>The toolkit forgets at once what it knew of the old sheets, and asks the new ones with the next pulse. What
     * asks sooner by itself, such as a menu that opens or a header that is laid out, would find no color above it. So
     * they are asked here.
     */
    public void dressWindow(Scene scene, List<String> sheets) {
        boolean change = scene.getUserAgentStylesheet() != null && !base.equals(scene.getUserAgentStylesheet());
        dress(scene, sheets);
        if (!base.equals(Application.getUserAgentStylesheet())) {
            // Popups are measured in their own scene before they know this one: with the toolkit's own base theme it
            // would look for colors that ours does not define, and report it forty times in the terminal.
            Application.setUserAgentStylesheet(base);
        }
        if (change) {
            scene.getRoot().applyCss();
            Window.getWindows().stream()
                    .flatMap(window -> Optional.ofNullable(window.getScene()).stream())
                    .forEach(other -> other.getRoot().applyCss());
        }
    }

    /** The sheet with the tokens and the shared styles. */
    public static String tokens() {
        return Objects.requireNonNull(Theme.class.getResource("/orrery/ui/fx/orrery.css"), "orrery.css")
                .toExternalForm();
    }
}
