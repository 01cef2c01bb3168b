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
 * Of which bodies events are asked, among those that the kernels hold. Of the Sun and of the Earth are all events in which
 * the others meet them. Immutable.
 */
final class EventsAsked {
    /** What is known of each body's events takes some kilobytes. */
    private static final int MOST_BODIES = 2_000;
    /** Of moons that nobody has named those count that are round: Mimas is the smallest. Mean radius, km. */
    private static final double ROUND = 190;

    private final Ephemeris ephemeris;
    private final Set<EventFamily> families;
    private final boolean byName;
    private final List<Integer> all;
    private final List<Integer> chosen;

    EventsAsked(Ephemeris ephemeris, EventFinder.Search search) {
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

    /** A planet itself, or its barycenter where the kernels hold no more of it. */
    private int held(int body) {
        OptionalInt barycenter = Bodies.barycenterOf(body);
        boolean planet = Bodies.of(body).kind() == BodyKind.PLANET && body != NaifIds.EARTH;
        return planet && barycenter.isPresent() && ephemeris.coverage(body, 0).isEmpty() ? barycenter.getAsInt() : body;
    }

    boolean has(EventFamily family) {
        return families.contains(family);
    }

    /** Whether a body that somebody named is meant, or one of all. */
    boolean byName() {
        return byName;
    }

    /** All bodies whose events are looked for where none are named. */
    List<Integer> all() {
        return all;
    }

    /** The bodies named, as the kernels hold them; all where none are. */
    List<Integer> chosen() {
        return chosen;
    }

    /** Whether the Sun or the Earth is among them. */
    boolean everyone() {
        return chosen.contains(NaifIds.SUN) || chosen.contains(NaifIds.EARTH);
    }

    /** Those that are seen in the sky beside Sun and Moon: all of them if Sun or Earth is asked for. */
    Set<Integer> wanderers() {
        Set<Integer> seen = new TreeSet<>(everyone() ? all : chosen);
        seen.removeAll(Set.of(NaifIds.SUN, NaifIds.EARTH, NaifIds.MOON));
        return seen;
    }

    /** Planets' moons, the Moon left aside, that are asked for: those of a planet that is named, too. */
    List<Integer> moons() {
        return Arrays.stream(ephemeris.targets())
                .filter(id -> id != NaifIds.MOON && !NaifIds.isPlanet(id))
                .filter(id -> NaifIds.systemOf(id).isPresent())
                .filter(id -> isNamed(id) || (isRound(id) && (!byName || everyone())))
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

    /** Whether the kernels hold a body. */
    boolean holds(int body) {
        return ephemeris.pool().track(body) != null;
    }

    /** Whether the Moon's events are asked for. */
    boolean moon() {
        return chosen.contains(NaifIds.MOON) || everyone();
    }

    /** When one body is known relative to another. */
    Coverage coverage(int body, int center) {
        return ephemeris.coverage(body, center);
    }

    /** The number of a planet's system, of planet and barycenter alike; 0 of others. */
    static int system(int body) {
        return NaifIds.planetNumber(body);
    }
}
