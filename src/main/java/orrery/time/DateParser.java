package orrery.time;

import java.time.InstantSource;
import java.util.Locale;
import orrery.math.QuotedText;

/** Reads one date, once, from left to right, and stops at the first fault. */
final class DateParser extends DateCursor {
    private static final int LONGEST_TEXT = 200;
    /** The number of digits of a Julian date in the years -999999 to +999999. */
    private static final int LONGEST_DAY_COUNT = 9;

    private static final int JULIAN_DATE_DIGITS = 7;
    private static final int MINUTES_PER_DAY = 1440;
    private static final int MOST_OFFSET_HOURS = 18;
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private final InstantSource clock;

    DateParser(String text, InstantSource clock) {
        super(text);
        this.clock = clock;
    }

    double parse() {
        if (text.isBlank()) {
            throw fault(0, "no date given");
        }
        if (text.length() > LONGEST_TEXT) {
            throw fault(LONGEST_TEXT, text.length() + " characters: a date has at most " + LONGEST_TEXT);
        }
        skipBlanks();
        double et = isLetter(peek()) ? afterWord() : isDayCount() ? dayCount(true) : calendar();
        if (!(et >= Dates.first() && et < Dates.end())) {
            throw fault(0, "outside the years -" + Dates.LAST_YEAR + " to +" + Dates.LAST_YEAR);
        }
        return et;
    }

    private double afterWord() {
        int start = at;
        return switch (word()) {
            case "NOW" -> now();
            case "ET" -> seconds();
            case "JD" -> dayCount(true);
            case "MJD" -> dayCount(false);
            default -> throw fault(start, QuotedText.of(text.substring(start, at)) + " is not understood");
        };
    }

    private double now() {
        end();
        return Dates.of(clock.instant());
    }

    /** {@code et 123.5}: anything that parses as a finite double. */
    private double seconds() {
        skipBlanks();
        int start = at;
        String number = text.substring(at).strip();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!isDigit(c) && "+-.eE".indexOf(c) < 0) {
                throw fault(start + i, unexpected(c) + ": after et comes a number of TDB seconds past J2000");
            }
        }
        try {
            double et = Double.parseDouble(number);
            if (Double.isFinite(et)) {
                return et;
            }
        } catch (NumberFormatException notANumber) {
            throw fault(start, "after et comes a number of TDB seconds past J2000, as in et 123.5");
        }
        throw fault(start, "more seconds than a double can hold");
    }

    /** Whether a number of seven digits follows, with or without a fraction: that can only be a Julian date. */
    private boolean isDayCount() {
        int i = at;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        char next = i < text.length() ? text.charAt(i) : ' ';
        return i > at && (next == '.' || (i - at == JULIAN_DATE_DIGITS && next != '-'));
    }

    /**
     * {@code JD 2451545.0}, or a modified one. Whole days and fraction are kept separate, because a double resolves
     * such numbers only to 40 microseconds.
     */
    private double dayCount(boolean julian) {
        skipBlanks();
        int start = at;
        boolean negative = sign() < 0;
        int digits = at;
        long whole = digits(LONGEST_DAY_COUNT, "a day number");
        double fraction = fraction();
        if (at == digits) {
            throw fault(
                    at, (julian ? "JD" : "MJD") + " needs a number, as in " + (julian ? "JD 2451545.0" : "MJD 60000"));
        }
        if (julian && isBareAndShort(start, digits)) {
            throw fault(
                    start, "a bare number is a Julian date and has seven digits; write JD or MJD or et before another");
        }
        TimeScale scale = scale();
        end();
        double days = negative ? -fraction : fraction;
        long signed = negative ? -whole : whole;
        return julian ? JulianDate.toEt(signed, days, scale) : JulianDate.modifiedToEt(signed, days, scale);
    }

    private boolean isBareAndShort(int start, int digits) {
        boolean bare = text.substring(0, start).isBlank();
        int dot = text.indexOf('.', digits);
        return bare && dot >= 0 && dot - digits != JULIAN_DATE_DIGITS;
    }

    private double calendar() {
        int start = at;
        int sign = sign();
        int yearAt = at;
        if (!isDigit(peek())) {
            throw fault(at, at < text.length() ? unexpected(peek()) + ": a date begins with its year" : "no year");
        }
        long year = digits(6, "a year") * (sign < 0 ? -1 : 1);
        if (at - yearAt < 4) {
            throw fault(
                    start,
                    "year " + text.substring(start, at) + ": a year has at least four digits, as in "
                            + (sign < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", Math.abs(year)));
        }
        if (peek() != '-') {
            if (at - yearAt > 4 && sign == 0) {
                throw fault(
                        start,
                        "the number " + text.substring(start, at)
                                + " could be a year or a day number; write +" + text.substring(start, at) + " or MJD "
                                + text.substring(start, at));
            }
            return whole(year, 1, "a year");
        }
        at++;
        int fieldAt = at;
        int field = (int) digits(3, "a month");
        return switch (at - fieldAt) {
            case 2 -> month(year, field, fieldAt);
            case 3 -> dayOfYear(year, field, fieldAt);
            default ->
                throw fault(
                        fieldAt,
                        at == fieldAt
                                ? "after the year and its - comes the month (two digits) or the day of the year (three)"
                                : "month " + field + ": write two digits, 0" + field);
        };
    }

    private double dayOfYear(long year, int day, int fieldAt) {
        int length = Gregorian.lengthOfYear(year);
        if (day < 1 || day > length) {
            throw fault(
                    fieldAt,
                    "day " + text.substring(fieldAt, at) + ": the year " + year + " has days 001 to " + length);
        }
        return time(Gregorian.day(year, 1, 1) + day - 1);
    }

    private double month(long year, int month, int fieldAt) {
        if (month < 1 || month > 12) {
            throw fault(fieldAt, "month " + text.substring(fieldAt, at) + ": months run 01 to 12");
        }
        if (peek() != '-') {
            return whole(year, month, "a month");
        }
        at++;
        int dayAt = at;
        int day = twoDigits("day");
        int length = Gregorian.lengthOfMonth(year, month);
        if (day < 1 || day > length) {
            throw fault(
                    dayAt,
                    "day " + text.substring(dayAt, at) + ": " + MONTHS[month - 1] + " " + year + " has days 01 to "
                            + length);
        }
        return time(Gregorian.day(year, month, day));
    }

    /** A year or a month alone: its first instant. */
    private double whole(long year, int month, String what) {
        if (isTimeMark() || hasTimeAfterBlanks()) {
            throw fault(at, what + " alone takes no time of day: give the day too");
        }
        TimeScale scale = scale();
        end();
        return scale.toEt(Gregorian.day(year, month, 1), 0);
    }

    private boolean hasTimeAfterBlanks() {
        int i = at;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i > at && i < text.length() && isDigit(text.charAt(i));
    }

    private double time(long day) {
        if (isTimeMark()) {
            at++;
        } else if (!hasTimeAfterBlanks()) {
            TimeScale scale = scale();
            end();
            return scale.toEt(day, 0);
        } else {
            skipBlanks();
        }
        int hourAt = at;
        int hour = twoDigits("hour");
        if (hour > 24) {
            throw fault(hourAt, "hour " + hour + ": hours run 00 to 23, and 24:00 is the end of the day");
        }
        if (peek() != ':') {
            throw fault(at, "after the hour come the minutes, as in 12:34");
        }
        at++;
        int minuteAt = at;
        int minute = twoDigits("minute");
        if (minute > 59) {
            throw fault(minuteAt, "minute " + minute + ": minutes run 00 to 59");
        }
        int secondAt = at + 1;
        int whole = 0;
        double second = 0;
        if (peek() == ':') {
            at++;
            whole = twoDigits("second");
            fraction();
            second = Double.parseDouble(text.substring(secondAt, at).replace(',', '.'));
        }
        if (hour == 24 && (minute > 0 || second > 0)) {
            throw fault(hourAt, "hour 24: only 24:00 itself, the end of the day, is a time");
        }
        TimeScale scale = isOffset() ? TimeScale.UTC : scale();
        // A clock ahead of UTC shows a later time than UTC, which may still be on the day before.
        int minutes = hour * 60 + minute - (scale == TimeScale.UTC && isOffset() ? offset() : 0);
        long itsDay = day + Math.floorDiv(minutes, MINUTES_PER_DAY);
        int itsMinute = Math.floorMod(minutes, MINUTES_PER_DAY);
        if (whole > 59) {
            checkLeapSecond(itsDay, itsMinute, whole, secondAt, scale);
        }
        end();
        return scale.toEt(itsDay, itsMinute * 60.0 + second);
    }

    /** Whether an offset from UTC follows, such as {@code +02:00}. */
    private boolean isOffset() {
        skipBlanks();
        return peek() == '+' || peek() == '-';
    }

    /** {@code +02:00}, {@code +0200} or {@code +02}: the minutes by which a clock is ahead of UTC. */
    private int offset() {
        int start = at;
        int sign = sign();
        int digitsAt = at;
        int hours = (int) digits(4, "an offset");
        int minutes = 0;
        switch (at - digitsAt) {
            case 4 -> {
                minutes = hours % 100;
                hours /= 100;
            }
            case 2 -> {
                if (peek() == ':') {
                    at++;
                    minutes = twoDigits("minute of the offset");
                }
            }
            default -> throw fault(start, "an offset has two digits or four, as in +02:00 or +0200 or +02");
        }
        if (hours > MOST_OFFSET_HOURS || minutes > 59) {
            throw fault(
                    start,
                    "offset " + text.substring(start, at) + ": clocks are at most 18 hours ahead of UTC or behind");
        }
        return sign * (hours * 60 + minutes);
    }

    private void checkLeapSecond(long day, int minute, int second, int secondAt, TimeScale scale) {
        if (second > 60) {
            throw fault(secondAt, "second " + second + ": seconds run 00 to 59");
        }
        if (scale != TimeScale.UTC) {
            throw fault(secondAt, "second 60: only UTC has leap seconds, and this is " + scale);
        }
        if (minute != MINUTES_PER_DAY - 1 || !LeapSeconds.endsWithLeapSecond(day)) {
            throw fault(
                    secondAt, "second 60: a leap second comes at 23:59:60 UTC, and only on the days listed by IERS");
        }
    }

    /** Whether the {@code T} before a time follows, and not that of {@code TT} or {@code TDB}. */
    private boolean isTimeMark() {
        boolean letterFollows = at + 1 < text.length() && isLetter(text.charAt(at + 1));
        return (peek() == 'T' || peek() == 't') && !letterFollows;
    }

    /** The scale's name, or TDB if none follows. */
    private TimeScale scale() {
        skipBlanks();
        if (!isLetter(peek())) {
            return TimeScale.TDB;
        }
        int start = at;
        return switch (word()) {
            case "TDB" -> TimeScale.TDB;
            case "TT" -> TimeScale.TT;
            case "UTC", "Z" -> TimeScale.UTC;
            case "TAI" -> TimeScale.TAI;
            case "GPS" -> TimeScale.GPS;
            default ->
                throw fault(
                        start,
                        "\"" + text.substring(start, at)
                                + "\" is no time scale known here; there are TDB, TT, UTC (or Z), TAI and GPS");
        };
    }
}
