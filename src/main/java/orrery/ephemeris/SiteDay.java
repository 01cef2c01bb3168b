package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.spk.OutsideCoverageException;

/**
 * When bodies rise, pass the meridian and set at a place, and when twilight begins and ends there.
 *
 * <p>By the almanacs' rule (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 12.2): the air lifts what is on
 * the horizon by 34 arcminutes; the upper limb counts, of the Sun 16 arcminutes above its center, of the Moon as it is seen
 * from the place that day; planets are points. The horizon is that of the sea: how high the place stands does not widen it.
 *
 * <p>Every such moment in a span is found: the altitude is looked at every {@link #STEP} seconds, at epochs that do not depend
 * on the span, and its turning points between them too, so that a Sun that shows itself for a minute is not missed. So adjoining
 * spans together have the moments of the whole, each once.
 *
 * <p>Confined to one thread, whose view it looks through.
 */
public final class SiteDay {
    /** The refraction on the horizon, radians. */
    private static final double REFRACTION = 34 / 60.0 * Constants.DEGREE;
    /** The Sun's radius as the almanacs have it. */
    private static final double SUN_RADIUS = 16 / 60.0 * Constants.DEGREE;
    /** Seconds between two looks. */
    private static final double STEP = 1200;

    private static final double FINEST = 0.05;
    private static final int MOST_SEEN = 100_000;

    private final SiteView view;
    /** Where the body of {@link #whose} stands at the epochs looked at. */
    private final Map<Double, Horizon> seen = new HashMap<>();

    private int whose;
    private final double moon = Bodies.of(NaifIds.MOON).radii().orElseThrow().mean();

    /**
     * Makes the days of one view.
     *
     * @param view what is seen from a place
     */
    public SiteDay(SiteView view) {
        this.view = view;
    }

    /**
     * Finds the moments of a body in a span; there are none where there are no data.
     *
     * @param body NAIF id
     * @param from TDB seconds past J2000
     * @param to as from, later; what happens at that very epoch belongs to the next span
     * @return in order of time
     */
    public List<SiteMoment> of(int body, double from, double to) {
        List<SiteMoment> found = new ArrayList<>();
        zeros(
                et -> shown(body, et),
                from,
                to,
                (et, rising) -> add(rising ? SiteMoment.Kind.RISE : SiteMoment.Kind.SET, body, et, found));
        zeros(et -> StrictMath.sin(horizon(body, et).hourAngle()), from, to, (et, rising) -> {
            if (Math.abs(horizon(body, et).hourAngle()) < 1) {
                add(SiteMoment.Kind.TRANSIT, body, et, found);
            }
        });
        found.sort(Comparator.comparingDouble(SiteMoment::et));
        return found;
    }

    /**
     * Finds when the twilights begin and end in a span, as {@link #of} does.
     *
     * @param from TDB seconds past J2000
     * @param to as {@code from}, later
     * @return in order of time
     */
    public List<SiteMoment> twilight(double from, double to) {
        List<SiteMoment> found = new ArrayList<>();
        twilight(6, SiteMoment.Kind.CIVIL_DAWN, SiteMoment.Kind.CIVIL_DUSK, from, to, found);
        twilight(12, SiteMoment.Kind.NAUTICAL_DAWN, SiteMoment.Kind.NAUTICAL_DUSK, from, to, found);
        twilight(18, SiteMoment.Kind.ASTRONOMICAL_DAWN, SiteMoment.Kind.ASTRONOMICAL_DUSK, from, to, found);
        found.sort(Comparator.comparingDouble(SiteMoment::et));
        return found;
    }

    /**
     * Tells whether a body is up, by the rule for its rising.
     *
     * @param body NAIF id
     * @param et TDB seconds past J2000
     * @return whether it is
     */
    public boolean up(int body, double et) {
        return shown(body, et) > 0;
    }

    private void twilight(
            int degrees, SiteMoment.Kind dawn, SiteMoment.Kind dusk, double from, double to, List<SiteMoment> found) {
        double depth = degrees * Constants.DEGREE;
        zeros(
                et -> horizon(NaifIds.SUN, et).altitude() + depth,
                from,
                to,
                (et, rising) -> add(rising ? dawn : dusk, NaifIds.SUN, et, found));
    }

    /** How far the body's upper limb is above the horizon, refraction included, radians. */
    private double shown(int body, double et) {
        Horizon place = horizon(body, et);
        double radius = switch (body) {
            case NaifIds.SUN -> SUN_RADIUS;
            case NaifIds.MOON -> StrictMath.asin(moon / place.distance());
            default -> 0;
        };
        return place.altitude() + radius + REFRACTION;
    }

    private void add(SiteMoment.Kind kind, int body, double et, List<SiteMoment> found) {
        found.add(new SiteMoment(kind, body, et, horizon(body, et)));
    }

    private Horizon horizon(int body, double et) {
        if (body != whose || seen.size() > MOST_SEEN) {
            seen.clear();
            whose = body;
        }
        return seen.computeIfAbsent(et, epoch -> view.horizon(body, epoch));
    }

    private static void zeros(DoubleUnaryOperator value, double from, double to, Crossings.Places places) {
        Crossings.Motion motion = new Crossings.Motion() {
            @Override
            public double value(double et) {
                try {
                    return value.applyAsDouble(et);
                } catch (NoDataException | OutsideCoverageException _) {
                    return Double.NaN;
                }
            }

            @Override
            public double step(double et) {
                // To the next whole step, so that the looks are the same whatever the span.
                return (Math.floor(et / STEP) + 1) * STEP - et;
            }
        };
        // Three looks before and after, so that a turning point at an end shows.
        Coverage.Span around =
                new Coverage.Span((Math.floor(from / STEP) - 3) * STEP, (Math.ceil(to / STEP) + 3) * STEP);
        new Crossings(FINEST).zeros(motion, around, from, to, et -> {}, places);
    }
}
