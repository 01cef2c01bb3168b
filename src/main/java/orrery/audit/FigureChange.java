package orrery.audit;

import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * One figure of two ledgers, and whether it is another or the same but for noise.
 *
 * @param name the figure's
 * @param unit its unit, or empty
 * @param before what the first ledger has of it, if anything
 * @param after what the second has
 * @param interval between which the true change lies, relative to the first ledger's mean; where both were repeated
 * @param kind what that amounts to
 */
public record FigureChange(
        String name,
        String unit,
        Optional<Repeated> before,
        Optional<Repeated> after,
        Optional<Interval> interval,
        Kind kind) {
    /** A change of less is none that matters: from one process to the next the compiler alone makes as much. */
    public static final double LEAST = 0.05;

    /** What a pair of figures amounts to. */
    public enum Kind {
        /** The numbers of all cycles are the same number. */
        SAME("same"),
        /** They differ by no more than they vary from cycle to cycle, or by less than matters. */
        NOISE("noise"),
        /** They differ by more. */
        CHANGED("changed"),
        /** At least one of them was measured once, so that nothing says what noise is. */
        NOT_REPEATED("not-repeated"),
        /** Only one ledger has it. */
        ONE_SIDED("one-sided");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** As it stands in JSON. */
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

    /** Mean, standard deviation and number of what was measured. */
    public record Repeated(double mean, double deviation, int count) {
        static Repeated of(double[] numbers) {
            double sum = 0;
            for (double number : numbers) {
                sum += number;
            }
            double mean = sum / numbers.length;
            double squares = 0;
            for (double number : numbers) {
                squares += (number - mean) * (number - mean);
            }
            return new Repeated(
                    mean, numbers.length < 2 ? 0 : StrictMath.sqrt(squares / (numbers.length - 1)), numbers.length);
        }

        private double varianceOfMean() {
            return deviation * deviation / count;
        }
    }

    /**
     * Judges a pair by the unequal-variances t interval (Welch, Biometrika 34, 1947) of the difference of its means.
     *
     * @param doubt the probability that noise alone is taken for a change
     */
    static FigureChange of(
            String name, String unit, Optional<Repeated> before, Optional<Repeated> after, double doubt) {
        if (before.isEmpty() || after.isEmpty()) {
            return new FigureChange(name, unit, before, after, Optional.empty(), Kind.ONE_SIDED);
        }
        Repeated a = before.get();
        Repeated b = after.get();
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

    private static double halfWidth(Repeated a, Repeated b, double doubt) {
        double va = a.varianceOfMean();
        double vb = b.varianceOfMean();
        if (va + vb == 0) {
            return 0;
        }
        double freedom = (va + vb) * (va + vb) / (va * va / (a.count - 1) + vb * vb / (b.count - 1));
        return new TDistribution(freedom).inverseCumulativeProbability(1 - doubt / 2) * StrictMath.sqrt(va + vb);
    }

    /** The change of the mean relative to the first ledger's; empty where there is none to tell. */
    public Optional<Double> change() {
        return before.flatMap(
                a -> after.filter(b -> a.mean() != 0).map(b -> (b.mean() - a.mean()) / Math.abs(a.mean())));
    }

    /** Whether the change is for the worse, as far as its unit tells: fewer a second, or more time or memory. */
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
