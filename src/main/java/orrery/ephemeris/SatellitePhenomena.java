package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import orrery.binding.KernelPool;
import orrery.spk.NaifIds;

/**
 * The phenomena of a planet's moons as seen from the Earth's center: eclipses in the planet's shadow, transits,
 * occultations, and the moons' shadows crossing the planet. As in almanacs, all times are those of the center of the
 * moon or of its shadow: a moon enters the planet's shadow when the Sun's center sets behind the planet. Transits and
 * shadows are those on the lit and visible part of the planet. Events that cannot be seen because the moon is behind
 * the planet or in its shadow are left out. Eclipses that involve the Earth's Moon are handled elsewhere.
 *
 * <p>Confined to one thread.
 */
final class SatellitePhenomena implements EventSource {
    private final KernelPool pool;
    private final EarthView view;

    SatellitePhenomena(KernelPool pool, EarthView view) {
        this.pool = pool;
        this.view = view;
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        for (int moon : selection.moons()) {
            int system = NaifIds.systemOf(moon).orElseThrow();
            int planet = NaifIds.planetOf(system);
            Optional<Radii> radii = Bodies.of(planet).radii();
            int held = selection.holds(planet) ? planet : system;
            // Pluto's moon moves it by more than its own size.
            boolean known = held == planet || system != NaifIds.PLUTO_BARYCENTER;
            if (radii.isPresent() && known) {
                add(moon, held, new MoonSight(pool, moon, held, planet, radii.get()), passes);
            }
        }
        return passes;
    }

    private void add(int moon, int planet, MoonSight sight, List<EventPass> passes) {
        passes.add(zeros(moon, planet, sight::fromLimb, (et, rising, out) -> {
            if (sight.beyond(et) && sight.fromShadow(et) > 0) {
                EventKind kind = rising ? EventKind.MOON_OCCULTATION_ENDS : EventKind.MOON_OCCULTATION_BEGINS;
                out.accept(event(kind, moon, planet, sight, et));
            }
        }));
        passes.add(zeros(moon, planet, sight::fromLitDisc, (et, rising, out) -> {
            if (!sight.beyond(et)) {
                EventKind kind = rising ? EventKind.MOON_TRANSIT_ENDS : EventKind.MOON_TRANSIT_BEGINS;
                out.accept(event(kind, moon, planet, sight, et));
            }
        }));
        passes.add(zeros(moon, planet, sight::fromShadow, (et, rising, out) -> {
            if (!sight.beyond(et) || sight.fromLimb(et) > 0) {
                EventKind kind = rising ? EventKind.MOON_ECLIPSE_ENDS : EventKind.MOON_ECLIPSE_BEGINS;
                out.accept(event(kind, moon, planet, sight, et));
            }
        }));
        passes.add(zeros(moon, planet, sight::shadowFromDisc, (et, rising, out) -> {
            if (sight.shadowAhead(et)) {
                EventKind kind = rising ? EventKind.MOON_SHADOW_ENDS : EventKind.MOON_SHADOW_BEGINS;
                out.accept(event(kind, moon, planet, sight, et));
            }
        }));
    }

    /** In a step, a moon moves along its orbit by less than six degrees, and the Earth's path bends by no more. */
    private EventPass zeros(int moon, int planet, DoubleUnaryOperator value, EventPass.Found found) {
        Crossings.Motion around = EarthMotion.between(view, value, moon, planet);
        Crossings.Motion motion = new Crossings.Motion() {
            @Override
            public double value(double et) {
                return around.value(et);
            }

            @Override
            public double step(double et) {
                return Math.min(around.step(et), view.tenth(planet, NaifIds.EARTH, et));
            }
        };
        return EventPass.zeros(Set.of(EventFamily.MOONS), List.of(moon, planet), motion, found);
    }

    private static SkyEvent event(EventKind kind, int moon, int planet, MoonSight sight, double et) {
        return new SkyEvent(kind, et, moon, planet, Math.toDegrees(sight.apart(et)));
    }
}
