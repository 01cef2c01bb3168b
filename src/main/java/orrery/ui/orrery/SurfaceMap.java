package orrery.ui.orrery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jcodec.codecs.mjpeg.JpegDecoder;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import orrery.spk.NaifIds;

/**
 * A body's surface from a map that spacecraft have made: simple cylindrical, north above, 180 degrees west at the left
 * edge, longitudes increasing eastward in the body's IAU frame. Where the maps are from, and what was done to them, is
 * in {@code assets/maps/LICENSES.md}.
 *
 * <p>The decoder is written in Java, so that the colors are the same on every machine. Immutable, thread-safe.
 */
final class SurfaceMap implements BodySkin {
    private static final String MAPS = "/orrery/assets/maps/";
    private static final int LARGEST = 4096;
    private static final int MARKER = 2;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final double polar;

    private SurfaceMap(int width, int height, int[] pixels, double polar) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.polar = polar;
    }

    /** The map of a body; empty if there is none, or if it cannot be decoded. */
    static Optional<SurfaceMap> of(BodyLook look) {
        int id = look.body().id();
        try (InputStream in = SurfaceMap.class.getResourceAsStream(MAPS + id + ".jpg")) {
            // Latitudes on maps of the Earth are those of the vertical.
            double ratio = id == NaifIds.EARTH ? 1 - look.flattening() : 1;
            return in == null ? Optional.empty() : decode(in.readAllBytes(), 1 / (ratio * ratio));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Decodes a JPEG file (ISO/IEC 10918-1, baseline, YCbCr without subsampling).
     *
     * @param polar by how much z must be stretched for latitudes to be those of the map; 1 for a sphere
     * @return empty if the file is damaged or of another kind
     */
    static Optional<SurfaceMap> decode(byte[] jpeg, double polar) {
        try {
            // Without the first marker, on which the decoder would print a warning.
            ByteBuffer data =
                    ByteBuffer.wrap(jpeg, MARKER, jpeg.length - MARKER).slice();
            JpegDecoder decoder = new JpegDecoder();
            var kind = decoder.getCodecMeta(data.duplicate());
            int across = kind.getSize().getWidth();
            int height = kind.getSize().getHeight();
            if (kind.getColor() != ColorSpace.YUV444J || across != 2 * height || across > LARGEST || across % 16 != 0) {
                return Optional.empty();
            }
            Picture picture = Picture.create(across, height, ColorSpace.YUV444J);
            int[] pixels = colors(decoder.decodeFrame(data, picture.getData()), across * height);
            smooth(pixels, across, height);
            return Optional.of(new SurfaceMap(across, height, pixels, polar));
        } catch (RuntimeException e) {
            // The decoder checks nothing: what is wrong in a file shows as an index out of bounds, or the like.
            return Optional.empty();
        }
    }

    /** YCbCr to RGB as in JFIF (ITU-T T.871, section 7); samples are signed bytes, 128 less than in the file. */
    private static int[] colors(Picture picture, int count) {
        byte[] luma = picture.getPlaneData(0);
        byte[] blue = picture.getPlaneData(1);
        byte[] red = picture.getPlaneData(2);
        int[] pixels = new int[count];
        for (int i = 0; i < count; i++) {
            double y = luma[i] + 128.5;
            int r = (int) Math.clamp(y + 1.402 * red[i], 0.0, 255.0);
            int g = (int) Math.clamp(y - 0.344136 * blue[i] - 0.714136 * red[i], 0.0, 255.0);
            int b = (int) Math.clamp(y + 1.772 * blue[i], 0.0, 255.0);
            pixels[i] = (r << 16) | (g << 8) | b;
        }
        return pixels;
    }

    /** Toward the poles pixels become narrow on the ground: there each is the mean of its neighbors along the row. */
    private static void smooth(int[] pixels, int width, int height) {
        int[] row = new int[width];
        for (int line = 0; line < height; line++) {
            double cos = Math.sin(Math.PI * (line + 0.5) / height);
            int reach = (int) Math.min(0.5 / cos, width / 2.0 - 1);
            if (reach == 0) {
                continue;
            }
            int start = line * width;
            System.arraycopy(pixels, start, row, 0, width);
            int r = 0;
            int g = 0;
            int b = 0;
            for (int i = -reach; i < width + reach; i++) {
                int in = row[Math.floorMod(i, width)];
                r += (in >> 16) & 255;
                g += (in >> 8) & 255;
                b += in & 255;
                if (i >= reach) {
                    int count = 2 * reach + 1;
                    pixels[start + i - reach] = ((r / count) << 16) | ((g / count) << 8) | (b / count);
                    int out = row[Math.floorMod(i - 2 * reach, width)];
                    r -= (out >> 16) & 255;
                    g -= (out >> 8) & 255;
                    b -= out & 255;
                }
            }
        }
    }

    /** Pixels per turn. */
    int width() {
        return width;
    }

    @Override
    public int color(double x, double y, double z) {
        double latitude = Math.atan2(z * polar, Math.hypot(x, y));
        double u = (Math.atan2(y, x) / (2 * Math.PI) + 0.5) * width - 0.5;
        double v = Math.clamp((0.5 - latitude / Math.PI) * height - 0.5, 0.0, height - 1.0);
        int column = (int) Math.floor(u);
        int line = (int) v;
        int below = Math.min(line + 1, height - 1);
        int left = Math.floorMod(column, width);
        int right = Math.floorMod(column + 1, width);
        double share = u - column;
        return BodyPainter.mix(
                BodyPainter.mix(pixels[line * width + left], pixels[line * width + right], share),
                BodyPainter.mix(pixels[below * width + left], pixels[below * width + right], share),
                v - line);
    }
}
