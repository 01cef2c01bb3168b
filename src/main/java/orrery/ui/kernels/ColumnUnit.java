package orrery.ui.kernels;

import java.util.Locale;

/**
 * The one unit of a column or an axis, chosen by its greatest value: figures under each other are then compared at a
 * glance.
 *
 * @param name of the unit
 * @param factor how many of them a km, a km/s or a milliarcsecond is
 */
record ColumnUnit(String name, double factor) {
    /** The unit for lengths, of which the greatest is {@code most} km. */
    static ColumnUnit ofLength(double most) {
        double size = Math.abs(most);
        return size >= 1
                ? new ColumnUnit("km", 1)
                : size >= 1e-3
                        ? new ColumnUnit("m", 1e3)
                        : size >= 1e-6
                                ? new ColumnUnit("mm", 1e6)
                                : size >= 1e-9 ? new ColumnUnit("µm", 1e9) : new ColumnUnit("nm", 1e12);
    }

    /** The unit for speeds, of which the greatest is {@code most} km/s. */
    static ColumnUnit ofSpeed(double most) {
        ColumnUnit length = ofLength(most);
        return new ColumnUnit(length.name + "/s", length.factor);
    }

    /** The unit for angles, of which the greatest is {@code most} milliarcseconds. */
    static ColumnUnit ofAngle(double most) {
        return most >= 0.01
                ? new ColumnUnit("mas", 1)
                : most >= 1e-5 ? new ColumnUnit("µas", 1e3) : new ColumnUnit("nas", 1e6);
    }

    /** A value in this unit, in three figures. */
    String say(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double number = value * factor;
        double size = Math.abs(number);
        String digits = size == 0
                ? "0"
                : size >= 1e6 || size < 1e-5
                        ? String.format(Locale.ROOT, "%.2e", number)
                        : size >= 1000
                                ? String.format(Locale.ROOT, "%,.0f", number)
                                : String.format(Locale.ROOT, "%." + decimals(size) + "f", number);
        return digits + " " + name;
    }

    /** As many as leave three significant digits, without an exponent. */
    private static int decimals(double size) {
        return Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    }
}
