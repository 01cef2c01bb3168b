package orrery.ui.orrery;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The colors that the user chose for bodies instead of the catalogue's; a planet and its barycenter have the same.
 * Thread-safe: one map takes the place of another.
 */
public final class BodyColors {
    private static final int LARGEST = 0xFFFFFF;
    private static final int HEX = 16;

    private static final AtomicInteger CHANGES = new AtomicInteger();
    private static volatile Map<Integer, Integer> chosen = Map.of();

    private BodyColors() {}

    /** {@return the color chosen for what is seen of a body, 0xRRGGBB; empty where none is} */
    static OptionalInt of(int seen) {
        Integer rgb = chosen.get(seen);
        return rgb == null ? OptionalInt.empty() : OptionalInt.of(rgb);
    }

    /** How often one was changed. */
    static int changes() {
        return CHANGES.get();
    }

    /**
     * Chooses a color for a body, or gives it back its usual one.
     *
     * @param id NAIF id
     * @param rgb 0xRRGGBB; empty for the usual
     */
    public static synchronized void choose(int id, OptionalInt rgb) {
        Map<Integer, Integer> next = new TreeMap<>(chosen);
        int seen = BodyLook.of(id).body().id();
        if (rgb.isPresent()) {
            next.put(seen, rgb.getAsInt() & LARGEST);
        } else {
            next.remove(seen);
        }
        chosen = Map.copyOf(next);
        CHANGES.incrementAndGet();
    }

    /** {@return all of them as text, {@code 499=ff0000,599=00ff00}} */
    public static String written() {
        return new TreeMap<>(chosen)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + "%06x".formatted(e.getValue()))
                        .collect(Collectors.joining(","));
    }

    /**
     * Takes over what {@link #written} gave.
     *
     * @throws IllegalArgumentException if it is none; then nothing is changed
     */
    public static synchronized void read(String text) {
        Map<Integer, Integer> next = new TreeMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            int rgb = equals < 1 ? -1 : Integer.parseInt(part.substring(equals + 1), HEX);
            if (rgb < 0 || rgb > LARGEST) {
                throw new IllegalArgumentException(
                        part + ": a body's number, =, and six hexadecimal digits are needed.");
            }
            next.put(Integer.parseInt(part.substring(0, equals)), rgb);
        }
        chosen = Map.copyOf(next);
        CHANGES.incrementAndGet();
    }
}
