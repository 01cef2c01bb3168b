package orrery.ui.orrery;

import java.util.List;
import javafx.scene.image.WritableImage;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.ui.fx.Raster;

/**
 * The sky as a picture of any size, without the window. Lines, marks and text grow with the picture, so that it looks
 * the same from proportionally farther away.
 */
public final class Poster {
    /** A picture whose sides have this many pixels shows marks and text at their size in the window. */
    private static final double ORDINARY = 900;

    /** The longest side that can be drawn, pixels. */
    public static final int LONGEST = 16_384;

    /** The most pixels that can be drawn. */
    public static final long LARGEST = 100_000_000;

    private Poster() {}

    /** The sky as the model has it now, with names and measures. JavaFX thread only; it computes what is drawn. */
    public static WritableImage of(SkyModel model, int width, int height, List<String> sheets) {
        model.follow();
        SkyFrame frame = model.service().compute(model.clock().et());
        model.aim(frame);
        SkyPaths paths = model.service().computePaths(frame.et(), model.wish());
        Camera camera = model.rig().camera();
        return compose(paint(frame, paths, camera, model.style().get(), width, height), true, "", sheets);
    }

    /** Paints the sky; on any thread, preferably not the JavaFX thread. */
    public static Picture paint(SkyFrame frame, SkyPaths paths, Camera camera, SkyStyle style, int width, int height) {
        return new SkyPainter().paint(new Raster(width, height), frame, paths, camera, viewport(width, height), style);
    }

    /** The viewport of a picture of this size: its contents scale with its shorter side. */
    public static Viewport viewport(int width, int height) {
        return new Viewport(width, height, 0, 0, Math.max(1, Math.min(width, height) / ORDINARY));
    }

    /**
     * Puts the text on a painted sky. JavaFX thread only.
     *
     * @param named whether to include names and measures
     * @param words the text in the corner; none if empty
     * @param sheets the window's style sheets
     */
    public static WritableImage compose(Picture picture, boolean named, String words, List<String> sheets) {
        Viewport viewport = picture.viewport();
        WritableImage image = new WritableImage(viewport.width(), viewport.height());
        new PictureComposer(viewport, picture.style().theme(), sheets).compose(picture, named, words, "", image);
        return image;
    }
}
