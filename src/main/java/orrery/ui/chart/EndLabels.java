package orrery.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Names at the ends of lines, moved apart where they would overlap. */
public final class EndLabels {
    private EndLabels() {}

    /**
     * Finds a height for each label. If there is not room for all, those of the greatest weight stay; labels without
     * weight are dropped.
     *
     * @param wanted the end of each line, pixels; NaN for a line without an end
     * @param weight importance of each line
     * @param height height of one label, pixels
     * @param top highest position of the first label
     * @param bottom lowest position of the last label
     * @return position of each label, pixels; NaN for one that is left out
     */
    public static double[] apart(double[] wanted, double[] weight, double height, double top, double bottom) {
        int room = 1 + (int) (Math.max(0, bottom - top) / height);
        List<Integer> lines = IntStream.range(0, wanted.length)
                .boxed()
                .filter(i -> !Double.isNaN(wanted[i]))
                .toList();
        List<Integer> named = lines.stream()
                .filter(i -> lines.size() <= room || weight[i] > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> weight[i]).reversed())
                .limit(room)
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .toList();
        double[] at = new double[wanted.length];
        Arrays.fill(at, Double.NaN);
        double last = top - height;
        for (int i : named) {
            at[i] = Math.max(wanted[i], last + height);
            last = at[i];
        }
        double over = Math.max(0, last - bottom);
        for (int i : named) {
            at[i] -= over;
        }
        return at;
    }
}
