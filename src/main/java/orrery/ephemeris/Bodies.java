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
 * <p>Every id has a body. A body that the catalogue does not name is called by its number, and its number decides its
 * kind (NAIF IDs Required Reading). The names are all of SPICE's built-in names, plus some that never conflict with
 * them. The catalogue is read once, from resources, on first use.
 *
 * <p>Names, radii and gravity from loaded text kernels override it ({@link #use}) for the whole process, as in SPICE's
 * kernel pool: names and sizes matter only in input and output, while queries use ids alone. Safe for any number of
 * threads; each call sees one complete catalogue.
 */
public final class Bodies {
    private static final String CURE = "Give a NAIF id, or a name as in 499, MARS or MARS BARYCENTER.";

    /** The length of the longest int, with its sign. */
    private static final int MOST_DIGITS = 11;

    private Bodies() {}

    /**
     * Overrides the built-in catalogue with the values of text kernels, for the whole program.
     *
     * @param variables the variables of the kernels loaded
     * @throws orrery.frames.TextKernelException if the values are invalid; the previous catalogue then stays in use
     */
    public static void use(KernelVariables variables) {
        BodyCatalogue.use(variables);
    }

    /** {@return a count that grows with every new catalogue, for code that caches something derived from one} */
    public static long edition() {
        return BodyCatalogue.get().edition();
    }

    /**
     * Returns the body of an id.
     *
     * @param id any NAIF id
     * @return the body; {@link Body#isNamed()} returns whether the catalogue knows it
     */
    public static Body of(int id) {
        return BodyCatalogue.get().body(id);
    }

    /**
     * Names a body for display: {@code Mars (barycenter)} for 4.
     *
     * @param id NAIF id
     * @return the name; the id's digits if it has none
     */
    public static String name(int id) {
        Body body = of(id);
        return body.isUnknown() ? Integer.toString(id) : body.name();
    }

    /**
     * Names a body together with its id: {@code Mars (499)}, or {@code Body 2000999} if it has no name.
     *
     * @param id NAIF id
     * @return the label
     */
    public static String label(int id) {
        return of(id).toString();
    }

    /** {@return all bodies that have a name, by ascending id} */
    public static Collection<Body> all() {
        return BodyCatalogue.get().all();
    }

    /**
     * Finds the id that a person means, as SPICE's {@code BODS2C} does: by name, in upper or lower case and with any
     * number of spaces, or by the digits of any id. {@code mars} is 499.
     *
     * @param nameOrNumber what was typed
     * @return the NAIF id
     * @throws UnknownNameException if it is neither; suggests the nearest names
     */
    public static int resolve(String nameOrNumber) {
        return find(nameOrNumber)
                .orElseThrow(() -> UnknownNameException.of(
                        "body", nameOrNumber, BodyCatalogue.get().suggestable(), CURE));
    }

    /**
     * Finds the id that a person means as {@link #resolve(String)} does, without an error.
     *
     * @param nameOrNumber what was typed
     * @return the NAIF id; empty if it is neither a name nor a number
     */
    public static OptionalInt find(String nameOrNumber) {
        // Digits first: bulk queries contain nothing else.
        OptionalInt number = number(nameOrNumber.strip());
        return number.isPresent() ? number : BodyCatalogue.get().idOf(KernelNames.normalised(nameOrNumber));
    }

    /**
     * The body that a person means among those loaded. NAIF numbers the same asteroid in two ways, and a name finds
     * whichever is loaded.
     *
     * @param id the NAIF id; if both are loaded, the one that SPICE's name denotes
     * @param other the second id, if both are loaded
     */
    public record Meant(int id, OptionalInt other) {}

    /**
     * Finds the body that a person means, among the bodies that are loaded. Digits mean exactly that id.
     *
     * @param nameOrNumber what was typed
     * @param loaded whether a kernel has data for an id
     * @return the body, and the second id of an asteroid that is loaded under both of its numbers
     * @throws UnknownNameException if it is neither a name nor a number; suggests the nearest names
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
     * Searches by a few letters: names that begin with the text come first, then names with a word that does, then
     * names that contain it; planets and moons come before asteroids and spacecraft.
     *
     * @param text a part of a name, or of an id
     * @param most the maximum number of results
     * @return the bodies found, best match first
     */
    public static List<Body> search(String text, int most) {
        return BodyCatalogue.get().search(KernelNames.normalised(text), most);
    }

    /**
     * Finds the barycenter of the system to which a planet or moon belongs, which can be used if a kernel lacks the
     * body itself: 4 for 499.
     *
     * @param id a NAIF id
     * @return 1 to 9; empty for a body that is neither a planet nor a moon of one
     */
    public static OptionalInt barycenterOf(int id) {
        return NaifIds.systemOf(id);
    }

    /**
     * Finds the planet of a system, which can stand for a barycenter that is the only data a kernel has.
     *
     * @param barycenter NAIF id
     * @return 499 for 4; empty for ids that are not a planetary system
     */
    public static OptionalInt planetOf(int barycenter) {
        return NaifIds.isPlanetarySystem(barycenter)
                ? OptionalInt.of(NaifIds.planetOf(barycenter))
                : OptionalInt.empty();
    }

    /**
     * Returns the combined gravitational parameter of two bodies, which governs the motion of one around the other.
     *
     * @param body NAIF id; counts as 0 if its own parameter is unknown
     * @param center NAIF id
     * @return km^3/s^2; NaN if the center's is unknown
     */
    public static double gm(int body, int center) {
        return of(center).gm().orElse(Double.NaN) + of(body).gm().orElse(0);
    }

    /**
     * Finds NAIF's other number for an asteroid: 20000001 for 2000001, and back.
     *
     * @param id NAIF id
     * @return the other number; empty for other bodies
     */
    public static OptionalInt otherAsteroidNumber(int id) {
        return NaifIds.otherAsteroidNumber(id);
    }
}
