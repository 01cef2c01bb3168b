package orrery.spk;

/** The kind of a body, as far as its NAIF id shows it (NAIF IDs Required Reading). */
public enum BodyKind {
    /** The Sun, 10. */
    STAR,
    /** A planet, 199 to 999, including Pluto, as NAIF numbers it. */
    PLANET,
    /** A center of mass that is not a body: 0 to 9, and those of double asteroids. */
    BARYCENTER,
    /** A natural satellite of a planet or an asteroid. */
    MOON,
    /** An asteroid, a dwarf planet other than Pluto, or an object beyond Neptune. */
    ASTEROID,
    /** A comet, or a fragment of one. */
    COMET,
    /** A spacecraft, or a part of one: negative ids. */
    SPACECRAFT,
    /** A place on a body: a tracking station or a landing site. */
    STATION,
    /** A point of equilibrium, where there need not be any body. */
    LAGRANGE_POINT,
    /** Not a body: the id of a difference between time scales, such as CALCEPH's 1000000001. */
    TIME,
    /** An id that shows no kind. */
    UNKNOWN
}
