package orrery.ui.tour;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Words;

/**
 * The caption of a tour, over the lower edge of the sky, and the buttons that control it; on a wall only the text.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class TourBar extends VBox {
    private static final PseudoClass WALL = PseudoClass.getPseudoClass("wall");

    private final Words words = Words.of(TourBar.class);
    private final Label caption = new Label();
    private final Label count = new Label();
    private final FontIcon playIcon = new FontIcon("fth-pause");
    private final Button play;
    private final HBox controls;
    private boolean wall;

    /** @param player the tour to show */
    public TourBar(TourPlayer player) {
        setId("tour-bar");
        getStyleClass().add("tour-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        caption.setId("tour-caption");
        caption.getStyleClass().add("tour-caption");
        caption.managedProperty().bind(caption.textProperty().isNotEmpty());
        count.setId("tour-count");
        count.getStyleClass().add("tour-count");
        count.setFont(Numerals.font(11));
        play = button("tour-play", playIcon, "bar.pause", player::playOrPause);
        controls = new HBox(
                button("tour-previous", new FontIcon("fth-skip-back"), "bar.previous", player::previous),
                play,
                button("tour-next", new FontIcon("fth-skip-forward"), "bar.next", player::next),
                count,
                button("tour-close", new FontIcon("fth-x"), "bar.close", player::close));
        controls.getStyleClass().add("tour-controls");
        controls.managedProperty().bind(controls.visibleProperty());
        getChildren().addAll(caption, controls);
        player.showing().subscribe(this::show);
    }

    private Button button(String id, FontIcon icon, String word, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon);
        button.getStyleClass().setAll("button", "flat");
        button.setTooltip(new Tooltip(words.get(word)));
        button.setAccessibleText(words.get(word));
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Shows only large text from now on. */
    public void wall() {
        wall = true;
        controls.setVisible(false);
        setMouseTransparent(true);
        pseudoClassStateChanged(WALL, true);
    }

    private void show(TourPlayer.Showing now) {
        boolean there = now.play() != TourPlayer.Play.NONE;
        setVisible(there && !(wall && now.caption().isEmpty()));
        caption.setText(now.caption());
        count.setText(words.get("bar.count", now.stop() + 1, now.of()));
        boolean playing = now.play() == TourPlayer.Play.PLAYING;
        playIcon.setIconLiteral(playing ? "fth-pause" : "fth-play");
        String word = words.get(playing ? "bar.pause" : "bar.play");
        play.setAccessibleText(word);
        play.getTooltip().setText(word);
        setAccessibleText(there ? words.get("bar.accessible", now.stop() + 1, now.of(), now.caption()) : "");
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }
}
