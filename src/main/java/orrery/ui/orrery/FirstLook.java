package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import orrery.ephemeris.Coverage;
import orrery.math.Constants;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyClock;
import orrery.service.SkyFrame;
import orrery.spk.NaifIds;

/** What to show first of newly opened kernels: which time, which body, from which distance. Pure functions. */
final class FirstLook {
    static final Coverage.Span ANY_TIME = new Coverage.Span(-1e13, 1e13);

    /** Slower rates of time for kernels that cover little of it, seconds of sky time per second. */
    private static final double[] RATES = {1, 10, 60, 600, 3600, Constants.DAY, 10 * Constants.DAY};

    /** The coverage of the kernels should last at least this long, seconds. */
    private static final double LASTS_SECONDS = 30;
    /** The distance from which a whole system is seen, in its radii. */
    private static final double ROOM = 3.2;
    /** The share of a system's bodies that are then in view. */
    private static final double MOST = 0.8;
    /** A body up to this many times farther than the one before still belongs to the group. */
    private static final double NEXT = 2;
    /** A satellite kernel leads to at most this many planets: its own, the Earth, and one more on the route. */
    private static final int FEW = 3;

    private FirstLook() {}

    /**
     * The subject of a satellite kernel: most of its bodies orbit it, and the only planets are those on the routes from
     * it to the Sun and the Earth. Empty if the planets themselves are worth seeing.
     */
    static OptionalInt system(SkyCatalogue catalogue) {
        long planets = catalogue.bodies().stream()
                .filter(b -> !b.isOrigin())
                .mapToInt(b -> NaifIds.planetNumber(b.id()))
                .filter(planet -> planet != 0)
                .distinct()
                .count();
        int middle = middle(catalogue);
        boolean satellites = middle != 0 && middle != NaifIds.SUN && middle != catalogue.origin();
        return satellites && planets <= FEW ? OptionalInt.of(middle) : OptionalInt.empty();
    }

    /** Whether a body is the middle of a system or orbits it. */
    static boolean within(SkyCatalogue catalogue, int body, int middle) {
        int index = catalogue.indexOf(body);
        return body == middle || (index >= 0 && catalogue.bodies().get(index).parent() == middle);
    }

    /** The middle of a system or, if the kernels do not have it, the most important of the bodies that orbit it. */
    static int first(SkyCatalogue catalogue, int middle) {
        if (tells(catalogue, middle)) {
            return middle;
        }
        return catalogue.bodies().stream()
                .filter(b -> b.parent() == middle && !b.isOrigin())
                .min(Comparator.comparingInt(b -> BodyLook.of(b.id()).rank()))
                .map(SkyBody::id)
                .orElse(middle);
    }

    /** Moves time to where the kernels have something to show, at a rate at which that lasts a while. */
    static void time(SkyClock clock, SkyCatalogue newest) {
        Coverage.Span rich = newest.richest();
        if (2 * newest.held(clock.et()) < newest.held((rich.start() + rich.end()) / 2)) {
            clock.span(ANY_TIME);
            // Not at the very edge, where one step back would end it.
            clock.jump(rich.start() + (rich.end() - rich.start()) * 1e-3);
            double fitting = 1;
            for (double rate : RATES) {
                fitting = rate * LASTS_SECONDS <= rich.end() - rich.start() ? rate : fitting;
            }
            if (Math.abs(clock.rate()) > fitting) {
                clock.rate(fitting);
            }
        }
        clock.span(newest.span());
    }

    /** Whether the kernels say where a body is, and not only that others are measured from it. */
    static boolean tells(SkyCatalogue catalogue, int id) {
        int index = catalogue.indexOf(id);
        return index >= 0 && !catalogue.bodies().get(index).isOrigin();
    }

    static int standIn(SkyCatalogue catalogue, int id) {
        OptionalInt held = held(catalogue, id);
        if (held.isPresent() && tells(catalogue, held.getAsInt())) {
            return held.getAsInt();
        }
        return catalogue.bodies().stream()
                .filter(b -> !b.isOrigin())
                .min(Comparator.comparingInt(b -> BodyLook.of(b.id()).rank()))
                .orElse(catalogue.bodies().getFirst())
                .id();
    }

    /** The body that most of the others orbit. */
    private static int middle(SkyCatalogue catalogue) {
        Map<Integer, Integer> around = new HashMap<>();
        for (SkyBody body : catalogue.bodies()) {
            if (!body.isOrigin() && (catalogue.placeOf(body.parent()) >= 0 || body.parent() == catalogue.origin())) {
                around.merge(body.parent(), 1, Integer::sum);
            }
        }
        return around.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(catalogue.origin());
    }

    /**
     * If the kernels do not contain the body in view, or have it at only one point: shows as much of their contents as
     * possible, around the body that most others orbit.
     */
    static Camera whole(Camera camera, SkyFrame frame) {
        SkyCatalogue catalogue = frame.catalogue();
        int focus = middle(catalogue);
        DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
        double[] middle = new double[3];
        if (!places.of(focus, middle)) {
            return camera.at(focus);
        }
        double[] at = new double[3];
        List<Double> reaches = new ArrayList<>();
        for (SkyBody body : catalogue.bodies()) {
            if (body.parent() == focus && !body.isOrigin() && places.of(body.id(), at)) {
                reaches.add(Math.hypot(Math.hypot(at[0] - middle[0], at[1] - middle[1]), at[2] - middle[2]));
            }
        }
        reaches.sort(Comparator.naturalOrder());
        // A single distant moon must not reduce all others to dots.
        int last = (int) Math.ceil(MOST * reaches.size()) - 1;
        while (last >= 0 && last + 1 < reaches.size() && reaches.get(last + 1) < NEXT * reaches.get(last)) {
            last++;
        }
        double reach = last < 0 ? 0 : reaches.get(last);
        double far = Math.max(reach, BodyLook.of(focus).radius() * 2);
        return Approach.free(camera).at(focus).distance(far > 0 ? far * ROOM : camera.distance());
    }

    /**
     * The body itself, or the barycenter that stands for a planet, or the planet for a barycenter, or the asteroid
     * under NAIF's other number; empty if none is present.
     */
    static OptionalInt held(SkyCatalogue catalogue, int id) {
        int barycenter = NaifIds.isPlanet(id) ? NaifIds.planetNumber(id) : 0;
        int planet = NaifIds.isPlanetarySystem(id) ? NaifIds.planetOf(id) : 0;
        int other = NaifIds.otherAsteroidNumber(id).orElse(0);
        for (int candidate : new int[] {id, barycenter, planet, other}) {
            if (candidate != 0 && catalogue.indexOf(candidate) >= 0) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }
}
