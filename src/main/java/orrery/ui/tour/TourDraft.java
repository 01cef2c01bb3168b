package orrery.ui.tour;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A tour being made, which may have no views yet.
 *
 * <p>Confined to the JavaFX thread.
 */
final class TourDraft {
    private final ObservableList<TourStop> stops = FXCollections.observableArrayList();
    private TourText title = TourText.NONE;

    ObservableList<TourStop> stops() {
        return stops;
    }

    TourText title() {
        return title;
    }

    void title(TourText other) {
        title = other;
    }

    /** Takes a tour in place of the current one. */
    void load(Tour tour) {
        title = tour.title();
        stops.setAll(tour.stops());
    }

    /** The tour; empty while it has no view. */
    Optional<Tour> tour() {
        return stops.isEmpty() ? Optional.empty() : Optional.of(new Tour(title, stops));
    }

    /** Inserts a view after another, or first after -1; returns its index, or -1 if there is no room for more. */
    int add(TourStop stop, int after) {
        if (stops.size() == Tour.MOST_STOPS) {
            return -1;
        }
        int at = Math.clamp(after + 1, 0, stops.size());
        stops.add(at, stop);
        return at;
    }

    /** Moves a view earlier or later; returns its new index. */
    int move(int from, int by) {
        int to = from + by;
        if (from < 0 || from >= stops.size() || to < 0 || to >= stops.size()) {
            return from;
        }
        stops.add(to, stops.remove(from));
        return to;
    }
}
