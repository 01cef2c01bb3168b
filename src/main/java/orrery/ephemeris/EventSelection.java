package orrery.ephemeris;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * The bodies whose events are requested, among those in the kernels. The events of the Sun and of the Earth are all
 * those that other bodies have with them. Immutable.
 */
final class EventSelection {
    /** The known events of each body take a few kilobytes. */
    private static final int MOST_BODIES = 2_000;
    /** If no moons are named, only the round ones count, of which Mimas is the smallest. Mean radius, km. */
    private static final double ROUND = 190;

    private final Ephemeris ephemeris;
    private final Set<EventFamily> families;
    private final boolean byName;
    private final List<Integer> all;
    private final List<Integer> chosen;

    EventSelection(Ephemeris ephemeris, EventFinder.Search search) {
        this.ephemeris = ephemeris;
        this.families = search.families();
        this.byName = !search.bodies().isEmpty();
        this.all = EventFinder.bodies(ephemeris);
        if (!byName && all.size() > MOST_BODIES) {
            throw new NoDataException(String.format(
                    Locale.ROOT,
                    "The kernels hold %,d bodies that have events; those of at most %,d are looked for at once. Choose"
                            + " the bodies that you want.",
                    all.size(),
                    MOST_BODIES));
        }
        this.chosen =
                byName ? search.bodies().stream().map(this::held).distinct().toList() : all;
    }

    /** A planet itself, or its barycenter if the kernels have no more. */
    private int held(int body) {
        OptionalInt barycenter = Bodies.barycenterOf(body);
        boolean planet = Bodies.of(body).kind() == BodyKind.PLANET && body != NaifIds.EARTH;
        return planet && barycenter.isPresent() && ephemeris.coverage(body, 0).isEmpty() ? barycenter.getAsInt() : body;
    }

    boolean has(EventFamily family) {
        return families.contains(family);
    }

    /** Whether bodies were named, rather than all of them being meant. */
    boolean byName() {
        return byName;
    }

    /** All bodies whose events are searched for if none are named. */
    List<Integer> all() {
        return all;
    }

    /** The named bodies, under the ids that the kernels use; all bodies if none are named. */
    List<Integer> chosen() {
        return chosen;
    }

    /** Whether the Sun or the Earth is among them. */
    boolean everyone() {
        return chosen.contains(NaifIds.SUN) || chosen.contains(NaifIds.EARTH);
    }

    /** The bodies seen in the sky other than Sun and Moon: all of them if the Sun or the Earth is requested. */
    Set<Integer> wanderers() {
        Set<Integer> seen = new TreeSet<>(everyone() ? all : chosen);
        seen.removeAll(Set.of(NaifIds.SUN, NaifIds.EARTH, NaifIds.MOON));
        return seen;
    }

    /** Mercury and Venus, of these. */
    List<Integer> innerPlanets() {
        return wanderers().stream()
                .filter(body -> system(body) == NaifIds.MERCURY_BARYCENTER || system(body) == NaifIds.VENUS_BARYCENTER)
                .toList();
    }

    /** The requested moons of planets, except the Moon; includes the moons of a named planet. */
    List<Integer> moons() {
        return Arrays.stream(ephemeris.targets())
                .filter(id -> id != NaifIds.MOON && !NaifIds.isPlanet(id))
                .filter(id -> NaifIds.systemOf(id).isPresent())
                .filter(id -> isNamed(id) || (isRound(id) && (!byName || everyone())))
                .boxed()
                .toList();
    }

    /** The other moons of its planet that a moon can meet: those that are round, and those that are requested. */
    List<Integer> companions(int moon) {
        OptionalInt system = NaifIds.systemOf(moon);
        return Arrays.stream(ephemeris.targets())
                .filter(id -> id != moon && !NaifIds.isPlanet(id))
                .filter(id -> NaifIds.systemOf(id).equals(system))
                .filter(id -> isRound(id) || isNamed(id))
                .boxed()
                .toList();
    }

    private boolean isNamed(int moon) {
        int system = NaifIds.systemOf(moon).orElseThrow();
        return byName && chosen.stream().anyMatch(id -> id == moon || system(id) == system);
    }

    private static boolean isRound(int moon) {
        return Bodies.of(moon).radii().filter(r -> r.mean() > ROUND).isPresent();
    }

    /** Whether the kernels contain a body. */
    boolean holds(int body) {
        return ephemeris.pool().schedule(body) != null;
    }

    /** Whether the Moon's events are requested. */
    boolean moon() {
        return chosen.contains(NaifIds.MOON) || everyone();
    }

    /** The times at which one body is known relative to another. */
    Coverage coverage(int body, int center) {
        return ephemeris.coverage(body, center);
    }

    /** The number of a planet's system, for planet and barycenter alike; 0 for others. */
    static int system(int body) {
        return NaifIds.planetNumber(body);
    }
}
