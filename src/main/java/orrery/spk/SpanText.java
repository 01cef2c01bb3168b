package orrery.spk;

import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** Epochs and spans as written in messages: the date for people, the number for programs. */
final class SpanText {
    private static final EpochFormat DATE =
            EpochFormat.seconds(TimeScale.TDB, 3).spaced();

    private SpanText() {}

    static String epoch(double et) {
        return DATE.format(et) + " (et " + et + ")";
    }

    static String span(double start, double end) {
        return epoch(start) + " to " + epoch(end);
    }
}
