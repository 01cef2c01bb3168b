package orrery.exchange;

import java.util.Optional;

/**
 * What is known about a trajectory before its states are read.
 *
 * @param target NAIF id
 * @param center NAIF id
 * @param frame frame of the states
 * @param object its name in the file
 * @param interpolation interpolation prescribed by the file; empty if none
 * @param from first usable epoch, TDB seconds past J2000; negative infinity for the first state's
 * @param to last usable epoch; infinity for the last state's
 * @param velocities whether the file gives them
 * @param line its line
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
    /** For the span of all its states. */
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
