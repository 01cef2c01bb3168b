package orrery.service;

import java.util.OptionalInt;
import orrery.ephemeris.Aberration;

/**
 * How {@link BodyFacts#framed} is asked.
 *
 * @param center NAIF id of the body that it is relative to, the observer; empty for the Sun, or where that is not held or is
 *     the body itself, for what it goes round
 * @param frame the reference frame's name
 * @param aberration what is corrected for
 */
public record PlaceWish(OptionalInt center, String frame, Aberration aberration) {
    /** Geometric, in J2000. */
    public static final PlaceWish PLAIN = new PlaceWish(OptionalInt.empty(), "J2000", Aberration.NONE);

    /** The same relative to another body. */
    public PlaceWish from(OptionalInt body) {
        return new PlaceWish(body, frame, aberration);
    }

    /** The same in another frame. */
    public PlaceWish in(String name) {
        return new PlaceWish(center, name, aberration);
    }

    /** The same with another correction. */
    public PlaceWish corrected(Aberration correction) {
        return new PlaceWish(center, frame, correction);
    }
}
