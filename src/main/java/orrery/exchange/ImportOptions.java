package orrery.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.math.Constants;

/**
 * The user's settings for what a file leaves open or gets wrong.
 *
 * @param targets NAIF ids by the name or designator in a file; the id under the empty name is for any object
 * @param center NAIF id of the center
 * @param frame name of the frame, overriding the file's
 * @param clock name of the time scale of dates without one, overriding the file's
 * @param columns columns of a CSV file without a header; empty to use its own
 * @param pad how long two-line elements are used before the first set and after the last, s
 * @param orbits how osculating elements are converted to trajectories
 */
public record ImportOptions(
        Map<String, Integer> targets,
        OptionalInt center,
        Optional<String> frame,
        Optional<String> clock,
        List<String> columns,
        double pad,
        OrbitOptions orbits) {
    /** Three days, in s. */
    public static final double USUAL_PAD = 3 * Constants.DAY;

    /** Only what a file says. */
    public static final ImportOptions NONE = new ImportOptions(
            Map.of(), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of(), USUAL_PAD, OrbitOptions.NONE);

    public ImportOptions {
        targets = Map.copyOf(targets);
        columns = List.copyOf(columns);
    }

    /** The same with other options for osculating elements. */
    public ImportOptions with(OrbitOptions others) {
        return new ImportOptions(targets, center, frame, clock, columns, pad, others);
    }
}
