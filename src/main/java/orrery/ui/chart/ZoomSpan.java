package orrery.ui.chart;

/**
 * The part of a span that a chart shows: it can be zoomed about a value that stays in place, moved, and reset; it never
 * leaves the whole. JavaFX thread only.
 */
public final class ZoomSpan {
    private final double shortest;
    private double first;
    private double last = 1;
    private double from;
    private double to = 1;

    /** @param shortest the shortest part shown, in the unit of the values */
    public ZoomSpan(double shortest) {
        this.shortest = shortest;
    }

    /** Sets the whole, and shows all of it unless it is unchanged. */
    public void whole(double start, double end) {
        double longest = Math.max(end, start + 1);
        if (start != first || longest != last) {
            first = start;
            last = longest;
            all();
        }
    }

    /** The start of the visible part. */
    public double from() {
        return from;
    }

    /** The end of the visible part. */
    public double to() {
        return to;
    }

    /** The visible part, as an axis between two pixels. */
    public ChartAxis axis(double left, double right) {
        return new ChartAxis(from, to, left, right);
    }

    /** Shows the whole. */
    public void all() {
        from = first;
        to = last;
    }

    /** Shows {@code factor} times as much, with the value {@code at} staying in place on the screen. */
    public void zoom(double factor, double at) {
        double span = Math.clamp((to - from) * factor, Math.min(shortest, last - first), last - first);
        double share = (at - from) / (to - from);
        shift(at - share * span, span);
    }

    /** Moves by a share of the visible part. */
    public void move(double share) {
        shift(from + share * (to - from), to - from);
    }

    private void shift(double start, double span) {
        from = Math.clamp(start, first, Math.max(first, last - span));
        to = from + span;
    }
}
