package orrery.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.time.TimeScale;

/** Reads two-line elements, with or without a line with the name before each pair. For use by one thread. */
final class TwoLines {
    private static final int LENGTH = 69;
    private static final Pattern BEHIND = Pattern.compile("( +-?[0-9]+\\.[0-9]*)+");
    /** Two-digit years from here on are in the twentieth century. */
    private static final int FIRST_YEAR = 57;

    private static final int LONGEST_YEAR = 366;

    private static final long DAY_0 = LocalDate.of(2000, 1, 1).toEpochDay();

    private final InputText text;
    private final ElementSets sets;

    private TwoLines(InputText text, ElementSets sets) {
        this.text = text;
        this.sets = sets;
    }

    static void read(InputText text, ElementSets sets) throws IOException {
        new TwoLines(text, sets).read();
    }

    private void read() throws IOException {
        String name = "";
        for (String line = text.next(); line != null; line = text.next()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("1 ") && line.length() > 60) {
                String first = checked(line.stripTrailing(), '1');
                long at = text.number();
                String second = text.next();
                if (second == null || !second.startsWith("2 ")) {
                    throw text.bad(
                            second == null ? "the file ends" : BadInputException.quoted(second),
                            "instead of the second line of a set",
                            "see whether the file was truncated, or remove the first line");
                }
                add(name, first, checked(second.stripTrailing(), '2'), at);
                name = "";
            } else if (line.startsWith("2 ") && line.length() > 60) {
                throw text.bad("a second line", "with no first line before it", "add it, or remove this one");
            } else {
                name = line.startsWith("0 ") ? line.substring(2).strip() : line.strip();
            }
        }
    }

    private String checked(String whole, char kind) {
        String line = whole;
        if (whole.length() > LENGTH && BEHIND.matcher(whole.substring(LENGTH)).matches()) {
            // The verification file of SGP4 has spans to propagate there.
            line = whole.substring(0, LENGTH);
            sets.ignored("text beyond column 69 of a line");
        }
        if (line.length() != LENGTH) {
            throw text.bad(
                    Counted.of(line.length(), "character"),
                    "where a line " + kind + " has 69",
                    "see whether blanks were lost or added");
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            char c = line.charAt(i);
            sum += c >= '0' && c <= '9' ? c - '0' : c == '-' ? 1 : 0;
        }
        if (line.charAt(LENGTH - 1) - '0' != sum % 10) {
            throw text.bad(
                    "the checksum " + line.charAt(LENGTH - 1),
                    "instead of " + sum % 10,
                    "fetch the set again: a character in it is wrong");
        }
        return line;
    }

    private void add(String name, String first, String second, long line) throws IOException {
        int number = number(first.substring(2, 7));
        if (number != number(second.substring(2, 7))) {
            throw text.bad(
                    "satellite " + second.substring(2, 7).strip(),
                    "where the line before has " + first.substring(2, 7).strip(),
                    "put the two lines of one satellite together");
        }
        double years = plain(first, 18, 20);
        double day = plain(first, 20, 32);
        if (!(years >= 0 && years == Math.rint(years) && day >= 1 && day < LONGEST_YEAR + 1)) {
            throw text.bad(
                    "the epoch " + BadInputException.quoted(first.substring(18, 32)),
                    "instead of two digits of the year and its day, from 1 on",
                    "fetch the set again, with its blanks intact");
        }
        int year = (int) years;
        long days = LocalDate.of(year < FIRST_YEAR ? 2000 + year : 1900 + year, 1, 1)
                        .toEpochDay()
                - DAY_0
                + (long) day
                - 1;
        double et = TimeScale.UTC.toEt(days, (day - Math.floor(day)) * Constants.DAY);
        sets.add(new ElementSet(
                number,
                name.isEmpty() ? first.substring(9, 17).strip() : name,
                et,
                ElementSet.perMinute(plain(first, 33, 43), 2),
                ElementSet.perMinute(exponent(first, 44), 3),
                exponent(first, 53),
                plain(second, 8, 16) * Constants.DEGREE,
                plain(second, 17, 25) * Constants.DEGREE,
                number("0." + second.substring(26, 33).replace(' ', '0'), second.substring(26, 33)),
                plain(second, 34, 42) * Constants.DEGREE,
                plain(second, 43, 51) * Constants.DEGREE,
                ElementSet.perMinute(plain(second, 52, 63), 1),
                line));
    }

    /** Five digits, or a letter for the first two of them (Alpha-5, without I and O). */
    private int number(String field) {
        String plain = field.strip();
        if (plain.matches("[A-HJ-NP-Z]\\d{4}")) {
            int letter = "ABCDEFGHJKLMNPQRSTUVWXYZ".indexOf(plain.charAt(0));
            return (letter + 10) * 10_000 + Integer.parseInt(plain.substring(1));
        }
        return ElementSet.catalogueNumber(number(plain, field))
                .orElseThrow(() -> text.bad(
                        BadInputException.quoted(field),
                        "instead of the number of a satellite",
                        "fetch the set again, with its blanks intact"));
    }

    private double plain(String line, int from, int to) {
        return number(line.substring(from, to).strip(), line.substring(from, to));
    }

    private double number(String text, String field) {
        try {
            return FileNumbers.parse(text);
        } catch (NumberFormatException _) {
            throw this.text.bad(
                    BadInputException.quoted(field),
                    "instead of a number of the elements",
                    "fetch the set again, with its blanks intact");
        }
    }

    /** A decimal point and a mantissa of five digits, then an exponent: {@code -11606-4} is -0.11606e-4. */
    private double exponent(String line, int from) {
        String field = line.substring(from, from + 8);
        String mantissa = field.substring(1, 6).strip();
        String sign = field.charAt(0) == '-' ? "-" : "";
        return mantissa.isEmpty()
                ? 0
                : number(
                        sign + "0." + mantissa + "e"
                                + field.substring(6).strip().replace(' ', '0'),
                        field);
    }
}
