package orrery.forge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A second, simple reader of a DAF, written from the required reading alone: it shares no code with the writer or the
 * reader.
 */
final class DafBytes {
    record Summary(
            double start, double end, int target, int center, int frame, int type, int from, int to, String name) {}

    private final ByteBuffer bytes;

    DafBytes(byte[] file) {
        String format = new String(file, 88, 8, StandardCharsets.US_ASCII);
        ByteOrder order = format.equals("LTL-IEEE") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        bytes = ByteBuffer.wrap(file).order(order);
    }

    String text(int offset, int length) {
        byte[] text = new byte[length];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    int integer(int offset) {
        return bytes.getInt(offset);
    }

    double word(int address) {
        return bytes.getDouble((address - 1) * 8);
    }

    String comment() {
        StringBuilder all = new StringBuilder();
        for (int record = 2; record < integer(76); record++) {
            all.append(text((record - 1) * 1024, 1000));
        }
        int end = all.indexOf("\u0004");
        return end < 0 ? "" : all.substring(0, end).replace('\0', '\n');
    }

    List<Summary> summaries() {
        List<Summary> all = new ArrayList<>();
        int record = integer(76);
        while (record != 0) {
            int base = (record - 1) * 1024;
            int count = (int) bytes.getDouble(base + 16);
            for (int i = 0; i < count; i++) {
                int at = base + 24 + 40 * i;
                all.add(new Summary(
                        bytes.getDouble(at),
                        bytes.getDouble(at + 8),
                        integer(at + 16),
                        integer(at + 20),
                        integer(at + 24),
                        integer(at + 28),
                        integer(at + 32),
                        integer(at + 36),
                        text(base + 1024 + 40 * i, 40).stripTrailing()));
            }
            record = (int) bytes.getDouble(base);
        }
        return all;
    }

    double[] body(Summary s) {
        double[] body = new double[s.to - s.from + 1];
        for (int i = 0; i < body.length; i++) {
            body[i] = word(s.from + i);
        }
        return body;
    }

    /**
     * Type 2 position or type 3 position and velocity by the definition T_k(s) = cos(k acos s), summed term by term.
     */
    double[] series(Summary s, double et) {
        double init = word(s.to - 3);
        double granule = word(s.to - 2);
        int size = (int) word(s.to - 1);
        int count = (int) word(s.to);
        int index = Math.min((int) ((et - init) / granule), count - 1);
        int record = s.from + index * size;
        double x = (et - word(record)) / word(record + 1);
        int axes = s.type == 2 ? 3 : 6;
        int terms = (size - 2) / axes;
        double[] out = new double[axes];
        for (int axis = 0; axis < axes; axis++) {
            for (int k = 0; k < terms; k++) {
                out[axis] += word(record + 2 + axis * terms + k)
                        * StrictMath.cos(k * StrictMath.acos(Math.clamp(x, -1.0, 1.0)));
            }
        }
        return out;
    }
}
