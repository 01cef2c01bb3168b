package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import orrery.binding.KernelPool;
import orrery.spk.NaifIds;

/**
 * Mutual events of a planet's moons as seen from the Earth's center: one hides part of another, or its shadow falls on
 * another. They come in seasons, when Earth and Sun are near the plane of the moons' orbits. The contacts are those of
 * the discs, and of the disc with penumbra and umbra. Events that cannot be seen because the hidden or darkened moon is
 * behind the planet or in its shadow are left out.
 *
 * <p>Confined to one thread.
 */
final class MutualEvents implements EventSource {
    private static final Set<EventFamily> FAMILY = Set.of(EventFamily.MUTUALS);

    private final KernelPool pool;
    private final EarthView view;

    MutualEvents(KernelPool pool, EarthView view) {
        this.pool = pool;
        this.view = view;
    }

    /** The kinds of a contact that begins and of one that ends. */
    private record ContactKinds(EventKind begins, EventKind ends) {}

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        List<Integer> moons = selection.moons();
        for (int moon : moons) {
            for (int other : selection.companions(moon)) {
                // Of two requested moons, each is the other's companion.
                if (MoonPair.radius(moon) > 0
                        && MoonPair.radius(other) > 0
                        && (moon < other || !moons.contains(other))) {
                    add(selection, Math.min(moon, other), Math.max(moon, other), passes);
                }
            }
        }
        return passes;
    }

    private void add(EventSelection selection, int moon, int other, List<EventPass> passes) {
        int system = NaifIds.systemOf(moon).orElseThrow();
        int planet = NaifIds.planetOf(system);
        Optional<Radii> radii = Bodies.of(planet).radii();
        int held = selection.holds(planet) ? planet : system;
        boolean known = held == planet || system != NaifIds.PLUTO_BARYCENTER;
        if (radii.isEmpty() || !known) {
            return;
        }
        MoonSight one = new MoonSight(pool, moon, held, planet, radii.get());
        MoonSight two = new MoonSight(pool, other, held, planet, radii.get());
        MoonPair pair = new MoonPair(pool, moon, other, held, one, two);
        MoonPair turned = new MoonPair(pool, other, moon, held, two, one);
        List<Integer> needs = List.of(moon, other, held);
        occultations(needs, pair, turned, passes);
        eclipses(needs, pair, passes);
        eclipses(needs, turned, passes);
    }

    private void occultations(List<Integer> needs, MoonPair pair, MoonPair turned, List<EventPass> passes) {
        DoubleUnaryOperator gap = et -> pair.across(pair.gap(et));
        Crossings.Motion edge = motion(needs, pair, pair::gap, gap);
        passes.add(EventPass.zeros(FAMILY, needs, edge, (et, rising, out) -> {
            EventKind kind = rising ? EventKind.MUTUAL_OCCULTATION_ENDS : EventKind.MUTUAL_OCCULTATION_BEGINS;
            hidden(kind, pair, turned, et).ifPresent(out);
        }));
        Crossings.Motion middle = motion(needs, pair, et -> -pair.apart(et), gap);
        passes.add(EventPass.maxima(EventFamily.MUTUALS, needs, middle, (et, rising, out) -> {
            if (pair.gap(et) < 0) {
                hidden(EventKind.GREATEST_MUTUAL_OCCULTATION, pair, turned, et).ifPresent(out);
            }
        }));
    }

    private static Optional<SkyEvent> hidden(EventKind kind, MoonPair pair, MoonPair turned, double et) {
        MoonPair front = pair.isInFront(et) ? pair : turned;
        return front.isSeen(et) ? Optional.of(event(kind, front, et)) : Optional.empty();
    }

    private static SkyEvent event(EventKind kind, MoonPair pair, double et) {
        return new SkyEvent(kind, et, pair.moon(), pair.other(), Math.toDegrees(pair.apart(et)));
    }

    /** The shadow of the second moon on the first. */
    private void eclipses(List<Integer> needs, MoonPair pair, List<EventPass> passes) {
        passes.add(contacts(
                needs,
                pair,
                pair::fromPenumbra,
                new ContactKinds(EventKind.MUTUAL_ECLIPSE_BEGINS, EventKind.MUTUAL_ECLIPSE_ENDS)));
        passes.add(contacts(
                needs,
                pair,
                pair::fromUmbra,
                new ContactKinds(EventKind.MUTUAL_UMBRA_BEGINS, EventKind.MUTUAL_UMBRA_ENDS)));
        Crossings.Motion middle = motion(needs, pair, et -> -pair.fromAxis(et), pair::fromPenumbra);
        passes.add(EventPass.maxima(EventFamily.MUTUALS, needs, middle, (et, rising, out) -> {
            if (pair.fromPenumbra(et) < 0 && pair.isTowardsSun(et) && pair.isSeen(et)) {
                out.accept(event(EventKind.GREATEST_MUTUAL_ECLIPSE, pair, et));
            }
        }));
    }

    private EventPass contacts(List<Integer> needs, MoonPair pair, DoubleUnaryOperator edge, ContactKinds kinds) {
        return EventPass.zeros(FAMILY, needs, motion(needs, pair, edge, edge), (et, rising, out) -> {
            if (pair.isTowardsSun(et) && pair.isSeen(et)) {
                out.accept(event(rising ? kinds.ends() : kinds.begins(), pair, et));
            }
        });
    }

    /** As of other moons' phenomena, neither moon moves along its orbit by more than six degrees in a step. */
    private Crossings.Motion motion(
            List<Integer> needs, MoonPair pair, DoubleUnaryOperator value, DoubleUnaryOperator gap) {
        int planet = needs.get(2);
        return EarthMotion.motion(value, et -> {
            double tenth = Math.min(view.tenth(needs.get(0), planet, et), view.tenth(needs.get(1), planet, et));
            return Math.min(pair.step(et, gap.applyAsDouble(et)), tenth);
        });
    }
}
