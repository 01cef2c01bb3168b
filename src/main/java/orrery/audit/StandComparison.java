package orrery.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import orrery.math.Constants;
import orrery.stand.ReaderEnd;
import orrery.stand.StandAnswers;

/**
 * Claim A4 for an external reader: its single-threaded answers against our own reader's, in units in the last place of
 * each vector's length. For use by one thread.
 */
final class StandComparison {
    private static final double POSITION = 1e-12;
    private static final double VELOCITY = 1e-10;
    /** An epoch converted to days and back is off by this many of its own last places. */
    private static final double EPOCH_ULPS = 2;
    /** A speed changes within a second by no more than this share: the innermost moon's, with a margin. */
    private static final double TURNING = 1e-3;

    private final StandReference reference;
    private final StandAnswers theirs;
    private long compared;
    private long equal;
    private long refusedByUs;
    private long refusedByThem;
    private int firstRefused = -1;
    private long notFinite;
    private double worst;
    private String first = "";
    private long wrong;

    StandComparison(StandReference reference) {
        this.reference = reference;
        this.theirs = reference.answers().orElseGet(() -> new StandAnswers(0));
    }

    Finding finding() {
        if (reference.answers().isEmpty()) {
            String words =
                    StandExam.capital("with one thread " + reference.run().words("A4")) + ".";
            return new Finding(
                    reference.run().end() instanceof ReaderEnd.Broken ? Verdict.REFUTED : Verdict.VOID,
                    words,
                    List.of());
        }
        double[] ulps = new double[theirs.size()];
        for (int i = 0; i < theirs.size(); i++) {
            if (Questions.isRefusal(reference.ours()[6 * i])) {
                refusedByUs++;
            } else if (theirs.isRefused(i)) {
                refusedByThem++;
                firstRefused = firstRefused < 0 ? i : firstRefused;
            } else {
                ulps[(int) compared] = compare(i);
                compared++;
            }
        }
        double[] sorted = Arrays.copyOf(ulps, (int) compared);
        Arrays.sort(sorted);
        Finding.Maker finding = new Finding.Maker()
                .figure("states compared", compared, "")
                .figure("of these equal to the bit", equal, "of " + compared)
                .figure("largest difference of a position", worst, "ulps of its distance")
                .figure(
                        "median difference of a position",
                        compared == 0 ? 0 : sorted[(int) compared / 2],
                        "ulps of its distance")
                .figure("of these not finite numbers", notFinite, "")
                .figure("refused by our reader, and not compared", refusedByUs, "")
                .figure("refused by this reader alone", refusedByThem, "");
        if (compared == 0) {
            return finding.gap("No query was answered by both readers.").make("");
        }
        finding.require(
                wrong == 0,
                String.format(Locale.ROOT, "%,d wrong states of %,d; the first: %s.", wrong, compared, first));
        String words =
                String.format(Locale.ROOT, "%,d of %,d states equal our own reader's bit for bit", equal, compared);
        String others = equal == compared
                ? "."
                : String.format(Locale.ROOT, ", the others are within %.3g ulps of the distance.", worst);
        return finding.make(words + others + refusals());
    }

    /** What the reader does not answer and ours does; empty if nothing. */
    private String refusals() {
        return refusedByThem == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " It refused %,d others that our reader answers; the first: %s, with \"%s\".",
                        refusedByThem,
                        reference.queries().words(firstRefused),
                        reference.run().firstRefusal());
    }

    private double compare(int i) {
        double[] off = new double[2];
        double[] size = new double[2];
        boolean same = true;
        boolean isFinite = true;
        for (int c = 0; c < 6; c++) {
            double ours = Double.longBitsToDouble(reference.ours()[6 * i + c]);
            double other = theirs.get(i, c);
            isFinite &= Double.isFinite(other);
            same &= Double.doubleToRawLongBits(ours) == Double.doubleToRawLongBits(other);
            off[c / 3] += (ours - other) * (ours - other);
            size[c / 3] += ours * ours;
        }
        equal += same ? 1 : 0;
        if (!isFinite) {
            notFinite++;
            wrong(reference.queries().words(i) + " is not a finite number");
            return 0;
        }
        double distance = Math.sqrt(size[0]);
        double speed = Math.sqrt(size[1]);
        double far = Math.sqrt(off[0]);
        double fast = Math.sqrt(off[1]);
        double epoch = EPOCH_ULPS * Math.ulp(reference.queries().epochs()[i] / Constants.DAY) * Constants.DAY;
        boolean right =
                far <= POSITION * distance + speed * epoch && fast <= VELOCITY * speed + TURNING * speed * epoch;
        if (!right) {
            wrong(String.format(
                    Locale.ROOT,
                    "%s is %.3g km off, of %.6g km",
                    reference.queries().words(i),
                    far,
                    distance));
        }
        double ulps = far / Math.ulp(Math.max(distance, Double.MIN_NORMAL));
        worst = Math.max(worst, ulps);
        return ulps;
    }

    private void wrong(String words) {
        first = wrong == 0 ? words : first;
        wrong++;
    }
}
