package orrery.telemetry;

/**
 * One named number with its unit, as streamed.
 *
 * @param name words joined by dashes, e.g. {@code heap-used}
 * @param value the number, or why there is none
 * @param unit {@code B}, {@code ns}, {@code s}, {@code 1/s}, {@code B/s}, {@code %}, {@code pages}, {@code count}
 */
public record SampleFigure(String name, Measurement<? extends Number> value, String unit) {
    /** A whole number. */
    public static SampleFigure of(String name, long value, String unit) {
        return new SampleFigure(name, Measurement.of(value), unit);
    }

    /** A real number. */
    public static SampleFigure of(String name, double value, String unit) {
        return new SampleFigure(name, Measurement.of(value), unit);
    }
}
