package orrery.cli;

import orrery.time.DurationText;

/** Durations as typed on the command line. */
final class StepOptions {
    private StepOptions() {}

    /**
     * A duration.
     *
     * @param option the option, for the error message
     * @param text such as {@code 90s}, {@code 12h} or {@code 1d}; seconds if no unit is given
     * @return seconds
     * @throws UsageException if it is not a positive duration
     */
    static double seconds(String option, String text) {
        return DurationText.seconds(text)
                .orElseThrow(() ->
                        new UsageException(option + " " + text + ": give a positive duration such as 90s, 12h or 1d."));
    }
}
