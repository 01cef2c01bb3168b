package orrery.service;

import orrery.math.Constants;
import orrery.time.CalendarDate;
import orrery.time.TimeScale;

/** Single steps of time: by the clock, or by the calendar for months and years. */
public enum TimeStep {
    MINUTE,
    HOUR,
    DAY,
    MONTH,
    YEAR;

    /**
     * The epoch one step later.
     *
     * @param et TDB seconds past J2000
     * @param count number of steps, negative for earlier
     * @return TDB seconds past J2000
     */
    public double from(double et, int count) {
        return switch (this) {
            case MINUTE -> et + count * SkyClock.MINUTE;
            case HOUR -> et + count * SkyClock.HOUR;
            case DAY -> et + count * Constants.DAY;
            case MONTH -> CalendarDate.of(et, TimeScale.TDB).plusMonths(count).toEt();
            case YEAR -> CalendarDate.of(et, TimeScale.TDB).plusYears(count).toEt();
        };
    }

    /** The next longer step; the shortest after the longest. */
    public TimeStep next() {
        return switch (this) {
            case MINUTE -> HOUR;
            case HOUR -> DAY;
            case DAY -> MONTH;
            case MONTH -> YEAR;
            case YEAR -> MINUTE;
        };
    }
}
