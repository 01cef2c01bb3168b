package orrery.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.time.TerrestrialTime;

/**
 * Reads orbits as published by the Minor Planet Center, one per line: MPCORB.DAT for asteroids and CometEls.txt for
 * comets. Source: MPC, "Export Format for Minor-Planet Orbits", "Export Format for Ephemerides of Comets". For use by
 * one thread.
 */
final class MpcElements {
    static final Pattern ASTEROID = Pattern.compile(
            "(?m)^[0-9A-Za-z~_ ]{7} [-0-9. ]{5} [-0-9. ]{5} [I-L]\\d\\d[1-9A-C][1-9A-V] [ 0-9]{3}\\.\\d{5} ");
    static final Pattern COMET =
            Pattern.compile("(?m)^[0-9 ]{4}[CPDXAI][0-9A-Za-z ]{7}  [-0-9]\\d{3} [ 0-9]\\d [ 0-9]\\d\\.\\d{1,4}["
                    + " 0-9]{1,12}\\.\\d{4,6} ");

    private static final int SHORTEST_ASTEROID = 103;
    private static final int SHORTEST_COMET = 79;
    private static final long DAY_0 = LocalDate.of(2000, 1, 1).toEpochDay();
    /** A header ends within this many lines. */
    private static final int HEADER = 100;

    private final InputText text;
    private final Orbits orbits;
    private String line = "";

    MpcElements(InputText text, Orbits orbits) {
        this.text = text;
        this.orbits = orbits;
    }

    void asteroids() throws IOException {
        boolean begun = false;
        for (String next = text.next(); next != null; next = text.next()) {
            line = next.stripTrailing();
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!begun && !ASTEROID.matcher(line).lookingAt() && text.number() <= HEADER) {
                // What precedes the first orbit is the file's header.
                continue;
            }
            begun = true;
            asteroid();
        }
    }

    private void asteroid() throws IOException {
        if (line.length() < SHORTEST_ASTEROID) {
            throw text.bad(
                    Counted.of(line.length(), "character"),
                    "where an orbit of MPCORB.DAT has 103 or more",
                    "fetch the line again, with its blanks intact");
        }
        String packed = field(1, 7);
        double day = PackedDesignation.epoch(field(21, 25));
        if (Double.isNaN(day)) {
            throw text.bad(
                    BadInputException.quoted(field(21, 25)),
                    "instead of an epoch packed as K2669",
                    "fetch the line again, with its blanks intact");
        }
        int number = PackedDesignation.number(packed);
        String survey = PackedDesignation.survey(packed);
        PackedDesignation.Provisional provisional = number > 0 ? null : PackedDesignation.asteroid(packed);
        if (number == 0 && provisional == null && survey.isEmpty()) {
            throw text.bad(
                    BadInputException.quoted(packed),
                    "instead of a packed number or designation such as 00433 or K23A12B",
                    "correct it, or remove the line");
        }
        String written = line.length() > 166
                ? line.substring(166, Math.min(line.length(), 194)).strip()
                : "";
        String plain = provisional != null ? provisional.text() : number > 0 ? "(" + number + ")" : survey;
        double axis = number(93, 103, "a semimajor axis in au");
        double e = number(71, 79, "an eccentricity");
        double q = axis * (1 - e);
        if (!(axis > 0) || !(e >= 0 && e < 1)) {
            throw text.bad(
                    "an orbit with a = " + axis + " au and e = " + e,
                    "instead of an ellipse",
                    "fetch the line again, or remove it");
        }
        orbits.add(new OsculatingElements(
                new SmallBodyName(false, number, "", provisional, 0, written.isEmpty() ? plain : written),
                TerrestrialTime.toTdb(day * Constants.DAY),
                q,
                e,
                angle(60, 68, "an inclination"),
                angle(49, 57, "a node"),
                angle(38, 46, "an argument of perihelion"),
                OsculatingElements.passage(angle(27, 35, "a mean anomaly"), q, e),
                OsculatingElements.NO_PUSH,
                text.number()));
    }

    void comets() throws IOException {
        for (String next = text.next(); next != null; next = text.next()) {
            line = next.stripTrailing();
            if (!line.isBlank() && !line.startsWith("#")) {
                comet();
            }
        }
    }

    private void comet() throws IOException {
        if (line.length() < SHORTEST_COMET) {
            throw text.bad(
                    Counted.of(line.length(), "character"),
                    "where an orbit of CometEls.txt has 79 or more",
                    "fetch the line again, with its blanks intact");
        }
        String numbered = field(1, 4);
        int number = numbered.isEmpty() ? 0 : (int) number(1, 4, "the number of a comet");
        String packed = field(6, 12);
        PackedDesignation.Provisional provisional = number > 0 ? null : PackedDesignation.comet(packed);
        if (number == 0 && provisional == null) {
            throw text.bad(
                    BadInputException.quoted(packed),
                    "instead of a packed designation of a comet such as K20F030",
                    "correct it, or remove the line");
        }
        double day = date(number(15, 18, "a year"), number(20, 21, "a month"), number(23, 29, "a day"));
        String epochDate = line.length() >= 89 ? field(82, 89) : "";
        double epoch = epochDate.isEmpty()
                ? day
                : date(number(82, 85, "a year"), number(86, 87, "a month"), number(88, 89, "a day"));
        if (epochDate.isEmpty()) {
            orbits.epochless();
        }
        double q = number(31, 39, "a perihelion distance in au");
        double e = number(42, 49, "an eccentricity");
        if (!(q > 0) || !(e >= 0)) {
            throw text.bad(
                    "an orbit with q = " + q + " au and e = " + e,
                    "where both must be positive",
                    "fetch the line again, or remove it");
        }
        String name = line.length() > 102
                ? line.substring(102, Math.min(line.length(), 158)).strip()
                : "";
        double et = TerrestrialTime.toTdb(epoch * Constants.DAY);
        orbits.add(new OsculatingElements(
                new SmallBodyName(
                        true,
                        number,
                        number > 0 ? packed.toUpperCase(Locale.ROOT) : "",
                        provisional,
                        0,
                        name.isEmpty() ? (provisional == null ? number + "P" : provisional.text()) : name),
                et,
                q,
                e,
                angle(72, 79, "an inclination"),
                angle(62, 69, "a node"),
                angle(52, 59, "an argument of perihelion"),
                (day - epoch) * Constants.DAY,
                OsculatingElements.NO_PUSH,
                text.number()));
    }

    /** Days past J2000. */
    private double date(double year, double month, double day) {
        try {
            return LocalDate.of((int) year, (int) month, 1).toEpochDay() - DAY_0 - 0.5 + (day - 1);
        } catch (DateTimeException _) {
            throw text.bad(
                    "the month " + (int) month,
                    "instead of one from 1 to 12",
                    "fetch the line again, with its blanks intact");
        }
    }

    private double angle(int from, int to, String what) {
        return number(from, to, what + " in degrees") * Constants.DEGREE;
    }

    private double number(int from, int to, String what) {
        try {
            return FileNumbers.parse(field(from, to));
        } catch (NumberFormatException _) {
            throw text.bad(
                    BadInputException.quoted(field(from, to)) + " in columns " + from + " to " + to,
                    "instead of " + what,
                    "fetch the line again, with its blanks intact");
        }
    }

    /** Columns counted from 1, inclusive. */
    private String field(int from, int to) {
        return line.substring(from - 1, Math.min(to, line.length())).strip();
    }
}
