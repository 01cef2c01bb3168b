package orrery.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.math.Counted;
import orrery.time.DateFormatException;
import orrery.time.JulianDate;

/**
 * Reads a table of epochs and states with a header, or with columns named by the user: separated by commas, semicolons,
 * tabs or blanks. Lines {@code # key = value} before it may give target, center, frame, time system and interpolation;
 * such lines are also written by {@link CsvWriter}. One row per state; bodies may alternate. For use by one thread.
 */
final class CsvTable {
    private static final Pattern NOTE = Pattern.compile("[A-Za-z_ ]++");
    private static final Pattern SIGN = Pattern.compile("[=:]");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");
    private static final int MOST_BODIES = 1000;

    private final InputText text;
    private final ImportOptions options;
    private final Findings findings;
    private final Tracks tracks;
    private final Map<String, String> notes = new HashMap<>();
    private final Map<List<Integer>, Track> open = new LinkedHashMap<>();
    private final double[] state = new double[6];
    private List<Optional<CsvColumn>> columns = List.of();
    private char separator = ' ';
    private String[] fields = new String[0];
    private @Nullable FileClock clock;
    private boolean velocities;

    CsvTable(InputText text, ImportOptions options, Findings findings, Tracks tracks) {
        this.text = text;
        this.options = options;
        this.findings = findings;
        this.tracks = tracks;
    }

    /** Whether a file begins like such a table. */
    static boolean isOne(Path file, InputText head) throws IOException {
        for (String line = head.next(); line != null; line = head.next()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<Optional<CsvColumn>> headed = columns(line, separator(line));
                return has(headed, CsvColumn.Role.EPOCH, 1) && has(headed, CsvColumn.Role.POSITION, 3);
            }
        }
        return false;
    }

    void read() throws IOException {
        String line = text.next();
        while (line != null && (line.isBlank() || line.startsWith("#"))) {
            note(line);
            line = text.next();
        }
        if (line == null) {
            throw text.bad("the file ends", "before any table", "see whether it was fetched completely");
        }
        boolean headed = header(line);
        String row = headed ? text.next() : line;
        while (row != null) {
            if (row.startsWith("#")) {
                // A new block of our own tables: its values apply to what follows.
                Map<String, String> before = Map.copyOf(notes);
                note(row);
                if (!before.equals(notes)) {
                    endAll();
                }
            } else if (!row.isBlank()) {
                row(row);
            }
            row = text.next();
        }
        if (tracks.all().isEmpty()) {
            throw text.bad("the file ends", "after the header, before any state", "see whether it was truncated");
        }
        endAll();
    }

    private void endAll() throws IOException {
        for (Track track : open.values()) {
            track.end(text.file(), findings);
        }
        open.clear();
    }

    private void note(String line) {
        if (line.isBlank()) {
            return;
        }
        findings.comment(line);
        Matcher sign = SIGN.matcher(line);
        String name = sign.find() ? line.substring(1, sign.start()).strip() : "";
        if (NOTE.matcher(name).matches()) {
            notes.put(
                    name.toLowerCase(Locale.ROOT).replace(' ', '_'),
                    line.substring(sign.end()).strip());
        }
    }

    /** Whether the first line of the table is its header. */
    private boolean header(String line) {
        separator = separator(line);
        boolean headed = true;
        if (options.columns().isEmpty()) {
            columns = columns(line, separator);
        } else {
            columns = options.columns().stream().map(CsvColumn::of).toList();
            for (int i = 0; i < columns.size(); i++) {
                String name = options.columns().get(i);
                if (columns.get(i).isEmpty() && !name.equals("-")) {
                    throw text.bad(
                            "--columns gives " + BadInputException.quoted(name),
                            "instead of et, jd, utc, x, y, z, vx, vy, vz, target, center and the like",
                            "write - for a column to skip");
                }
            }
            headed = line.chars().filter(Character::isLetter).count() > 8
                    && columns(line, separator).stream().anyMatch(Optional::isPresent);
        }
        if (!has(columns, CsvColumn.Role.EPOCH, 1) || !has(columns, CsvColumn.Role.POSITION, 3)) {
            throw text.bad(
                    BadInputException.quoted(line),
                    "instead of a header with one epoch (et, jd, utc, tdb) and x, y, z",
                    "name the columns with --columns et,x,y,z,vx,vy,vz");
        }
        velocities = has(columns, CsvColumn.Role.VELOCITY, 3);
        if (!velocities
                && columns.stream().flatMap(Optional::stream).anyMatch(c -> c.role() == CsvColumn.Role.VELOCITY)) {
            throw text.bad("some of vx, vy, vz", "instead of all three or none", "add the others, or remove these");
        }
        fields = new String[columns.size() + 1];
        if (headed && options.columns().isEmpty()) {
            String[] names = new String[columns.size()];
            split(line, separator, names);
            for (int i = 0; i < names.length; i++) {
                if (columns.get(i).isEmpty() && names[i] != null) {
                    findings.ignored("the column " + names[i].strip());
                }
            }
        }
        findings.understood("a table of states" + (velocities ? "" : ", positions only"));
        return headed;
    }

    private static char separator(String line) {
        Matcher found = SEPARATOR.matcher(line);
        return found.find() ? found.group().charAt(0) : ' ';
    }

    private static List<Optional<CsvColumn>> columns(String line, char separator) {
        String[] names = new String[256];
        int count = Math.min(names.length, split(line, separator, names));
        List<Optional<CsvColumn>> found = new ArrayList<>();
        boolean epoch = false;
        for (int i = 0; i < count; i++) {
            Optional<CsvColumn> column = CsvColumn.of(names[i]);
            // The first epoch counts; a second one repeats it in another form.
            boolean second = epoch && column.isPresent() && column.get().role() == CsvColumn.Role.EPOCH;
            found.add(second ? Optional.empty() : column);
            epoch |= column.isPresent() && column.get().role() == CsvColumn.Role.EPOCH;
        }
        return found;
    }

    /** Splits a line into stripped fields, in an array of sufficient size; returns their number. */
    static int split(String line, char separator, String[] out) {
        if (separator == ' ') {
            return FileNumbers.split(line, out);
        }
        boolean quotes = line.indexOf('"') >= 0;
        int count = 0;
        int from = 0;
        while (from <= line.length()) {
            int to = line.indexOf(separator, quotes ? afterQuotes(line, from) : from);
            int end = to < 0 ? line.length() : to;
            if (count < out.length) {
                String field = line.substring(from, end).strip();
                out[count] = quotes ? unquoted(field) : field;
            }
            count++;
            from = end + 1;
        }
        // One more separator at the end is not a field.
        return count > 0 && count <= out.length && out[count - 1].isEmpty() ? count - 1 : count;
    }

    /** Where the search for a field's end begins: separators in quotation marks do not end it. */
    private static int afterQuotes(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        while (at < line.length() && line.charAt(at) == '"') {
            int close = line.indexOf('"', at + 1);
            if (close < 0) {
                return from;
            }
            at = close + 1;
        }
        return at;
    }

    /** A field without the quotation marks around it, and with one for two inside. */
    private static String unquoted(String field) {
        boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return quoted
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"").strip()
                : field;
    }

    private static boolean has(List<Optional<CsvColumn>> columns, CsvColumn.Role role, int count) {
        long axes = columns.stream()
                .flatMap(Optional::stream)
                .filter(column -> column.role() == role)
                .map(CsvColumn::axis)
                .distinct()
                .count();
        return axes == count;
    }

    private void row(String line) throws IOException {
        int count = split(line, separator, fields);
        if (count != columns.size()) {
            throw text.bad(
                    Counted.of(count, "field"),
                    "instead of " + columns.size(),
                    count < columns.size()
                            ? "see whether the file was truncated, or correct that line"
                            : "correct that line, and write decimals with a point");
        }
        FileClock.Moment when = FileClock.Moment.of(0);
        Integer target = null;
        Integer center = null;
        for (int i = 0; i < count; i++) {
            if (columns.get(i).isPresent()) {
                CsvColumn column = columns.get(i).get();
                switch (column.role()) {
                    case EPOCH -> when = epoch(column, fields[i]);
                    case POSITION -> state[column.axis()] = number(fields[i]) * column.unit();
                    case VELOCITY -> state[3 + column.axis()] = number(fields[i]) * column.unit();
                    case TARGET -> target = body(fields[i]);
                    case CENTER -> center = body(fields[i]);
                }
            }
        }
        List<Integer> key =
                List.of(target == null ? Integer.MIN_VALUE : target, center == null ? Integer.MIN_VALUE : center);
        Track track = open.get(key);
        if (track == null) {
            if (open.size() == MOST_BODIES) {
                throw text.bad("a body more than " + MOST_BODIES, "in one table", "split it by body");
            }
            track = begin(target, center);
            open.put(key, track);
        }
        track.add(text.file(), text.number(), when, state);
    }

    private Track begin(@Nullable Integer target, @Nullable Integer center) {
        int to = target != null && options.targets().isEmpty()
                ? target
                : given("target")
                        .orElseThrow(() -> text.bad("a state", "without a target", "give its NAIF id with --target"));
        int about = options.center().isPresent()
                ? options.center().getAsInt()
                : center != null
                        ? center
                        : given("center")
                                .orElseThrow(() -> text.bad(
                                        "a state", "without a center", "give it with --center, such as 399 or sun"));
        String name = options.frame().orElse(notes.getOrDefault("frame", "J2000"));
        ImportedFrame frame = ImportedFrame.of(name, about)
                .orElseThrow(() -> text.bad(
                        "the frame " + BadInputException.quoted(name),
                        "instead of one that SPK has",
                        "give it with --frame, such as J2000"));
        Optional<Interpolation> interpolation = Optional.ofNullable(notes.get("interpolation"))
                .flatMap(how -> {
                    String[] parts = how.split("\\s+", 3);
                    return parts.length > 1 && parts[1].matches("\\d{1,2}")
                            ? Interpolation.of(parts[0], Integer.parseInt(parts[1]))
                            : Optional.empty();
                });
        return tracks.begin(new TrackHead(
                to,
                about,
                frame,
                notes.getOrDefault("object", Bodies.name(to)),
                interpolation,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                velocities,
                text.number()));
    }

    private Optional<Integer> given(String what) {
        if (what.equals("target") && options.targets().containsKey("")) {
            return Optional.of(options.targets().get(""));
        }
        String note = notes.get(what);
        if (note == null) {
            return Optional.empty();
        }
        Matcher number = Pattern.compile("-?\\d+").matcher(note);
        OptionalInt named = Bodies.find(note);
        OptionalInt id = named.isPresent() || !number.find() ? named : Bodies.find(number.group());
        return id.isPresent() ? Optional.of(id.getAsInt()) : Optional.empty();
    }

    private int body(String field) {
        return Bodies.find(field)
                .orElseThrow(() -> text.bad(
                        "the body " + BadInputException.quoted(field), "instead of a NAIF id or name", "write its id"));
    }

    private FileClock.Moment epoch(CsvColumn column, String field) {
        FileClock read = column.clock().orElseGet(this::clock);
        try {
            return switch (column.dates()) {
                case SECONDS -> FileClock.Moment.of(number(field));
                case JULIAN -> read.at(julian(field, read, false));
                case MODIFIED_JULIAN -> read.at(julian(field, read, true));
                case CALENDAR -> read.parse(field);
            };
        } catch (DateFormatException | ArithmeticException e) {
            throw text.bad(
                    BadInputException.quoted(field),
                    "instead of a date such as 2026-11-22T12:34:56.789",
                    "correct it, or name the columns with --columns");
        }
    }

    /** Whole days and fraction separately, so that no part of the date is lost. */
    private double julian(String field, FileClock read, boolean modified) {
        number(field);
        int point = field.indexOf('.');
        String whole = point < 0 ? field : field.substring(0, point);
        String rest = point < 0 ? "0" : "0" + field.substring(point);
        if (!whole.matches("-?\\d{1,9}")) {
            throw new ArithmeticException("no day");
        }
        double fraction = Double.parseDouble(rest) * (whole.startsWith("-") ? -1 : 1);
        long days = Long.parseLong(whole);
        return read.toEt(
                modified
                        ? JulianDate.modifiedToEt(days, fraction, read.scale())
                        : JulianDate.toEt(days, fraction, read.scale()));
    }

    /** For dates whose column does not say: the option, else the file's note, else TDB. */
    private FileClock clock() {
        FileClock known = clock;
        if (known == null) {
            String name = options.clock().orElse(notes.getOrDefault("time_system", "TDB"));
            known = FileClock.of(name)
                    .orElseThrow(() -> text.bad(
                            "the time system " + BadInputException.quoted(name),
                            "instead of one of " + String.join(", ", FileClock.names()),
                            "give --time-system"));
            clock = known;
        }
        return known;
    }

    private double number(String field) {
        try {
            return FileNumbers.parse(field);
        } catch (NumberFormatException _) {
            throw text.bad(
                    BadInputException.quoted(field),
                    "instead of a number",
                    "correct it, and write decimals with a point");
        }
    }
}
