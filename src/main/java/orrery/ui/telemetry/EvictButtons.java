package orrery.ui.telemetry;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.telemetry.Measurement;
import orrery.telemetry.PageMap;
import orrery.telemetry.Pages;
import orrery.telemetry.Telemetry;
import orrery.telemetry.WatchedRegion;
import orrery.ui.fx.Words;

/** One button per mapped kernel, which makes the system drop its pages from memory. JavaFX thread only. */
final class EvictButtons {
    /** The widest button with a file name, pixels: a narrow panel's width. */
    private static final double WIDEST_BUTTON = 320;

    private final Words words;
    private final Telemetry telemetry;
    private final Consumer<String> messages;
    private final FlowPane view = new FlowPane(6, 6);
    private TelemetrySnapshot shot = TelemetrySnapshot.NONE;

    /** @param messages receives progress and result as sentences */
    EvictButtons(Words words, Telemetry telemetry, Consumer<String> messages) {
        this.words = words;
        this.telemetry = telemetry;
        this.messages = messages;
    }

    Node view() {
        return view;
    }

    /**
     * Offers the kernels of a snapshot.
     *
     * @return whether the buttons have changed
     */
    boolean offer(TelemetrySnapshot now) {
        shot = now;
        List<String> names =
                shot.pages().map(sample -> List.copyOf(sample.maps().keySet())).orElse(List.of());
        if (view.getChildren().stream().map(Node::getUserData).toList().equals(names)) {
            return false;
        }
        view.getChildren().clear();
        for (String name : names) {
            Button evict = new Button(words.get("telemetry.evict", name), new FontIcon("fth-log-out"));
            evict.setUserData(name);
            evict.setMaxWidth(WIDEST_BUTTON);
            evict.setTooltip(new Tooltip(name));
            evict.setMnemonicParsing(false);
            evict.getStyleClass().add("outlined");
            evict.setOnAction(_ -> evict(name));
            view.getChildren().add(evict);
        }
        return true;
    }

    private void evict(String name) {
        shot.pages()
                .flatMap(pages -> Objects.requireNonNullElse(
                                pages.maps().get(name), Measurement.<PageMap>notAvailable("gone"))
                        .value())
                .ifPresent(map -> evict(map.region()));
    }

    private void evict(WatchedRegion region) {
        messages.accept(words.get("telemetry.evicting", region.name()));
        var _ = telemetry
                .evict(region)
                .thenAccept(result -> Platform.runLater(() -> messages.accept(eviction(region, result))));
    }

    private String eviction(WatchedRegion region, Measurement<Pages.Eviction> result) {
        return switch (result) {
            case Measurement.Value<Pages.Eviction>(Pages.Eviction eviction) ->
                words.get(
                        "telemetry.evicted",
                        region.name(),
                        FigureText.whole(eviction.dropped()),
                        FigureText.whole(eviction.before()));
            case Measurement.NotAvailable<Pages.Eviction>(String why) ->
                words.get("telemetry.evicted.not", region.name(), why);
        };
    }
}
