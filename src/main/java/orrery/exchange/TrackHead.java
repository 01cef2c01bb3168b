package orrery.exchange;

import java.util.Optional;

/**
 * What is known of a trajectory before its states come.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param frame that the states are in
 * @param object what the file calls it
 * @param interpolation as the file wants it; empty where it says nothing
 * @param from first epoch that may be used, TDB seconds past J2000; negative infinity for the first state's
 * @param to last epoch that may be used; infinity for the last state's
 * @param velocities whether the file gives them
 * @param line where it stands
 */
record TrackHead(
        int target,
        int center,
        ImportedFrame frame,
        String object,
        Optional<Interpolation> interpolation,
        double from,
        double to,
        boolean velocities,
        long line) {
    /** Over all its states. */
    static TrackHead of(int target, int center, ImportedFrame frame, String object, boolean velocities, long line) {
        return new TrackHead(
                target,
                center,
                frame,
                object,
                Optional.empty(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                velocities,
                line);
    }
}
