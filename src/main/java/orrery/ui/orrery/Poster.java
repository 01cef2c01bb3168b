package orrery.ui.orrery;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/**
 * The sky as a picture of any size, without the window about it. Lines, marks and words grow with the picture, so that it
 * looks the same from as many steps away.
 */
public final class Poster {
    /** Sides of this many pixels show marks and words in the size that they have in the window. */
    private static final double ORDINARY = 900;

    /** The longest side that can be drawn, pixels. */
    public static final int LONGEST = 16_384;

    /** The most pixels that can be drawn. */
    public static final long LARGEST = 100_000_000;

    private Poster() {}

    /** Paints the sky; any thread, and best not the window's. */
    public static Picture paint(SkyFrame frame, SkyPaths paths, Camera camera, SkyStyle style, int width, int height) {
        double scale = Math.max(1, Math.min(width, height) / ORDINARY);
        Viewport viewport = new Viewport(width, height, 0, 0, scale);
        return new SkyPainter().paint(new Raster(width, height), frame, paths, camera, viewport, style);
    }

    /**
     * Puts the words on a painted sky. JavaFX thread only.
     *
     * @param named whether names and measures stand in it
     * @param words what stands in the corner; nothing if empty
     * @param sheets the window's style sheets
     */
    public static WritableImage compose(Picture picture, boolean named, String words, List<String> sheets) {
        Theme theme = picture.style().theme();
        Viewport viewport = picture.viewport();
        double scale = viewport.scale();
        ImageView image = new ImageView(
                RasterImage.of(picture.raster(), RasterImage.none()).renewed());
        image.setSmooth(false);
        image.setFitWidth(viewport.width() / scale);
        image.setFitHeight(viewport.height() / scale);
        LabelLayer labels = new LabelLayer();
        Label corner = new Label(words);
        corner.getStyleClass().add("sky-caption");
        Pane pane = new Pane(image, labels, corner);
        Scene scene = new Scene(pane, viewport.width() / scale, viewport.height() / scale);
        theme.dress(scene, sheets);
        if (named) {
            labels.show(picture, picture.style(), true);
            pane.applyCss();
            pane.layout();
            // Sizes of words are known only now that they are styled.
            labels.show(picture, picture.style(), true);
        }
        pane.applyCss();
        corner.autosize();
        corner.relocate(20, viewport.height() / scale - 16 - corner.getHeight());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(theme.palette().space());
        parameters.setViewport(new Rectangle2D(0, 0, viewport.width(), viewport.height()));
        return pane.snapshot(parameters, new WritableImage(viewport.width(), viewport.height()));
    }
}
