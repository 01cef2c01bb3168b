package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.math.Counted;
import orrery.spk.NaifIds;

/**
 * The bodies of a kernel that attract massless objects: Sun, planets with their moons, the Moon, and the asteroids and
 * Kuiper belt bodies whose masses are in DE440. Immutable and thread-safe.
 */
public final class Attractors {
    private static final int NUMBERED = 2_000_000;

    private final Ephemeris ephemeris;
    private final int[] ids;
    private final double[] gm;
    private final List<Integer> absent;

    private Attractors(Ephemeris ephemeris, int[] ids, double[] gm, List<Integer> absent) {
        this.ephemeris = ephemeris;
        this.ids = ids;
        this.gm = gm;
        this.absent = List.copyOf(absent);
    }

    private record Mass(int id, double gm) {}

    /**
     * The attractors in a kernel over a span.
     *
     * @param from first epoch, TDB seconds past J2000
     * @param to last epoch
     * @throws IllegalArgumentException if the Sun is not among them; the message says what the kernel covers
     */
    public static Attractors of(Ephemeris ephemeris, double from, double to) {
        Coverage sun = ephemeris.coverage(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER);
        if (!covers(sun, from, to)) {
            throw new IllegalArgumentException(
                    sun.isEmpty()
                            ? "the planetary kernels do not contain the Sun"
                            : "the planetary kernels do not cover the Sun over the whole span");
        }
        List<Mass> all = new ArrayList<>();
        List<Integer> absent = new ArrayList<>();
        List<Mass> wanted = new ArrayList<>(List.of(
                new Mass(NaifIds.SUN, De440.GM_SUN),
                new Mass(NaifIds.MERCURY_BARYCENTER, De440.GM_MERCURY),
                new Mass(NaifIds.VENUS_BARYCENTER, De440.GM_VENUS)));
        boolean apart = has(ephemeris, NaifIds.EARTH, from, to) && has(ephemeris, NaifIds.MOON, from, to);
        if (apart) {
            wanted.add(new Mass(NaifIds.EARTH, De440.GM_EARTH));
            wanted.add(new Mass(NaifIds.MOON, De440.GM_MOON));
        } else {
            wanted.add(new Mass(NaifIds.EARTH_BARYCENTER, De440.GM_EARTH + De440.GM_MOON));
        }
        wanted.add(new Mass(NaifIds.MARS_BARYCENTER, De440.GM_MARS));
        wanted.add(new Mass(NaifIds.JUPITER_BARYCENTER, De440.GM_JUPITER));
        wanted.add(new Mass(NaifIds.SATURN_BARYCENTER, De440.GM_SATURN));
        wanted.add(new Mass(NaifIds.URANUS_BARYCENTER, De440.GM_URANUS));
        wanted.add(new Mass(NaifIds.NEPTUNE_BARYCENTER, De440.GM_NEPTUNE));
        wanted.add(new Mass(NaifIds.PLUTO_BARYCENTER, De440.GM_PLUTO));
        for (Mass mass : wanted) {
            if (has(ephemeris, mass.id(), from, to)) {
                all.add(mass);
            } else {
                absent.add(mass.id());
            }
        }
        for (Mass mass : SolarSystem.minorMasses().entrySet().stream()
                .map(entry -> new Mass(NUMBERED + entry.getKey(), entry.getValue()))
                .toList()) {
            OptionalInt other = NaifIds.otherAsteroidNumber(mass.id());
            if (has(ephemeris, mass.id(), from, to)) {
                all.add(mass);
            } else if (other.isPresent() && has(ephemeris, other.getAsInt(), from, to)) {
                all.add(new Mass(other.getAsInt(), mass.gm()));
            }
        }
        return new Attractors(
                ephemeris,
                all.stream().mapToInt(Mass::id).toArray(),
                all.stream().mapToDouble(Mass::gm).toArray(),
                absent);
    }

    private static boolean has(Ephemeris ephemeris, int id, double from, double to) {
        return covers(ephemeris.coverage(id, NaifIds.SOLAR_SYSTEM_BARYCENTER), from, to);
    }

    private static boolean covers(Coverage coverage, double from, double to) {
        return coverage.spans().stream().anyMatch(span -> span.contains(from) && span.contains(to));
    }

    /** GM of the Sun, km^3/s^2. */
    public static double sunGm() {
        return De440.GM_SUN;
    }

    /** These without a body, which does not attract itself: by either of its numbers if it has two. */
    public Attractors without(int target) {
        int other = NaifIds.otherAsteroidNumber(target).orElse(target);
        List<Mass> left = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != target && ids[i] != other) {
                left.add(new Mass(ids[i], gm[i]));
            }
        }
        return left.size() == ids.length
                ? this
                : new Attractors(
                        ephemeris,
                        left.stream().mapToInt(Mass::id).toArray(),
                        left.stream().mapToDouble(Mass::gm).toArray(),
                        absent);
    }

    int count() {
        return ids.length;
    }

    int id(int i) {
        return ids[i];
    }

    double gm(int i) {
        return gm[i];
    }

    /** The state of an attractor wrt the solar-system barycenter, J2000, km and km/s; the Sun is the first. */
    void state(int i, double et, double[] out) {
        ephemeris.state(ids[i], NaifIds.SOLAR_SYSTEM_BARYCENTER, et, out);
    }

    /** In words: which bodies attract, and which planets are missing. */
    public String words() {
        int minor = 0;
        StringBuilder out = new StringBuilder();
        for (int id : ids) {
            if (id > NUMBERED) {
                minor++;
            } else {
                out.append(out.isEmpty() ? "" : ", ").append(plain(id));
            }
        }
        if (minor > 0) {
            out.append(", " + Counted.of(minor, "asteroid"));
        }
        if (!absent.isEmpty()) {
            out.append("; not ")
                    .append(String.join(
                            ", ", absent.stream().map(Attractors::plain).toList()))
                    .append(", which the kernels do not cover over the whole span");
        }
        return out.toString();
    }

    private static String plain(int id) {
        return NaifIds.isPlanetarySystem(id) && id != NaifIds.EARTH_BARYCENTER
                ? Bodies.name(NaifIds.planetOf(id))
                : Bodies.name(id);
    }
}
