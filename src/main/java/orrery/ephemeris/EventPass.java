package orrery.ephemeris;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import orrery.spk.NaifIds;

/**
 * One pass of a search, in steps over the span: a function of time whose zeros or maxima are, or may be, events.
 *
 * @param families the families it serves
 * @param needs what the kernels must contain for it
 * @param motion the function; if it throws {@link NoDataException} or {@link orrery.spk.OutsideCoverageException},
 *     nothing can be seen
 * @param largest true for its maxima, false for its zeros
 * @param found reports the events at a place
 */
record EventPass(Set<EventFamily> families, List<Need> needs, Crossings.Motion motion, boolean largest, Found found) {
    /** A body, and the body relative to which it must be known. */
    record Need(int body, int center) {}

    /** Decides what happens at a place that a pass has found. */
    interface Found {
        /**
         * Passes on the events, or none if this is not what is searched for. Uses only the data that the motion uses at
         * the same epoch.
         *
         * @param et TDB seconds past J2000
         * @param rising whether the function goes from negative to positive
         */
        void at(double et, boolean rising, Consumer<SkyEvent> out);
    }

    EventPass {
        families = Set.copyOf(families);
        needs = List.copyOf(needs);
    }

    /**
     * The zeros of a function of directions seen from the Earth. These bodies must be known, and the Earth and Sun too.
     */
    static EventPass zeros(Set<EventFamily> families, List<Integer> seen, Crossings.Motion motion, Found found) {
        return new EventPass(families, needs(seen), motion, false, found);
    }

    /** The maxima of such a function. */
    static EventPass maxima(EventFamily family, List<Integer> seen, Crossings.Motion motion, Found found) {
        return new EventPass(Set.of(family), needs(seen), motion, true, found);
    }

    /** The maxima of a function of where the Moon and the Sun are seen; at each there may be an eclipse. */
    static List<EventPass> ofEclipses(
            EventSelection selection,
            EarthView view,
            DoubleUnaryOperator nearness,
            DoubleFunction<Optional<SkyEvent>> eclipse) {
        if (!selection.moon()) {
            return List.of();
        }
        return List.of(maxima(
                EventFamily.ECLIPSES,
                List.of(NaifIds.MOON),
                EarthMotion.seen(view, nearness, NaifIds.MOON, NaifIds.SUN),
                (et, rising, out) -> eclipse.apply(et).ifPresent(out)));
    }

    /** The zeros of a function of one body's geometric state relative to another. */
    static EventPass between(EventFamily family, int body, int center, Crossings.Motion motion, Found found) {
        return new EventPass(Set.of(family), List.of(new Need(body, center)), motion, false, found);
    }

    private static List<Need> needs(List<Integer> seen) {
        // Everything is seen from the Earth, and the Sun bends its light.
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
