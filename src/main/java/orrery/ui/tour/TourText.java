package orrery.ui.tour;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in several languages.
 *
 * <p>Immutable.
 *
 * @param byLanguage language tags (BCP 47, such as {@code de} or {@code pt-BR}) to texts; the empty tag is for any
 *     other language
 */
public record TourText(Map<String, String> byLanguage) {
    /** The tag of the text for all other languages. */
    public static final String OTHERS = "";

    public static final TourText NONE = new TourText(Map.of());

    public TourText {
        SortedMap<String, String> sorted = new TreeMap<>(Comparator.naturalOrder());
        byLanguage.forEach((tag, text) -> {
            // A text must fit on one line of its file.
            String plain = text.strip().replaceAll("\\s+", " ");
            if (!plain.isEmpty()) {
                sorted.put(tag, plain);
            }
        });
        byLanguage = Map.copyOf(sorted);
    }

    /**
     * The text in a language: in exactly this one, in the same one without a country, for any other language, or in
     * any.
     */
    public String in(Locale language) {
        String exact = byLanguage.get(language.toLanguageTag());
        String plain = byLanguage.get(language.getLanguage());
        String others = byLanguage.get(OTHERS);
        if (exact != null) {
            return exact;
        }
        if (plain != null) {
            return plain;
        }
        if (others != null) {
            return others;
        }
        return byLanguage.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /** The same texts with one replaced; an empty text removes that language. */
    public TourText with(String tag, String text) {
        Map<String, String> next = new TreeMap<>(byLanguage);
        next.put(tag, text);
        return new TourText(next);
    }

    /** The texts in the order of their tags, the one for any other language first. */
    public SortedMap<String, String> sorted() {
        return new TreeMap<>(byLanguage);
    }
}
