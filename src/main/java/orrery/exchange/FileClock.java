package orrery.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;
import orrery.time.CalendarDate;
import orrery.time.DateFormatException;
import orrery.time.Dates;
import orrery.time.LeapSeconds;
import orrery.time.TerrestrialTime;
import orrery.time.TimeScale;

/**
 * The clock of a file's dates: the scales of {@link TimeScale}, and the coordinate times TCB and TCG, which run at
 * different rates (IAU 2006 resolution B3; IAU 2000 resolution B1.9). Immutable.
 */
enum FileClock {
    TDB(TimeScale.TDB),
    TT(TimeScale.TT),
    UTC(TimeScale.UTC),
    TAI(TimeScale.TAI),
    GPS(TimeScale.GPS),
    TCB(TimeScale.TDB) {
        @Override
        double toEt(double reading) {
            return reading - L_B * (reading - TCB_0) + TDB_0;
        }
    },
    TCG(TimeScale.TDB) {
        @Override
        double toEt(double reading) {
            return TerrestrialTime.toTdb(reading - L_G * (reading - TCB_0));
        }
    };

    private static final double L_B = 1.550519768e-8;
    private static final double L_G = 6.969290134e-10;
    private static final double TDB_0 = -6.55e-5;
    /** 1977-01-01T00:00:32.184, where these clocks agreed: JD 2443144.5003725. */
    private static final double TCB_0 = -8400.5 * Constants.DAY + 32.184;

    /** TT minus TAI, 32.184 s, in two parts; TAI minus GPS time, s. */
    private static final double TT_WHOLE = 32;

    private static final double TT_FRACTION = 0.184;
    private static final double GPS_SECONDS = 19;

    /** Over this many seconds, a difference quotient is the derivative of a term with a period of a year. */
    private static final double RATE_STEP = 1000;

    private static final int LEAST = "2000-01-01T00:00:00".length();

    private final TimeScale scale;

    FileClock(TimeScale scale) {
        this.scale = scale;
    }

    /** By the name in a file; {@code ET} and {@code TDT} are older names of TDB and TT. */
    static Optional<FileClock> of(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "TDB", "ET", "TEPH" -> Optional.of(TDB);
            case "TT", "TDT" -> Optional.of(TT);
            case "UTC", "Z", "UT", "UTCG" -> Optional.of(UTC);
            case "TAI" -> Optional.of(TAI);
            case "GPS" -> Optional.of(GPS);
            case "TCB" -> Optional.of(TCB);
            case "TCG" -> Optional.of(TCG);
            default -> Optional.empty();
        };
    }

    static List<String> names() {
        return List.of("UTC", "TAI", "TT", "TDB", "GPS", "TCB", "TCG");
    }

    /** The epoch of a reading that was parsed in this clock's base scale. */
    double toEt(double reading) {
        return reading;
    }

    TimeScale scale() {
        return scale;
    }

    /**
     * An epoch, and the part of it that a double cannot represent: since 2017 a double of TDB seconds is good to 0.06
     * microseconds, in which a satellite moves half a millimeter.
     *
     * @param et TDB seconds past J2000
     * @param rest how much later the date is, s
     * @param rate how many seconds of the file's clock pass per second of TDB: velocities are per second of one or the
     * other, which differ by up to 2.5 micrometers per second for a satellite
     */
    record Moment(double et, double rest, double rate) {
        /** As exact as a double, in TDB. */
        static Moment of(double et) {
            return new Moment(et, 0, 1);
        }
    }

    /**
     * Parses a date, {@code 2026-11-22T12:34:56.789}, {@code 2026-326T12:34:56.789}, with or without a {@code Z}, and
     * whatever else {@link Dates} accepts.
     *
     * @throws DateFormatException if it is not a date
     */
    Moment parse(String text) {
        String date = text.endsWith("Z") && this == UTC ? text.substring(0, text.length() - 1) : text;
        Moment quick = quick(date);
        return quick != null ? quick : moment(toEt(Dates.parse(date + " " + scale.name())), 0);
    }

    /** The form of nearly all dates, millions in one file; null for any other. */
    private @Nullable Moment quick(String date) {
        if (date.length() < LEAST
                || date.charAt(4) != '-'
                || date.charAt(7) != '-'
                || (date.charAt(10) != 'T' && date.charAt(10) != ' ')
                || date.charAt(13) != ':'
                || date.charAt(16) != ':'
                || (date.length() > LEAST && date.charAt(19) != '.')
                || date.length() > LEAST + 16) {
            return null;
        }
        int year = digits(date, 0, 4);
        int month = digits(date, 5, 7);
        int day = digits(date, 8, 10);
        int hour = digits(date, 11, 13);
        int minute = digits(date, 14, 16);
        int second = digits(date, 17, 19);
        if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) {
            return null;
        }
        double fraction = 0;
        if (date.length() > LEAST) {
            if (digits(date, LEAST + 1, Math.min(date.length(), LEAST + 10)) < 0) {
                return null;
            }
            for (int i = LEAST + 10; i < date.length(); i++) {
                if (digits(date, i, i + 1) < 0) {
                    return null;
                }
            }
            // The whole seconds and the fraction together, as a decimal parser would round them.
            fraction = Double.parseDouble(date.substring(17)) - second;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            double ofDay = hour * 3600.0 + minute * 60.0;
            double et = toEt(new CalendarDate(scale, year, month, day, ofDay + (second + fraction)).toEt());
            double midnight = new CalendarDate(TimeScale.TDB, year, month, day, 0).toEt();
            return moment(et, rest(et, midnight, ofDay + second, fraction));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** For an epoch that is not a calendar date. */
    Moment at(double et) {
        return moment(et, 0);
    }

    private Moment moment(double et, double rest) {
        return new Moment(et, rest, rate(et));
    }

    /** Seconds of this clock per second of TDB; 1 for TCB and TCG, because their lengths are used unscaled, too. */
    double rate(double et) {
        return switch (this) {
            case TDB, TCB, TCG -> 1;
            default ->
                1
                        - (TerrestrialTime.tdbMinusTt(et + RATE_STEP) - TerrestrialTime.tdbMinusTt(et - RATE_STEP))
                                / (2 * RATE_STEP);
        };
    }

    /**
     * The rounding error: whole seconds are exact in a double, and the rest is small.
     *
     * @param midnight of the day, read as TDB
     * @param whole seconds of the day
     * @param fraction of a second
     */
    private double rest(double et, double midnight, double whole, double fraction) {
        double seconds;
        double small = fraction + TerrestrialTime.tdbMinusTt(et);
        switch (this) {
            case TDB -> {
                seconds = 0;
                small = fraction;
            }
            case TT -> seconds = 0;
            case TAI -> {
                seconds = TT_WHOLE;
                small += TT_FRACTION;
            }
            case GPS -> {
                seconds = TT_WHOLE + GPS_SECONDS;
                small += TT_FRACTION;
            }
            case UTC -> {
                long day = Math.round((midnight + Constants.DAY / 2) / Constants.DAY);
                seconds = TT_WHOLE + LeapSeconds.taiMinusUtc(day);
                small += TT_FRACTION;
            }
            default -> {
                return 0;
            }
        }
        double floor = Math.floor(et);
        return (midnight + whole + seconds - floor) + (small - (et - floor));
    }

    /** A number of digits only, or -1. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return from == to ? -1 : value;
    }
}
