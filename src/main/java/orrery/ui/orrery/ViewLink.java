package orrery.ui.orrery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import orrery.spk.NaifIds;
import orrery.time.DateFormatException;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * A view as a text to share: {@code orrery:view?date=...&km=...}. It contains the date, the camera, the scale and the
 * kernels with their SHA-256, so that the recipient sees the same view, or is told what is missing. Reads back to the
 * same bits.
 *
 * <p>Immutable.
 *
 * @param et TDB seconds past J2000
 * @param camera the point of view
 * @param scale how distances are drawn
 * @param center NAIF id of the body that paths are relative to, or {@link SkyStyle#NO_CENTER}
 * @param selected NAIF id of the selected body
 * @param kernels highest precedence last; empty if they do not matter
 */
public record ViewLink(double et, Camera camera, ScaleMode scale, int center, int selected, List<Kernel> kernels) {
    /** The prefix of every link. */
    public static final String SCHEME = "orrery:";

    private static final String START = SCHEME + "view?";
    private static final int LONGEST = 20_000;
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");

    /**
     * A kernel file.
     *
     * @param name file name without its folder
     * @param sha256 SHA-256 of the file, 64 hexadecimal digits
     */
    public record Kernel(String name, String sha256) {}

    public ViewLink {
        kernels = List.copyOf(kernels);
    }

    /** Whether a text looks like a link, valid or not. */
    public static boolean isLink(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    /** The link as text. */
    public String format() {
        StringBuilder out = new StringBuilder(START);
        out.append("date=").append(encoded(EpochFormat.exact(et, TimeScale.TDB)));
        put(out, "focus", Integer.toString(camera.focus()));
        if (camera.x() != 0 || camera.y() != 0 || camera.z() != 0) {
            put(out, "at", camera.x() + "," + camera.y() + "," + camera.z());
        }
        put(out, "yaw", Double.toString(camera.yaw()));
        put(out, "pitch", Double.toString(camera.pitch()));
        put(out, "km", Double.toString(camera.distance()));
        if (camera.orthographic()) {
            put(out, "parallel", "1");
        }
        CameraFrame frame = camera.frame();
        switch (frame.kind()) {
            case ECLIPTIC -> {}
            case EQUATOR -> put(out, "frame", "equator");
            case PAIR -> put(out, "frame", "pair," + frame.a() + "," + frame.b());
            case FROM -> {
                put(out, "frame", "from," + frame.a());
                if (frame.field() > 0) {
                    put(out, "fov", Double.toString(frame.field()));
                }
                frame.ground().ifPresent(at -> put(out, "ground", at.longitude() + "," + at.latitude()));
            }
        }
        put(out, "scale", scale.name().toLowerCase(Locale.ROOT));
        if (center != SkyStyle.NO_CENTER) {
            put(out, "center", Integer.toString(center));
        }
        put(out, "chosen", Integer.toString(selected));
        for (Kernel kernel : kernels) {
            put(out, "kernel", kernel.name() + "@" + kernel.sha256());
        }
        return out.toString();
    }

    private static void put(StringBuilder out, String key, String value) {
        out.append('&').append(key).append('=').append(encoded(value));
    }

    private static String encoded(String value) {
        // Commas and colons need no escape in a query (RFC 3986, 3.4), and read better without.
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%40", "@");
    }

    /**
     * Parses a link.
     *
     * @throws LinkFormatException if it is not a valid link; no other exception, whatever the text
     */
    public static ViewLink parse(String text) {
        String link = text.strip();
        if (link.length() > LONGEST) {
            throw new LinkFormatException("This text is too long for a link.");
        }
        if (!link.regionMatches(true, 0, START, 0, START.length())) {
            throw new LinkFormatException("A link to a view begins with " + START + "; this one does not.");
        }
        Map<String, String> values = new HashMap<>();
        List<Kernel> kernels = new ArrayList<>();
        for (String part : link.substring(START.length()).split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            String value = decoded(part.substring(equals + 1));
            if (part.startsWith("kernel=")) {
                kernels.add(kernel(value));
            } else {
                values.put(part.substring(0, equals), value);
            }
        }
        Camera first = Camera.first();
        double[] at = numbers(values.getOrDefault("at", "0,0,0"), 3);
        CameraFrame frame = standing(lens(frame(values.getOrDefault("frame", "ecliptic")), values), values);
        double km = number(values, "km", first.distance());
        if (!(km > 0)) {
            throw new LinkFormatException("km=" + km + " in that link: a distance must be greater than 0.");
        }
        Camera camera = new Camera(
                id(values, "focus", first.focus()),
                at[0],
                at[1],
                at[2],
                number(values, "yaw", first.yaw()),
                number(values, "pitch", first.pitch()),
                km,
                values.getOrDefault("parallel", "0").equals("1"),
                frame,
                frame.kind() == CameraFrame.Kind.EQUATOR ? Axes.EQUATOR : Axes.ECLIPTIC,
                0);
        return new ViewLink(
                date(values.getOrDefault("date", "")),
                camera,
                scale(values.getOrDefault("scale", "true")),
                id(values, "center", SkyStyle.NO_CENTER),
                id(values, "chosen", NaifIds.EARTH),
                kernels);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new LinkFormatException("That link has a % without two hexadecimal digits after it.");
        }
    }

    private static double date(String value) {
        try {
            return Dates.parse(value);
        } catch (DateFormatException e) {
            throw new LinkFormatException("The date in that link: " + e.getMessage());
        }
    }

    private static Kernel kernel(String value) {
        int at = value.lastIndexOf('@');
        String sum = value.substring(at + 1).toLowerCase(Locale.ROOT);
        String name = at < 0 ? "" : value.substring(0, at);
        // A name with a folder in it could lead anywhere.
        if (name.isEmpty()
                || name.contains("/")
                || name.contains("\\")
                || !SUM.matcher(sum).matches()) {
            throw new LinkFormatException(
                    "kernel=" + value + " in that link: a file's name, @ and 64 hexadecimal digits are needed.");
        }
        return new Kernel(name, sum);
    }

    private static CameraFrame frame(String value) {
        String kind = value.contains(",") ? value.substring(0, value.indexOf(',')) : value;
        String rest = value.substring(Math.min(value.length(), kind.length() + 1));
        return switch (kind) {
            case "ecliptic" -> CameraFrame.ECLIPTIC;
            case "equator" -> CameraFrame.EQUATOR;
            case "pair" -> {
                double[] ids = numbers(rest, 2);
                yield CameraFrame.pair((int) ids[0], (int) ids[1]);
            }
            case "from" -> CameraFrame.from((int) numbers(rest, 1)[0]);
            default ->
                throw new LinkFormatException(
                        "frame=" + value + " in that link: known are ecliptic, equator, pair and from.");
        };
    }

    /** The field of view, which only an eye fixed at a body has. */
    private static CameraFrame lens(CameraFrame frame, Map<String, String> values) {
        if (!values.containsKey("fov")) {
            return frame;
        }
        double degrees = number(values, "fov", 0);
        if (frame.kind() != CameraFrame.Kind.FROM || !(degrees > 0 && degrees <= CameraFrame.WIDEST)) {
            throw new LinkFormatException("fov=" + values.get("fov")
                    + " in that link: a field of view is greater than 0 and at most 120 degrees, and requires"
                    + " frame=from.");
        }
        return CameraFrame.from(frame.a(), degrees);
    }

    /** The place on the ground, which only an eye that stays at a body has. */
    private static CameraFrame standing(CameraFrame frame, Map<String, String> values) {
        String value = values.get("ground");
        if (value == null) {
            return frame;
        }
        double[] place = numbers(value, 2);
        if (frame.kind() != CameraFrame.Kind.FROM || Math.abs(place[1]) > 90) {
            throw new LinkFormatException("ground=" + value
                    + " in that link: a longitude and a latitude of -90 to 90 degrees go with frame=from.");
        }
        return frame.on(Optional.of(new Ground(place[0], place[1])));
    }

    private static ScaleMode scale(String value) {
        for (ScaleMode mode : ScaleMode.values()) {
            if (mode.name().equalsIgnoreCase(value)) {
                return mode;
            }
        }
        throw new LinkFormatException("scale=" + value + " in that link: known are true, logarithmic and schematic.");
    }

    private static int id(Map<String, String> values, String key, int otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : (int) numbers(value, 1)[0];
    }

    private static double number(Map<String, String> values, String key, double otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : numbers(value, 1)[0];
    }

    private static double[] numbers(String value, int count) {
        String[] parts = value.split(",", -1);
        double[] numbers = new double[count];
        if (parts.length != count) {
            throw new LinkFormatException("\"" + value + "\" in that link: " + count + " numbers are needed.");
        }
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                numbers[i] = Double.NaN;
            }
            if (!Double.isFinite(numbers[i])) {
                throw new LinkFormatException("\"" + parts[i] + "\" in that link is not a number.");
            }
        }
        return numbers;
    }
}
