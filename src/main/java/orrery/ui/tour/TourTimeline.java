package orrery.ui.tour;

import java.util.List;
import java.util.Locale;
import orrery.ui.film.FilmMoment;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/**
 * The contents of the screen at each second of a tour: a pure function of that second, in the window and in a film. It
 * begins with the first view, stays there, flies to the next, and so on; a repeating one flies back to the first at its
 * end.
 *
 * <p>Immutable.
 */
public final class TourTimeline {
    private final List<TourStop> stops;
    /** The start of each stay, seconds; the last entry is the end of the tour. */
    private final double[] begins;

    /**
     * A second of a tour.
     *
     * @param stop index of the current or next view
     * @param staying whether the camera has arrived there
     * @param sky the contents of the screen
     */
    public record Moment(int stop, boolean staying, FilmMoment sky) {}

    /** @param round whether it flies back to the first view at its end */
    public TourTimeline(Tour tour, boolean round) {
        stops = tour.stops();
        begins = new double[stops.size() + 1];
        for (int i = 0; i < stops.size(); i++) {
            boolean last = i + 1 == stops.size();
            double way = last
                    ? (round ? stops.getFirst().fly() : 0)
                    : stops.get(i + 1).fly();
            begins[i + 1] = begins[i] + stops.get(i).stay() + way;
        }
    }

    /** Its length, seconds. */
    public double length() {
        return begins[stops.size()];
    }

    /** When a view is reached, seconds. */
    public double begin(int stop) {
        return begins[stop];
    }

    private int shownAt(double seconds) {
        int low = 0;
        while (low + 1 < stops.size() && begins[low + 1] <= seconds) {
            low++;
        }
        return low;
    }

    /**
     * The contents of the screen at a second; before the beginning as at it, after the end as at the end.
     *
     * @param style how the sky is drawn, except where the views override it
     */
    public Moment at(double seconds, SkyStyle style, Locale language) {
        double when = Math.clamp(seconds, 0, length());
        int shown = shownAt(when);
        TourStop stop = stops.get(shown);
        double passed = when - begins[shown];
        int next = (shown + 1) % stops.size();
        double way = begins[shown + 1] - begins[shown] - stop.stay();
        if (passed < stop.stay() || !(way > 0)) {
            double stayed = Math.min(passed, stop.stay());
            Camera camera = stop.view().camera();
            return new Moment(
                    shown,
                    true,
                    new FilmMoment(
                            stop.view().et() + stop.rate() * stayed,
                            camera,
                            camera,
                            0,
                            Math.toRadians(stop.turn()) * stayed / stop.stay(),
                            styled(style, stop.view()),
                            stop.caption().in(language)));
        }
        TourStop to = stops.get(next);
        double fraction = (passed - stop.stay()) / way;
        double eased = fraction * fraction * (3 - 2 * fraction);
        double left = stop.view().et() + stop.rate() * stop.stay();
        return new Moment(
                next,
                false,
                new FilmMoment(
                        left + (to.view().et() - left) * eased,
                        stop.view().camera().turned(Math.toRadians(stop.turn()), 0),
                        to.view().camera(),
                        fraction,
                        0,
                        styled(style, fraction < 0.5 ? stop.view() : to.view()),
                        ""));
    }

    private static SkyStyle styled(SkyStyle style, ViewLink view) {
        return style.scale(view.scale()).center(view.center()).selected(view.selected());
    }
}
