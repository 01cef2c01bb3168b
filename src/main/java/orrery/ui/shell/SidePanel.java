package orrery.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.fx.Panel;

/**
 * The panel over the right side: tabs, one shown at a time. It can be resized at its edge, hidden, or expanded to the
 * whole window.
 *
 * <p>Confined to the JavaFX thread.
 */
final class SidePanel extends Region {
    static final double WIDTH = 420;

    private static final double NARROWEST = 340;
    private static final double LEAST_SKY = 240;
    private static final double GRIP = 6;
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

    private final List<Panel> panels;
    private final Runnable changed;
    private final StackPane content = new StackPane();
    private final VBox frame = new VBox();
    private final Region grip = new Region();
    private final ToggleGroup group = new ToggleGroup();
    private final FontIcon wholeIcon = new FontIcon("fth-maximize-2");
    private final Tooltip wholeTip = new Tooltip(Fxml.WORDS.get("side.expand"));

    private Panel current;
    private double chosenWidth = WIDTH;
    private boolean open;
    private boolean whole;

    /**
     * @param panels at least one; the first is shown first
     * @param changed called when the panel's width changes
     */
    SidePanel(List<Panel> panels, Runnable changed) {
        this.panels = List.copyOf(panels);
        this.changed = changed;
        this.current = panels.getFirst();
        getStyleClass().add("side");
        HBox head = new HBox();
        head.getStyleClass().add("side-head");
        for (Panel panel : panels) {
            head.getChildren().add(tab(panel));
        }
        head.addEventFilter(KeyEvent.KEY_PRESSED, this::along);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button expand = icon(wholeIcon, wholeTip, "side-whole", this::toggleWhole);
        Button hide =
                icon(new FontIcon("fth-x"), new Tooltip(Fxml.WORDS.get("side.close")), "side-close", () -> open(false));
        head.getChildren().addAll(space, expand, hide);
        Region line = new Region();
        line.getStyleClass().add("side-head-line");
        VBox.setVgrow(content, Priority.ALWAYS);
        frame.getChildren().addAll(head, line, content);
        grip.getStyleClass().add("side-grip");
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        getChildren().addAll(frame, grip);
        content.getChildren().setAll(current.view());
        setVisible(false);
    }

    private ToggleButton tab(Panel panel) {
        ToggleButton button = new ToggleButton(panel.title());
        button.setId("tab-" + panel.id());
        button.getStyleClass().setAll("toggle-button", "tab-button");
        button.setToggleGroup(group);
        button.setUserData(panel);
        button.setSelected(panel.id().equals(current.id()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> show(panel.id()));
        return button;
    }

    /** Makes the arrow keys move from tab to tab, while Tab skips them. */
    private void along(KeyEvent event) {
        int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int at = group.getToggles().indexOf(event.getTarget());
        if (by == 0 || at < 0 || !(event.getTarget() instanceof ToggleButton button) || !button.isFocusVisible()) {
            return;
        }
        int next = at + by;
        if (next >= 0 && next < panels.size()) {
            show(panels.get(next).id());
            button.requestFocusTraversal(by > 0 ? TraversalDirection.RIGHT : TraversalDirection.LEFT);
        }
        event.consume();
    }

    private static Button icon(FontIcon icon, Tooltip tip, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(icon);
        button.setTooltip(tip);
        button.setAccessibleText(tip.getText());
        button.getStyleClass().setAll("button", "flat");
        button.setOnAction(e -> action.run());
        return button;
    }

    /** The button that opens it while it is hidden. */
    Button opener() {
        Button opener = icon(
                new FontIcon("fth-sidebar"), new Tooltip(Fxml.WORDS.get("side.open")), "side-open", () -> open(true));
        opener.getStyleClass().add("opener");
        return opener;
    }

    /** Whether it has a tab of this id. */
    boolean has(String id) {
        return find(id).isPresent();
    }

    /** Shows a tab by its id, opening the panel if it is hidden. */
    void show(String id) {
        turnTo(find(id).orElseThrow(() -> new IllegalArgumentException("there is no tab " + id + "; there are "
                + String.join(", ", panels.stream().map(Panel::id).toList()))));
        open(true);
    }

    private Optional<Panel> find(String id) {
        return panels.stream().filter(panel -> panel.id().equals(id)).findFirst();
    }

    private void turnTo(Panel panel) {
        if (!panel.id().equals(current.id())) {
            current.shown(false);
            current = panel;
            content.getChildren().setAll(panel.view());
            if (open) {
                panel.shown(true);
            }
        }
        group.getToggles().forEach(t -> t.setSelected(t.getUserData() instanceof Panel p && p.id().equals(panel.id())));
    }

    Panel shown() {
        return current;
    }

    /** Whether it shows what it shows at first. */
    boolean isFirst() {
        return current.equals(panels.getFirst());
    }

    boolean isOpen() {
        return open;
    }

    boolean isWhole() {
        return open && whole;
    }

    void open(boolean wanted) {
        if (wanted != open) {
            open = wanted;
            setVisible(wanted);
            current.shown(wanted);
        }
        if (!wanted) {
            whole(false);
        }
        changed.run();
    }

    void toggle() {
        open(!open);
    }

    void toggleWhole() {
        if (!open) {
            open(true);
        }
        whole(!whole);
    }

    void whole(boolean wanted) {
        whole = wanted;
        pseudoClassStateChanged(WHOLE, wanted);
        wholeIcon.setIconLiteral(wanted ? "fth-minimize-2" : "fth-maximize-2");
        wholeTip.setText(Fxml.WORDS.get(wanted ? "side.shrink" : "side.expand"));
        grip.setVisible(!wanted);
        changed.run();
    }

    /** Its width in a window of the given width: all of it if hardly any sky would be left. */
    double widthIn(double window) {
        if (!open) {
            return 0;
        }
        boolean fills = whole || window < NARROWEST + LEAST_SKY;
        return fills ? window : Math.clamp(chosenWidth, NARROWEST, window - LEAST_SKY);
    }

    private void drag(MouseEvent event) {
        chosenWidth = Math.max(NARROWEST, getWidth() - event.getX() - grip.getLayoutX());
        changed.run();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        frame.resizeRelocate(insets.getLeft(), 0, getWidth() - insets.getLeft(), getHeight());
        grip.resizeRelocate(0, 0, GRIP, getHeight());
    }
}
