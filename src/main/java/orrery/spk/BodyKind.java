package orrery.spk;

/** What a body is, as far as its NAIF id tells (NAIF IDs Required Reading). */
public enum BodyKind {
    /** The Sun, 10. */
    STAR,
    /** 199 to 999, Pluto with them, as NAIF numbers it. */
    PLANET,
    /** A center of mass that is no body: 0 to 9, and those of double asteroids. */
    BARYCENTER,
    /** A natural satellite of a planet or an asteroid. */
    MOON,
    /** An asteroid, a dwarf planet other than Pluto, an object beyond Neptune. */
    ASTEROID,
    /** A comet, or a fragment of one. */
    COMET,
    /** A spacecraft, or a part of one: negative ids. */
    SPACECRAFT,
    /** A place on a body: tracking station, landing site. */
    STATION,
    /** A point of equilibrium where nothing need be. */
    LAGRANGE_POINT,
    /** Not a body: a segment that holds a difference of time scales, as CALCEPH's 1000000001. */
    TIME,
    /** An id that says nothing. */
    UNKNOWN
}
