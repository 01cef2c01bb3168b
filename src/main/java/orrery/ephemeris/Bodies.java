package orrery.ephemeris;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import orrery.frames.KernelNames;
import orrery.frames.KernelVariables;
import orrery.frames.UnknownNameException;
import orrery.spk.NaifIds;

/**
 * The catalogue of bodies: names, kinds and constants by NAIF id, and ids by name.
 *
 * <p>Every id has a body: one that the catalogue does not name is called by its number, and is what its number says (NAIF
 * IDs Required Reading). Names are SPICE's built-in ones, all of them, and some more that never stand in their way. The
 * catalogue is read once, from resources, when first asked.
 *
 * <p>What loaded text kernels say of names, radii and gravity stands over it ({@link #use}), for the whole process, as SPICE's
 * kernel pool does: names and sizes are read and written at the edges, while queries are of ids alone. Safe for any number of
 * threads; each call sees one catalogue, whole.
 */
public final class Bodies {
    private static final String CURE = "Give a NAIF id, or a name as in 499, MARS or MARS BARYCENTER.";

    /** Of the longest int, with its sign. */
    private static final int MOST_DIGITS = 11;

    private Bodies() {}

    /**
     * From now on the catalogue is the built-in one with what these variables say over it.
     *
     * @throws orrery.frames.TextKernelException if they say it unsoundly; then the one before stays
     */
    public static void use(KernelVariables variables) {
        BodyCatalogue.use(variables);
    }

    /** Counts the catalogues, so that whoever keeps something of one knows when there is another. */
    public static long edition() {
        return BodyCatalogue.get().edition();
    }

    /**
     * The body of an id.
     *
     * @param id any NAIF id
     * @return the body; {@link Body#isNamed()} tells whether the catalogue knows it
     */
    public static Body of(int id) {
        return BodyCatalogue.get().body(id);
    }

    /** The name of an id as people read it, {@code Mars (barycenter)} for 4; the id's digits where it has none. */
    public static String name(int id) {
        Body body = of(id);
        return body.isUnknown() ? Integer.toString(id) : body.name();
    }

    /** Name and id together, {@code Mars (499)}; {@code Body 2000999} where there is no name. */
    public static String label(int id) {
        return of(id).toString();
    }

    /** All bodies that have a name, by ascending id. */
    public static Collection<Body> all() {
        return BodyCatalogue.get().all();
    }

    /**
     * The id that somebody means, as SPICE's {@code BODS2C} has it: a name (upper and lower case, and how many blanks, do
     * not matter), or the digits of any id. {@code mars} is 499.
     *
     * @param nameOrNumber what somebody typed
     * @return the NAIF id
     * @throws UnknownNameException if it is neither: suggests the nearest names
     */
    public static int resolve(String nameOrNumber) {
        return find(nameOrNumber)
                .orElseThrow(() -> UnknownNameException.of(
                        "body", nameOrNumber, BodyCatalogue.get().suggestable(), CURE));
    }

    /**
     * The same, without an error.
     *
     * @param nameOrNumber what somebody typed
     * @return the NAIF id, empty where it is neither a name nor a number
     */
    public static OptionalInt find(String nameOrNumber) {
        // Digits first: bulk queries are nothing else.
        OptionalInt number = number(nameOrNumber.strip());
        return number.isPresent() ? number : BodyCatalogue.get().idOf(KernelNames.normalised(nameOrNumber));
    }

    /**
     * What somebody means among the bodies that are loaded: NAIF numbers the same asteroid in two ways, and a name finds
     * whichever is there.
     *
     * @param id the NAIF id; where both are loaded, the one that SPICE's name stands for
     * @param other the second id, where both are loaded
     */
    public record Meant(int id, OptionalInt other) {}

    /**
     * As {@link #resolve(String)}, among the bodies that are loaded. Digits mean that very number.
     *
     * @param nameOrNumber what somebody typed
     * @param loaded whether there is anything of an id
     * @throws UnknownNameException if it is neither a name nor a number: suggests the nearest names
     */
    public static Meant resolve(String nameOrNumber, IntPredicate loaded) {
        int id = resolve(nameOrNumber);
        OptionalInt other = otherAsteroidNumber(id);
        if (other.isEmpty()
                || !loaded.test(other.getAsInt())
                || number(nameOrNumber.strip()).isPresent()) {
            return new Meant(id, OptionalInt.empty());
        }
        return loaded.test(id) ? new Meant(id, other) : new Meant(other.getAsInt(), OptionalInt.empty());
    }

    private static OptionalInt number(String text) {
        int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() == digits || text.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        for (int i = digits; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalInt.empty();
            }
        }
        long number = Long.parseLong(text);
        return number == (int) number ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    /**
     * Bodies for a search as one types: those with a name that begins so first, then those with a word that does, then those
     * that hold the text; planets and moons before asteroids and spacecraft.
     *
     * @param text a part of a name, or of an id
     * @param most how many at most
     */
    public static List<Body> search(String text, int most) {
        return BodyCatalogue.get().search(KernelNames.normalised(text), most);
    }

    /**
     * The barycenter of the system that a planet or moon belongs to: what may be asked for where a kernel lacks the body
     * itself, as 4 for 499.
     *
     * @param id a NAIF id
     * @return 1 to 9, empty for what is neither planet nor moon of one
     */
    public static OptionalInt barycenterOf(int id) {
        return NaifIds.systemOf(id);
    }

    /** The planet of a system: 499 of 4; empty for other ids. The window draws it where only the barycenter is there. */
    public static OptionalInt planetOf(int barycenter) {
        return NaifIds.isPlanetarySystem(barycenter)
                ? OptionalInt.of(NaifIds.planetOf(barycenter))
                : OptionalInt.empty();
    }

    /**
     * The gravitational parameter of two bodies together, by which one moves about the other.
     *
     * @param body NAIF id; nothing where its own is unknown
     * @param center NAIF id
     * @return km^3/s^2; NaN where the center's is unknown
     */
    public static double gm(int body, int center) {
        return of(center).gm().orElse(Double.NaN) + of(body).gm().orElse(0);
    }

    /** NAIF's other number of an asteroid: 20000001 of 2000001, and back; empty for other bodies. */
    public static OptionalInt otherAsteroidNumber(int id) {
        return NaifIds.otherAsteroidNumber(id);
    }
}
