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
 * <p>Follows the almanacs' rule (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 12.2): refraction on
 * the horizon is 34 arcminutes; the upper limb counts, which for the Sun is 16 arcminutes above its center and for the
 * Moon is as seen from the place that day; planets are points. The horizon is that of the sea: the height of the place
 * does not lower it.
 *
 * <p>Every such moment in a span is found: the altitude is sampled every 1200 seconds, at epochs that do not depend on
 * the span, and turning points between samples are found too, so a Sun that appears for only a minute is not missed.
 * Adjoining spans together give the moments of the whole, each once.
 *
 * <p>Confined to one thread, whose view it uses.
 */
public final class SiteDay {
    /** The refraction on the horizon, radians. */
    private static final double REFRACTION = 34 / 60.0 * Constants.DEGREE;
    /** The Sun's radius in the almanacs. */
    private static final double SUN_RADIUS = 16 / 60.0 * Constants.DEGREE;
    /** Seconds between two samples. */
    private static final double STEP = 1200;

    private static final double FINEST = 0.05;
    private static final int MOST_SEEN = 100_000;

    private final SiteView view;
    /** The altitudes of the body of {@link #whose} at the sampled epochs. */
    private final Map<Double, Horizon> seen = new HashMap<>();

    private int whose;
    private final double moon = Bodies.of(NaifIds.MOON).radii().orElseThrow().mean();

    /**
     * Makes the days for one view.
     *
     * @param view the view from a place
     */
    public SiteDay(SiteView view) {
        this.view = view;
    }

    /**
     * Finds the moments of a body in a span; there are none where there is no data.
     *
     * @param body NAIF id
     * @param from TDB seconds past J2000
     * @param to as {@code from}, later; a moment at exactly that epoch belongs to the next span
     * @return in order of time
     * @throws orrery.spk.KernelException if the pool is closed, or a segment is damaged or faulted
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
     * @throws orrery.spk.KernelException if the pool is closed, or a segment is damaged or faulted
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
     * Returns whether a body is up, by the rule for its rising.
     *
     * @param body NAIF id
     * @param et TDB seconds past J2000
     * @return whether it is
     * @throws orrery.spk.KernelException as {@link SiteView#horizon}
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

    /** The height of the body's upper limb above the horizon, including refraction, radians. */
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
                // Rounds to the next whole step, so the samples are the same for any span.
                return (Math.floor(et / STEP) + 1) * STEP - et;
            }
        };
        // Three samples before and after, to detect a turning point at an end.
        Coverage.Span around =
                new Coverage.Span((Math.floor(from / STEP) - 3) * STEP, (Math.ceil(to / STEP) + 3) * STEP);
        new Crossings(FINEST).zeros(motion, around, from, to, et -> {}, places);
    }
}
