package orrery.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.math.Counted;
import orrery.time.DateFormatException;

/**
 * Builds segments from an Orbit Ephemeris Message (CCSDS 502.0-B-3, section 5), keyword by keyword and state by state,
 * from KVN or from XML, which say the same. For use by one thread.
 */
final class OemBuilder {
    private static final Set<String> HEADER =
            Set.of("CREATION_DATE", "ORIGINATOR", "MESSAGE_ID", "CLASSIFICATION", "COMMENT");
    private static final Set<String> META = Set.of(
            "OBJECT_NAME",
            "OBJECT_ID",
            "CENTER_NAME",
            "REF_FRAME",
            "TIME_SYSTEM",
            "START_TIME",
            "STOP_TIME",
            "USEABLE_START_TIME",
            "USEABLE_STOP_TIME",
            "INTERPOLATION",
            "INTERPOLATION_DEGREE");
    private static final List<String> NEEDED = List.of("OBJECT_NAME", "CENTER_NAME", "REF_FRAME", "TIME_SYSTEM");

    private final Path file;
    private final ImportOptions options;
    private final Findings findings;
    private final Tracks tracks;
    private final Map<String, String> meta = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final double[] state = new double[6];
    private @Nullable Track track;
    private @Nullable FileClock clock;
    private int covariances;
    private int accelerations;
    private int segments;

    OemBuilder(Path file, ImportOptions options, Findings findings, Tracks tracks) {
        this.file = file;
        this.options = options;
        this.findings = findings;
        this.tracks = tracks;
    }

    /** Checks the version. */
    void version(String version, long line) {
        if (!version.strip().matches("[123](\\.\\d+)?")) {
            throw BadInputException.at(
                    file,
                    line,
                    "the version " + BadInputException.quoted(version),
                    "instead of 1.0, 2.0 or 3.0",
                    "ask for one of these versions, which can be read here");
        }
        findings.understood("CCSDS OEM, version " + version.strip());
    }

    void header(String key, String value) {
        if (HEADER.contains(key)) {
            findings.comment(key + " = " + value);
        } else {
            findings.ignored("the header's " + key);
        }
    }

    void comment(String text) {
        findings.comment("COMMENT " + text);
    }

    void beginMeta() {
        meta.clear();
        lines.clear();
    }

    void meta(String key, String value, long line) {
        findings.comment(key + " = " + value);
        if (!META.contains(key)) {
            findings.ignored(key);
            return;
        }
        if (meta.putIfAbsent(key, value.strip()) != null) {
            throw BadInputException.at(file, line, "a second " + key, "in one segment", "keep one of them");
        }
        lines.put(key, line);
    }

    void endMeta(long line) throws IOException {
        for (String key : NEEDED) {
            boolean given = switch (key) {
                case "TIME_SYSTEM" -> options.clock().isPresent();
                case "REF_FRAME" -> options.frame().isPresent();
                case "CENTER_NAME" -> options.center().isPresent();
                default -> false;
            };
            if (value(key).isEmpty() && !given) {
                throw BadInputException.at(
                        file,
                        line,
                        "the metadata end",
                        "and have no " + key,
                        switch (key) {
                            case "TIME_SYSTEM" -> "add it, or give --time-system";
                            case "REF_FRAME" -> "add it, or give --frame";
                            case "CENTER_NAME" -> "add it, or give --center";
                            default -> "add it";
                        });
            }
        }
        clock = clock(line);
        int center = center(line);
        String frame = options.frame().orElse(value("REF_FRAME"));
        ImportedFrame turned = ImportedFrame.of(frame, center)
                .orElseThrow(() -> BadInputException.at(
                        file,
                        lineOf("REF_FRAME", line),
                        "the frame " + BadInputException.quoted(frame),
                        "instead of one that SPK has or that can be rotated to J2000",
                        "ask for the file in EME2000, ICRF or TEME, or name the frame meant with --frame"));
        if (!turned.note().isEmpty()) {
            findings.understood(turned.note());
        }
        String name = value("OBJECT_NAME");
        track = tracks.begin(new TrackHead(
                ObjectIds.of(options.targets(), name, value("OBJECT_ID")),
                center,
                turned,
                name,
                interpolation(line),
                epoch("USEABLE_START_TIME", line, Double.NEGATIVE_INFINITY),
                epoch("USEABLE_STOP_TIME", line, Double.POSITIVE_INFINITY),
                true,
                line));
        segments++;
    }

    private String value(String key) {
        return meta.getOrDefault(key, "");
    }

    private long lineOf(String key, long otherwise) {
        return lines.getOrDefault(key, otherwise);
    }

    private FileClock clock(long line) {
        String name = options.clock().orElse(value("TIME_SYSTEM"));
        return FileClock.of(name)
                .orElseThrow(() -> BadInputException.at(
                        file,
                        lineOf("TIME_SYSTEM", line),
                        "the time system " + BadInputException.quoted(name),
                        "instead of one of " + String.join(", ", FileClock.names()),
                        "ask for the file in UTC, or name the scale meant with --time-system"));
    }

    private int center(long line) {
        if (options.center().isPresent()) {
            return options.center().getAsInt();
        }
        String name = value("CENTER_NAME");
        OptionalInt id = Bodies.find(name.replace('_', ' '));
        return id.orElseThrow(() -> BadInputException.at(
                file,
                lineOf("CENTER_NAME", line),
                "the center " + BadInputException.quoted(name),
                "instead of a body that NAIF knows",
                "give its NAIF id with --center"));
    }

    private Optional<Interpolation> interpolation(long line) {
        String method = value("INTERPOLATION");
        if (method.isEmpty()) {
            return Optional.empty();
        }
        String degree = value("INTERPOLATION_DEGREE");
        if (!degree.isEmpty() && !degree.matches("[1-9]\\d{0,2}")) {
            throw BadInputException.at(
                    file,
                    lineOf("INTERPOLATION_DEGREE", line),
                    "the INTERPOLATION_DEGREE " + BadInputException.quoted(degree),
                    "instead of a whole number from 1 to 27",
                    "correct it");
        }
        Optional<Interpolation> known =
                Interpolation.of(method, degree.isEmpty() ? Interpolation.USUAL.degree() : Integer.parseInt(degree));
        if (known.isEmpty()) {
            findings.ignored("the interpolation " + method + ", which SPK does not have");
        }
        return known;
    }

    private double epoch(String key, long line, double otherwise) {
        String text = value(key);
        return text.isEmpty() ? otherwise : moment(text, lineOf(key, line)).et();
    }

    private FileClock.Moment moment(String text, long line) {
        FileClock read = clock;
        try {
            return read == null ? FileClock.Moment.of(Double.NaN) : read.parse(text);
        } catch (DateFormatException e) {
            throw BadInputException.at(
                    file,
                    line,
                    BadInputException.quoted(text),
                    "instead of a date such as 2026-11-22T12:34:56.789 (" + e.reason() + ")",
                    "correct it");
        }
    }

    /**
     * A state.
     *
     * @param fields the epoch, then six numbers, km and km/s, or nine with accelerations
     */
    void state(String[] fields, int count, long line) throws IOException {
        Track to = track;
        if (to == null) {
            throw BadInputException.at(
                    file,
                    line,
                    BadInputException.quoted(fields[0]),
                    "before any metadata",
                    "see whether its metadata is missing");
        }
        if (count != 7 && count != 10) {
            throw BadInputException.at(
                    file,
                    line,
                    Counted.of(count, "field"),
                    "instead of an epoch and 6 or 9 numbers",
                    "correct or remove that line");
        }
        for (int i = 0; i < 6; i++) {
            state[i] = number(fields[i + 1], line);
        }
        if (count == 10) {
            accelerations++;
        }
        to.add(file, line, moment(fields[0], line), state);
    }

    double number(String text, long line) {
        try {
            return FileNumbers.parse(text);
        } catch (NumberFormatException _) {
            throw BadInputException.at(
                    file, line, BadInputException.quoted(text), "instead of a number", "correct or remove that line");
        }
    }

    void covariance() {
        covariances++;
    }

    /** Ends a segment. */
    void endSegment() throws IOException {
        if (track != null) {
            track.end(file, findings);
            track = null;
        }
    }

    /** Ends the message. */
    void end(long line) throws IOException {
        endSegment();
        if (segments == 0) {
            throw BadInputException.at(
                    file, line, "the file ends", "before any segment", "see whether it was truncated");
        }
        if (covariances > 0) {
            findings.ignored(Counted.of(covariances, "covariance matrix", "covariance matrices")
                    + ": an SPK kernel has no place for them");
        }
        if (accelerations > 0) {
            findings.ignored("the accelerations of " + Counted.of(accelerations, "state")
                    + ": their segment's data type has none");
        }
    }
}
