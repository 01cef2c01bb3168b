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
 * The clock that a file's dates are read on: the scales of {@link TimeScale}, and the coordinate times TCB and TCG, which
 * run at rates of their own (IAU 2006 resolution B3; IAU 2000 resolution B1.9). Immutable.
 */
enum Clock {
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
    /** 1977-01-01T00:00:32.184, where these clocks met: JD 2443144.5003725. */
    private static final double TCB_0 = -8400.5 * Constants.DAY + 32.184;

    /** TT less TAI, 32.184 s, in two parts; TAI less GPS time, s. */
    private static final double TT_WHOLE = 32;

    private static final double TT_FRACTION = 0.184;
    private static final double GPS_SECONDS = 19;

    /** A difference over so many seconds is the derivative of what has the period of a year. */
    private static final double RATE_STEP = 1000;

    private static final int LEAST = "2000-01-01T00:00:00".length();

    private final TimeScale scale;

    Clock(TimeScale scale) {
        this.scale = scale;
    }

    /** By the name that files give it; {@code ET} and {@code TDT} are older names of TDB and TT. */
    static Optional<Clock> of(String name) {
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

    /** The epoch of a reading that was taken as this clock's own scale. */
    double toEt(double reading) {
        return reading;
    }

    TimeScale scale() {
        return scale;
    }

    /** As {@link TimeScale#toEt}. */
    double toEt(long day, double secondOfDay) {
        return toEt(scale.toEt(day, secondOfDay));
    }

    /**
     * An epoch, and what a double could not hold of it: since 2017 a double of TDB seconds is good to 0.06 microseconds,
     * in which a satellite goes half a millimeter.
     *
     * @param et TDB seconds past J2000
     * @param rest how much later the date is, s
     * @param rate how many seconds the clock that was read counts in a second of TDB: velocities are per second of the
     *     one or the other, which is up to 2.5 micrometers a second for a satellite
     */
    record Moment(double et, double rest, double rate) {
        /** As exact as a double is, in TDB. */
        static Moment of(double et) {
            return new Moment(et, 0, 1);
        }
    }

    /**
     * Reads a date, {@code 2026-11-22T12:34:56.789}, {@code 2026-326T12:34:56.789}, with or without a {@code Z}, and what
     * else {@link Dates} knows.
     *
     * @throws DateFormatException if it is none
     */
    Moment parse(String text) {
        String date = text.endsWith("Z") && this == UTC ? text.substring(0, text.length() - 1) : text;
        Moment quick = quick(date);
        return quick != null ? quick : moment(toEt(Dates.parse(date + " " + scale.name())), 0);
    }

    /** What nearly all dates look like, millions in one file; null for any other. */
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
            // The whole seconds and the fraction together, as a reader of decimals would round them.
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

    /** Of an epoch that is no calendar date. */
    Moment at(double et) {
        return moment(et, 0);
    }

    private Moment moment(double et, double rest) {
        return new Moment(et, rest, rate(et));
    }

    /** Seconds of this clock in a second of TDB; of TCB and TCG 1, as their lengths are taken as they are, too. */
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
     * What was rounded off: whole seconds are exact in a double, and the rest is small.
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
