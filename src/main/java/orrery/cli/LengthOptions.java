package orrery.cli;

import orrery.math.LengthText;

/** Lengths and speeds as typed on the command line. */
final class LengthOptions {
    private LengthOptions() {}

    /**
     * A length.
     *
     * @param option the option, for the error message
     * @param text such as {@code 1km}, {@code 10 m}, {@code 0.5cm}, {@code 2mm}; km if no unit is given
     * @return km
     * @throws UsageException if it is not a positive length
     */
    static double km(String option, String text) {
        return LengthText.km(text)
                .orElseThrow(
                        () -> new UsageException(option + " " + text + ": give a length such as 1km, 10m or 5mm."));
    }

    /** A speed such as {@code 1mm/s} in km/s; km/s if no unit is given. As {@link #km}. */
    static double kmPerSecond(String option, String text) {
        return LengthText.kmPerSecond(text)
                .orElseThrow(
                        () -> new UsageException(option + " " + text + ": give a speed such as 1mm/s or 0.01m/s."));
    }
}
