package orrery.time;

/**
 * An epoch as fields of the proleptic Gregorian calendar in one scale. Used for steps of a month or a year, which have
 * no fixed number of seconds. Immutable.
 *
 * @param scale the time scale of the fields
 * @param year astronomical: 0 is 1 BC
 * @param month 1 to 12
 * @param day 1 to 31, valid for its month
 * @param secondOfDay seconds since midnight in the scale: [0, 86400), or up to 86401 on a UTC day with a leap
 *     second
 */
public record CalendarDate(TimeScale scale, long year, int month, int day, double secondOfDay) {
    /**
     * Checks the fields.
     *
     * @throws IllegalArgumentException if the date does not exist
     */
    public CalendarDate {
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("month " + month + ": months run 1 to 12");
        }
        if (day < 1 || day > Gregorian.lengthOfMonth(year, month)) {
            throw new IllegalArgumentException("day " + day + ": month " + month + " of " + year + " has days 1 to "
                    + Gregorian.lengthOfMonth(year, month));
        }
        if (!(secondOfDay >= 0 && secondOfDay < scale.lengthOfDay(Gregorian.day(year, month, day)))) {
            throw new IllegalArgumentException("second " + secondOfDay + " is not in that day");
        }
    }

    /**
     * Returns the date of an epoch.
     *
     * @param et TDB seconds past J2000, within about a million years of it
     * @param scale the time scale of the date
     * @return the fields
     */
    public static CalendarDate of(double et, TimeScale scale) {
        long day = scale.dayOf(et);
        long date = Gregorian.date(day);
        // TT and TAI are rounded once more than their day was: keep the second within the day.
        double second = Math.clamp(scale.secondOfDay(et, day), 0, Math.nextDown((double) scale.lengthOfDay(day)));
        return new CalendarDate(
                scale, Gregorian.yearOf(date), Gregorian.monthOf(date), Gregorian.dayOfMonthOf(date), second);
    }

    /** {@return the epoch of this date, TDB seconds past J2000} */
    public double toEt() {
        return scale.toEt(Gregorian.day(year, month, day), secondOfDay);
    }

    /** {@return the day of the year, from 1} */
    public int dayOfYear() {
        return (int) (Gregorian.day(year, month, day) - Gregorian.day(year, 1, 1)) + 1;
    }

    /**
     * Moves the date by months, to the same day and time of day, or to the last day of a shorter month.
     *
     * @param months how many, negative for earlier
     * @return the later or earlier date
     */
    public CalendarDate plusMonths(long months) {
        long count = year * 12 + (month - 1) + months;
        long newYear = Math.floorDiv(count, 12L);
        int newMonth = Math.floorMod(count, 12) + 1;
        return at(newYear, newMonth, Math.min(day, Gregorian.lengthOfMonth(newYear, newMonth)));
    }

    /**
     * Moves the date by years; from 29 February to the 28th if the year has no such day.
     *
     * @param years how many, negative for earlier
     * @return the later or earlier date
     */
    public CalendarDate plusYears(long years) {
        return plusMonths(years * 12);
    }

    /**
     * Moves the date by days, to the same time of day.
     *
     * @param days how many, negative for earlier
     * @return the later or earlier date
     */
    public CalendarDate plusDays(long days) {
        long date = Gregorian.date(Gregorian.day(year, month, day) + days);
        return at(Gregorian.yearOf(date), Gregorian.monthOf(date), Gregorian.dayOfMonthOf(date));
    }

    /** A time in a leap second stays at the end of its new day, limited by the length of that day. */
    private CalendarDate at(long newYear, int newMonth, int newDay) {
        double end = scale.lengthOfDay(Gregorian.day(newYear, newMonth, newDay));
        return new CalendarDate(scale, newYear, newMonth, newDay, Math.min(secondOfDay, Math.nextDown(end)));
    }
}
