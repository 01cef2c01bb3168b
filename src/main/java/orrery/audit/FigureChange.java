package orrery.audit;

import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * One figure of two ledgers, and whether it differs by more than noise.
 *
 * @param name name of the figure
 * @param unit unit, or empty
 * @param before its value in the first ledger, if present
 * @param after its value in the second ledger, if present
 * @param interval bounds of the true change, relative to the first ledger's mean, if both were repeated
 * @param kind the kind of change
 */
public record FigureChange(
        String name,
        String unit,
        Optional<Spread> before,
        Optional<Spread> after,
        Optional<Interval> interval,
        Kind kind) {
    /** A smaller change does not matter: the compiler alone causes as much from one process to the next. */
    public static final double LEAST = 0.05;

    /** The kinds of change. */
    public enum Kind {
        /** The numbers of all cycles are equal. */
        SAME("same"),
        /** They differ by no more than they vary between cycles, or by too little to matter. */
        NOISE("noise"),
        /** They differ by more. */
        CHANGED("changed"),
        /** At least one of them was measured once, so the noise is unknown. */
        NOT_REPEATED("not-repeated"),
        /** Only one ledger has it. */
        ONE_SIDED("one-sided");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** Its name in JSON. */
        public String wireName() {
            return wireName;
        }
    }

    /** The bounds of a relative change: 0.1 is a tenth more than before. */
    public record Interval(double from, double to) {
        /** As shown. */
        public String words() {
            return String.format(Locale.ROOT, "%+.1f to %+.1f %%", 100 * from, 100 * to);
        }
    }

    /** Mean, standard deviation and count of the measurements. */
    public record Spread(double mean, double deviation, int count) {
        static Spread of(double[] numbers) {
            double sum = 0;
            for (double number : numbers) {
                sum += number;
            }
            double mean = sum / numbers.length;
            double squares = 0;
            for (double number : numbers) {
                squares += (number - mean) * (number - mean);
            }
            return new Spread(
                    mean, numbers.length < 2 ? 0 : StrictMath.sqrt(squares / (numbers.length - 1)), numbers.length);
        }

        private double varianceOfMean() {
            return deviation * deviation / count;
        }
    }

    /**
     * Judges a pair by the unequal-variances t interval (Welch, Biometrika 34, 1947) of the difference of the means.
     *
     * @param doubt the probability of taking noise for a change
     */
    static FigureChange of(String name, String unit, Optional<Spread> before, Optional<Spread> after, double doubt) {
        if (before.isEmpty() || after.isEmpty()) {
            return new FigureChange(name, unit, before, after, Optional.empty(), Kind.ONE_SIDED);
        }
        Spread a = before.get();
        Spread b = after.get();
        if (a.mean == b.mean && a.deviation == 0 && b.deviation == 0) {
            return new FigureChange(name, unit, before, after, Optional.empty(), Kind.SAME);
        }
        if (a.count < 2 || b.count < 2) {
            return new FigureChange(name, unit, before, after, Optional.empty(), Kind.NOT_REPEATED);
        }
        double half = halfWidth(a, b, doubt);
        double change = b.mean - a.mean;
        double scale = Math.abs(a.mean) > 0 ? Math.abs(a.mean) : Math.max(Math.abs(b.mean), Double.MIN_NORMAL);
        Interval interval = new Interval((change - half) / scale, (change + half) / scale);
        boolean changed = Math.abs(change) > half && Math.abs(change) > LEAST * scale;
        return new FigureChange(name, unit, before, after, Optional.of(interval), changed ? Kind.CHANGED : Kind.NOISE);
    }

    private static double halfWidth(Spread a, Spread b, double doubt) {
        double va = a.varianceOfMean();
        double vb = b.varianceOfMean();
        if (va + vb == 0) {
            return 0;
        }
        double freedom = (va + vb) * (va + vb) / (va * va / (a.count - 1) + vb * vb / (b.count - 1));
        return new TDistribution(freedom).inverseCumulativeProbability(1 - doubt / 2) * StrictMath.sqrt(va + vb);
    }

    /** The change of the mean relative to the first ledger's; empty if unknown. */
    public Optional<Double> change() {
        return before.flatMap(
                a -> after.filter(b -> a.mean() != 0).map(b -> (b.mean() - a.mean()) / Math.abs(a.mean())));
    }

    /** Whether the change is for the worse, as far as the unit tells: a lower rate, or more time or memory. */
    public boolean isWorse() {
        double change = change().orElse(0.0);
        return kind == Kind.CHANGED
                && switch (unit) {
                    case "1/s" -> change < 0;
                    case "s", "ms", "ns", "B", "bytes" -> change > 0;
                    default -> false;
                };
    }
}
