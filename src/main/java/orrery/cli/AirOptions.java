package orrery.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Refraction;
import picocli.CommandLine.Option;

/** The option {@code --refraction}: the air above a place on the Earth. */
final class AirOptions {
    @Option(
            names = "--refraction",
            arity = "0..1",
            paramLabel = "HPA,C",
            fallbackValue = "1010,10",
            description = "Also print the altitude raised by refraction (Bennett's formula), at this pressure and"
                    + " temperature (default: 1010 hPa and 10 degrees).")
    private @Nullable String refraction;

    boolean given() {
        return refraction != null;
    }

    /** The air, if it is to be taken into account. */
    Optional<Refraction> refraction() {
        if (refraction == null) {
            return Optional.empty();
        }
        String[] parts = refraction.split(",", -1);
        try {
            if (parts.length == 2) {
                return Optional.of(new Refraction(PlainNumber.parse(parts[0]), PlainNumber.parse(parts[1])));
            }
        } catch (NumberFormatException _) {
            // Falls through to the error below.
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        throw new UsageException("refraction \"" + refraction + "\": give PRESSURE,TEMPERATURE in hPa and degrees"
                + " Celsius, as in 1010,10.");
    }
}
