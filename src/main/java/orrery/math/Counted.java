package orrery.math;

import java.util.Locale;

/**
 * A number and what it counts, in words: {@code 1 segment}, {@code 12,000 segments}. The one home of English plurals
 * outside the window, whose texts are in its {@code words.properties}.
 */
public final class Counted {
    private Counted() {}

    /**
     * A number of things whose plural has an s.
     *
     * @param count how many
     * @param one the noun if there is one
     * @return the number, with commas, and the noun
     */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /**
     * A number of things.
     *
     * @param count how many
     * @param one the noun if there is one
     * @param many the noun otherwise
     * @return the number, with commas, and the noun
     */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
