package orrery.frames;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;

/**
 * A date in a text kernel, following the {@code @} (Kernel Required Reading, "Variable Value Rules"):
 * {@code 1972-JAN-1}, {@code 1-JAN-1972/12:30}, {@code JAN-1-1972-12:30:15.5}, {@code 1972-01-01T12:30}. Blanks are not
 * part of it. Stored, as in SPICE, as formal seconds past J2000: every day has 86,400 of them, whatever the time scale.
 */
final class KernelDate {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern WHOLE =
            Pattern.compile("(\\d{1,5}|[A-Za-z]{3,9})[-/](\\d{1,5}|[A-Za-z]{3,9})(?:[-/](\\d{1,5})(?!\\d*:))?"
                    + "(?:[-/T:](\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d*)?))?)?)?");
    private static final long DAY_OF_J2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private KernelDate() {}

    /** The date's formal seconds past J2000, empty if the text is not a date. */
    static Optional<Double> parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = day(matcher.group(1), matcher.group(2), matcher.group(3));
            double hours = number(matcher.group(4));
            double minutes = number(matcher.group(5));
            double seconds = number(matcher.group(6));
            if (day == null || hours > 24 || minutes > 59 || seconds >= 61) {
                return Optional.empty();
            }
            return Optional.of(
                    (day.toEpochDay() - DAY_OF_J2000 - 0.5) * Constants.DAY + (hours * 3600 + minutes * 60 + seconds));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate day(String first, String second, @Nullable String third) {
        List<Integer> numbers = new ArrayList<>();
        int month = 0;
        for (String part : third == null ? List.of(first, second) : List.of(first, second, third)) {
            if (Character.isLetter(part.charAt(0))) {
                month = 1 + MONTHS.indexOf(part.substring(0, 3).toUpperCase(Locale.ROOT));
                if (month == 0) {
                    return null;
                }
            } else {
                numbers.add(Integer.parseInt(part));
            }
        }
        if (month > 0) {
            if (numbers.size() != 2) {
                return null;
            }
            boolean yearFirst = !Character.isLetter(first.charAt(0)) && first.length() > 2;
            return yearFirst
                    ? LocalDate.of(numbers.getFirst(), month, numbers.getLast())
                    : LocalDate.of(numbers.getLast(), month, numbers.getFirst());
        }
        if (numbers.size() == 2) {
            return LocalDate.ofYearDay(numbers.getFirst(), numbers.getLast());
        }
        // If the year is last, the month comes first, as in SPICE.
        return third != null && third.length() > 2
                ? LocalDate.of(numbers.get(2), numbers.get(0), numbers.get(1))
                : LocalDate.of(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static double number(@Nullable String text) {
        return text == null ? 0 : Double.parseDouble(text);
    }
}
