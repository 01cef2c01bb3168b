package orrery.ui.film;

/**
 * Pixels as luma and chroma, as in video: ITU-R BT.709, limited range, chroma at half the resolution in each direction.
 * Sides that are not a multiple of the block are padded with the last row and column.
 *
 * <p>Planes contain signed bytes: a sample of 0 is -128, as in jcodec.
 */
final class VideoPlanes {
    private VideoPlanes() {}

    /**
     * Writes the planes of a picture.
     *
     * @param width pixels, even
     * @param height pixels, even
     * @param stride bytes from one row of the luma plane to the next; half of it for chroma
     * @param rows rows of the luma plane
     */
    static void write(int[] pixels, int width, int height, int stride, int rows, byte[][] planes) {
        byte[] luma = planes[0];
        byte[] blue = planes[1];
        byte[] red = planes[2];
        int half = stride / 2;
        for (int y = 0; y < rows; y += 2) {
            int row0 = Math.min(y, height - 2) * width;
            int row1 = row0 + width;
            int at = y * stride;
            int chroma = y / 2 * half;
            for (int x = 0; x < stride; x += 2) {
                int column = Math.min(x, width - 2);
                int a = pixels[row0 + column];
                int b = pixels[row0 + column + 1];
                int c = pixels[row1 + column];
                int d = pixels[row1 + column + 1];
                luma[at + x] = luma(a);
                luma[at + x + 1] = luma(b);
                luma[at + stride + x] = luma(c);
                luma[at + stride + x + 1] = luma(d);
                int r = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
                int g = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
                int u = (a & 255) + (b & 255) + (c & 255) + (d & 255);
                // Coefficients of BT.709 in 16 bits; the sum of four pixels needs two more bits.
                blue[chroma + x / 2] = (byte) ((-6596 * r - 22189 * g + 28784 * u + (1 << 17)) >> 18);
                red[chroma + x / 2] = (byte) ((28784 * r - 26145 * g - 2639 * u + (1 << 17)) >> 18);
            }
        }
    }

    private static byte luma(int pixel) {
        int r = pixel >> 16 & 255;
        int g = pixel >> 8 & 255;
        int b = pixel & 255;
        return (byte) (((11966 * r + 40254 * g + 4064 * b + (1 << 15)) >> 16) + 16 - 128);
    }
}
