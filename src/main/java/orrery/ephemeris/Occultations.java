package orrery.ephemeris;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * Occultations: the disc of a nearer body passes in front of that of a farther one, the Moon in front of planets and
 * asteroids, and planets in front of planets. The contacts of the discs and the least angle between their centers are
 * found independently. Radii are equatorial; the Moon's is its mean limb ({@link SolarEclipses#LIMB}), and a body of
 * unknown size is a point. For the Sun there are eclipses and transits instead.
 *
 * <p>Confined to one thread.
 */
final class Occultations implements EventSource {
    private static final double EARTH =
            Bodies.of(NaifIds.EARTH).radii().orElseThrow().a();

    private final EarthView view;

    Occultations(EarthView view) {
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        for (List<Integer> pair : pairs(selection)) {
            add(pair.get(0), pair.get(1), passes);
        }
        return passes;
    }

    /** The pairs of bodies whose discs can meet. */
    static Set<List<Integer>> pairs(EventSelection selection) {
        Set<Integer> bodies = new LinkedHashSet<>(selection.wanderers());
        if (selection.moon()) {
            bodies.add(NaifIds.MOON);
        }
        Set<Integer> others = new LinkedHashSet<>(selection.all());
        others.remove(NaifIds.SUN);
        others.remove(NaifIds.EARTH);
        Set<List<Integer>> pairs = new LinkedHashSet<>();
        for (int body : bodies) {
            for (int other : others) {
                boolean moon = body == NaifIds.MOON || other == NaifIds.MOON;
                boolean same = body == other
                        || (!moon
                                && EventSelection.system(body) > 0
                                && EventSelection.system(body) == EventSelection.system(other));
                // The discs of two asteroids are far too small ever to meet.
                boolean discs = moon || (isPlanet(body) && isPlanet(other));
                if (!same && discs) {
                    pairs.add(List.of(Math.min(body, other), Math.max(body, other)));
                }
            }
        }
        return pairs;
    }

    private static boolean isPlanet(int body) {
        return Bodies.planetOf(body).isPresent() || Bodies.of(body).kind() == BodyKind.PLANET;
    }

    private void add(int body, int other, List<EventPass> passes) {
        double a = radius(body);
        double b = radius(other);
        DiscMotion outer =
                new DiscMotion(view, body, other, et -> gap(body, a, other, b, et), et -> gap(body, a, other, b, et));
        passes.add(zeros(body, other, outer, EventKind.OCCULTATION_BEGINS, EventKind.OCCULTATION_ENDS));
        if (a > 0 && b > 0) {
            DiscMotion inner = new DiscMotion(
                    view, body, other, et -> inside(body, a, other, b, et), et -> inside(body, a, other, b, et));
            passes.add(zeros(body, other, inner, EventKind.OCCULTATION_WHOLE, EventKind.OCCULTATION_UNCOVERS));
        }
        DiscMotion middle = new DiscMotion(
                view, body, other, et -> -view.between(body, other, et), et -> gap(body, a, other, b, et));
        passes.add(EventPass.maxima(EventFamily.OCCULTATIONS, List.of(body, other), middle, (et, rising, out) -> {
            if (gap(body, a, other, b, et) < 0) {
                tell(EventKind.GREATEST_OCCULTATION, body, other, et, out);
            }
        }));
    }

    private EventPass zeros(int body, int other, DiscMotion motion, EventKind first, EventKind last) {
        return EventPass.zeros(
                Set.of(EventFamily.OCCULTATIONS),
                List.of(body, other),
                motion,
                (et, rising, out) -> tell(rising ? last : first, body, other, et, out));
    }

    /** The gap between the discs, radians. */
    private double gap(int body, double a, int other, double b, double et) {
        double apart = view.between(body, other, et);
        return apart - angle(a, view.nearDistance()) - angle(b, view.farDistance());
    }

    /** How far the smaller disc is from being completely inside the larger one, radians. */
    private double inside(int body, double a, int other, double b, double et) {
        double apart = view.between(body, other, et);
        return apart - Math.abs(angle(a, view.nearDistance()) - angle(b, view.farDistance()));
    }

    private static double angle(double radius, double distance) {
        return StrictMath.asin(Math.min(1, radius / distance));
    }

    private void tell(EventKind kind, int body, int other, double et, Consumer<SkyEvent> out) {
        double apart = Math.toDegrees(view.between(body, other, et));
        boolean first = view.nearDistance() > view.farDistance();
        out.accept(new SkyEvent(kind, et, first ? body : other, first ? other : body, apart));
    }

    /** The equatorial radius, km; 0 if it is unknown. */
    static double radius(int body) {
        if (body == NaifIds.MOON) {
            return SolarEclipses.LIMB * EARTH;
        }
        Optional<Radii> radii = Bodies.of(Bodies.planetOf(body).orElse(body)).radii();
        return radii.map(Radii::a).orElse(0.0);
    }
}
