package orrery.service;

import java.util.Optional;
import java.util.OptionalInt;
import orrery.ephemeris.Site;
import orrery.spk.NaifIds;

/**
 * Which facts are wanted.
 *
 * @param body NAIF id of the body that they are about
 * @param second NAIF id of a second body to measure from, if there is one
 * @param place the frame, center and correction of its state
 * @param site a place on the Earth from whose sky it is described
 */
record FactWish(int body, OptionalInt second, PlaceWish place, Optional<Site> site) {
    /** The first wish: about the Earth. */
    static final FactWish PLAIN = new FactWish(NaifIds.EARTH, OptionalInt.empty(), PlaceWish.PLAIN, Optional.empty());

    FactWish about(int other) {
        return new FactWish(other, second, place, site);
    }

    FactWish from(OptionalInt other) {
        return new FactWish(body, other, place, site);
    }

    FactWish in(PlaceWish other) {
        return new FactWish(body, second, other, site);
    }

    FactWish at(Optional<Site> other) {
        return new FactWish(body, second, place, other);
    }
}
