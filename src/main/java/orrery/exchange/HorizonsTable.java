package orrery.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.spk.NaifIds;
import orrery.time.DateFormatException;
import orrery.time.JulianDate;

/**
 * Reads vector tables of JPL's Horizons, as text and as CSV, with or without labels, in each of its units and column
 * sets that include positions; several tables in sequence. For use by one thread.
 */
final class HorizonsTable {
    // No two of these can match the same characters in more than one way, because lines may be long.
    private static final Pattern FIELD = Pattern.compile("[A-Z][A-Za-z -]*+");
    private static final Pattern NUMBER = Pattern.compile("\\((-?\\d+)\\)");
    private static final Pattern DATE =
            Pattern.compile("\\s*+(\\d{1,9})\\.(\\d{1,30})\\s*+[=,]\\s*+(A\\.D\\.|B\\.C\\.)?+([^,]*+)(?:,.*)?");
    private static final Pattern CALENDAR =
            Pattern.compile("(\\d{1,4})-([A-Z][a-z]{2})-(\\d{2}) (\\d{2}):(\\d{2})(?::(\\d{2}(?:\\.\\d+)?))?.*");
    private static final Pattern LABEL = Pattern.compile("(?<![A-Z])([A-Z]++(?:_[a-z])?+)\\s*+=\\s*+");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> AXES = List.of("X", "Y", "Z", "VX", "VY", "VZ");
    /** Horizons prints nine decimals of a day. */
    private static final double JULIAN_ROUNDING = 5e-5;

    private static final String ASK = "ask Horizons for a vector table (EPHEM_TYPE=VECTORS, OUT_UNITS=KM-S,"
            + " REF_PLANE=FRAME, VEC_CORR=NONE) with its center as 500@ and a body";

    private final InputText text;
    private final ImportOptions options;
    private final Findings findings;
    private final Tracks tracks;
    private final Map<String, String> header = new HashMap<>();
    private final double[] state = new double[6];
    private String columns = "";

    HorizonsTable(InputText text, ImportOptions options, Findings findings, Tracks tracks) {
        this.text = text;
        this.options = options;
        this.findings = findings;
        this.tracks = tracks;
    }

    void read() throws IOException {
        int tables = 0;
        String before = "";
        for (String line = text.next(); line != null; line = text.next()) {
            if (line.strip().equals("$$SOE")) {
                columns = before;
                table();
                tables++;
                header.clear();
            } else if (tables == 0 || !line.startsWith("*")) {
                int colon = line.indexOf(": ");
                String name = colon < 0 ? "" : line.substring(0, colon).strip();
                if (FIELD.matcher(name).matches()) {
                    header.put(
                            name.toLowerCase(Locale.ROOT),
                            line.substring(colon + 2).strip());
                    findings.comment(line.strip());
                }
            }
            if (!line.startsWith("*") && !line.isBlank()) {
                before = line;
            }
        }
        if (tables == 0) {
            throw text.bad("the file ends", "before any table ($$SOE)", ASK);
        }
    }

    private void table() throws IOException {
        String[] names = names();
        boolean csv = names.length > 3;
        if (columns.contains("R.A.") || columns.contains("Date__")) {
            throw text.bad("an observer table", "instead of a vector table", ASK);
        }
        if (List.of(names).contains("EC")) {
            throw elements();
        }
        Track track = null;
        FileClock clock = clock();
        double length = units(false);
        double speed = units(true);
        for (String line = text.next(); line != null; line = text.next()) {
            if (line.strip().equals("$$EOE")) {
                if (track == null) {
                    throw text.bad("the table ends", "before any state", ASK);
                }
                track.end(text.file(), findings);
                return;
            }
            FileClock.Moment when = epoch(line, clock);
            int found = csv ? row(line, names) : labeled();
            if ((found & 7) != 7) {
                throw text.bad(
                        "a state without a position",
                        "in a table of states",
                        ASK.replace("=KM-S,", "=KM-S, VEC_TABLE=2,"));
            }
            boolean velocities = (found & 56) == 56;
            for (int i = 0; i < 6; i++) {
                state[i] *= i < 3 ? length : speed;
            }
            if (track == null) {
                track = begin(velocities);
            }
            track.add(text.file(), text.number(), when, state);
        }
        throw text.bad("the file ends", "inside a table without its $$EOE", "see whether it was truncated");
    }

    private BadInputException elements() {
        return text.bad("a table of elements", "instead of a vector table", ASK);
    }

    private String[] names() {
        String[] names = new String[64];
        int count = CsvTable.split(columns, ',', names);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.min(count, names.length); i++) {
            all.add(names[i]);
        }
        return all.toArray(new String[0]);
    }

    private Track begin(boolean velocities) {
        String type = header.getOrDefault("output type", "GEOMETRIC");
        if (!type.startsWith("GEOMETRIC")) {
            throw text.bad(BadInputException.quoted(type), "instead of geometric states, as in a kernel", ASK);
        }
        String site = header.getOrDefault("center-site name", "BODY CENTER");
        if (!site.equals("BODY CENTER")) {
            throw text.bad("the site " + BadInputException.quoted(site), "instead of a body's center", ASK);
        }
        String target = header.getOrDefault("target body name", "")
                .replaceFirst("\\{source.*", "")
                .strip();
        String center = header.getOrDefault("center body name", "")
                .replaceFirst("\\{source.*", "")
                .strip();
        int about = options.center()
                .orElseGet(() -> id(center)
                        .orElseThrow(() -> text.bad(
                                "the center " + BadInputException.quoted(center),
                                "instead of a body that NAIF knows",
                                "give its NAIF id with --center")));
        Integer given = options.targets().get("");
        int body = given != null ? given : id(target).orElseGet(() -> ObjectIds.of(options.targets(), target, ""));
        return tracks.begin(TrackHead.of(body, about, frame(about), target, velocities, text.number()));
    }

    private static OptionalInt id(String name) {
        Matcher number = NUMBER.matcher(name);
        if (number.find()) {
            return Bodies.find(number.group(1));
        }
        if (name.startsWith("Solar System Barycenter")) {
            return OptionalInt.of(NaifIds.SOLAR_SYSTEM_BARYCENTER);
        }
        // For a small body: its number and name, then other designations.
        int designations = name.indexOf('(');
        String plain = designations < 0 ? name : name.substring(0, designations).strip();
        return Bodies.find(plain.replaceFirst("^\\d++\\s++", ""));
    }

    private ImportedFrame frame(int center) {
        String frame = options.frame().orElse(header.getOrDefault("reference frame", "ICRF"));
        String system = header.getOrDefault("coordinate systm", "");
        String name = frame.startsWith("ICRF") ? "ICRF" : frame;
        if (frame.startsWith("ICRF") && system.startsWith("Ecliptic")) {
            name = "ECLIPJ2000";
        }
        String asked = name;
        if (system.contains("of Date") || system.contains("Body") || system.contains("of date")) {
            throw text.bad(
                    "the axes " + BadInputException.quoted(system), "instead of ICRF or the ecliptic of J2000", ASK);
        }
        return ImportedFrame.of(asked, center)
                .orElseThrow(() -> text.bad(
                        "the frame " + BadInputException.quoted(asked),
                        "instead of ICRF or the ecliptic of J2000",
                        ASK));
    }

    private FileClock clock() {
        String start =
                options.clock().orElse(header.getOrDefault("start time", "TDB").strip());
        String[] words = start.replace('\t', ' ').split(" +");
        String name = words[words.length - 1];
        return FileClock.of(name.equals("CT") ? "TDB" : name)
                .orElseThrow(() -> text.bad(
                        "the time system " + BadInputException.quoted(name),
                        "instead of TDB, TT or UT",
                        "name the scale meant with --time-system"));
    }

    private double units(boolean speed) {
        String units = header.getOrDefault("output units", "KM-S").toUpperCase(Locale.ROOT);
        double length = units.startsWith("AU") ? Constants.AU : 1;
        return speed ? length / (units.contains("-D") ? Constants.DAY : 1) : length;
    }

    private FileClock.Moment epoch(String line, FileClock clock) {
        Matcher date = DATE.matcher(line);
        if (!date.matches()) {
            throw text.bad(BadInputException.quoted(line), "instead of a Julian date and a calendar date", ASK);
        }
        double julian = clock.toEt(JulianDate.toEt(
                Long.parseLong(date.group(1)), Double.parseDouble("0." + date.group(2)), clock.scale()));
        FileClock.Moment calendar =
                "A.D.".equals(date.group(3)) ? calendar(date.group(4).strip(), clock) : null;
        // Both are rounded; if they agree, the calendar date usually has whole seconds.
        return calendar != null && Math.abs(calendar.et() - julian) <= JULIAN_ROUNDING ? calendar : clock.at(julian);
    }

    private static FileClock.@Nullable Moment calendar(String words, FileClock clock) {
        Matcher date = CALENDAR.matcher(words);
        if (!date.matches() || !MONTHS.contains(date.group(2))) {
            return null;
        }
        String seconds = date.group(6) == null ? "00" : date.group(6);
        try {
            return clock.parse(String.format(
                    Locale.ROOT,
                    "%04d-%02d-%sT%s:%s:%s",
                    Integer.parseInt(date.group(1)),
                    MONTHS.indexOf(date.group(2)) + 1,
                    date.group(3),
                    date.group(4),
                    date.group(5),
                    seconds));
        } catch (DateFormatException _) {
            return null;
        }
    }

    /** A row of CSV, and a bit for each coordinate present. */
    private int row(String line, String[] names) {
        String[] fields = new String[names.length + 1];
        int count = CsvTable.split(line, ',', fields);
        if (count != names.length) {
            throw text.bad(
                    Counted.of(count, "field"),
                    "where the header has " + names.length,
                    "see whether the file was truncated");
        }
        int found = 0;
        for (int i = 0; i < count; i++) {
            int axis = AXES.indexOf(names[i]);
            if (axis >= 0) {
                state[axis] = number(fields[i]);
                found |= 1 << axis;
            }
        }
        return found;
    }

    /** The lines of a state after its date line, with labels or without. */
    private int labeled() throws IOException {
        int found = 0;
        int lines = 0;
        for (String line = text.next(); line != null; line = text.next()) {
            if (line.strip().startsWith("$$") || DATE.matcher(line).matches()) {
                text.push(line);
                return found;
            }
            Matcher label = LABEL.matcher(line);
            if (label.find()) {
                if (label.group(1).equals("EC")) {
                    throw elements();
                }
                do {
                    int axis = AXES.indexOf(label.group(1));
                    if (axis >= 0) {
                        String rest = line.substring(label.end()).strip();
                        int end = 0;
                        while (end < rest.length() && " \t".indexOf(rest.charAt(end)) < 0) {
                            end++;
                        }
                        state[axis] = number(rest.substring(0, end));
                        found |= 1 << axis;
                    }
                } while (label.find());
            } else if (!line.isBlank()) {
                String[] fields = new String[4];
                if (FileNumbers.split(line, fields) != 3) {
                    throw text.bad(
                            BadInputException.quoted(line),
                            "instead of a date or three numbers of a state",
                            "fetch the table again");
                }
                for (int i = 0; i < 3 && lines < 2; i++) {
                    state[3 * lines + i] = number(fields[i]);
                    found |= 1 << (3 * lines + i);
                }
                lines++;
            }
        }
        return found;
    }

    private double number(String field) {
        try {
            return FileNumbers.parse(field);
        } catch (NumberFormatException _) {
            throw text.bad(BadInputException.quoted(field), "instead of a number", "fetch the table again");
        }
    }
}
