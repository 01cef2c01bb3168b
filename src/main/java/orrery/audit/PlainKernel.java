package orrery.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A second evaluator of Chebyshev segments, independent of the reader: it reads single records from the file itself,
 * not through a map, sums T_k(s) by the forward recurrence instead of Clenshaw's, and the derivative by U_k. It shares
 * only the SPK Required Reading with the reader.
 *
 * <p>For use by one thread.
 */
final class PlainKernel implements AutoCloseable {
    private static final int LOCFMT = 88;

    private final FileChannel channel;
    private final ByteOrder order;

    PlainKernel(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        ByteBuffer head = read(0, 96, ByteOrder.BIG_ENDIAN);
        // LOCFMT gives the byte order; files from before 1997 lack it, and ND = 2 reveals it.
        String format = "" + (char) head.get(LOCFMT) + (char) head.get(LOCFMT + 1) + (char) head.get(LOCFMT + 2);
        this.order = switch (format) {
            case "LTL" -> ByteOrder.LITTLE_ENDIAN;
            case "BIG" -> ByteOrder.BIG_ENDIAN;
            default -> head.getInt(8) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        };
    }

    /**
     * The state from a segment of type 2 or 3.
     *
     * @param type 2 or 3
     * @param last address of the segment's last double, 1-based
     * @param begin address of its first
     * @param et TDB seconds past J2000, within the segment
     * @return km and km/s, six numbers
     */
    double[] state(int type, long begin, long last, double et) throws IOException {
        ByteBuffer directory = read((last - 4) * 8, 32, order);
        double init = directory.getDouble(0);
        double length = directory.getDouble(8);
        int size = (int) directory.getDouble(16);
        int count = (int) directory.getDouble(24);
        long index = Math.clamp((long) Math.floor((et - init) / length), 0, count - 1L);
        ByteBuffer granule = read((begin - 1 + index * size) * 8, size * 8, order);
        double mid = granule.getDouble(0);
        double radius = granule.getDouble(8);
        double s = (et - mid) / radius;
        int axes = type == 2 ? 3 : 6;
        int terms = (size - 2) / axes;
        double[] state = new double[6];
        for (int axis = 0; axis < axes; axis++) {
            double[] sums = sums(granule, 2 + axis * terms, terms, s);
            state[axis] = sums[0];
            if (type == 2) {
                state[axis + 3] = sums[1] / radius;
            }
        }
        return state;
    }

    /** Whether one granule answers for an epoch and all epochs within {@code reach} seconds of it. */
    boolean isInside(long last, double et, double reach) throws IOException {
        ByteBuffer directory = read((last - 4) * 8, 32, order);
        double init = directory.getDouble(0);
        double length = directory.getDouble(8);
        return Math.floor((et - reach - init) / length) == Math.floor((et + reach - init) / length);
    }

    /** The first epoch and the length of a segment's granules, seconds. */
    double[] granules(long last) throws IOException {
        ByteBuffer directory = read((last - 4) * 8, 32, order);
        return new double[] {directory.getDouble(0), directory.getDouble(8), directory.getDouble(24)};
    }

    /** The sums of c_k T_k(s) and of c_k T'_k(s) = c_k k U_{k-1}(s). */
    private static double[] sums(ByteBuffer granule, int from, int terms, double s) {
        double before = 1;
        double now = s;
        double under = 0;
        double u = 1;
        double value = granule.getDouble(from * 8);
        double slope = 0;
        for (int k = 1; k < terms; k++) {
            double c = granule.getDouble((from + k) * 8);
            value += c * now;
            slope += c * k * u;
            double next = 2 * s * now - before;
            before = now;
            now = next;
            double above = 2 * s * u - under;
            under = u;
            u = above;
        }
        return new double[] {value, slope};
    }

    private ByteBuffer read(long offset, int bytes, ByteOrder in) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(in);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file ends at byte " + (offset + buffer.position()));
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
