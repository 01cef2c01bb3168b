package orrery.ui.orrery;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import orrery.ephemeris.SkyEvent;
import orrery.exchange.EventCalendar;
import orrery.files.PartFile;
import orrery.ui.fx.Words;

/**
 * The button that saves events as a calendar file. The file is created and written off the JavaFX thread.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CalendarSaving {
    private final Words words;
    private final Button button = new Button();
    private Function<String, Optional<Path>> chooser = name -> Optional.empty();

    /**
     * @param shown the events to save
     * @param first the day at the end of the default file name
     * @param messages shows the result
     */
    CalendarSaving(Words words, Supplier<List<SkyEvent>> shown, Supplier<String> first, Consumer<String> messages) {
        this.words = words;
        button.setId("events-save");
        button.getStyleClass().setAll("button", "flat");
        button.setText(words.get("events.save"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDisable(true);
        button.setOnAction(e -> {
            List<SkyEvent> events = shown.get();
            Instant now = Instant.now();
            chooser.apply("events-" + first.get() + ".ics").ifPresent(path -> {
                var _ = CompletableFuture.supplyAsync(() -> write(path, events, now))
                        .thenAccept(written -> Platform.runLater(() -> messages.accept(written)));
            });
        });
    }

    Button button() {
        return button;
    }

    /** Asks for the file: receives the default name, returns nothing if the user cancels. */
    void to(Function<String, Optional<Path>> next) {
        chooser = next;
    }

    /** Writes the file and returns the message to show. */
    private String write(Path path, List<SkyEvent> events, Instant now) {
        StringWriter text = new StringWriter();
        int left = EventCalendar.print(events, now, new PrintWriter(text));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            PartFile.write(path, out -> out.write(bytes));
            return words.count(events.size() - left, "events.saved", events.size() - left, path.getFileName());
        } catch (IOException e) {
            return words.get("events.unsaved", path, String.valueOf(e.getMessage()));
        }
    }
}
