package orrery.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.Hop;
import orrery.spk.KernelException;

/** Finds out what is known of a body. Confined to one thread. */
final class FactFinder {
    private static final int SUN = 10;
    private static final int EARTH = 399;
    /** Obliquity of the ecliptic at J2000, 84381.448 arcseconds (IAU 1976, as in SPICE's ECLIPJ2000). */
    private static final double OBLIQUITY = Math.toRadians(84381.448 / 3600);

    private final QueryCounter counter;
    private final double[] state = new double[6];

    FactFinder(QueryCounter counter) {
        this.counter = counter;
    }

    BodyFacts find(SkyCatalogue catalogue, Ephemeris ephemeris, int id, double et) {
        int index = catalogue.indexOf(id);
        if (index < 0) {
            return nothing(id, et, Optional.empty());
        }
        SkyBody body = catalogue.bodies().get(index);
        List<BodyFacts.Source> sources = new ArrayList<>();
        try {
            for (Hop hop : ephemeris.explain(id, catalogue.origin(), et)) {
                sources.add(new BodyFacts.Source(
                        hop.kernel().name(),
                        hop.segment().info().index(),
                        hop.segment().target(),
                        hop.segment().center(),
                        hop.segment().info().type(),
                        hop.segment().typeName(),
                        hop.granule().index(),
                        hop.segment().records()));
            }
        } catch (KernelException e) {
            return nothing(id, et, Optional.of(String.valueOf(e.getMessage())));
        }
        BodyFacts.State fromParent = state(ephemeris, id, body.parent(), et);
        Optional<BodyFacts.Orbit> orbit = fromParent == null || id == SUN
                ? Optional.empty()
                : orbit(fromParent, TwoBody.gravity(id, body.parent()));
        return new BodyFacts(
                id,
                et,
                id == SUN ? Optional.empty() : Optional.ofNullable(state(ephemeris, id, SUN, et)),
                id == EARTH ? Optional.empty() : Optional.ofNullable(state(ephemeris, id, EARTH, et)),
                Optional.ofNullable(fromParent),
                body.parent(),
                orbit,
                sources,
                Optional.empty());
    }

    private static BodyFacts nothing(int id, double et, Optional<String> trouble) {
        return new BodyFacts(
                id, et, Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of(), trouble);
    }

    private BodyFacts.@Nullable State state(Ephemeris ephemeris, int target, int center, double et) {
        try {
            counter.add(1);
            ephemeris.state(target, center, et, state);
            return new BodyFacts.State(state[0], state[1], state[2], state[3], state[4], state[5]);
        } catch (KernelException e) {
            // A kernel of a spacecraft alone has no Sun and no Earth: the panel says "not in these kernels".
            return null;
        }
    }

    private static Optional<BodyFacts.Orbit> orbit(BodyFacts.State s, double mu) {
        TwoBody ellipse = new TwoBody(new double[] {s.x(), s.y(), s.z(), s.vx(), s.vy(), s.vz()}, mu);
        if (!ellipse.isEllipse()) {
            return Optional.empty();
        }
        return Optional.of(new BodyFacts.Orbit(
                ellipse.semiMajor(), ellipse.eccentricity(), ellipse.inclination(OBLIQUITY), ellipse.period()));
    }
}
