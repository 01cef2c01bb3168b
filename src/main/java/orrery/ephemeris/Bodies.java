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
 * <p>Every id has a body: one that the catalogue does not name is called by its number, and is what its number says
 * (NAIF IDs Required Reading). Names are SPICE's built-in ones, all of them, and some more that never stand in their
 * way. The catalogue is read once, from resources, when first asked.
 *
 * <p>What loaded text kernels say of names, radii and gravity stands over it ({@link #use}), for the whole process, as
 * SPICE's kernel pool does: names and sizes are read and written at the edges, while queries are of ids alone. Safe for
 * any number of threads; each call sees one catalogue, whole.
 */
public final class Bodies {
    private static final String CURE = "Give a NAIF id, or a name as in 499, MARS or MARS BARYCENTER.";

    /** Of the longest int, with its sign. */
    private static final int MOST_DIGITS = 11;

    private Bodies() {}

    /**
     * Lays what text kernels say over the built-in catalogue, for the whole program.
     *
     * @param variables the variables of the kernels loaded
     * @throws orrery.frames.TextKernelException if they say it unsoundly; then the one before stays
     */
    public static void use(KernelVariables variables) {
        BodyCatalogue.use(variables);
    }

    /** {@return a count that grows with every new catalogue, for code that keeps something made from one} */
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

    /**
     * Names a body for people: {@code Mars (barycenter)} for 4.
     *
     * @param id NAIF id
     * @return the name; the id's digits where there is none
     */
    public static String name(int id) {
        Body body = of(id);
        return body.isUnknown() ? Integer.toString(id) : body.name();
    }

    /**
     * Names a body together with its id: {@code Mars (499)}, or {@code Body 2000999} where there is no name.
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
     * Finds the id that a person means, as SPICE's {@code BODS2C} does: by a name, in upper or lower case and with any
     * number of blanks, or by the digits of any id. {@code mars} is 499.
     *
     * @param nameOrNumber what was typed
     * @return the NAIF id
     * @throws UnknownNameException if it is neither: suggests the nearest names
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
     * @return the NAIF id, empty where it is neither a name nor a number
     */
    public static OptionalInt find(String nameOrNumber) {
        // Digits first: bulk queries are nothing else.
        OptionalInt number = number(nameOrNumber.strip());
        return number.isPresent() ? number : BodyCatalogue.get().idOf(KernelNames.normalised(nameOrNumber));
    }

    /**
     * What a person means among the bodies that are loaded: NAIF numbers the same asteroid in two ways, and a name
     * finds whichever is loaded.
     *
     * @param id the NAIF id; where both are loaded, the one that SPICE's name stands for
     * @param other the second id, where both are loaded
     */
    public record Meant(int id, OptionalInt other) {}

    /**
     * Finds the body that a person means, among the bodies that are loaded. Digits mean that very id.
     *
     * @param nameOrNumber what was typed
     * @param loaded whether a kernel has data for an id
     * @return the body, and the second id of an asteroid that is loaded under both of its numbers
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
     * Searches by a few letters: names that begin with the text come first, then names with a word that does, then
     * names that contain it; planets and moons come before asteroids and spacecraft.
     *
     * @param text a part of a name, or of an id
     * @param most how many at most
     * @return the bodies found, the best first
     */
    public static List<Body> search(String text, int most) {
        return BodyCatalogue.get().search(KernelNames.normalised(text), most);
    }

    /**
     * The barycenter of the system that a planet or moon belongs to: what may be asked for where a kernel lacks the
     * body itself, as 4 for 499.
     *
     * @param id a NAIF id
     * @return 1 to 9, empty for what is neither planet nor moon of one
     */
    public static OptionalInt barycenterOf(int id) {
        return NaifIds.systemOf(id);
    }

    /**
     * Finds the planet of a system, which the window draws where a kernel has only the barycenter.
     *
     * @param barycenter NAIF id
     * @return 499 for 4; empty for ids that are no planetary system
     */
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

    /**
     * Finds NAIF's other number of an asteroid: 20000001 for 2000001, and back.
     *
     * @param id NAIF id
     * @return the other number; empty for other bodies
     */
    public static OptionalInt otherAsteroidNumber(int id) {
        return NaifIds.otherAsteroidNumber(id);
    }
}
