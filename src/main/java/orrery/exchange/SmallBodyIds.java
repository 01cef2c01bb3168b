package orrery.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import orrery.ephemeris.Bodies;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/**
 * NAIF ids of asteroids and comets by one rule: a numbered asteroid is 20000000 plus its number, as NAIF and JPL number
 * them now; a comet has the id that JPL gives it, from its file or by NAIF's name; an object without an id gets one
 * beyond all that NAIF uses, which encodes its designation ({@link NaifIds#ofUnnumbered}).
 */
final class SmallBodyIds {
    /** Interstellar objects are numbered separately: 1I. */
    private static final int VISITORS = 90_000;

    private SmallBodyIds() {}

    /**
     * The id of an object.
     *
     * @param given ids set by the user, by name, number or designation; the empty name is for any object
     * @param object the object as named in the file
     * @param only whether the file contains no other
     * @return empty if there is no rule for it
     */
    static OptionalInt of(Map<String, Integer> given, SmallBodyName object, boolean only) {
        for (String key : object.names()) {
            Integer id = given.get(key);
            if (id != null) {
                return OptionalInt.of(id);
            }
        }
        Integer any = given.get("");
        if (any != null && only) {
            return OptionalInt.of(any);
        }
        if (object.number() > 0 && !object.comet()) {
            return NaifIds.ofAsteroid(object.number());
        }
        if (object.spkId() > 0) {
            return OptionalInt.of(object.spkId());
        }
        if (object.comet() && object.number() > 0) {
            if (!object.fragment().isEmpty()) {
                return NaifIds.ofFragment(object.number(), PackedDesignation.piece(object.fragment()));
            }
            String name =
                    object.name().substring(object.name().indexOf('/') + 1).strip();
            OptionalInt known = name.isEmpty() ? OptionalInt.empty() : Bodies.find(name.toUpperCase(Locale.ROOT));
            return known.isPresent() && NaifIds.kindOf(known.getAsInt()) == BodyKind.COMET
                    ? known
                    : NaifIds.ofNumberedComet(object.number() + (object.name().matches("\\d+I/.*") ? VISITORS : 0));
        }
        return object.provisional() == null
                ? OptionalInt.empty()
                : NaifIds.ofUnnumbered(
                        object.provisional().year(),
                        object.provisional().halfMonth(),
                        object.provisional().order(),
                        object.comet());
    }
}
