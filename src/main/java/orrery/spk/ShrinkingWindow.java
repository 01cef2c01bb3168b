package orrery.spk;

/**
 * The common part of types 18 and 19: packets with their epochs, interpolated over a window that shrinks towards the
 * ends to keep the epoch in its middle (SPICE: {@code SPKR18}, {@code SPKE18}, {@code SPKR19}, {@code SPKE19}).
 *
 * <p>Subtypes: 0, separate Hermite interpolation of position and velocity from packets of twelve; 1, Lagrange, packets
 * of six; 2, Hermite, packets of six.
 */
final class ShrinkingWindow {
    static final int HERMITE_APART = 0;
    static final int LAGRANGE = 1;
    static final int HERMITE = 2;

    private ShrinkingWindow() {}

    static int packetSize(int subtype) {
        return subtype == HERMITE_APART ? 12 : 6;
    }

    /** SPICE's largest windows: polynomials of degree 27, or of 15 in type 18. */
    static int largestWindow(int subtype, int largestDegree) {
        return subtype == LAGRANGE ? largestDegree + 1 : (largestDegree + 1) / 2;
    }

    /**
     * Computes the state at an epoch between the epochs of the packets.
     *
     * @param begin address of the first packet; the epochs follow the last one
     * @param packets how many there are
     * @param low 1-based number of the last packet before the epoch, or of the first
     * @param window the window's full size
     */
    static void state(
            DafWords words,
            long begin,
            int packets,
            int low,
            int subtype,
            int window,
            double et,
            double[] out,
            Workspace work) {
        int left = Math.min(window / 2, low);
        int right = Math.min(window / 2, packets - low);
        int n = left + right;
        int from = low - left;
        int size = packetSize(subtype);
        long at = begin + (long) from * size;
        long epochs = begin + (long) packets * size + from;
        if (subtype == LAGRANGE) {
            double[] table = work.doubles(n * 7);
            words.copy(at, table, 0, n * 6);
            words.copy(epochs, table, n * 6, n);
            Lagrange.unequal(n, et, table);
            System.arraycopy(table, 0, out, 0, 6);
            return;
        }
        double[] table = work.doubles(Hermite.scratch(n));
        int abscissae = Hermite.abscissae(n);
        rows(words, at, size, n, table);
        words.copy(epochs, table, abscissae, n);
        Hermite.interpolate(n, et, table);
        System.arraycopy(table, 0, out, 0, 3);
        if (subtype == HERMITE) {
            System.arraycopy(table, Hermite.derivatives(n), out, 3, 3);
            return;
        }
        rows(words, at + 6, size, n, table);
        words.copy(epochs, table, abscissae, n);
        Hermite.interpolate(n, et, table);
        System.arraycopy(table, 0, out, 3, 3);
    }

    private static void rows(DafWords words, long at, int size, int n, double[] table) {
        for (int i = 0; i < n; i++) {
            words.copy(at + (long) i * size, table, 6 * i, 6);
        }
    }
}
