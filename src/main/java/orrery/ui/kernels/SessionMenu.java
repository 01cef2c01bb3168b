package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import orrery.ui.fx.Words;

/** Saves the list of kernels under a name, and restores saved ones. JavaFX thread only. */
final class SessionMenu {
    private SessionMenu() {}

    /** Refills a menu. */
    static void fill(MenuButton sessions, WorkbenchModel hub) {
        Words words = hub.words();
        List<MenuItem> items = new ArrayList<>();
        TextField name = new TextField();
        name.setPromptText(words.get("session.name"));
        name.setId("session-name");
        Button keep = new Button(words.get("session.save"));
        keep.getStyleClass().setAll("button", "outlined");
        Runnable save = () -> {
            if (!name.getText().isBlank()) {
                sessions.hide();
                hub.sessions().save(name.getText().strip());
            }
        };
        keep.setOnAction(e -> save.run());
        name.setOnAction(e -> save.run());
        CustomMenuItem form = new CustomMenuItem(new HBox(6, name, keep), false);
        items.add(form);
        if (!hub.sessions().names().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (String session : hub.sessions().names()) {
            MenuItem item = new MenuItem(
                    session.equals(Sessions.LAST) ? words.get("session.last") : words.get("session.restore", session));
            // Names may have underscores.
            item.setMnemonicParsing(false);
            item.setOnAction(e -> hub.sessions().restore(session));
            items.add(item);
        }
        sessions.getItems().setAll(items);
    }
}
