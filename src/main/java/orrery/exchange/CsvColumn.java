package orrery.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.math.Constants;

/**
 * A column of a table of states, identified by its name: {@code et}, {@code utc}, {@code x}, {@code y_m},
 * {@code vx (km/s)}, {@code target} and the like.
 *
 * @param role its contents
 * @param axis 0 to 2 for positions and velocities
 * @param unit the factor from its numbers to km and km/s
 * @param clock clock of dates
 * @param dates notation of dates
 */
record CsvColumn(Role role, int axis, double unit, Optional<FileClock> clock, Dating dates) {
    enum Role {
        EPOCH,
        POSITION,
        VELOCITY,
        TARGET,
        CENTER
    }

    enum Dating {
        CALENDAR,
        JULIAN,
        MODIFIED_JULIAN,
        SECONDS
    }

    /** No known column has a longer name, and the patterns take time for text that does not match. */
    private static final int LONGEST = 100;

    private static final Pattern UNIT = Pattern.compile("(.*?)(?:\\s*[\\[(]\\s*(.*?)\\s*[\\])])?");
    private static final Pattern POSITION = Pattern.compile("(?:(?:r|pos|position)[_ ]?)?([xyz])(?:_(km|m|au))?");
    private static final Pattern VELOCITY = Pattern.compile(
            "(?:v|vel[_ ]?|velocity[_ ]?)_?([xyz])(?:_(km_s|m_s|au_d|kmps|mps|km_d))?|([xyz])_?dot|d([xyz])(?:/?dt)?");

    private static final Map<String, Double> LENGTHS = Map.of("km", 1.0, "m", 1e-3, "au", Constants.AU);
    private static final Map<String, Double> SPEEDS = Map.of(
            "km/s",
            1.0,
            "m/s",
            1e-3,
            "au/d",
            Constants.AU / Constants.DAY,
            "au/day",
            Constants.AU / Constants.DAY,
            "km/d",
            1 / Constants.DAY,
            "kmps",
            1.0,
            "mps",
            1e-3);

    private static CsvColumn epoch(Optional<FileClock> clock, Dating dates) {
        return new CsvColumn(Role.EPOCH, 0, 1, clock, dates);
    }

    private static CsvColumn plain(Role role) {
        return new CsvColumn(role, 0, 1, Optional.empty(), Dating.CALENDAR);
    }

    /** The meaning of a name; empty if it has none. */
    static Optional<CsvColumn> of(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher unit = UNIT.matcher(name.strip().toLowerCase(Locale.ROOT).replace("\"", ""));
        if (!unit.matches()) {
            return Optional.empty();
        }
        String plain = unit.group(1).strip();
        String in = unit.group(2) == null
                ? ""
                : unit.group(2).replace(" ", "").replace("per", "/").replace("sec", "s");
        switch (plain) {
            case "target", "body", "target_id" -> {
                return Optional.of(plain(Role.TARGET));
            }
            case "center", "center_id", "origin" -> {
                return Optional.of(plain(Role.CENTER));
            }
            default -> {
                // A date or a number.
            }
        }
        Optional<CsvColumn> epoch = epoch(plain, in);
        return epoch.isPresent() ? epoch : coordinate(plain, in);
    }

    private static Optional<CsvColumn> epoch(String plain, String in) {
        return switch (plain) {
            case "et", "tdb_s", "seconds_past_j2000" -> Optional.of(epoch(Optional.of(FileClock.TDB), Dating.SECONDS));
            case "time", "date", "epoch", "datetime", "timestamp" ->
                Optional.of(epoch(in.isEmpty() ? Optional.empty() : FileClock.of(in), Dating.CALENDAR));
            case "jd", "julian_date" ->
                Optional.of(epoch(in.isEmpty() ? Optional.empty() : FileClock.of(in), Dating.JULIAN));
            case "mjd" ->
                Optional.of(epoch(in.isEmpty() ? Optional.empty() : FileClock.of(in), Dating.MODIFIED_JULIAN));
            default -> {
                Matcher julian = Pattern.compile("(m?)jd_?(\\w+)").matcher(plain);
                if (julian.matches()) {
                    Dating dates = julian.group(1).isEmpty() ? Dating.JULIAN : Dating.MODIFIED_JULIAN;
                    yield FileClock.of(julian.group(2)).map(clock -> epoch(Optional.of(clock), dates));
                }
                Matcher named = Pattern.compile("(?:(?:time|date|epoch|calendar)_?)?(\\w+?)(?:_?(?:time|date))?")
                        .matcher(plain);
                yield named.matches() && named.group(1).length() > 1
                        ? FileClock.of(named.group(1)).map(clock -> epoch(Optional.of(clock), Dating.CALENDAR))
                        : Optional.empty();
            }
        };
    }

    private static Optional<CsvColumn> coordinate(String plain, String in) {
        Matcher position = POSITION.matcher(plain);
        if (position.matches()) {
            String unit = position.group(2) != null ? position.group(2) : in.isEmpty() ? "km" : in;
            return Optional.ofNullable(LENGTHS.get(unit))
                    .map(factor -> coordinate(Role.POSITION, position.group(1), factor));
        }
        Matcher velocity = VELOCITY.matcher(plain);
        if (velocity.matches()) {
            String axis = velocity.group(1) != null
                    ? velocity.group(1)
                    : velocity.group(3) != null ? velocity.group(3) : velocity.group(4);
            String suffix = velocity.group(2);
            String unit = suffix != null ? suffix.replace('_', '/') : in.isEmpty() ? "km/s" : in;
            return Optional.ofNullable(SPEEDS.get(unit)).map(factor -> coordinate(Role.VELOCITY, axis, factor));
        }
        return Optional.empty();
    }

    private static CsvColumn coordinate(Role role, String axis, double unit) {
        return new CsvColumn(role, axis.charAt(0) - 'x', unit, Optional.empty(), Dating.CALENDAR);
    }
}
