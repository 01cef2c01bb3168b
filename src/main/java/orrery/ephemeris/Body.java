package orrery.ephemeris;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import orrery.spk.BodyKind;

/**
 * A body in the catalogue: its identity, its parent and its known constants. Immutable, and safe for any number of
 * threads.
 *
 * @param id the NAIF id
 * @param name for display: {@code Mars (barycenter)}, or {@code Body 2000999} if only the id is known
 * @param kind what it is
 * @param parent NAIF id of the body it belongs to: the Sun for a planet, the planet for a moon, the body on which a
 *     station is located; empty if there is none
 * @param names all names understood in commands, in upper case, with SPICE's name for the id last; empty if unknown
 * @param gm gravitational parameter, km^3/s^2; empty if unknown
 * @param radii semi-axes of its ellipsoid, km; empty if unknown
 * @param letter one to three letters that identify it in addition to its tint
 * @param tint the color of its mark
 * @param rings the bands of its rings, from the inside out; empty for most bodies
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

    /** {@return SPICE's name of the body ({@code BODC2N}), or its id in digits if it has none ({@code BODC2S})} */
    public String spiceName() {
        return names.isEmpty() ? Integer.toString(id) : names.getLast();
    }

    /** Whether not even the number shows what it belongs to: the name is {@code Body} and the id. */
    boolean isUnknown() {
        return name.equals("Body " + id);
    }

    /** The name and the id, as in {@code Mars (499)}; {@code Body 2000999} if it has no name. */
    @Override
    public String toString() {
        return isUnknown() ? name : name + " (" + id + ")";
    }
}
