package orrery.ui.telemetry;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Objects;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Pixels written one by one and drawn as one image, for charts with many cells. JavaFX thread only. */
final class PixelImage {
    private int width;
    private int height;
    private int[] pixels = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable WritableImage image;

    /** Sets the size and makes it fully transparent. */
    void clear(int wide, int high) {
        if (wide != width || high != height || buffer == null) {
            width = wide;
            height = high;
            pixels = new int[wide * high];
            buffer = new PixelBuffer<>(wide, high, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        } else {
            Arrays.fill(pixels, 0);
        }
    }

    int width() {
        return width;
    }

    /** Sets one pixel to an opaque color; does nothing outside the image. */
    void set(int x, int y, int argb) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            pixels[y * width + x] = argb;
        }
    }

    /** The image of everything written since it was cleared. */
    WritableImage drawn() {
        Objects.requireNonNull(buffer, "clear first").updateBuffer(_ -> null);
        return Objects.requireNonNull(image, "clear first");
    }
}
