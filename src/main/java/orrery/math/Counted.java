package orrery.math;

import java.util.List;
import java.util.Locale;

/**
 * A number and what it counts, in words: {@code 1 segment}, {@code 12,000 segments}; and lists: {@code a, b or c}. The
 * one home of English plurals outside the window, whose texts are in its {@code words.properties}.
 */
public final class Counted {
    private Counted() {}

    /**
     * Writes a number and its noun, whose plural has an s.
     *
     * @param count how many
     * @param one the noun if there is one
     * @return the number, with commas, and the noun
     */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /**
     * Writes a number and its noun.
     *
     * @param count how many
     * @param one the noun if there is one
     * @param many the noun otherwise
     * @return the number, with commas, and the noun
     */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /**
     * Writes the items of a list in a sentence.
     *
     * @param items what to list
     * @param last the word before the last item: {@code and}, {@code or}
     * @return the items, with commas and that word between them
     */
    public static String list(List<String> items, String last) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " " + last + " " + items.getLast();
    }
}
