package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.library.Appraisal;
import orrery.library.KernelCondition;
import orrery.library.KernelOrigin;
import orrery.ui.fx.Words;

/**
 * The kernels in the known places that are not on the list: each with its problems, to be added, inspected, or
 * forgotten. JavaFX thread only.
 */
final class FoundList {
    private static final int MOST_FOUND = 80;

    private final WorkbenchModel hub;
    private final Words words;
    private final VBox cards;
    private final TextField filter;
    private final Consumer<Path> inspect;
    private List<Shelf.Item> shown = List.of();

    /**
     * @param cards receives one card per kernel
     * @param filter text that a name must contain
     * @param inspect called with the clicked kernel
     */
    FoundList(WorkbenchModel hub, VBox cards, TextField filter, Consumer<Path> inspect) {
        this.hub = hub;
        this.words = hub.words();
        this.cards = cards;
        this.filter = filter;
        this.inspect = inspect;
        filter.textProperty().addListener(o -> refresh());
        filter.setAccessibleText(words.get("found.filter.accessible"));
    }

    /** Shows the kernels found whose names match the filter. */
    void refresh() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        List<Shelf.Item> all = hub.found().stream()
                .filter(i -> wanted.isEmpty()
                        || i.appraisal().name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (!all.isEmpty() && all.equals(shown)) {
            return;
        }
        shown = all;
        List<Node> nodes = new ArrayList<>();
        for (Shelf.Item item : all.subList(0, Math.min(all.size(), MOST_FOUND))) {
            nodes.add(card(item));
        }
        if (all.size() > MOST_FOUND) {
            nodes.add(CardParts.small(words.get("found.more", KernelText.grouped(all.size() - MOST_FOUND))));
        }
        if (all.isEmpty()) {
            nodes.add(CardParts.small(words.get(
                    hub.isLooking() ? "found.looking" : wanted.isEmpty() ? "found.none" : "found.nomatch",
                    hub.tasks().places().shipped(),
                    hub.tasks().places().user())));
        }
        cards.getChildren().setAll(nodes);
    }

    private Node card(Shelf.Item item) {
        Appraisal kernel = item.appraisal();
        HBox head = new HBox(8, CardParts.name(kernel), CardParts.gap(), CardParts.place(item.place(), words));
        head.getStyleClass().add("kernel-head");
        boolean meta = kernel.condition() == KernelCondition.META_KERNEL;
        if (kernel.loadable() || meta) {
            Button add = new Button(words.get("found.add"));
            add.getStyleClass().setAll("button", "outlined", "slim");
            add.setMinWidth(Region.USE_PREF_SIZE);
            add.setAccessibleText(words.get("found.add.accessible", kernel.name()));
            add.setOnAction(e -> {
                if (meta) {
                    hub.loading().add(List.of(kernel.path()), item.place());
                } else {
                    hub.loading().take(List.of(item));
                }
            });
            head.getChildren().add(add);
        } else {
            Label condition =
                    new Label(words.get("condition." + kernel.condition().name().toLowerCase(Locale.ROOT)));
            condition.getStyleClass().addAll("kernel-detail", "refuted-text");
            condition.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(condition);
            if (item.place() == KernelOrigin.RECENT) {
                Button forget = new Button(words.get("found.forget"));
                forget.getStyleClass().setAll("button", "outlined", "slim");
                forget.setMinWidth(Region.USE_PREF_SIZE);
                forget.setAccessibleText(words.get("found.forget.accessible", kernel.name()));
                forget.setOnAction(e -> hub.forget(kernel.path()));
                head.getChildren().add(forget);
            }
        }
        VBox card = new VBox(head);
        card.getStyleClass().addAll("kernel-card", "kernel-found");
        kernel.contents().ifPresent(c -> card.getChildren().add(CardParts.small(CardParts.detail(c, words))));
        kernel.auxiliary().ifPresent(a -> card.getChildren().add(CardParts.small(CardParts.detail(a, words))));
        if (kernel.condition() != KernelCondition.SOUND && !kernel.reason().isEmpty()) {
            card.getChildren().add(CardParts.small(kernel.reason()));
        }
        card.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && kernel.loadable()) {
                hub.loading().take(List.of(item));
            } else {
                inspect.accept(kernel.path());
            }
        });
        return card;
    }
}
