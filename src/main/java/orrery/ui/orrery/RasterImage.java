package orrery.ui.orrery;

import java.nio.IntBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import orrery.ui.fx.Raster;

/** Rasters as images that share their pixels. Confined to the JavaFX thread. */
final class RasterImage {
    private static final int MOST_KEPT = 8;

    private final PixelBuffer<IntBuffer> buffer;
    private final Image image;

    private RasterImage(Raster raster) {
        buffer = new PixelBuffer<>(
                raster.width(), raster.height(), IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    /** Image buffers by raster; those of another size than the newest are released. */
    static Map<Raster, RasterImage> none() {
        return new IdentityHashMap<>();
    }

    static RasterImage of(Raster raster, Map<Raster, RasterImage> known) {
        RasterImage sheet = known.get(raster);
        if (sheet == null) {
            known.keySet().removeIf(r -> r.width() != raster.width() || r.height() != raster.height());
            if (known.size() >= MOST_KEPT) {
                // More than are in circulation: some of them are no longer drawn on.
                known.clear();
            }
            sheet = new RasterImage(raster);
            known.put(raster, sheet);
        }
        return sheet;
    }

    /** The image, after all its pixels have been rewritten. */
    Image renewed() {
        buffer.updateBuffer(b -> null);
        return image;
    }
}
