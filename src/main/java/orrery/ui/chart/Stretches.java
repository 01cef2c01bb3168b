package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Selects which of many spans of time to draw, so that millions of them take no longer than the chart's width requires.
 */
public final class Stretches {
    private Stretches() {}

    /**
     * The indices of the visible spans; of several that end within one pixel, only the first.
     *
     * @param stretches ascending; two of them at most meet at their ends
     * @param start start of a span, in the unit of the axis
     * @param end end of a span
     */
    public static <T> List<Integer> drawn(
            List<T> stretches, ToDoubleFunction<T> start, ToDoubleFunction<T> end, ChartAxis across) {
        List<Integer> drawn = new ArrayList<>();
        double pixel = (across.high() - across.low()) / across.length();
        int i = firstFrom(stretches, end, across.low());
        while (i < stretches.size() && start.applyAsDouble(stretches.get(i)) <= across.high()) {
            drawn.add(i);
            double reached = Math.max(across.low(), end.applyAsDouble(stretches.get(i))) + pixel;
            i = i + 1 < stretches.size() && end.applyAsDouble(stretches.get(i + 1)) >= reached
                    ? i + 1
                    : Math.max(i + 1, firstFrom(stretches, end, reached));
        }
        return drawn;
    }

    /** The first span that does not end before a value. */
    private static <T> int firstFrom(List<T> stretches, ToDoubleFunction<T> end, double value) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.applyAsDouble(stretches.get(middle)) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
