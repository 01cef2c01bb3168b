package orrery.frames;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.time.LeapSecondTable;

/**
 * The variables of several text kernels as in SPICE's kernel pool: a later {@code =} replaces the value from an earlier
 * kernel, {@code +=} appends to it, and a variable that no kernel sets has its built-in value, if any. Each variable
 * knows which file set it last.
 *
 * <p>Immutable and thread-safe.
 */
public final class KernelVariables {
    private static final String BODY = "BODY";
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final KernelVariables BUILT_IN = new KernelVariables(BuiltInConstants.read(), Map.of());

    private final Map<String, KernelVariable> variables;
    private final Map<Integer, String> namesInComments;

    private KernelVariables(Map<String, KernelVariable> variables, Map<Integer, String> namesInComments) {
        this.variables = Collections.unmodifiableMap(variables);
        this.namesInComments = Map.copyOf(namesInComments);
    }

    /**
     * {@return the variables known without any kernel: constants of bodies from {@code pck00011.tpc} and
     * {@code gm_de440.tpc}}
     */
    public static KernelVariables builtIn() {
        return BUILT_IN;
    }

    /**
     * Combines the variables of text kernels with the built-in ones.
     *
     * @param kernels in load order: the last wins
     * @return the variables
     * @throws TextKernelException if a kernel appends strings to numbers or numbers to strings
     */
    public static KernelVariables of(List<TextKernel> kernels) {
        return of(kernels, Map.of());
    }

    /**
     * Adds the variables of text kernels to the built-in ones, which they override, and keeps the names found in the
     * comments of SPKs.
     *
     * @param kernels in load order: the last wins
     * @param namesInComments as {@link CommentNames} reads them
     * @return the variables
     * @throws TextKernelException if a kernel appends strings to numbers or numbers to strings
     */
    public static KernelVariables of(List<TextKernel> kernels, Map<Integer, String> namesInComments) {
        if (kernels.isEmpty() && namesInComments.isEmpty()) {
            return BUILT_IN;
        }
        Map<String, KernelVariable> all = new HashMap<>(BUILT_IN.variables);
        for (TextKernel kernel : kernels) {
            for (TextKernel.Assignment assignment : kernel.assignments()) {
                KernelVariable earlier = all.get(assignment.name());
                KernelVariable next =
                        new KernelVariable(assignment.name(), assignment.value(), kernel.name(), assignment.line());
                all.put(
                        assignment.name(),
                        // A built-in value stands in for a kernel that is not loaded: nothing is appended to it.
                        assignment.appends() && earlier != null && !earlier.isBuiltIn() ? next.after(earlier) : next);
            }
        }
        return new KernelVariables(all, namesInComments);
    }

    /** {@return what the comments of loaded SPKs call bodies, for those that nothing else names} */
    public Map<Integer, String> namesInComments() {
        return namesInComments;
    }

    /** A variable as defined, if there is one. */
    @Nullable
    KernelVariable get(String name) {
        return variables.get(name);
    }

    /**
     * Reports where a variable's value comes from.
     *
     * @param name the variable
     * @return a file's name, or {@code built in (pck00011.tpc)}; null if there is no such variable
     */
    public @Nullable String source(String name) {
        KernelVariable variable = variables.get(name);
        return variable == null ? null : variable.file();
    }

    /**
     * Reads the numbers of a variable.
     *
     * @param name the variable
     * @return the numbers; null if there is no such variable
     * @throws TextKernelException if it contains strings
     */
    public double @Nullable [] numbers(String name) {
        KernelVariable variable = variables.get(name);
        return variable == null ? null : variable.numbers();
    }

    /**
     * Reads the strings of a variable, without trailing blanks.
     *
     * @param name the variable
     * @return the strings; null if there is no such variable
     */
    public @Nullable List<String> texts(String name) {
        KernelVariable variable = variables.get(name);
        return variable == null ? null : variable.texts();
    }

    /** The first number of a variable, which must be a whole number. */
    OptionalInt integer(String name) {
        KernelVariable variable = variables.get(name);
        return variable == null ? OptionalInt.empty() : OptionalInt.of(variable.integer());
    }

    /**
     * Finds the bodies for which a loaded kernel defines a variable: the ids of {@code BODY<id>_<what>}.
     *
     * @param what such as {@code RADII}
     * @return NAIF ids, ascending
     */
    public int[] bodiesWith(String what) {
        String end = "_" + what;
        return variables.values().stream()
                .filter(v ->
                        !v.isBuiltIn() && v.name().startsWith(BODY) && v.name().endsWith(end))
                .map(v -> v.name().substring(BODY.length(), v.name().length() - end.length()))
                .filter(id -> WHOLE.matcher(id).matches())
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
    }

    /**
     * Reads numbers of a body, {@code BODY<id>_<what>}.
     *
     * @param body NAIF id
     * @param what such as {@code RADII}
     * @param count required number of values
     * @return the numbers; null if there is no such variable
     * @throws TextKernelException if it contains strings, or a different number of values
     */
    public double @Nullable [] ofBody(int body, String what, int count) {
        KernelVariable variable = variables.get(BODY + body + "_" + what);
        return variable == null ? null : variable.numbers(count);
    }

    /**
     * {@return the leap seconds defined by a loaded kernel; empty if none defines any}
     *
     * @throws TextKernelException if it defines them incorrectly, or with a relation of TDB to TT that differs from all
     * of NAIF's kernels
     */
    public Optional<LeapSecondTable> leapSeconds() {
        return LeapSecondKernel.read(this);
    }

    /** All variables set by loaded kernels, not built in. */
    Collection<KernelVariable> loaded() {
        List<KernelVariable> loaded = new ArrayList<>();
        for (KernelVariable variable : variables.values()) {
            if (!variable.isBuiltIn()) {
                loaded.add(variable);
            }
        }
        return loaded;
    }
}
