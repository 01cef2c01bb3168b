package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import orrery.time.CalendarDate;
import orrery.time.DateFormat;
import orrery.time.TimeScale;

/** Round dates on an axis of time. Immutable values. */
final class Ticks {
    private static final double YEAR = 365.25 * 86_400;
    private static final double DAY = 86_400;
    private static final DateFormat DATE = DateFormat.days(TimeScale.TDB).unlabelled();
    private static final DateFormat MINUTE =
            DateFormat.minutes(TimeScale.TDB).spaced().unlabelled();

    /**
     * One of them.
     *
     * @param et TDB seconds past J2000
     * @param label as short as tells it
     */
    record Tick(double et, String label) {}

    private Ticks() {}

    /** At most {@code most} round dates within a span. */
    static List<Tick> of(double from, double to, int most) {
        double span = to - from;
        if (!(span > 0) || most < 1) {
            return List.of();
        }
        double years = span / YEAR / most;
        return years > 0.9 ? years(from, to, nice(years)) : days(from, to, span / most);
    }

    private static List<Tick> years(double from, double to, int step) {
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(2000 + from / YEAR) - 1;
        int last = (int) Math.ceil(2000 + to / YEAR) + 1;
        for (int year = Math.floorDiv(first, step) * step; year <= last; year += step) {
            double et = january(year);
            if (et >= from && et <= to) {
                ticks.add(new Tick(et, Integer.toString(year)));
            }
        }
        return ticks;
    }

    private static List<Tick> days(double from, double to, double wanted) {
        double[] steps = {60, 600, 3600, 21_600, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY, 100 * DAY, 200 * DAY};
        double step = steps[steps.length - 1];
        for (int i = steps.length - 1; i >= 0; i--) {
            step = steps[i] >= wanted ? steps[i] : step;
        }
        List<Tick> ticks = new ArrayList<>();
        // Days begin at midnight, half a day before and after J2000.
        for (double et = Math.ceil((from - DAY / 2) / step) * step + DAY / 2; et <= to; et += step) {
            ticks.add(new Tick(et, step >= DAY ? DATE.format(et) : MINUTE.format(et)));
        }
        return ticks;
    }

    private static double january(int year) {
        return new CalendarDate(TimeScale.TDB, year, 1, 1, 0).toEt();
    }

    private static int nice(double years) {
        int power = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * power >= years) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }
}
