package orrery.ui.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.audit.PlugBoard;
import orrery.ui.fx.Words;

/**
 * Handles on one kernel as a row of plugs; pressing one closes that handle while threads read through it. JavaFX
 * thread.
 */
final class PlugRow extends FlowPane {
    private static final PseudoClass PULLED = PseudoClass.getPseudoClass("pulled");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Words words;
    private final List<Plug> plugs = new ArrayList<>();
    private Optional<PlugBoard> board = Optional.empty();

    PlugRow(Words words) {
        super(8, 8);
        this.words = words;
        setId("plugs");
        getStyleClass().add("plug-row");
    }

    /** Shows the current board, or keeps showing the last one. */
    void show(Optional<PlugBoard> now) {
        if (now.isPresent() && !now.equals(board)) {
            board = now;
            plugs.clear();
            for (int i = 0; i < now.get().size(); i++) {
                plugs.add(new Plug(i, now.get()));
            }
            getChildren().setAll(plugs);
        }
        plugs.forEach(plug -> plug.refresh(now.isPresent()));
    }

    /** In words: how many are open, and whether they are affected. */
    String sentence() {
        return board.map(b -> b.open() == 0
                        ? words.get("audit.plugs.none", b.size())
                        : b.open() == b.size()
                                ? words.get("audit.plugs.all", b.size())
                                : words.get("audit.plugs.some", b.size() - b.open(), b.open()))
                .orElse("");
    }

    /** One handle. */
    private final class Plug extends VBox {
        private final int number;
        private final PlugBoard of;
        private final Button button = new Button();
        private final Label count = new Label();
        private final FontIcon icon = new FontIcon("fth-zap");

        Plug(int number, PlugBoard of) {
            super(2);
            this.number = number;
            this.of = of;
            setAlignment(Pos.CENTER);
            getStyleClass().add("plug");
            button.setId("plug-" + number);
            button.getStyleClass().setAll("button", "plug-button");
            button.setGraphic(icon);
            button.setText(Integer.toString(number + 1));
            button.setTooltip(new Tooltip(words.get("audit.plug.close", number + 1)));
            button.setAccessibleText(words.get("audit.plug.close", number + 1));
            // Closing waits for the file's monitor, so never on the JavaFX thread.
            button.setOnAction(_ -> Thread.ofVirtual().name("orrery-pull").start(() -> of.pull(number)));
            count.getStyleClass().add("plug-count");
            getChildren().addAll(button, count);
        }

        void refresh(boolean inUse) {
            boolean pulled = of.isPulled(number);
            boolean wrong = of.wrong(number) > 0;
            pseudoClassStateChanged(PULLED, pulled);
            pseudoClassStateChanged(WRONG, wrong);
            icon.setIconLiteral(wrong ? "fth-alert-triangle" : pulled ? "fth-zap-off" : "fth-zap");
            button.setDisable(pulled || !inUse);
            count.setText(
                    wrong
                            ? words.get("audit.plug.wrong")
                            : pulled
                                    ? words.get("audit.plug.closed")
                                    : String.format(Locale.ROOT, "%,d", of.queries(number)));
        }
    }
}
