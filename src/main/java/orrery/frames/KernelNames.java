package orrery.frames;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of bodies defined by loaded text kernels ({@code NAIF_BODY_NAME}, {@code NAIF_BODY_CODE}; NAIF IDs Required
 * Reading, "Assigning NAIF IDs to names"; SPICE: {@code ZZBODKER}). A name defined twice stands for the id given last;
 * of several names of an id, the last is its name.
 *
 * <p>Immutable and thread-safe.
 */
public final class KernelNames {
    private static final String NAMES = "NAIF_BODY_NAME";
    private static final String CODES = "NAIF_BODY_CODE";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, Integer> ids = new HashMap<>();
    private final SequencedMap<Integer, List<String>> names = new LinkedHashMap<>();

    private KernelNames() {}

    /**
     * Collects the names that variables give to bodies.
     *
     * @param variables of the text kernels loaded
     * @return the names; none if no kernel defines any
     * @throws TextKernelException if there are not as many ids as names, an id is not a whole number, or a name is
     * empty
     */
    public static KernelNames of(KernelVariables variables) {
        KernelNames all = new KernelNames();
        KernelVariable nameVariable = variables.get(NAMES);
        KernelVariable codes = variables.get(CODES);
        if (nameVariable == null && codes == null) {
            return all;
        }
        if (nameVariable == null || codes == null) {
            throw present(nameVariable, codes)
                    .wrong(
                            "is given without " + (nameVariable == null ? NAMES : CODES) + "; both are needed",
                            "Load the kernel that gives it.");
        }
        List<String> texts = nameVariable.texts();
        double[] numbers = codes.numbers();
        if (texts.size() != numbers.length) {
            throw codes.wrong(
                    "is " + codes.value().kind() + "; as many as " + NAMES + " has names, " + texts.size()
                            + " expected",
                    "Correct the file.");
        }
        for (int i = 0; i < numbers.length; i++) {
            int id = (int) numbers[i];
            if (id != numbers[i]) {
                throw codes.wrong(
                        "gives " + numbers[i] + " for '" + texts.get(i) + "'; a whole number expected",
                        "Correct the file.");
            }
            if (texts.get(i).isBlank()) {
                throw nameVariable.wrong("has an empty name for " + id, "Correct the file.");
            }
            all.add(texts.get(i), id);
        }
        return all;
    }

    private static KernelVariable present(@Nullable KernelVariable a, @Nullable KernelVariable b) {
        KernelVariable one = a == null ? b : a;
        if (one == null) {
            throw new IllegalArgumentException("both are missing");
        }
        return one;
    }

    private void add(String name, int id) {
        Integer before = ids.put(normalised(name), id);
        if (before != null) {
            names.getOrDefault(before, new ArrayList<>())
                    .removeIf(n -> normalised(n).equals(normalised(name)));
        }
        names.computeIfAbsent(id, _ -> new ArrayList<>()).add(name);
    }

    /**
     * Finds the id of a name.
     *
     * @param name in upper or lower case, with any number of blanks between words
     * @return NAIF id; empty if no kernel defines the name
     */
    public OptionalInt id(String name) {
        Integer id = ids.get(normalised(name));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /**
     * {@return the names of each body that has any, the one in force last; bodies in the order in which kernels first
     * name them}
     */
    public Map<Integer, List<String>> all() {
        Map<Integer, List<String>> copy = new LinkedHashMap<>();
        names.forEach((id, list) -> {
            if (!list.isEmpty()) {
                copy.put(id, List.copyOf(list));
            }
        });
        return copy;
    }

    /**
     * Normalizes a name for comparison as SPICE does: upper case, no blanks around it, one between words.
     *
     * @param name as written
     * @return as compared
     */
    public static String normalised(String name) {
        return BLANKS.matcher(name.strip()).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}
