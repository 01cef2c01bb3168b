package orrery.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.math.Constants;

/**
 * What the user says where a file does not, or says otherwise.
 *
 * @param targets NAIF ids by the name or designator that a file has; under the empty name the id of any object
 * @param center NAIF id of the center
 * @param frame name of the frame, in place of the file's
 * @param clock name of the time scale of dates without one, in place of the file's
 * @param columns of a CSV file without a header; empty for its own
 * @param pad how far two-line elements are used before the first and after the last of them, s
 * @param orbits how osculating elements become trajectories
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

    /** What a file says, and nothing else. */
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
