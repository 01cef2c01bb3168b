package orrery.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.ui.fx.Action;
import orrery.ui.fx.Views;

/**
 * All keys on one sheet, grouped by purpose. Made from the table of actions each time it is opened, so that it is never
 * out of date; each group goes into the shortest column. Esc, Shift+F1 or a click beside it closes it.
 *
 * <p>Confined to the JavaFX thread.
 */
final class KeySheet extends Overlay {
    private static final List<String> GROUPS = List.of("time", "view", "body", "share", "tab", "window");

    private static final double WIDTH = 304;
    private static final double GAP = 28;
    private static final double SIDES = 78;

    private final Supplier<List<Action>> actions;
    private final HBox groups = new HBox(GAP);
    private final ScrollPane scroll = new ScrollPane(groups);
    private final VBox box = new VBox();
    private int columns = 1;

    KeySheet(Supplier<List<Action>> actions) {
        this.actions = actions;
        setId("key-sheet");
        Label title = new Label(Fxml.WORDS.get("keys.title"));
        title.getStyleClass().add("subtitle");
        Label mouse = new Label(Fxml.WORDS.get("keys.mouse"));
        mouse.getStyleClass().add("fine-print");
        mouse.setWrapText(true);
        mouse.setMinHeight(Region.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        Views.scrollPlainly(scroll);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box.getStyleClass().add("key-sheet");
        box.getChildren().addAll(title, scroll, mouse);
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(box);
        widthProperty().addListener((o, was, is) -> {
            if (isVisible() && fitting() != columns) {
                fill();
            }
        });
    }

    private int fitting() {
        return (int) Math.clamp((getWidth() - 48 - SIDES + GAP) / (WIDTH + GAP), 1.0, 4.0);
    }

    void toggle() {
        if (isVisible()) {
            close();
        } else {
            fill();
            lay(scroll);
        }
    }

    private void fill() {
        Map<String, List<Action>> byGroup = new LinkedHashMap<>();
        GROUPS.forEach(group -> byGroup.put(group, new ArrayList<>()));
        for (Action action : actions.get()) {
            String id = action.id();
            String group = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
            if (!action.shortcut().isEmpty()) {
                byGroup.computeIfAbsent(GROUPS.contains(group) ? group : "window", key -> new ArrayList<>())
                        .add(action);
            }
        }
        columns = fitting();
        int[] rows = new int[columns];
        List<VBox> made = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            VBox column = new VBox(18);
            column.setMinWidth(WIDTH);
            column.setPrefWidth(WIDTH);
            made.add(column);
        }
        byGroup.forEach((group, members) -> {
            if (!members.isEmpty()) {
                int shortest = 0;
                for (int i = 1; i < columns; i++) {
                    shortest = rows[i] < rows[shortest] ? i : shortest;
                }
                rows[shortest] += members.size() + 2;
                made.get(shortest).getChildren().add(group(group, members));
            }
        });
        groups.getChildren().setAll(made);
    }

    private static VBox group(String group, List<Action> members) {
        VBox column = new VBox(3);
        Label title = new Label(Fxml.WORDS.get("keys." + group));
        title.getStyleClass().add("section");
        column.getChildren().add(title);
        for (Action action : members) {
            Label name = new Label(action.title());
            name.getStyleClass().add("key-name");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Label key = new Label(action.shortcut());
            key.getStyleClass().add("key-cap");
            key.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, name, key);
            row.setAlignment(Pos.BASELINE_LEFT);
            column.getChildren().add(row);
        }
        return column;
    }

    @Override
    protected void layoutChildren() {
        box.setPrefSize(columns * (WIDTH + GAP) - GAP + SIDES, Math.min(getHeight() - 64, 760));
        super.layoutChildren();
    }
}
