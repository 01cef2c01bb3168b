package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.TextAlignment;
import orrery.math.Constants;
import orrery.time.CalendarDate;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/** Round dates on a time axis. Immutable values. */
public final class DateTicks {
    /** Space for 2031, for 2031-01-02, and for 2031-01-02 12:00, with gaps. */
    private static final double YEAR_PIXELS = 44;

    private static final double DAY_PIXELS = 90;
    private static final double HOUR_PIXELS = 116;
    /** In a shorter span the day alone does not identify an epoch. */
    private static final double FEW_DAYS = 30 * Constants.DAY;

    private static final EpochFormat DATE = EpochFormat.days(TimeScale.TDB).unlabeled();
    private static final EpochFormat MINUTE =
            EpochFormat.minutes(TimeScale.TDB).spaced().unlabeled();

    /**
     * One tick.
     *
     * @param et TDB seconds past J2000
     * @param label as short as is unambiguous
     */
    public record Tick(double et, String label) {}

    private DateTicks() {}

    /** At most {@code most} round dates within a span. */
    public static List<Tick> of(double from, double to, int most) {
        double span = to - from;
        if (!(span > 0) || most < 1) {
            return List.of();
        }
        double years = span / Constants.JULIAN_YEAR / most;
        return years > 0.9 ? years(from, to, years) : days(from, to, span / most);
    }

    /**
     * Round dates on an axis of the given length in pixels: as many as are readable; years may be closer to each other
     * than days.
     */
    public static List<Tick> along(double from, double to, double pixels) {
        int years = (int) Math.max(2, pixels / YEAR_PIXELS);
        int days = (int) Math.max(2, pixels / DAY_PIXELS);
        boolean inHours = (to - from) / days < Constants.DAY;
        boolean inYears = (to - from) / Constants.JULIAN_YEAR / years > 0.9;
        return of(from, to, inYears ? years : inHours ? (int) Math.max(2, pixels / HOUR_PIXELS) : days);
    }

    /** Draws the dates of an axis under the height where it lies. */
    public static void below(Ink ink, ChartAxis across, double y) {
        for (Tick tick : along(across.low(), across.high(), across.length())) {
            double x = across.pixel(tick.et());
            ink.hairline(x, y, x, y + 4, ink.palette().line());
            ink.text(
                    tick.label(), x, y + 13, TextAlignment.CENTER, ink.palette().muted());
        }
    }

    /** An epoch within a span: its day or, in a short span, its minute. */
    public static String text(double et, double span) {
        return span < FEW_DAYS ? MINUTE.format(et) : DATE.format(et);
    }

    /**
     * The first days of years within a span.
     *
     * @param least least number of years between two ticks; the next 1, 2 or 5 times a power of ten is used
     */
    public static List<Tick> years(double from, double to, double least) {
        int step = nice(least);
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(2000 + from / Constants.JULIAN_YEAR) - 1;
        int last = (int) Math.ceil(2000 + to / Constants.JULIAN_YEAR) + 1;
        for (int year = Math.floorDiv(first, step) * step; year <= last; year += step) {
            double et = new CalendarDate(TimeScale.TDB, year, 1, 1, 0).toEt();
            if (et >= from && et <= to) {
                ticks.add(new Tick(et, Integer.toString(year)));
            }
        }
        return ticks;
    }

    private static List<Tick> days(double from, double to, double wanted) {
        double[] steps = {
            60,
            600,
            3600,
            10_800,
            21_600,
            43_200,
            Constants.DAY,
            2 * Constants.DAY,
            5 * Constants.DAY,
            10 * Constants.DAY,
            30 * Constants.DAY,
            100 * Constants.DAY,
            200 * Constants.DAY
        };
        double step = steps[steps.length - 1];
        for (int i = steps.length - 1; i >= 0; i--) {
            step = steps[i] >= wanted ? steps[i] : step;
        }
        List<Tick> ticks = new ArrayList<>();
        // Days begin at midnight, half a day before and after J2000.
        for (double et = Math.ceil((from - Constants.DAY / 2) / step) * step + Constants.DAY / 2;
                et <= to;
                et += step) {
            ticks.add(new Tick(et, step >= Constants.DAY ? DATE.format(et) : MINUTE.format(et)));
        }
        return ticks;
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
