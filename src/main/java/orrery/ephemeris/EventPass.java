package orrery.ephemeris;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import orrery.spk.NaifIds;

/**
 * One walk of a search: a function of time, whose zeros or maxima are events or may be.
 *
 * @param families which it serves
 * @param needs what the kernels must hold for it
 * @param motion the function; where it throws {@link NoDataException} or {@link orrery.spk.OutsideCoverageException} there is
 *     nothing to be seen
 * @param largest whether its maxima are meant, else its zeros
 * @param found what is there
 */
record EventPass(Set<EventFamily> families, List<Need> needs, Crossings.Motion motion, boolean largest, Found found) {
    /** A body, and what it must be known relative to. */
    record Need(int body, int center) {}

    /** Says what happens at a place that a walk has come upon. */
    interface Found {
        /**
         * Hands on the events, none where it is not what is looked for. Asks for nothing but what the motion asks for at the
         * same epoch.
         *
         * @param et TDB seconds past J2000
         * @param rising whether the function goes from below to above zero
         */
        void at(double et, boolean rising, Consumer<SkyEvent> out);
    }

    EventPass {
        families = Set.copyOf(families);
        needs = List.copyOf(needs);
    }

    /** The zeros of a function of directions seen from the Earth, for which these bodies must be known, Earth and Sun too. */
    static EventPass zeros(Set<EventFamily> families, List<Integer> seen, Crossings.Motion motion, Found found) {
        return new EventPass(families, needs(seen), motion, false, found);
    }

    /** The maxima of one. */
    static EventPass maxima(EventFamily family, List<Integer> seen, Crossings.Motion motion, Found found) {
        return new EventPass(Set.of(family), needs(seen), motion, true, found);
    }

    /** The zeros of a function of one body's geometric state relative to another. */
    static EventPass between(EventFamily family, int body, int center, Crossings.Motion motion, Found found) {
        return new EventPass(Set.of(family), List.of(new Need(body, center)), motion, false, found);
    }

    private static List<Need> needs(List<Integer> seen) {
        // Whatever is seen, it is from the Earth, and the Sun bends its light.
        Set<Integer> bodies = new LinkedHashSet<>(seen);
        bodies.add(NaifIds.EARTH);
        bodies.add(NaifIds.SUN);
        List<Need> needs = new ArrayList<>();
        for (int body : bodies) {
            needs.add(new Need(body, NaifIds.SOLAR_SYSTEM_BARYCENTER));
        }
        return needs;
    }
}
