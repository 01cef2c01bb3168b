package orrery.spk;

import org.jspecify.annotations.Nullable;

/**
 * Caches SGP4 as set up for the most recently used element sets, so following a satellite in time sets up each of its
 * two element sets only once. Setting up costs about as much as a state.
 *
 * <p>Scratch of one thread. Each element set has one slot, in which it replaces the previous set; the object in a slot
 * is made when first needed and then reused.
 */
final class SatelliteSetups {
    private static final int PLACES = 512;

    private final @Nullable Sgp4[] places = new @Nullable Sgp4[PLACES];
    private final long[] serials = new long[PLACES];
    private final int[] sets = new int[PLACES];

    /**
     * SGP4 set up for an element set; {@link Sgp4#fault} describes what is wrong with the set, if anything.
     *
     * @param serial number of the segment, from 1, unique in this run of the program
     * @param set 1-based number of the set in its segment
     * @param at address of the element set
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
            // Marks the slot as empty in case reading fails halfway.
            serials[place] = 0;
            sgp4.initialize(layout, words, at, epoch);
            serials[place] = serial;
            sets[place] = set;
        }
        return sgp4;
    }
}
