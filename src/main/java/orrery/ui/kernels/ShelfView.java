package orrery.ui.kernels;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.library.Appraisal;
import orrery.library.KernelCondition;
import orrery.library.KernelOrigin;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The page of kernels: those on the shelf in loading order, the effect of a change, and what else was found and where.
 * Cards are moved by their handles, or with Alt and the arrow keys. JavaFX thread only.
 */
final class ShelfView implements WorkbenchPage {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    /** The texts of the cards. */
    private record CardTexts(List<Shelf.Item> items, List<String> stale, boolean dark) {}

    private final WorkbenchModel hub;
    private final Words words;
    private final Runnable chooseFiles;
    private final Runnable addFiles;
    private final Consumer<Path> inspect;
    private final Parent view;
    private final FoundList found;
    private Palette palette = Palette.DARK;
    private Path inspected = Path.of("");
    private CardTexts shownCards = new CardTexts(List.of(), List.of(), true);
    private int dragFrom = -1;
    private int dragTo = -1;

    @FXML
    private VBox cards;

    @FXML
    private VBox effect;

    @FXML
    private VBox changes;

    @FXML
    private VBox foundCards;

    @FXML
    private Label unused;

    @FXML
    private TextField filter;

    @FXML
    private MenuButton sessions;

    @FXML
    private Label hint;

    /**
     * @param handover takes files dropped on the list, of whatever kind
     * @param chooseFiles opens the dialog and shows the chosen files instead
     * @param addFiles opens the dialog and puts the chosen files on top
     * @param inspect called with the clicked kernel
     */
    ShelfView(WorkbenchModel hub, Handover handover, Runnable chooseFiles, Runnable addFiles, Consumer<Path> inspect) {
        this.hub = hub;
        this.words = hub.words();
        this.chooseFiles = chooseFiles;
        this.addFiles = addFiles;
        this.inspect = inspect;
        this.view = Views.load(KernelsPanel.class, "shelf.fxml", this, words);
        this.found = new FoundList(hub, foundCards, filter, inspect);
        view.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        view.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                handover.take(
                        event.getDragboard().getFiles().stream()
                                .map(File::toPath)
                                .toList(),
                        kernels -> hub.loading().add(kernels, KernelOrigin.DROPPED));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void palette(Palette colors) {
        palette = colors;
        refresh();
    }

    @FXML
    void choose() {
        chooseFiles.run();
    }

    @FXML
    void addMore() {
        addFiles.run();
    }

    @FXML
    void apply() {
        hub.loading().apply();
    }

    @FXML
    void revert() {
        hub.loading().revert();
    }

    @FXML
    void findAgain() {
        hub.find();
    }

    /** Marks the inspected kernel. */
    void inspected(Path path) {
        inspected = path;
        List<Shelf.Item> items = hub.shelf().items();
        for (int i = 0; i < Math.min(items.size(), cards.getChildren().size()); i++) {
            cards.getChildren()
                    .get(i)
                    .pseudoClassStateChanged(CHOSEN, items.get(i).path().equals(path));
        }
    }

    @Override
    public void refresh() {
        List<Shelf.Item> items = hub.shelf().items();
        CardTexts now = new CardTexts(
                items, items.stream().map(i -> hub.stale(i.path()).orElse("")).toList(), palette.dark());
        // Unchanged cards are not replaced, because one of them may be in use.
        if (!now.equals(shownCards)) {
            shownCards = now;
            rebuild(items);
        }
        hint.setText(words.get(items.size() > 1 ? "shelf.order" : "kernels.drop"));
        FormParts.say(
                unused,
                hub.unused().isEmpty() ? "" : words.get("shelf.unused", String.join("\n", hub.unused())),
                false);
        refreshEffect();
        found.refresh();
        SessionMenu.fill(sessions, hub);
    }

    private void rebuild(List<Shelf.Item> items) {
        int focused = focusedCard();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            nodes.add(card(items.get(i), i, items.size()));
        }
        cards.getChildren().setAll(nodes);
        if (focused >= 0 && focused < nodes.size()) {
            nodes.get(focused).requestFocus();
        }
    }

    private int focusedCard() {
        for (int i = 0; i < cards.getChildren().size(); i++) {
            if (cards.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void refreshEffect() {
        boolean pending = hub.shelf().isPending();
        effect.setVisible(pending);
        effect.setManaged(pending);
        if (!pending) {
            return;
        }
        changes.getChildren()
                .setAll(LoadingEffect.of(hub.shelf().changes(), words).stream()
                        .map(CardParts::small)
                        .toList());
    }

    private Node card(Shelf.Item item, int index, int count) {
        Appraisal kernel = item.appraisal();
        FontIcon grip = new FontIcon("fth-menu");
        HBox handle = new HBox(grip);
        handle.getStyleClass().add("kernel-handle");
        handle.setId("handle-" + index);
        Tooltip.install(handle, new Tooltip(words.get("shelf.handle")));
        CheckBox box = new CheckBox();
        box.setId("enable-" + index);
        box.setSelected(item.enabled());
        box.setAccessibleText(words.get("shelf.enable", kernel.name()));
        box.setOnAction(e -> {
            hub.shelf().enable(index, box.isSelected());
            hub.changed();
        });
        Rectangle swatch = new Rectangle(3, 14);
        swatch.setFill(item.enabled() ? KernelChart.kernel(hub.shelf().tint(item.path()), palette) : palette.line());
        Button drop = new Button();
        drop.setGraphic(new FontIcon("fth-x"));
        drop.getStyleClass().setAll("button", "flat");
        drop.setId("remove-" + index);
        drop.setTooltip(new Tooltip(words.get("shelf.remove")));
        drop.setAccessibleText(words.get("shelf.remove"));
        drop.setOnAction(e -> {
            hub.shelf().remove(index);
            hub.changed();
        });
        HBox head = new HBox(
                8,
                handle,
                box,
                swatch,
                CardParts.name(kernel),
                CardParts.gap(),
                CardParts.place(item.place(), words),
                drop);
        head.getStyleClass().add("kernel-head");
        VBox card = new VBox(head);
        card.setId("card-" + index);
        card.getStyleClass().add("kernel-card");
        card.pseudoClassStateChanged(OFF, !item.enabled());
        card.pseudoClassStateChanged(CHOSEN, kernel.path().equals(inspected));
        kernel.contents().ifPresent(c -> card.getChildren().add(CardParts.indented(CardParts.detail(c, words))));
        kernel.auxiliary().ifPresent(a -> card.getChildren().add(CardParts.indented(CardParts.detail(a, words))));
        if (kernel.condition() != KernelCondition.SOUND) {
            card.getChildren().add(CardParts.problem(kernel.reason()));
        }
        hub.stale(kernel.path()).ifPresent(why -> card.getChildren().add(CardParts.problem(why)));
        if (!item.note().isEmpty()) {
            card.getChildren().add(CardParts.problem(item.note()));
        }
        card.setFocusTraversable(true);
        card.setAccessibleText(words.get(
                "shelf.card", kernel.name(), index + 1, count, words.get(item.enabled() ? "shelf.on" : "shelf.off")));
        card.setOnMouseClicked(e -> {
            card.requestFocus();
            inspect.accept(kernel.path());
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, e -> keyed(e, index));
        handle.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            dragFrom = index;
            dragTo = index;
        });
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        handle.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> released());
        return card;
    }

    private void keyed(KeyEvent event, int index) {
        int count = hub.shelf().items().size();
        boolean taken = true;
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            int to = index + (event.getCode() == KeyCode.UP ? -1 : 1);
            if (to >= 0 && to < count) {
                move(index, to);
                cards.getChildren().get(to).requestFocus();
            }
        } else {
            switch (event.getCode()) {
                case UP, DOWN -> {
                    int to = Math.clamp(index + (event.getCode() == KeyCode.UP ? -1 : 1), 0, count - 1);
                    cards.getChildren().get(to).requestFocus();
                }
                case SPACE -> {
                    hub.shelf().enable(index, !hub.shelf().items().get(index).enabled());
                    hub.changed();
                }
                case DELETE, BACK_SPACE -> {
                    hub.shelf().remove(index);
                    hub.changed();
                }
                case ENTER -> inspect.accept(hub.shelf().items().get(index).path());
                default -> taken = false;
            }
        }
        if (taken) {
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        int over = cardAt(event.getSceneY());
        if (over >= 0 && over != dragTo) {
            dragTo = over;
            for (int i = 0; i < cards.getChildren().size(); i++) {
                cards.getChildren().get(i).pseudoClassStateChanged(TARGET, i == dragTo && dragTo != dragFrom);
            }
        }
        event.consume();
    }

    private int cardAt(double sceneY) {
        List<Node> nodes = cards.getChildren();
        for (int i = 0; i < nodes.size(); i++) {
            Bounds bounds = nodes.get(i).localToScene(nodes.get(i).getBoundsInLocal());
            if (sceneY <= bounds.getMaxY() || i == nodes.size() - 1) {
                return i;
            }
        }
        return -1;
    }

    private void released() {
        if (dragFrom >= 0 && dragTo >= 0 && dragFrom != dragTo) {
            move(dragFrom, dragTo);
        }
        dragFrom = -1;
        dragTo = -1;
    }

    private void move(int from, int to) {
        hub.shelf().move(from, to);
        hub.changed();
    }
}
