package orrery.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Names at the ends of lines, moved apart where they would lie over each other. */
public final class EndLabels {
    private EndLabels() {}

    /**
     * Finds each label a height. Where there is no room for all, those of the greatest weight stay, and none without any.
     *
     * @param wanted where each line ends, pixels; NaN for a line that has no end
     * @param weight how much each line matters
     * @param height what one label takes, pixels
     * @param top where the first label may stand at the highest
     * @param bottom where the last may stand at the lowest
     * @return where each label stands, pixels; NaN for one that is left out
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
