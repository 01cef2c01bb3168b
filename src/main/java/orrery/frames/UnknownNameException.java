package orrery.frames;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import orrery.math.Counted;
import orrery.math.QuotedText;

/** Thrown for an unknown name; suggests the nearest known names. */
public final class UnknownNameException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_SUGGESTIONS = 3;
    private static final int LONGEST_QUOTED = 60;

    /** The requested name. */
    private final String name;
    /** Similar names. */
    private final String[] suggestions;

    private UnknownNameException(String message, String name, List<String> suggestions) {
        super(message);
        this.name = name;
        this.suggestions = suggestions.toArray(String[]::new);
    }

    /**
     * Creates the error: {@code No body is named "Mras": did you mean Mars?}
     *
     * @param kind what was looked up, such as {@code body}
     * @param name the requested name
     * @param known all known names
     * @return the error, to be thrown
     */
    public static UnknownNameException of(String kind, String name, Collection<String> known) {
        return of(kind, name, known, "");
    }

    /**
     * Creates the error as {@link #of(String, String, Collection)} does, with a sentence at the end.
     *
     * @param kind what was looked up, such as {@code body}
     * @param name the requested name
     * @param known all known names
     * @param cure what to do
     * @return the error, to be thrown
     */
    public static UnknownNameException of(String kind, String name, Collection<String> known, String cure) {
        List<String> near = nearest(name, known);
        StringBuilder message =
                new StringBuilder("No ").append(kind).append(" is named ").append(QuotedText.of(name));
        if (!near.isEmpty()) {
            message.append(": did you mean ").append(Counted.list(near, "or")).append('?');
        } else {
            message.append('.');
        }
        if (!cure.isEmpty()) {
            message.append(' ').append(cure);
        }
        return new UnknownNameException(message.toString(), name, near);
    }

    /** {@return the requested name} */
    public String name() {
        return name;
    }

    /** {@return similar known names, the most similar first; may be empty} */
    public List<String> suggestions() {
        return List.of(suggestions);
    }

    private static List<String> nearest(String name, Collection<String> known) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST_QUOTED) {
            return List.of();
        }
        int limit = Math.clamp(wanted.length() / 3, 1, 3);
        record Near(String name, int distance) {}
        List<Near> near = new ArrayList<>();
        for (String candidate : known) {
            String upper = candidate.toUpperCase(Locale.ROOT);
            int distance = upper.startsWith(wanted) && wanted.length() >= 3 ? 0 : distance(wanted, upper);
            if (distance <= limit) {
                near.add(new Near(candidate, distance));
            }
        }
        // The first letter is rarely wrong.
        char first = wanted.charAt(0);
        if (near.stream().anyMatch(n -> Character.toUpperCase(n.name.charAt(0)) == first)) {
            near.removeIf(n -> Character.toUpperCase(n.name.charAt(0)) != first);
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparingInt(n -> n.name.length()));
        return near.stream().map(Near::name).distinct().limit(MOST_SUGGESTIONS).toList();
    }

    /** The Damerau distance: letters to insert, delete, change or swap with their neighbor. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
