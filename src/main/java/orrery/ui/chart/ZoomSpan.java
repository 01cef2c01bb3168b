package orrery.ui.chart;

/**
 * The part of a span that a chart shows: it can be made shorter about a value that stays where it is, moved, and made
 * whole again; it never leaves the whole. JavaFX thread only.
 */
public final class ZoomSpan {
    private final double shortest;
    private double first;
    private double last = 1;
    private double from;
    private double to = 1;

    /** @param shortest the least that is shown, in the unit of the values */
    public ZoomSpan(double shortest) {
        this.shortest = shortest;
    }

    /** Sets the whole; shows all of it, unless it is the whole that there was. */
    public void whole(double start, double end) {
        double longest = Math.max(end, start + 1);
        if (start != first || longest != last) {
            first = start;
            last = longest;
            all();
        }
    }

    /** The beginning of what is shown. */
    public double from() {
        return from;
    }

    /** The end of what is shown. */
    public double to() {
        return to;
    }

    /** What is shown, as an axis between two pixels. */
    public Axis axis(double left, double right) {
        return new Axis(from, to, left, right);
    }

    /** Shows the whole. */
    public void all() {
        from = first;
        to = last;
    }

    /** Shows {@code factor} times as much, the value {@code at} staying where it is on the screen. */
    public void zoom(double factor, double at) {
        double span = Math.clamp((to - from) * factor, Math.min(shortest, last - first), last - first);
        double share = (at - from) / (to - from);
        shift(at - share * span, span);
    }

    /** Moves by a share of what is shown. */
    public void move(double share) {
        shift(from + share * (to - from), to - from);
    }

    private void shift(double start, double span) {
        from = Math.clamp(start, first, Math.max(first, last - span));
        to = from + span;
    }
}
