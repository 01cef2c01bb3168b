package orrery.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Queries;
import orrery.spk.KernelException;

/**
 * Numbered queries to an {@link Subject.Asker}, and the bits of their answers: each component's raw 64 bits or, for a
 * typed refusal, one pattern that identifies its type, so that refusals must repeat too.
 *
 * <p>Immutable and thread-safe; a query allocates nothing.
 */
abstract sealed class Questions {
    /** Number of epochs in a table. */
    private static final int EPOCHS = 16;

    /** Doubles in the longest answer, a table of states. */
    static final int WIDEST = 6 * EPOCHS;

    private static final long REFUSED = 0xFFF8_0000_0000_0000L;

    /** The mark that stands for a type of refusal, and its name for display. */
    private static final Map<Long, String> NAMES = new ConcurrentHashMap<>();

    private static final ClassValue<Double> MARKS = new ClassValue<>() {
        @Override
        protected Double computeValue(Class<?> type) {
            long bits = REFUSED | (type.getSimpleName().hashCode() & 0xFFFF_FFFFL);
            NAMES.put(bits, type.getSimpleName());
            return Double.longBitsToDouble(bits);
        }
    };

    private Questions() {}

    /** The geometric states of a plan. */
    static Questions states(Queries queries) {
        return new States(queries);
    }

    /** The apparent places of a plan's bodies: light time and aberration, with the light time in the answer too. */
    static Questions places(Queries queries, int observer, double shift) {
        return new Places(queries, observer, shift);
    }

    /**
     * Tables of a plan's bodies: the states of one body at several epochs, in one query.
     *
     * @param step interval between epochs, seconds; no epoch is after {@code end}
     */
    static Questions tables(Queries queries, double step, double end) {
        return new Tables(queries, step, end);
    }

    /** The number of queries. */
    abstract int size();

    /**
     * Those of them that have an answer.
     *
     * @param reference the answers to all, in order
     */
    final Questions answered(long[] reference) {
        int width = width();
        int[] which = IntStream.range(0, size())
                .filter(i -> !isRefusal(reference[i * width]))
                .toArray();
        return which.length == size() ? this : new Subset(this, which);
    }

    /** The answers to a subset of these, from the answers to all. */
    long[] referenceOf(Questions subset, long[] reference) {
        if (!(subset instanceof Subset chosen)) {
            return reference;
        }
        int width = width();
        long[] taken = new long[chosen.which.length * width];
        for (int i = 0; i < chosen.which.length; i++) {
            System.arraycopy(reference, chosen.which[i] * width, taken, i * width, width);
        }
        return taken;
    }

    /** The query after {@code i}, cyclically. */
    final int next(int i) {
        return i + 1 == size() ? 0 : i + 1;
    }

    /** Doubles per answer. */
    abstract int width();

    /** The kind of query, in words. */
    abstract String name();

    /** Runs one query and leaves its answer in the first {@link #width} doubles. */
    abstract void ask(Subject.Asker asker, int i, double[] out);

    /** The query in words. */
    abstract String words(int i);

    /** Runs a query and writes the bits of its answer. */
    final void bits(Subject.Asker asker, int i, double[] out, long[] into, int at) {
        try {
            ask(asker, i, out);
        } catch (KernelException e) {
            refuse(e, out);
        }
        write(out, into, at);
    }

    /**
     * Runs a query as a worker; a refusal is stored as the answer that stands for it.
     *
     * @return whether it was answered
     */
    final boolean ask(RoundWorker seat, Subject.Asker asker, int i, double[] out) {
        long start = seat.recorder.begin();
        try {
            ask(asker, i, out);
            seat.recorder.end(start);
            return true;
        } catch (KernelException e) {
            seat.recorder.fail(start);
            refuse(e, out);
            return false;
        }
    }

    /**
     * A worker's batch: runs query after query, cyclically, until the end of the window, and compares afterwards.
     *
     * @return the first query whose answer was not the one in {@code right}, or -1
     */
    final int firstWrong(RoundWorker seat, Subject.Asker asker, int first, int count, long[] right) {
        double[][] answers = seat.answers(count);
        int asked = 0;
        for (int i = first; asked < count && !seat.isOver(); i = next(i)) {
            ask(seat, asker, i, answers[asked++]);
        }
        int i = first;
        for (int k = 0; k < asked; k++) {
            if (!isRight(i, answers[k], right)) {
                return i;
            }
            i = next(i);
        }
        return -1;
    }

    final void write(double[] out, long[] into, int at) {
        for (int c = 0; c < width(); c++) {
            into[at + c] = Double.doubleToRawLongBits(out[c]);
        }
    }

    /** A refusal as an answer: a pattern that identifies its type, in each component. */
    final void refuse(KernelException e, double[] out) {
        Arrays.fill(out, 0, width(), MARKS.get(e.getClass()));
    }

    /** Whether an answer equals, bit for bit, that to query {@code i} in {@code right}. */
    final boolean isRight(int i, double[] answer, long[] right) {
        int width = width();
        long difference = 0;
        for (int c = 0; c < width; c++) {
            difference |= Double.doubleToRawLongBits(answer[c]) ^ right[i * width + c];
        }
        return difference == 0;
    }

    /** Whether bits are the mark of a refusal. */
    static boolean isRefusal(long bits) {
        return (bits & REFUSED) == REFUSED && (bits & 0xFFFF_FFFFL) != 0;
    }

    /** One component of an answer in words: its bits, or that the query was refused. */
    static String text(long bits) {
        return isRefusal(bits)
                ? "a refusal (" + NAMES.getOrDefault(bits, "of a type that was not seen here") + ")"
                : String.format(Locale.ROOT, "%016x", bits);
    }

    /** All answers, computed one after another by the calling thread. */
    final long[] answers(Subject.Asker asker) {
        long[] bits = new long[size() * width()];
        double[] out = new double[WIDEST];
        for (int i = 0; i < size(); i++) {
            bits(asker, i, out, bits, i * width());
        }
        return bits;
    }

    /** A subset of other queries. */
    private static final class Subset extends Questions {
        private final Questions all;
        private final int[] which;

        Subset(Questions all, int[] which) {
            this.all = all;
            this.which = which;
        }

        @Override
        int size() {
            return which.length;
        }

        @Override
        int width() {
            return all.width();
        }

        @Override
        String name() {
            return all.name();
        }

        @Override
        void ask(Subject.Asker asker, int i, double[] out) {
            all.ask(asker, which[i], out);
        }

        @Override
        String words(int i) {
            return all.words(which[i]);
        }
    }

    private static final class States extends Questions {
        private final Queries queries;

        States(Queries queries) {
            this.queries = queries;
        }

        @Override
        int size() {
            return queries.size();
        }

        @Override
        int width() {
            return 6;
        }

        @Override
        String name() {
            return "raw states";
        }

        @Override
        void ask(Subject.Asker asker, int i, double[] out) {
            asker.state(queries.target(i), queries.center(i), queries.et(i), out);
        }

        @Override
        String words(int i) {
            return String.format(
                    Locale.ROOT, "%d wrt %d at et %s", queries.target(i), queries.center(i), queries.et(i));
        }
    }

    private static final class Places extends Questions {
        private final Queries queries;
        private final int observer;
        private final double shift;

        Places(Queries queries, int observer, double shift) {
            this.queries = queries;
            this.observer = observer;
            this.shift = shift;
        }

        @Override
        int size() {
            return queries.size();
        }

        @Override
        int width() {
            return 7;
        }

        @Override
        String name() {
            return "apparent places";
        }

        @Override
        void ask(Subject.Asker asker, int i, double[] out) {
            double et = queries.et(i);
            out[6] = asker.planetAt(queries.target(i), observer, et < shift ? shift : et, Aberration.CN_S, out);
        }

        @Override
        String words(int i) {
            return String.format(
                    Locale.ROOT, "%d seen from %d (CN+S) at et %s", queries.target(i), observer, queries.et(i));
        }
    }

    private static final class Tables extends Questions {
        private final Queries queries;
        private final double[][] epochs;

        Tables(Queries queries, double step, double end) {
            this.queries = queries;
            epochs = new double[queries.size()][EPOCHS];
            for (int i = 0; i < epochs.length; i++) {
                double first = Math.min(queries.et(i), end - (EPOCHS - 1) * step);
                for (int k = 0; k < EPOCHS; k++) {
                    epochs[i][k] = first + k * step;
                }
            }
        }

        @Override
        int size() {
            return queries.size();
        }

        @Override
        int width() {
            return 6 * EPOCHS;
        }

        @Override
        String name() {
            return "tables of " + EPOCHS + " epochs";
        }

        @Override
        void ask(Subject.Asker asker, int i, double[] out) {
            asker.states(queries.target(i), queries.center(i), epochs[i], out);
        }

        @Override
        String words(int i) {
            return String.format(
                    Locale.ROOT,
                    "%d wrt %d at %d epochs from et %s to %s",
                    queries.target(i),
                    queries.center(i),
                    EPOCHS,
                    epochs[i][0],
                    epochs[i][EPOCHS - 1]);
        }
    }
}
