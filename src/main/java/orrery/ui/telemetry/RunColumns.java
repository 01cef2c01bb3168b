package orrery.ui.telemetry;

import java.util.Arrays;
import orrery.telemetry.TimelineSnapshot;

/**
 * Run lengths as pixel columns: for each column the state that fills most of it. So runs narrower than a pixel neither
 * overdraw each other nor disappear by chance.
 */
final class RunColumns {
    /** No run covers this column. */
    static final int NOTHING = -1;

    private RunColumns() {}

    /** Fills {@code states[i]} with the ordinal of the prevailing state in column {@code i} of the window. */
    // "EnumOrdinal": an index into a workspace; it never leaves this method's caller.
    @SuppressWarnings("EnumOrdinal")
    static <S extends Enum<S>> void fill(TimelineSnapshot<S> runs, long from, long to, long until, int[] states) {
        Arrays.fill(states, NOTHING);
        int columns = states.length;
        double perColumn = (double) Math.max(1, to - from) / columns;
        long[] most = new long[columns];
        long[] pending = new long[64];
        int column = -1;
        for (int i = 0; i < runs.size(); i++) {
            long start = Math.max(from, runs.start(i));
            long end = Math.min(Math.min(to, until), runs.end(i));
            if (end <= start) {
                continue;
            }
            int state = runs.state(i).ordinal();
            int first = column(start, from, perColumn, columns);
            int last = column(end - 1, from, perColumn, columns);
            for (int c = first; c <= last; c++) {
                if (c != column) {
                    Arrays.fill(pending, 0);
                    column = c;
                }
                long left = Math.max(start, from + (long) (c * perColumn));
                long right = Math.min(end, from + (long) ((c + 1) * perColumn));
                pending[state] += Math.max(0, right - left);
                if (pending[state] > most[c] || states[c] == NOTHING) {
                    most[c] = pending[state];
                    states[c] = state;
                }
            }
        }
    }

    private static int column(long at, long from, double perColumn, int columns) {
        return Math.clamp((int) ((at - from) / perColumn), 0, columns - 1);
    }
}
