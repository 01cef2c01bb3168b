package orrery.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Action;

/**
 * All actions by name, with their keys: type a few letters, Enter does it, Esc leaves. Bodies are among them, so that it
 * finds these too.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CommandPalette extends StackPane {
    private final Supplier<List<Action>> actions;
    private final TextField field = new TextField();
    private final ListView<Action> list = new ListView<>();

    CommandPalette(Supplier<List<Action>> actions) {
        this.actions = actions;
        getStyleClass().add("veil");
        field.setId("command-field");
        field.getStyleClass().add("command-field");
        field.setPromptText(Fxml.WORDS.get("command.prompt"));
        list.setId("command-list");
        list.getStyleClass().add("command-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(34);
        list.setPlaceholder(new Label(Fxml.WORDS.get("command.none")));
        list.setCellFactory(view -> new Row());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(field, list);
        box.getStyleClass().add("command");
        setMargin(box, new javafx.geometry.Insets(0, 0, 120, 0));
        getChildren().add(box);
        field.textProperty().addListener((o, was, is) -> filter(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.setOnMouseClicked(e -> run());
        setOnMousePressed(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
    }

    void open() {
        setVisible(true);
        field.clear();
        filter("");
        field.requestFocus();
    }

    void close() {
        setVisible(false);
        if (getParent() != null) {
            getParent().requestFocus();
        }
    }

    private void typed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int size = list.getItems().size();
        switch (event.getCode()) {
            case ENTER -> run();
            case ESCAPE -> close();
            case DOWN -> select(Math.min(size - 1, at + 1));
            case UP -> select(Math.max(0, at - 1));
            case PAGE_DOWN -> select(Math.min(size - 1, at + 10));
            case PAGE_UP -> select(Math.max(0, at - 10));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 5));
    }

    private void run() {
        Action action = list.getSelectionModel().getSelectedItem();
        if (action != null) {
            close();
            action.run().run();
        }
    }

    /** Those whose title holds every word typed; titles that begin with the first word come first. */
    private void filter(String typed) {
        String[] wanted = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<Action> first = new ArrayList<>();
        List<Action> rest = new ArrayList<>();
        for (Action action : actions.get()) {
            String title = action.title().toLowerCase(Locale.ROOT);
            boolean all = true;
            for (String word : wanted) {
                all &= title.contains(word);
            }
            if (all) {
                (title.startsWith(wanted[0]) ? first : rest).add(action);
            }
        }
        first.addAll(rest);
        list.getItems().setAll(first);
        select(0);
    }

    /** An action with its key. */
    private static final class Row extends ListCell<Action> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox row = new HBox();

        Row() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            title.getStyleClass().add("plain");
            key.getStyleClass().add("command-key");
            row.getStyleClass().add("command-row");
            row.getChildren().addAll(title, space, key);
        }

        @Override
        protected void updateItem(@Nullable Action item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.title());
            key.setText(item.shortcut());
            setGraphic(row);
        }
    }
}
