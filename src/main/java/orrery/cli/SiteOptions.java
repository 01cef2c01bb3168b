package orrery.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.ephemeris.EarthOrientation;
import orrery.ephemeris.Refraction;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteView;
import picocli.CommandLine.Option;

/** A place on the Earth, and what its sky hangs on. */
final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "PLACE",
            description = {
                "A place on the Earth: LON,LAT or LON,LAT,HEIGHT (degrees east, degrees north, metres above the",
                "ellipsoid of WGS84), or a city of the time zone database, such as Berlin or \"New York\"."
            })
    private @Nullable String site;

    @Option(
            names = "--ut1",
            paramLabel = "SECONDS",
            description = {
                "UT1 - UTC, which tells how far the Earth has turned (default: a binary PCK with ITRF93 among the",
                "kernels, else a table of observed values to 2022, good to 0.03 s; after that its last, within 0.9 s)."
            })
    private @Nullable Double ut1;

    @Option(
            names = "--refraction",
            arity = "0..1",
            paramLabel = "HPA,C",
            fallbackValue = "1010,10",
            description = {
                "Also tell the altitude as the air lifts it (Bennett's formula), at this pressure and temperature",
                "(1010 hPa and 10 degrees if none are given)."
            })
    private @Nullable String refraction;

    boolean given() {
        return site != null;
    }

    /** Whether anything is said that has no meaning without a site. */
    boolean stray() {
        return site == null && (ut1 != null || refraction != null);
    }

    /** The place. */
    Site site() {
        if (site == null) {
            throw new UsageException("say --site LON,LAT,HEIGHT or --site CITY.");
        }
        try {
            return Site.parse(site);
        } catch (orrery.frames.UnknownNameException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    SiteView view(KernelPool pool) {
        try {
            return new SiteView(
                    pool, site(), new EarthOrientation(ut1 == null ? OptionalDouble.empty() : OptionalDouble.of(ut1)));
        } catch (orrery.frames.UnknownNameException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The air, where it counts. */
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
            // Falls through to the words below.
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        throw new UsageException("refraction \"" + refraction + "\": give PRESSURE,TEMPERATURE in hPa and degrees"
                + " Celsius, as in 1010,10.");
    }
}
