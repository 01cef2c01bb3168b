package orrery.ui.tour;

import java.util.List;

/**
 * A tour: views in order.
 *
 * <p>Immutable.
 *
 * @param title its title
 * @param stops at least one
 */
public record Tour(TourText title, List<TourStop> stops) {
    /** The most views that a tour can have. */
    public static final int MOST_STOPS = 500;

    public Tour {
        stops = List.copyOf(stops);
        if (stops.isEmpty() || stops.size() > MOST_STOPS) {
            throw new IllegalArgumentException("a tour of " + stops.size() + " views; it can have 1 to " + MOST_STOPS);
        }
    }

    /** The same tour, with the present where a view uses it. TDB seconds past J2000. */
    public Tour at(double now) {
        return new Tour(
                title,
                stops.stream().map(stop -> stop.present() ? stop.at(now) : stop).toList());
    }
}
