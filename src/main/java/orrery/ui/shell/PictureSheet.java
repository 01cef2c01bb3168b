package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyFrame;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.Poster;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.telemetry.ExportTarget;

/**
 * Saves the view as a picture of any size. Painting and writing run in the background while the window continues.
 *
 * <p>Confined to the JavaFX thread.
 */
final class PictureSheet extends Overlay {
    private static final int LEAST = 64;
    private static final List<SizeFields.Size> SIZES = List.of(
            new SizeFields.Size(1920, 1080),
            new SizeFields.Size(3840, 2160),
            new SizeFields.Size(4961, 3508),
            new SizeFields.Size(7680, 4320));

    private final SkyModel model;
    private final ExportTarget exports;
    private final Consumer<Notice> notices;
    private final Supplier<List<String>> sheets;
    private final Function<Picture, String> signature;
    private final SizeFields size = new SizeFields("picture", LEAST, Poster.LONGEST, SIZES, this::save);
    private final CheckBox labels = new CheckBox(Fxml.WORDS.get("picture.labels"));
    private final Label trouble = new Label();
    private final Executor aside =
            task -> Thread.ofVirtual().name("orrery-picture").start(task);

    /**
     * @param sheets the window's style sheets
     * @param signature the text in the corner of a picture
     */
    PictureSheet(
            SkyModel model,
            ExportTarget exports,
            Consumer<Notice> notices,
            Supplier<List<String>> sheets,
            Function<Picture, String> signature) {
        this.model = model;
        this.exports = exports;
        this.notices = notices;
        this.sheets = sheets;
        this.signature = signature;
        setId("picture-sheet");
        Label title = new Label(Fxml.WORDS.get("picture.title"));
        title.getStyleClass().add("subtitle");
        Button save = new Button(Fxml.WORDS.get("picture.save"));
        save.getStyleClass().setAll("button", "primary");
        save.setId("picture-save");
        save.setOnAction(e -> save());
        labels.setSelected(true);
        trouble.getStyleClass().add("refuted-text");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        VBox box = new VBox(14, title, size, labels, trouble, save);
        box.getStyleClass().add("picture-sheet");
        box.setMaxSize(440, Region.USE_PREF_SIZE);
        getChildren().add(box);
    }

    void open() {
        trouble.setText("");
        lay(size.first());
        size.first().selectAll();
    }

    private void save() {
        Optional<SizeFields.Size> wanted = size.size();
        int w = wanted.map(SizeFields.Size::width).orElse(0);
        int h = wanted.map(SizeFields.Size::height).orElse(0);
        if (wanted.isEmpty() || (long) w * h > Poster.LARGEST) {
            trouble.setText(Fxml.WORDS.get("picture.size", LEAST, Poster.LONGEST, Poster.LARGEST / 1_000_000));
            return;
        }
        double et = model.clock().et();
        String name = "orrery-" + EpochFormat.days(TimeScale.TDB).unlabeled().format(et) + ".png";
        Optional<Path> file =
                exports.choose(getScene() == null ? null : getScene().getWindow(), name);
        if (file.isEmpty()) {
            return;
        }
        close();
        notices.accept(new Notice(Fxml.WORDS.get("picture.painting"), false));
        Path path = file.get();
        boolean worded = labels.isSelected();
        Camera camera = model.rig().camera();
        SkyStyle style = model.style().get();
        var _ = CompletableFuture.supplyAsync(() -> paint(et, camera, style, w, h), aside)
                .thenApplyAsync(picture -> image(picture, worded), Platform::runLater)
                .thenAcceptAsync(image -> write(path, image), aside)
                .whenComplete((done, thrown) -> Platform.runLater(() -> report(path, thrown)));
    }

    private Picture paint(double et, Camera camera, SkyStyle style, int w, int h) {
        SkyFrame frame = model.service().compute(et);
        return Poster.paint(frame, model.service().computePaths(et), camera, style, w, h);
    }

    private WritableImage image(Picture picture, boolean worded) {
        return Poster.compose(picture, worded, worded ? signature.apply(picture) : "", sheets.get());
    }

    private void write(Path path, WritableImage image) {
        try {
            exports.picture(path, image);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void report(Path path, @Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        notices.accept(
                cause == null
                        ? new Notice(Fxml.WORDS.get("picture.saved", path), false)
                        : new Notice(Fxml.WORDS.get("picture.failed", path, String.valueOf(cause.getMessage())), true));
    }
}
