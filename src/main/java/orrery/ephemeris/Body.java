package orrery.ephemeris;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import orrery.spk.BodyKind;

/**
 * A body of the catalogue: who it is, whose it is, and what is known of it. Immutable, and safe for any number of
 * threads.
 *
 * @param id the NAIF id
 * @param name as people read it: {@code Mars (barycenter)}, {@code Body 2000999} where only the id is known
 * @param kind what it is
 * @param parent the body it belongs to: the Sun of a planet, a planet of its moon, the ground of a station
 * @param names all names understood in commands, in upper case, SPICE's answer to the id last; empty where unknown
 * @param gm gravitational parameter, km^3/s^2
 * @param radii half axes
 * @param letter one to three letters that mark it beside its tint
 * @param tint the colour of its mark
 * @param rings bands of its rings, from the inside out; empty for most
 */
public record Body(
        int id,
        String name,
        BodyKind kind,
        OptionalInt parent,
        List<String> names,
        OptionalDouble gm,
        Optional<Radii> radii,
        String letter,
        Tint tint,
        List<Ring> rings) {

    /** Copies the lists. */
    public Body {
        names = List.copyOf(names);
        rings = List.copyOf(rings);
    }

    /** {@return whether the catalogue has a name for this body, rather than only its id} */
    public boolean isNamed() {
        return !names.isEmpty();
    }

    /** {@return SPICE's name of the body ({@code BODC2N}), or its id in digits where it has none ({@code BODC2S})} */
    public String spiceName() {
        return names.isEmpty() ? Integer.toString(id) : names.getLast();
    }

    /** Whether not even the number says whose it is: the name is {@code Body} and the id. */
    boolean isUnknown() {
        return name.equals("Body " + id);
    }

    /** The name and the id, as in {@code Mars (499)}; {@code Body 2000999} where there is no name. */
    @Override
    public String toString() {
        return isUnknown() ? name : name + " (" + id + ")";
    }
}
