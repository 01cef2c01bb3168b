package orrery.cli;

import orrery.time.DurationText;

/** Lengths of time as people give them on the command line. */
final class StepOptions {
    private StepOptions() {}

    /**
     * A length of time.
     *
     * @param option what it was given for, for the error
     * @param text such as {@code 90s}, {@code 12h} or {@code 1d}; without a unit seconds
     * @return s
     * @throws UsageException if it is no positive length
     */
    static double seconds(String option, String text) {
        return DurationText.seconds(text)
                .orElseThrow(() ->
                        new UsageException(option + " " + text + ": give a positive length such as 90s, 12h or 1d."));
    }
}
