package orrery.time;

import orrery.math.Constants;

/**
 * The proleptic Gregorian calendar, with a year 0 as in ISO 8601 and SPICE: conversion to and from days since
 * 2000-01-01.
 *
 * <p>The method uses years that begin on 1 March, so the leap day comes last, and eras of 400 such years, each with
 * 146097 days (Richards, Explanatory Supplement to the Astronomical Almanac, 3rd ed., 15.11).
 */
final class Gregorian {
    static final long SECONDS_PER_DAY = (long) Constants.DAY;

    private static final int DAYS_PER_ERA = 146_097;
    /** Days from 0000-03-01 to 2000-01-01. */
    private static final int MARCH_0_TO_2000 = 730_425;

    private Gregorian() {}

    /** Days since 2000-01-01 of a date; month 1..12, day 1..31. */
    static long day(long year, int month, int dayOfMonth) {
        long marchYear = month > 2 ? year : year - 1;
        long era = Math.floorDiv(marchYear, 400L);
        long yearOfEra = marchYear - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1;
        return era * DAYS_PER_ERA + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - MARCH_0_TO_2000;
    }

    /**
     * Year, month and day of a day since 2000-01-01, packed as {@code (year * 16 + month) * 32 + day} to avoid an
     * object.
     */
    static long date(long day) {
        long fromMarch = day + MARCH_0_TO_2000;
        long era = Math.floorDiv(fromMarch, (long) DAYS_PER_ERA);
        long dayOfEra = fromMarch - era * DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        return (year * 16 + month) * 32 + dayOfMonth;
    }

    static long yearOf(long date) {
        return date >> 9;
    }

    static int monthOf(long date) {
        return (int) (date >> 5) & 15;
    }

    static int dayOfMonthOf(long date) {
        return (int) date & 31;
    }

    static boolean isLeap(long year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int lengthOfYear(long year) {
        return isLeap(year) ? 366 : 365;
    }

    static int lengthOfMonth(long year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Seconds past 2000-01-01T12:00:00 at the midnight that begins a day, in a scale without leap seconds. */
    static double startOfDay(long day) {
        return day * SECONDS_PER_DAY - SECONDS_PER_DAY / 2;
    }

    /** The day since 2000-01-01 that contains a count of seconds past 2000-01-01T12:00:00, without leap seconds. */
    static long dayOfFormal(double seconds) {
        long day = (long) Math.floor((seconds + SECONDS_PER_DAY / 2) / SECONDS_PER_DAY);
        // The sum and the quotient may round up to the next midnight.
        return seconds < startOfDay(day) ? day - 1 : day;
    }
}
