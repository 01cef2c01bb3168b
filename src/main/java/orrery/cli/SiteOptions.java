package orrery.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.ephemeris.EarthOrientation;
import orrery.ephemeris.Site;
import orrery.ephemeris.SiteView;
import picocli.CommandLine.Option;

/** A place on the Earth, and what its sky depends on. */
final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "PLACE",
            description = "A place on the Earth: LON,LAT or LON,LAT,HEIGHT (degrees east, degrees north, meters above"
                    + " the WGS84 ellipsoid), or a city of the time zone database, such as Berlin or"
                    + " \"New York\".")
    private @Nullable String site;

    @Option(
            names = "--ut1",
            paramLabel = "SECONDS",
            description = "UT1 - UTC in seconds, for the rotation of the Earth (default: a binary PCK with ITRF93"
                    + " among the kernels, else a table of observed values to 2022, good to 0.03 s;"
                    + " after that its last value, within 0.9 s).")
    private @Nullable Double ut1;

    boolean given() {
        return site != null;
    }

    /** Whether any option is given that requires a site. */
    boolean stray() {
        return site == null && ut1 != null;
    }

    /** The place. */
    Site site() {
        if (site == null) {
            throw new UsageException("say --site LON,LAT,HEIGHT or --site CITY.");
        }
        return parse(site);
    }

    /** Reads a place as it is typed. */
    static Site parse(String text) {
        try {
            return Site.parse(text);
        } catch (orrery.frames.UnknownNameException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    SiteView view(KernelPool pool) {
        return new SiteView(pool, site(), orientation());
    }

    EarthOrientation orientation() {
        try {
            return new EarthOrientation(ut1 == null ? OptionalDouble.empty() : OptionalDouble.of(ut1));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
