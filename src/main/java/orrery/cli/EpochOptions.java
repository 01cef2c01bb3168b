package orrery.cli;

import org.jspecify.annotations.Nullable;
import orrery.time.Dates;
import picocli.CommandLine.Option;

/** The epoch options {@code --et} and {@code --date}, one of which must be given. */
final class EpochOptions {
    @Option(names = "--et", paramLabel = "SECONDS", description = "TDB seconds past J2000.")
    private @Nullable Double et;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "ISO date or JD; TDB unless it ends in UTC, Z, +02:00, TT, TAI or GPS.")
    private @Nullable String date;

    /** TDB seconds past J2000. */
    double epoch() {
        if (et != null) {
            return et;
        }
        return Dates.parse(date == null ? "now" : date);
    }
}
