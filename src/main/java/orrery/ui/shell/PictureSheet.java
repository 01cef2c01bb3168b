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
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyFrame;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Numerals;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.Poster;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.telemetry.ExportTarget;

/**
 * Saves the view as a picture of any size. Painting and writing are done aside; the window goes on meanwhile.
 *
 * <p>Confined to the JavaFX thread.
 */
final class PictureSheet extends Overlay {
    private static final int LEAST = 64;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<int[]> SIZES =
            List.of(new int[] {1920, 1080}, new int[] {3840, 2160}, new int[] {4961, 3508}, new int[] {7680, 4320});

    private final SkyModel model;
    private final ExportTarget exports;
    private final Consumer<Notice> notices;
    private final Supplier<List<String>> sheets;
    private final Function<Picture, String> signature;
    private final TextField width = new TextField("3840");
    private final TextField height = new TextField("2160");
    private final CheckBox labels = new CheckBox(Fxml.WORDS.get("picture.labels"));
    private final Label trouble = new Label();
    private final Executor aside =
            task -> Thread.ofVirtual().name("orrery-picture").start(task);

    /**
     * @param sheets the window's style sheets
     * @param signature what stands in the corner of a picture
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
        width.setId("picture-width");
        height.setId("picture-height");
        for (TextField field : List.of(width, height)) {
            field.setPrefColumnCount(5);
            field.setFont(Numerals.font(13));
            field.setOnAction(e -> save());
        }
        width.setAccessibleText(Fxml.WORDS.get("picture.width"));
        height.setAccessibleText(Fxml.WORDS.get("picture.height"));
        Label times = new Label("\u00d7");
        Label pixels = new Label(Fxml.WORDS.get("picture.pixels"));
        pixels.getStyleClass().add("small");
        HBox size = new HBox(8, width, times, height, pixels);
        size.setAlignment(Pos.CENTER_LEFT);
        FlowPane presets = new FlowPane(6, 6);
        for (int[] preset : SIZES) {
            Button button = new Button(preset[0] + " \u00d7 " + preset[1]);
            button.getStyleClass().setAll("button", "outlined");
            button.setOnAction(e -> {
                width.setText(Integer.toString(preset[0]));
                height.setText(Integer.toString(preset[1]));
            });
            presets.getChildren().add(button);
        }
        labels.setSelected(true);
        trouble.getStyleClass().add("refuted-text");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        VBox box = new VBox(14, title, size, presets, labels, trouble, save);
        box.getStyleClass().add("picture-sheet");
        box.setMaxSize(440, Region.USE_PREF_SIZE);
        getChildren().add(box);
    }

    void open() {
        trouble.setText("");
        lay(width);
        width.selectAll();
    }

    private static int side(TextField field) {
        int pixels;
        try {
            pixels = Integer.parseInt(field.getText().strip());
        } catch (NumberFormatException e) {
            pixels = 0;
        }
        boolean sound = pixels >= LEAST && pixels <= Poster.LONGEST;
        field.pseudoClassStateChanged(WRONG, !sound);
        return sound ? pixels : 0;
    }

    private void save() {
        int w = side(width);
        int h = side(height);
        if (w == 0 || h == 0 || (long) w * h > Poster.LARGEST) {
            trouble.setText(Fxml.WORDS.get("picture.size", LEAST, Poster.LONGEST, Poster.LARGEST / 1_000_000));
            return;
        }
        double et = model.clock().et();
        String name = "orrery-" + DateFormat.days(TimeScale.TDB).unlabelled().format(et) + ".png";
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
                .whenComplete((done, thrown) -> Platform.runLater(() -> said(path, thrown)));
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

    private void said(Path path, @Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        notices.accept(
                cause == null
                        ? new Notice(Fxml.WORDS.get("picture.saved", path), false)
                        : new Notice(Fxml.WORDS.get("picture.failed", path, String.valueOf(cause.getMessage())), true));
    }
}
