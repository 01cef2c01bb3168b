package orrery.ui.shell;

import java.util.Locale;
import orrery.math.Constants;
import orrery.service.SkyClock;
import orrery.ui.fx.Words;

/** A rate of time in words. */
final class RateText {
    private RateText() {}

    /** Such as "1 day / s", or "Real time". */
    static String words(double rate, Words words) {
        double size = Math.abs(rate);
        String text;
        if (size == 1) {
            text = words.get("rate.real");
        } else if (size < SkyClock.MINUTE) {
            text = words.get("rate.seconds", number(size));
        } else if (size < SkyClock.HOUR) {
            text = words.get("rate.minutes", number(size / SkyClock.MINUTE));
        } else if (size < Constants.DAY) {
            text = words.get("rate.hours", number(size / SkyClock.HOUR));
        } else {
            text = words.get(size == Constants.DAY ? "rate.day" : "rate.days", number(size / Constants.DAY));
        }
        return rate < 0 ? words.get("rate.back", text) : text;
    }

    /** Such as "x86,400". */
    static String factor(double rate, Words words) {
        String size = number(Math.abs(rate));
        return words.get("rate.factor", rate < 0 ? words.get("rate.back", size) : size);
    }

    /** Such as "x3,600 · 0.0417 d / s": the factor, and the same in days if the words use a smaller unit. */
    static String both(double rate, Words words) {
        double size = Math.abs(rate);
        String factor = factor(rate, words);
        if (size >= Constants.DAY) {
            return factor;
        }
        String days = words.get("rate.days.short", number(size / Constants.DAY));
        return words.get("rate.both", factor, rate < 0 ? words.get("rate.back", days) : days);
    }

    private static String number(double value) {
        long whole = Math.round(value);
        return Math.abs(value - whole) < 1e-9 * value
                ? String.format(Locale.ROOT, "%,d", whole)
                : value < 1e-4
                        ? String.format(Locale.ROOT, "%.1e", value)
                        : String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%,.3g", value);
    }
}
