package orrery.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Action;
import orrery.ui.fx.NameLabel;

/**
 * All bodies and actions by name, with their keys: type a few letters, Enter runs the entry, Esc closes. A body is
 * found by its name or number: Enter selects it, Shift+Enter or a double-click flies there.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CommandPalette extends Overlay {
    private final Supplier<List<Action>> actions;
    private final Function<String, List<PaletteEntry>> bodies;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private boolean bodiesAlone;

    /**
     * @param actions all actions
     * @param bodies the bodies that match a text
     */
    CommandPalette(Supplier<List<Action>> actions, Function<String, List<PaletteEntry>> bodies) {
        this.actions = actions;
        this.bodies = bodies;
        field.setId("command-field");
        field.getStyleClass().add("command-field");
        list.setId("command-list");
        list.getStyleClass().add("command-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(34);
        list.setPlaceholder(new Label(Fxml.WORDS.get("command.none")));
        list.setCellFactory(view -> new Row());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(field, list);
        box.getStyleClass().add("command");
        setMargin(box, new Insets(0, 0, 120, 0));
        getChildren().add(box);
        field.textProperty().addListener((o, was, is) -> filter(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.setOnMouseClicked(this::clicked);
    }

    /** Opens with everything, or only with the bodies. */
    void open(boolean onlyBodies) {
        bodiesAlone = onlyBodies;
        field.setPromptText(Fxml.WORDS.get(onlyBodies ? "command.prompt.body" : "command.prompt"));
        field.setAccessibleText(field.getPromptText());
        field.clear();
        filter("");
        lay(field);
    }

    private void typed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int size = list.getItems().size();
        switch (event.getCode()) {
            case ENTER -> run(event.isShiftDown());
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

    private void run(boolean fly) {
        PaletteEntry choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            close();
            (fly ? choice.fly() : choice.run()).run();
        }
    }

    private void clicked(MouseEvent event) {
        PaletteEntry choice = list.getSelectionModel().getSelectedItem();
        if (choice == null) {
            return;
        }
        boolean twice = event.getClickCount() >= 2;
        if (choice.stays() && !twice) {
            choice.run().run();
        } else {
            run(twice);
        }
    }

    /**
     * Matching bodies, then actions whose title contains every typed word; titles that begin with the first word come
     * first. If nothing is typed, the bodies come after the actions.
     */
    private void filter(String typed) {
        String[] wanted = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<PaletteEntry> all = new ArrayList<>(bodies.apply(typed));
        if (!bodiesAlone) {
            List<PaletteEntry> first = new ArrayList<>();
            List<PaletteEntry> rest = new ArrayList<>();
            for (Action action : actions.get()) {
                String title = action.title().toLowerCase(Locale.ROOT);
                boolean holds = true;
                for (String word : wanted) {
                    holds &= title.contains(word);
                }
                if (holds) {
                    (title.startsWith(wanted[0]) ? first : rest).add(PaletteEntry.of(action));
                }
            }
            first.addAll(rest);
            all.addAll(typed.isBlank() ? 0 : all.size(), first);
        }
        list.getItems().setAll(all);
        select(0);
    }

    /** A title with its key or number. */
    private static final class Row extends ListCell<PaletteEntry> {
        private final NameLabel title = new NameLabel();
        private final Label key = new Label();
        private final HBox row = new HBox();

        Row() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            title.getStyleClass().add("plain");
            key.getStyleClass().add("command-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            // A row is as wide as the list, however long its title.
            row.setMinWidth(0);
            setPrefWidth(0);
            row.getStyleClass().add("command-row");
            row.getChildren().addAll(title, space, key);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.title());
            key.setText(item.hint());
            setGraphic(row);
        }
    }
}
