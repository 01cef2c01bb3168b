package orrery.service;

import java.util.OptionalInt;
import orrery.ephemeris.Aberration;

/**
 * The request for {@link BodyFacts#framed}.
 *
 * @param center NAIF id of the body it is relative to, the observer; empty for the Sun or, if that is unavailable or is
 * the body itself, for its parent
 * @param frame name of the reference frame
 * @param aberration the correction
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
