package orrery.stand;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The answers of a reader to {@link StandQueries}, in their order: six numbers each, or refused.
 *
 * <p>May be read by many threads once it is filled.
 */
public final class StandAnswers {
    private static final int WIDTH = 6;

    private final double[] states;
    private final boolean[] refused;

    public StandAnswers(int size) {
        states = new double[size * WIDTH];
        refused = new boolean[size];
    }

    /** The number of answers. */
    public int size() {
        return refused.length;
    }

    /** Whether a query was refused. */
    public boolean isRefused(int i) {
        return refused[i];
    }

    /** One component of an answer, km or km/s. */
    public double get(int i, int component) {
        return states[i * WIDTH + component];
    }

    /** The number of answered queries. */
    public int answered() {
        int count = 0;
        for (boolean one : refused) {
            count += one ? 0 : 1;
        }
        return count;
    }

    /** Stores an answer. */
    public void answer(int i, double[] out) {
        System.arraycopy(out, 0, states, i * WIDTH, WIDTH);
    }

    /** Stores a refusal. */
    public void refuse(int i) {
        refused[i] = true;
    }

    /** Whether an answer equals this one, bit for bit. */
    boolean isSame(int i, double[] out) {
        long difference = 0;
        for (int c = 0; c < WIDTH; c++) {
            difference |= Double.doubleToRawLongBits(out[c]) ^ Double.doubleToRawLongBits(states[i * WIDTH + c]);
        }
        return difference == 0 && !refused[i];
    }

    void write(Path file) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(size() * (WIDTH * Double.BYTES + 1)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size(); i++) {
            bytes.put((byte) (refused[i] ? 1 : 0));
            for (int c = 0; c < WIDTH; c++) {
                bytes.putDouble(states[i * WIDTH + c]);
            }
        }
        StandQueries.Columns.write(file, bytes.flip());
    }

    static StandAnswers read(Path file) throws IOException {
        ByteBuffer bytes = StandQueries.Columns.read(file);
        StandAnswers read = new StandAnswers(bytes.remaining() / (WIDTH * Double.BYTES + 1));
        for (int i = 0; i < read.size(); i++) {
            read.refused[i] = bytes.get() != 0;
            for (int c = 0; c < WIDTH; c++) {
                read.states[i * WIDTH + c] = bytes.getDouble();
            }
        }
        return read;
    }
}
