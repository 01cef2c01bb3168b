package orrery.ui.fx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/**
 * Images as PNG (W3C, Portable Network Graphics, second edition), eight bits per channel, opaque: JavaFX cannot write
 * them, and its bridge to ImageIO would need all of AWT.
 */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUE_COLOR = 2;

    private Png() {}

    /** An image as the bytes of a file. */
    public static byte[] of(Image image) throws IOException {
        int width = (int) image.getWidth();
        PixelReader reader = image.getPixelReader();
        return of(
                (y, row) -> reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width),
                width,
                (int) image.getHeight());
    }

    /**
     * Pixels as the bytes of a file.
     *
     * @param pixels 0xFFRRGGBB, row by row
     */
    public static byte[] of(int[] pixels, int width, int height) throws IOException {
        return of((y, row) -> System.arraycopy(pixels, y * width, row, 0, width), width, height);
    }

    @FunctionalInterface
    private interface Rows {
        void read(int y, int[] row);
    }

    private static byte[] of(Rows rows, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, TRUE_COLOR, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", pixels(rows, width, height));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] pixels(Rows rows, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(6);
        int[] argb = new int[width];
        byte[] row = new byte[1 + width * 3];
        byte[] above = new byte[width * 3];
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            // Filter 2: each byte minus the one above it.
            row[0] = 2;
            for (int y = 0; y < height; y++) {
                rows.read(y, argb);
                for (int x = 0; x < width; x++) {
                    for (int channel = 0; channel < 3; channel++) {
                        byte value = (byte) (argb[x] >> (16 - 8 * channel));
                        int at = x * 3 + channel;
                        row[1 + at] = (byte) (value - above[at]);
                        above[at] = value;
                    }
                }
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
