package orrery.forge;

import java.io.IOException;

/**
 * A segment of discrete states, interpolated by its readers (SPK Required Reading, types 8, 9, 12 and 13). The states
 * stay where they are until they are written, and then pass through a small buffer.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param frame SPICE's number of the frame of the states
 * @param type 8 or 12 for states at equal steps, 9 or 13 for any; 8 and 9 interpolate by Lagrange, 12 and 13 by Hermite
 * @param start first epoch covered, TDB seconds past J2000
 * @param end last epoch covered
 * @param name name of the segment, up to 40 characters of printable ASCII
 * @param window number of states in an interpolation: the degree plus one for Lagrange, half of that for Hermite
 * @param rows the states
 */
public record StatesSegment(
        int target,
        int center,
        int frame,
        int type,
        double start,
        double end,
        String name,
        int window,
        StateRows rows) {
    /** For a Lagrange interpolation: SPICE allows degrees up to 27. */
    public static final int MOST_LAGRANGE = 28;

    /** For a Hermite interpolation: SPICE allows degrees up to 27. */
    public static final int MOST_HERMITE = 14;

    private static final int STATE = 6;
    private static final int AT_ONCE = 1024;
    private static final int GROUP = 100;

    /**
     * Checks the type and the window.
     *
     * @throws IllegalArgumentException if SPICE could not read such a segment
     */
    public StatesSegment {
        if (type != 8 && type != 9 && type != 12 && type != 13) {
            throw new IllegalArgumentException("Type " + type + " does not hold discrete states; give 8, 9, 12 or 13.");
        }
        int most = type < 12 ? MOST_LAGRANGE : MOST_HERMITE;
        if (window < 1 || window > Math.min(most, rows.count())) {
            throw new IllegalArgumentException("A window of %d states does not fit type %d and %d states; give 1 to %d."
                    .formatted(window, type, rows.count(), Math.min(most, rows.count())));
        }
    }

    private boolean isEven() {
        return type == 8 || type == 12;
    }

    OutputSegment outgoing() {
        RawSegment head = new RawSegment(target, center, frame, type, start, end, name, new double[1]);
        long n = rows.count();
        long words = isEven() ? n * STATE + 4 : n * (STATE + 1) + (n - 1) / GROUP + 2;
        return OutputSegment.of(head, words, this::walk);
    }

    private void walk(OutputSegment.Chunk to) throws IOException {
        Words out = new Words(to);
        long n = rows.count();
        double[] state = new double[STATE];
        for (long i = 0; i < n; i++) {
            rows.state(i, state);
            for (double word : state) {
                out.put(word);
            }
        }
        if (isEven()) {
            double first = rows.et(0);
            out.put(first);
            out.put(n == 1 ? 1 : (rows.et(n - 1) - first) / (n - 1));
        } else {
            for (long i = 0; i < n; i++) {
                out.put(rows.et(i));
            }
            for (long i = GROUP; i < n; i += GROUP) {
                out.put(rows.et(i - 1));
            }
        }
        // Types 8 and 9 store the degree, types 12 and 13 the window minus one: the same number for the window.
        out.put(window - 1.0);
        out.put((double) n);
        out.end();
    }

    /** Collects words in chunks. */
    private static final class Words {
        private final OutputSegment.Chunk to;
        private final double[] words = new double[AT_ONCE];
        private int count;

        Words(OutputSegment.Chunk to) {
            this.to = to;
        }

        void put(double word) throws IOException {
            words[count++] = word;
            if (count == AT_ONCE) {
                end();
            }
        }

        void end() throws IOException {
            to.take(words, count);
            count = 0;
        }
    }
}
