package orrery.time;

/**
 * A time scale in which people write dates. Internally, everything uses TDB.
 *
 * <p>The scales agree with SPICE's (Time Required Reading): TT is SPICE's TDT, and TDB its ET.
 */
public enum TimeScale {
    /** Barycentric Dynamical Time: the scale of the ephemerides, and of a date that names no scale. */
    TDB,

    /** Terrestrial Time: within 2 ms of TDB, by SPICE's formula (see {@link TerrestrialTime}). */
    TT {
        @Override
        double ofTdb(double et) {
            return TerrestrialTime.ofTdb(et);
        }

        @Override
        double toTdb(double seconds) {
            return TerrestrialTime.toTdb(seconds);
        }
    },

    /** Coordinated Universal Time, with the leap seconds of {@link LeapSeconds}. */
    UTC {
        @Override
        public long dayOf(double et) {
            return LeapSeconds.dayOfTai(AtomicTime.ofTdb(et));
        }

        @Override
        public double secondOfDay(double et, long day) {
            return AtomicTime.ofTdb(et) - LeapSeconds.taiAtStartOf(day);
        }

        @Override
        public double toEt(long day, double secondOfDay) {
            return AtomicTime.toTdb(LeapSeconds.taiOf(day, secondOfDay));
        }

        @Override
        public int lengthOfDay(long day) {
            return (int) Gregorian.SECONDS_PER_DAY + (LeapSeconds.endsWithLeapSecond(day) ? 1 : 0);
        }
    },

    /**
     * International Atomic Time: TT minus 32.184 s. UTC is behind it by the whole number of seconds in {@link
     * LeapSeconds}.
     */
    TAI {
        @Override
        double ofTdb(double et) {
            return AtomicTime.ofTdb(et);
        }

        @Override
        double toTdb(double seconds) {
            return AtomicTime.toTdb(seconds);
        }
    },

    /** The time of the Global Positioning System: TAI minus 19 s, as UTC was on 1980-01-06 (IS-GPS-200, 3.3.4). */
    GPS {
        @Override
        double ofTdb(double et) {
            return AtomicTime.ofTdb(et) - TAI_MINUS_GPS;
        }

        @Override
        double toTdb(double seconds) {
            return AtomicTime.toTdb(seconds + TAI_MINUS_GPS);
        }
    };

    private static final double TAI_MINUS_GPS = 19;

    /**
     * Returns the calendar day of this scale that contains an epoch.
     *
     * @param et TDB seconds past J2000, finite
     * @return days since 2000-01-01 of this scale, negative before
     */
    public long dayOf(double et) {
        return Gregorian.dayOfFormal(ofTdb(et));
    }

    /**
     * Returns how far an epoch is into a day of this scale.
     *
     * @param et TDB seconds past J2000, finite
     * @param day days since 2000-01-01, as returned by {@link #dayOf}
     * @return seconds since that day's midnight, in this scale
     */
    public double secondOfDay(double et, long day) {
        return ofTdb(et) - Gregorian.startOfDay(day);
    }

    /**
     * Returns the epoch of a clock reading, with the order of operations of SPICE's {@code STR2ET} ({@code TTRANS}), so
     * the bits are SPICE's.
     *
     * @param day days since 2000-01-01 of this scale
     * @param secondOfDay seconds since that day's midnight; in UTC, from 86400 within a leap second
     * @return TDB seconds past J2000
     */
    public double toEt(long day, double secondOfDay) {
        return toTdb(Gregorian.startOfDay(day) + secondOfDay);
    }

    /**
     * Returns the length of a day: 86400 s, or 86401 s for a UTC day that ends with a leap second.
     *
     * @param day days since 2000-01-01 of this scale
     * @return seconds
     */
    public int lengthOfDay(long day) {
        return (int) Gregorian.SECONDS_PER_DAY;
    }

    /** Seconds since 2000-01-01, 12:00 of a scale without leap seconds. */
    double ofTdb(double et) {
        return et;
    }

    /** The inverse of {@link #ofTdb}. */
    double toTdb(double seconds) {
        return seconds;
    }
}
