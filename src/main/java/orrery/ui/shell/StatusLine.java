package orrery.ui.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.service.ServiceStatus;
import orrery.service.SkyCatalogue;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Throttle;
import orrery.ui.orrery.SkyModel;

/**
 * The bottom line: kernel, handles, mappings, queries per second, frames per second. Each can be clicked to open the
 * tab that explains it.
 *
 * <p>Confined to the JavaFX thread.
 */
final class StatusLine {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SkyModel model;
    private final PulsePump pump;
    private final HBox view = new HBox();
    private final Button kernel;
    private final Button handles;
    private final Button mappings;
    private final Button rate;
    private final Button frames;
    private final Throttle readable = Throttle.millis(250);

    /**
     * @param tab shows a tab by its id
     * @param run runs an action by its id
     */
    StatusLine(SkyModel model, PulsePump pump, Consumer<String> tab, Consumer<String> run) {
        this.model = model;
        this.pump = pump;
        view.getStyleClass().add("status");
        kernel = item("kernel", () -> tab.accept("kernels"));
        handles = item("handles", () -> tab.accept("kernels"));
        mappings = item("mappings", () -> tab.accept("kernels"));
        // Long names are shortened at the end if there is little room.
        kernel.setMinWidth(40);
        rate = item("rate", () -> tab.accept("telemetry"));
        frames = item("frames", () -> tab.accept("telemetry"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button theme = item("theme", () -> run.accept("window.theme"));
        theme.setGraphic(new FontIcon("fth-sun"));
        theme.setAccessibleText(Fxml.WORDS.get("status.tip.theme"));
        Button command = item("command", () -> run.accept("window.command"));
        command.setText(Fxml.WORDS.get("status.command"));
        command.setAccessibleText(Fxml.WORDS.get("status.tip.command"));
        view.getChildren().addAll(kernel, handles, mappings, rate, frames, space, command, theme);
        refresh();
    }

    private static Button item(String name, Runnable action) {
        Button button = new Button();
        button.setId("status-" + name);
        button.getStyleClass().setAll("button", "status-item");
        button.setFont(Numerals.font(11));
        // A file name may contain underscores.
        button.setMnemonicParsing(false);
        String tip = Fxml.WORDS.get("status.tip." + name);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleHelp(tip);
        button.setOnAction(e -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    Node view() {
        return view;
    }

    void pulse(long now) {
        if (readable.passes(now)) {
            refresh();
        }
    }

    /** Shows the current figures. */
    void refresh() {
        SkyCatalogue catalogue = model.catalogue().get();
        boolean altered = model.untrusted().isPresent();
        kernel.pseudoClassStateChanged(WRONG, altered);
        String kernels = catalogue == null ? Fxml.WORDS.get("status.kernel") : name(catalogue);
        // What does not fit on the line is in the tooltip.
        kernel.getTooltip().setText(kernels + "\n" + Fxml.WORDS.get("status.tip.kernel"));
        set(kernel, altered ? Fxml.WORDS.get("status.altered", kernels) : kernels);
        ServiceStatus status = model.service().status();
        set(handles, Fxml.WORDS.get("status.handles", status.handles()));
        set(mappings, Fxml.WORDS.get("status.mappings", status.mappings().size()));
        // Before the first second is over, and in pictures, nothing has been measured, so nothing is shown.
        boolean measured = pump.framesPerSecond() > 0;
        rate.setVisible(measured);
        frames.setVisible(measured);
        set(rate, Fxml.WORDS.get("status.rate", short3(status.queriesPerSecond())));
        set(frames, Fxml.WORDS.get("status.frames", Math.round(pump.framesPerSecond())));
    }

    private static String name(SkyCatalogue catalogue) {
        String last = String.valueOf(catalogue.foremost().getFileName());
        int more = catalogue.kernels().size() - 1;
        return more == 0 ? last : Fxml.WORDS.get("status.kernels", last, more);
    }

    /** Three figures: 840, 1.24 k, 1.20 M. */
    static String short3(double value) {
        if (value < 999.5) {
            return Long.toString(Math.round(value));
        }
        boolean millions = value >= 999_500;
        double scaled = value / (millions ? 1e6 : 1e3);
        String digits = scaled >= 99.95 ? "%.0f" : scaled >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, digits, scaled) + (millions ? "\u2009M" : "\u2009k");
    }

    private static void set(Button button, String text) {
        if (!text.equals(button.getText())) {
            button.setText(text);
        }
    }
}
