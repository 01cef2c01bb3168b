package orrery.ui.orrery;

import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/**
 * Puts text on painted skies of one size: names, measures, a line in the corner, and a caption. The text on a picture
 * depends only on that picture, not on earlier ones.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class PictureComposer {
    private static final double CORNER = 20;
    private static final double CORNER_BOTTOM = 16;
    /** The width of a caption, as a share of the picture's. */
    private static final double CAPTION_WIDTH = 0.7;

    private static final double CAPTION_BOTTOM = 48;
    /** The height of a picture from which on a caption has its full size. */
    private static final double ORDINARY = 720;

    private static final double LARGE = 20;
    private static final double SMALL = 12;

    private final double width;
    private final double height;
    private final double scale;
    private final ImageView image = new ImageView();
    private final LabelLayer labels = new LabelLayer();
    private final Label corner = new Label();
    private final Label caption = new Label();
    private final Pane pane = new Pane(image, labels, corner, caption);
    private final SnapshotParameters parameters = new SnapshotParameters();
    private final Map<Raster, RasterImage> rasters = RasterImage.none();

    /**
     * @param viewport the size of every picture
     * @param theme colors of the text
     * @param sheets the window's style sheets
     */
    public PictureComposer(Viewport viewport, Theme theme, List<String> sheets) {
        scale = viewport.scale();
        width = viewport.width() / scale;
        height = viewport.height() / scale;
        image.setSmooth(false);
        image.setFitWidth(width);
        image.setFitHeight(height);
        corner.getStyleClass().add("sky-caption");
        caption.getStyleClass().add("film-caption");
        caption.setWrapText(true);
        caption.setMaxWidth(width * CAPTION_WIDTH);
        caption.setStyle("-fx-font-size: " + letters(width, height) + "px;");
        theme.dress(new Scene(pane, width, height), sheets);
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(theme.palette().space());
        parameters.setViewport(new Rectangle2D(0, 0, viewport.width(), viewport.height()));
    }

    /** The size of a caption's letters: on a small picture it must not hide what it is about. */
    static double letters(double width, double height) {
        return Math.clamp(LARGE * Math.min(width * 9 / 16, height) / ORDINARY, SMALL, LARGE);
    }

    /**
     * Composes one picture.
     *
     * @param named whether to include names and measures
     * @param words the text in the corner; none if empty
     * @param captionText the caption; none if empty
     * @param into an image of the viewport's size
     */
    public void compose(Picture picture, boolean named, String words, String captionText, WritableImage into) {
        compose(
                picture,
                words,
                captionText,
                into,
                named ? () -> labels.show(picture, picture.style(), true) : () -> {});
    }

    /**
     * Composes one frame of a film, with names that have been placed already.
     *
     * @param names where the names are
     * @param words as above
     * @param captionText as above
     * @param into as above
     */
    public void compose(Picture picture, List<ShownName> names, String words, String captionText, WritableImage into) {
        compose(picture, words, captionText, into, () -> labels.show(picture, names));
    }

    private void compose(Picture picture, String words, String captionText, WritableImage into, Runnable names) {
        image.setImage(RasterImage.of(picture.raster(), rasters).renewed());
        corner.setText(words);
        caption.setText(captionText);
        caption.setVisible(!captionText.isEmpty());
        names.run();
        pane.applyCss();
        pane.layout();
        // Text sizes are known only after styling.
        names.run();
        pane.applyCss();
        corner.autosize();
        corner.relocate(CORNER, height - CORNER_BOTTOM - corner.getHeight());
        caption.autosize();
        caption.relocate((width - caption.getWidth()) / 2, height - CAPTION_BOTTOM - caption.getHeight());
        pane.snapshot(parameters, into);
    }
}
