package orrery.ui.tour;

import orrery.math.Constants;
import orrery.ui.orrery.ViewLink;

/**
 * A view of a tour.
 *
 * <p>Immutable.
 *
 * @param view the point of view, and the date on arrival
 * @param present whether the date on arrival is the day on which the tour is played
 * @param caption its caption
 * @param stay length of the stay, seconds
 * @param rate seconds of sky time per second during the stay; 0 stops time
 * @param fly length of the flight from the previous view, seconds; 0 is a cut
 * @param turn how far the camera turns around what it looks at during the stay, degrees
 * @param panel id of the tab opened beside it where panels are shown; none if empty
 */
public record TourStop(
        ViewLink view,
        boolean present,
        TourText caption,
        double stay,
        double rate,
        double fly,
        double turn,
        String panel) {
    public static final double LONGEST_STAY = 3600;
    public static final double SHORTEST_STAY = 0.5;
    public static final double LONGEST_FLIGHT = 120;
    public static final double FASTEST = 1000 * Constants.JULIAN_YEAR;
    public static final double MOST_TURN = 36_000;

    /** The defaults of a view. */
    public static final double USUAL_STAY = 12;

    public static final double USUAL_FLIGHT = 3;

    public TourStop {
        check("stay", stay, SHORTEST_STAY, LONGEST_STAY);
        check("rate", rate, -FASTEST, FASTEST);
        check("fly", fly, 0, LONGEST_FLIGHT);
        check("turn", turn, -MOST_TURN, MOST_TURN);
    }

    private static void check(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " " + value + ": " + least + " to " + most + " is possible");
        }
    }

    /** A view as added: with the default times, time stopped. */
    public static TourStop of(ViewLink view, TourText caption) {
        return new TourStop(view, false, caption, USUAL_STAY, 0, USUAL_FLIGHT, 0, "");
    }

    public TourStop view(ViewLink other) {
        return new TourStop(other, present, caption, stay, rate, fly, turn, panel);
    }

    public TourStop caption(TourText other) {
        return new TourStop(view, present, other, stay, rate, fly, turn, panel);
    }

    public TourStop stay(double seconds) {
        return new TourStop(view, present, caption, seconds, rate, fly, turn, panel);
    }

    public TourStop rate(double secondsASecond) {
        return new TourStop(view, present, caption, stay, secondsASecond, fly, turn, panel);
    }

    public TourStop fly(double seconds) {
        return new TourStop(view, present, caption, stay, rate, seconds, turn, panel);
    }

    public TourStop turn(double degrees) {
        return new TourStop(view, present, caption, stay, rate, fly, degrees, panel);
    }

    /** The same view on another date, TDB seconds past J2000. */
    TourStop at(double et) {
        return view(new ViewLink(et, view.camera(), view.scale(), view.center(), view.selected(), view.kernels()));
    }
}
