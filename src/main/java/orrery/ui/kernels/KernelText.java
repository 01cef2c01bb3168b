package orrery.ui.kernels;

import java.util.Locale;
import orrery.ephemeris.Bodies;
import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/** Numbers, bodies and epochs in the notation of this tab. Stateless. */
final class KernelText {
    private static final EpochFormat DAY = EpochFormat.days(TimeScale.TDB).unlabeled();
    /** Seconds in 900,000 years: within the range of calendar dates. */
    private static final double CALENDAR = 2.8e13;

    private static final double LONG_GRANULE = 1000 * Constants.DAY;

    private KernelText() {}

    /** The day of an epoch, or a dash if there is none. */
    static String day(double et) {
        if (Double.isNaN(et)) {
            return "–";
        }
        // A hostile file may promise any epoch; beyond the calendar it is shown as a number.
        return Math.abs(et) > CALENDAR ? String.format(Locale.ROOT, "et %.3g", et) : DAY.format(et);
    }

    /** A body's name and number; the usual letters for the two barycenters in every planetary kernel. */
    static String body(int id, Words words) {
        if (id == NaifIds.SOLAR_SYSTEM_BARYCENTER || id == NaifIds.EARTH_BARYCENTER) {
            return words.get(id == NaifIds.SOLAR_SYSTEM_BARYCENTER ? "kernels.ssb" : "kernels.emb");
        }
        String name = Bodies.name(Bodies.planetOf(id).orElse(id));
        String number = Integer.toString(id);
        return name.equals(number) ? number : name + "\u2009·\u2009" + id;
    }

    /** The number of bodies, in words. */
    static String bodies(int count, Words words) {
        return words.count(count, "kernels.bodies", grouped(count));
    }

    /** 18.9 MB, 8.2 kB. */
    static String size(double bytes) {
        if (bytes >= 1e9) {
            return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
        }
        return bytes >= 1e6
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }

    /** As {@link #size(double)}. */
    static String size(long bytes) {
        return size((double) bytes);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The length of a granule. */
    static String granule(double seconds) {
        if (Double.isNaN(seconds)) {
            return "–";
        }
        if (seconds >= LONG_GRANULE) {
            return grouped(Math.round(seconds / Constants.DAY)) + " d";
        }
        return seconds >= Constants.DAY
                ? String.format(Locale.ROOT, "%.4g d", seconds / Constants.DAY)
                : String.format(Locale.ROOT, "%.4g s", seconds);
    }

    /** A distance in km, in a suitable unit. */
    static String km(double km) {
        double size = Math.abs(km);
        if (Double.isNaN(km)) {
            return "–";
        }
        if (size == 0) {
            return "0 km";
        }
        if (size >= 1) {
            return String.format(Locale.ROOT, size >= 1e6 ? "%.3e km" : size >= 1000 ? "%,.0f km" : "%.4g km", km);
        }
        if (size >= 1e-6) {
            return size >= 1e-3
                    ? String.format(Locale.ROOT, "%.3g m", km * 1e3)
                    : String.format(Locale.ROOT, "%.3g mm", km * 1e6);
        }
        return size >= 1e-9
                ? String.format(Locale.ROOT, "%.3g µm", km * 1e9)
                : String.format(Locale.ROOT, size >= 1e-13 ? "%.3g nm" : "%.1e nm", km * 1e12);
    }

    /** An angle in milliarcseconds; a thousandth and a millionth have their own units. */
    static String mas(double mas) {
        if (Double.isNaN(mas)) {
            return "–";
        }
        if (mas == 0) {
            return "0 mas";
        }
        if (mas >= 0.01) {
            return String.format(Locale.ROOT, mas >= 1e5 ? "%.3e mas" : mas >= 999.5 ? "%,.0f mas" : "%.3g mas", mas);
        }
        return mas >= 1e-5
                ? String.format(Locale.ROOT, "%.3g µas", mas * 1e3)
                : String.format(Locale.ROOT, mas >= 1e-10 ? "%.3g nas" : "%.1e nas", mas * 1e6);
    }
}
