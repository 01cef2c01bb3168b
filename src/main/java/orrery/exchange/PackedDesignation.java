package orrery.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Designations as packed by the Minor Planet Center into five or seven characters, and in readable form. Source: MPC,
 * "Packed Provisional and Permanent Designations".
 */
final class PackedDesignation {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int FIRST_TILDE = 620_000;
    private static final Pattern NUMBER = Pattern.compile("([0-9A-Za-z])(\\d{4})");
    private static final Pattern TILDE = Pattern.compile("~([0-9A-Za-z]{4})");
    private static final Pattern PROVISIONAL =
            Pattern.compile("([IJKL])(\\d\\d)([A-HJ-Y])([0-9A-Za-z])(\\d)([A-HJ-Z])");
    private static final Pattern LATE = Pattern.compile("_([0-9A-Za-z])([A-HJ-Y])([0-9A-Za-z]{4})");
    private static final Pattern SURVEY = Pattern.compile("(PL|T1|T2|T3)S(\\d{4})");
    private static final Pattern COMET = Pattern.compile("([A-L])(\\d\\d)([A-HJ-Y])([0-9A-Za-z])(\\d)([0-9a-zA-Z])");
    private static final Pattern EPOCH = Pattern.compile("([IJKL])(\\d\\d)([1-9A-C])([1-9A-V])(\\d*)");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}) ([A-HJ-Y])([A-HJ-Z])(\\d{0,5})");
    private static final Pattern WRITTEN_COMET =
            Pattern.compile("(\\d{4}) ([A-HJ-Y])([A-HJ-Z]?)(\\d+)(?:-([A-Z]{1,2}))?");
    /** Room for this many fragments of one unnumbered comet. */
    private static final int PIECES = 32;

    /** The number of orders per half-month that the last letter counts. */
    private static final int SECOND_LETTERS = 25;

    /**
     * A provisional designation.
     *
     * @param text the readable form
     * @param halfMonth 0 to 23 for A to Y without I
     * @param order counted from 0 within the half-month
     */
    record Provisional(String text, int year, int halfMonth, int order) {}

    private PackedDesignation() {}

    /** The number of an asteroid; 0 if it has none. */
    static int number(String packed) {
        String plain = packed.strip();
        Matcher late = TILDE.matcher(plain);
        if (late.matches()) {
            return FIRST_TILDE + base62(late.group(1));
        }
        Matcher number = NUMBER.matcher(plain);
        if (number.matches()) {
            return DIGITS.indexOf(number.group(1)) * 10_000 + Integer.parseInt(number.group(2));
        }
        return plain.matches("\\d{6,7}") ? Integer.parseInt(plain) : 0;
    }

    /** A provisional designation of an asteroid, or null if it is not one. */
    static @Nullable Provisional asteroid(String packed) {
        String plain = packed.strip();
        Matcher parts = PROVISIONAL.matcher(plain);
        if (parts.matches()) {
            int cycle = DIGITS.indexOf(parts.group(4)) * 10 + Integer.parseInt(parts.group(5));
            return of(
                    century(parts.group(1)) + Integer.parseInt(parts.group(2)), parts.group(3), parts.group(6), cycle);
        }
        Matcher late = LATE.matcher(plain);
        if (late.matches()) {
            // From the 15,501st of a half-month on, counted from there.
            int order = 15_500 + base62(late.group(3));
            return of(
                    2000 + DIGITS.indexOf(late.group(1)),
                    late.group(2),
                    String.valueOf(letter(order % SECOND_LETTERS)),
                    order / SECOND_LETTERS);
        }
        return null;
    }

    /** For the four surveys: {@code 2040 P-L}; empty if it is not one. */
    static String survey(String packed) {
        Matcher parts = SURVEY.matcher(packed.strip());
        return parts.matches()
                ? parts.group(2) + " "
                        + (parts.group(1).equals("PL")
                                ? "P-L"
                                : "T-" + parts.group(1).charAt(1))
                : "";
    }

    private static Provisional of(int year, String half, String second, int cycle) {
        return new Provisional(
                String.format(Locale.ROOT, "%d %s%s%s", year, half, second, cycle == 0 ? "" : Integer.toString(cycle)),
                year,
                index(half.charAt(0)),
                cycle * SECOND_LETTERS + index(second.charAt(0)));
    }

    /**
     * A provisional designation of a comet, in packed form, with the fragment in the last place; or null if it is not
     * one.
     */
    static @Nullable Provisional comet(String packed) {
        String plain = packed.strip();
        Matcher parts = COMET.matcher(plain);
        if (parts.matches()) {
            String last = parts.group(6);
            int year = century(parts.group(1)) + Integer.parseInt(parts.group(2));
            int order = DIGITS.indexOf(parts.group(4)) * 10 + Integer.parseInt(parts.group(5));
            String text = year + " " + parts.group(3);
            char end = last.charAt(0);
            if (end >= 'A' && end <= 'Z') {
                // Discovered as an asteroid, with an asteroid's designation.
                return of(year, parts.group(3), last, order);
            }
            boolean piece = end != '0';
            return new Provisional(
                    text + order + (piece ? "-" + Character.toUpperCase(end) : ""),
                    year,
                    index(parts.group(3).charAt(0)),
                    cometOrder(order, piece ? String.valueOf(Character.toUpperCase(end)) : ""));
        }
        return null;
    }

    /** The readable form, {@code 2023 AB12} or {@code 2020 F3-B}; or null if it is not one. */
    static @Nullable Provisional written(String text, boolean comet) {
        Matcher parts = WRITTEN.matcher(text);
        if (parts.matches() && (!comet || !parts.group(3).isEmpty())) {
            int cycle = parts.group(4).isEmpty() ? 0 : Integer.parseInt(parts.group(4));
            return of(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3), cycle);
        }
        Matcher other = WRITTEN_COMET.matcher(text);
        if (comet
                && other.matches()
                && other.group(3).isEmpty()
                && other.group(4).length() < 4) {
            return new Provisional(
                    text,
                    Integer.parseInt(other.group(1)),
                    index(other.group(2).charAt(0)),
                    cometOrder(Integer.parseInt(other.group(4)), other.group(5) == null ? "" : other.group(5)));
        }
        return null;
    }

    /** The position of a comet and its fragment within the half-month; there is room for the fragments A to AD. */
    private static int cometOrder(int order, String piece) {
        return order * PIECES + Math.min(PIECES - 1, piece(piece));
    }

    /** The number of a comet's fragment from its letters: 1 for A, 27 for AA; 0 for none. */
    static int piece(String letters) {
        int at = 0;
        for (int i = 0; i < letters.length(); i++) {
            at = at * LETTERS.length() + (letters.charAt(i) - 'A' + 1);
        }
        return at;
    }

    /**
     * An epoch in five characters, as days past J2000.
     *
     * @return NaN if it is not one
     */
    static double epoch(String packed) {
        Matcher parts = EPOCH.matcher(packed.strip());
        if (!parts.matches()) {
            return Double.NaN;
        }
        try {
            double day = LocalDate.of(
                                    century(parts.group(1)) + Integer.parseInt(parts.group(2)),
                                    DIGITS.indexOf(parts.group(3)),
                                    DIGITS.indexOf(parts.group(4)))
                            .toEpochDay()
                    - LocalDate.of(2000, 1, 1).toEpochDay()
                    - 0.5;
            return parts.group(5).isEmpty() ? day : day + Double.parseDouble("0." + parts.group(5));
        } catch (DateTimeException _) {
            return Double.NaN;
        }
    }

    private static int century(String letter) {
        return 100 * (LETTERS.indexOf(letter) + 10);
    }

    private static int base62(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = value * DIGITS.length() + DIGITS.indexOf(digits.charAt(i));
        }
        return value;
    }

    /** The index of a letter, without I. */
    private static int index(char letter) {
        return letter - 'A' - (letter > 'I' ? 1 : 0);
    }

    private static char letter(int index) {
        return (char) ('A' + index + (index >= 8 ? 1 : 0));
    }
}
