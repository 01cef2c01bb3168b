package orrery.spk;

import org.jspecify.annotations.Nullable;

/**
 * SGP4 as it was set up for the element sets asked last, so that a satellite followed in time sets each of its two up once.
 * Setting up costs about as much as a state.
 *
 * <p>Scratch of one thread. Each element set has one place, which it takes from whichever had it before; the objects are made
 * when a place is first needed and never again.
 */
final class SatelliteSetups {
    private static final int PLACES = 512;

    private final @Nullable Sgp4[] places = new @Nullable Sgp4[PLACES];
    private final long[] serials = new long[PLACES];
    private final int[] sets = new int[PLACES];

    /**
     * SGP4 set up for an element set; {@link Sgp4#fault} tells what is wrong with the set.
     *
     * @param serial number of the segment, from 1 on, which no other segment of this run has
     * @param set 1-based number of the set in its segment
     * @param at address of the set
     * @param epoch the elements' epoch, TDB seconds past J2000
     */
    Sgp4 of(long serial, int set, GenericLayout layout, DafWords words, long at, double epoch) {
        int place = (int) (serial * 7 + set) & (PLACES - 1);
        Sgp4 sgp4 = places[place];
        if (sgp4 == null) {
            sgp4 = new Sgp4();
            places[place] = sgp4;
        }
        if (serials[place] != serial || sets[place] != set) {
            // Nobody's, should reading fail half-way.
            serials[place] = 0;
            sgp4.initialize(layout, words, at, epoch);
            serials[place] = serial;
            sets[place] = set;
        }
        return sgp4;
    }
}
