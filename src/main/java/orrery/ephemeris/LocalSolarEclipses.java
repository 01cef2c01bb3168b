package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import orrery.spk.NaifIds;

/**
 * Eclipses of the Sun as seen from a place on the Earth: the contacts of the discs and the greatest phase, from the
 * angle between their centers as seen from there (Bessel's elements give the same: Explanatory Supplement to the
 * Astronomical Almanac, 3rd edition, 11.3). Radii are those of {@link SolarEclipses}: the Moon's mean limb for the
 * partial phase, the floors of its valleys for the total one.
 *
 * <p>Confined to one thread.
 */
final class LocalSolarEclipses implements EventSource {
    private final EarthView view;
    private final double earth = Bodies.of(NaifIds.EARTH).radii().orElseThrow().a();

    LocalSolarEclipses(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        if (selection.moon()) {
            passes.add(zeros(this::gap, EventKind.ECLIPSE_BEGINS_HERE, EventKind.ECLIPSE_ENDS_HERE));
            passes.add(zeros(this::inside, EventKind.CENTRAL_PHASE_BEGINS, EventKind.CENTRAL_PHASE_ENDS));
            passes.add(EventPass.maxima(
                    EventFamily.ECLIPSES,
                    List.of(NaifIds.MOON),
                    motion(et -> -view.between(NaifIds.MOON, NaifIds.SUN, et), this::gap),
                    (et, rising, out) -> {
                        if (gap(et) < 0) {
                            tell(EventKind.GREATEST_ECLIPSE_HERE, et, out);
                        }
                    }));
        }
        return passes;
    }

    private EventPass zeros(DoubleUnaryOperator value, EventKind first, EventKind last) {
        return EventPass.zeros(
                Set.of(EventFamily.ECLIPSES),
                List.of(NaifIds.MOON),
                motion(value, value),
                (et, rising, out) -> tell(rising ? last : first, et, out));
    }

    private DiscMotion motion(DoubleUnaryOperator value, DoubleUnaryOperator gap) {
        return new DiscMotion(view, NaifIds.MOON, NaifIds.SUN, value, gap);
    }

    private double gap(double et) {
        double apart = view.between(NaifIds.MOON, NaifIds.SUN, et);
        return apart - moon(SolarEclipses.LIMB) - sun();
    }

    private double inside(double et) {
        double apart = view.between(NaifIds.MOON, NaifIds.SUN, et);
        return apart - Math.abs(moon(SolarEclipses.VALLEYS) - sun());
    }

    private double moon(double radius) {
        return StrictMath.asin(radius * earth / view.nearDistance());
    }

    private double sun() {
        return StrictMath.asin(SolarEclipses.SUN_RADIUS / view.farDistance());
    }

    private void tell(EventKind kind, double et, Consumer<SkyEvent> out) {
        double apart = view.between(NaifIds.MOON, NaifIds.SUN, et);
        double magnitude = (sun() + moon(SolarEclipses.LIMB) - apart) / (2 * sun());
        out.accept(new SkyEvent(kind, et, NaifIds.MOON, NaifIds.SUN, Math.max(0, magnitude)));
    }

    /** The fraction of the Sun's disc that the Moon hides. */
    double obscuration(double et) {
        double apart = view.between(NaifIds.MOON, NaifIds.SUN, et);
        double m = moon(SolarEclipses.LIMB);
        double s = sun();
        if (apart >= m + s) {
            return 0;
        }
        if (apart <= Math.abs(m - s)) {
            return m >= s ? 1 : m * m / (s * s);
        }
        double atSun = StrictMath.acos((apart * apart + s * s - m * m) / (2 * apart * s));
        double atMoon = StrictMath.acos((apart * apart + m * m - s * s) / (2 * apart * m));
        double lens =
                s * s * (atSun - StrictMath.sin(2 * atSun) / 2) + m * m * (atMoon - StrictMath.sin(2 * atMoon) / 2);
        return lens / (Math.PI * s * s);
    }
}
