package orrery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Site;
import orrery.math.Constants;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of every command that draws the sky: of which kernels, where one looks from, and how. */
final class LookOptions {
    private static final Pattern LENGTH =
            Pattern.compile("([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?) *(au|km|)", Pattern.CASE_INSENSITIVE);

    private enum Theme {
        DARK,
        LIGHT
    }

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "dark",
            description = "dark or light (default: ${DEFAULT-VALUE}).")
    private Theme theme = Theme.DARK;

    @Option(
            names = {"-k", "--kernel"},
            paramLabel = "FILE",
            description = "SPK, binary PCK, text kernel or meta-kernel; may be given several times, the last wins"
                    + " (default: the shipped SPK).")
    private List<Path> kernels = new ArrayList<>();

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "Look from: top, side, isometric or earth (from the Earth at the followed body).")
    private SnapshotRenderer.@Nullable View view;

    @Option(names = "--scale", paramLabel = "SCALE", description = "Distances: true, log or schematic (default: true).")
    private SnapshotRenderer.@Nullable Scale scale;

    @Option(names = "--follow", paramLabel = "BODY", description = "Fly near a body: name or NAIF id.")
    private @Nullable String follow;

    @Option(
            names = "--center",
            paramLabel = "BODY",
            description = "Put a body in the middle, and draw all paths relative to it.")
    private @Nullable String center;

    @Option(names = "--distance", paramLabel = "LENGTH", description = "Distance of the camera: km, or au as in 3au.")
    private @Nullable String distance;

    @Option(
            names = "--stand",
            paramLabel = "BODY",
            description = "Stand on a body or spacecraft, and look at the body given by --follow, else at the Sun.")
    private @Nullable String from;

    @Option(
            names = "--fov",
            paramLabel = "DEGREES",
            description = "With --stand: vertical field of view in degrees, up to 120 (default: 40).")
    private @Nullable Double fov;

    @Option(
            names = "--ground",
            paramLabel = "PLACE",
            description =
                    "With --stand: a place on that body, LON,LAT in degrees east and north, or of the Earth a city.")
    private @Nullable String ground;

    boolean light() {
        return theme == Theme.LIGHT;
    }

    /** The kernels to draw from, of highest precedence last; the shipped one where none was named. */
    List<Path> kernels(CommandSpec spec) {
        return KernelOptions.shown(kernels, spec);
    }

    private Optional<Site> place() {
        if (ground == null) {
            return Optional.empty();
        }
        if (from == null) {
            throw new UsageException("--ground goes with --stand.");
        }
        return Optional.of(SiteOptions.parse(ground));
    }

    private OptionalDouble field() {
        if (fov == null) {
            return OptionalDouble.empty();
        }
        if (from == null) {
            throw new UsageException("--fov requires --stand.");
        }
        if (!(fov > 0 && fov <= 120)) {
            throw new UsageException("--fov " + fov + ": a field of view is greater than 0 and at most 120 degrees.");
        }
        return OptionalDouble.of(fov);
    }

    /**
     * The requested view.
     *
     * @param link a link to start from
     * @param bare whether to draw only the sky
     */
    SnapshotRenderer.Look look(Optional<String> link, boolean bare) {
        return new SnapshotRenderer.Look(
                Optional.ofNullable(view),
                Optional.ofNullable(scale),
                body(follow),
                body(center),
                kilometers(distance),
                body(from),
                field(),
                place(),
                link,
                bare);
    }

    private static OptionalInt body(@Nullable String name) {
        return name == null ? OptionalInt.empty() : OptionalInt.of(Bodies.resolve(name));
    }

    private static OptionalDouble kilometers(@Nullable String length) {
        if (length == null) {
            return OptionalDouble.empty();
        }
        Matcher matcher = LENGTH.matcher(length.strip());
        double value = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(value > 0)) {
            throw new UsageException("--distance " + length + ": give km, such as 40000, or au, such as 3au.");
        }
        return OptionalDouble.of(matcher.group(2).equalsIgnoreCase("au") ? value * Constants.AU : value);
    }
}
