package orrery.frames;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.spk.NaifIds;

/**
 * The known frames: SPICE's built-in ones, which no kernel can change, and those defined by loaded kernels (Frames
 * Required Reading, "Creating a Frame Kernel"; SPICE: {@code NAMFRM}, {@code FRINFO}, {@code CIDFRM}).
 *
 * <p>Immutable and thread-safe.
 */
final class FrameDefinitions {
    private static final String BUILT_IN = "built in";
    private static final String FILE = "/orrery/assets/frames/frames.csv";

    /** Frames of the Earth in orientation kernels, which SPICE knows only by number. */
    private static final int FIRST_OF_EARTH = 13_000;

    private static final int LAST_OF_EARTH = 13_999;
    private static final int TO_CLASS_ID = 10_000;
    private static final int IAU_EARTH = 10_013;

    private static final Map<Integer, ReferenceFrame> BUILT_IN_BY_ID = builtIn();
    private static final Map<String, ReferenceFrame> BUILT_IN_BY_NAME = new HashMap<>();
    private static final Map<Integer, ReferenceFrame> BUILT_IN_BY_CENTER = new HashMap<>();

    static {
        for (ReferenceFrame frame : BUILT_IN_BY_ID.values()) {
            BUILT_IN_BY_NAME.put(frame.name(), frame);
            if (frame.kind() == FrameKind.BODY_FIXED) {
                BUILT_IN_BY_CENTER.putIfAbsent(frame.center(), frame);
            }
        }
        for (String alias : InertialFrame.aliasesOfJ2000()) {
            BUILT_IN_BY_NAME.put(alias, BUILT_IN_BY_ID.get(ReferenceFrame.J2000));
        }
    }

    private final KernelVariables variables;
    /** The id of the body with that name; numbers such as -1 are ids. */
    private final Function<String, OptionalInt> bodies;

    FrameDefinitions(KernelVariables variables, Function<String, OptionalInt> bodies) {
        this.variables = variables;
        this.bodies = bodies;
    }

    private static Map<Integer, ReferenceFrame> builtIn() {
        Map<Integer, ReferenceFrame> all = new TreeMap<>();
        for (InertialFrame frame : InertialFrame.values()) {
            all.put(
                    frame.id(),
                    new ReferenceFrame(frame.id(), frame.frameName(), 0, FrameKind.INERTIAL, frame.id(), BUILT_IN));
        }
        for (String[] cells : BuiltInConstants.Rows.read(FILE, 5)) {
            int id = Integer.parseInt(cells[0]);
            all.put(
                    id,
                    new ReferenceFrame(
                            id,
                            cells[1],
                            Integer.parseInt(cells[2]),
                            FrameKind.of(Integer.parseInt(cells[3])).orElseThrow(),
                            Integer.parseInt(cells[4]),
                            BUILT_IN));
        }
        return all;
    }

    KernelVariables variables() {
        return variables;
    }

    /**
     * The frame with a name, in upper or lower case.
     *
     * @throws TextKernelException if a kernel defines it incorrectly
     */
    Optional<ReferenceFrame> find(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        ReferenceFrame known = BUILT_IN_BY_NAME.get(upper);
        if (known != null) {
            return Optional.of(known);
        }
        OptionalInt id = variables.integer("FRAME_" + upper);
        Optional<ReferenceFrame> found = id.isPresent() ? find(id.getAsInt()) : Optional.empty();
        if (found.isEmpty()) {
            for (KernelVariable names : naming()) {
                if (upper.equals(firstOf(names).toUpperCase(Locale.ROOT))) {
                    throw names.wrong(
                            "names a frame, and no FRAME_" + upper + " gives that name its number",
                            "Add it to the file.");
                }
            }
        }
        return found;
    }

    /** The frame with a number. */
    Optional<ReferenceFrame> find(int id) {
        ReferenceFrame known = BUILT_IN_BY_ID.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        KernelVariable name = variables.get("FRAME_" + id + "_NAME");
        if (name != null) {
            return Optional.of(defined(id, name));
        }
        return id >= FIRST_OF_EARTH && id <= LAST_OF_EARTH
                ? Optional.of(new ReferenceFrame(
                        id, "frame " + id, NaifIds.EARTH, FrameKind.BODY_FIXED, id - TO_CLASS_ID, BUILT_IN))
                : Optional.empty();
    }

    private ReferenceFrame defined(int id, KernelVariable variable) {
        String name = variable.text().toUpperCase(Locale.ROOT);
        ReferenceFrame naked = new ReferenceFrame(id, name, 0, FrameKind.INERTIAL, id, variable.file());
        KernelVariable kindSaid = needed(naked, "FRAME_", "CLASS", "a class of 1 to 6");
        FrameKind kind = FrameKind.of(kindSaid.integer())
                .orElseThrow(() -> kindSaid.wrong(
                        "is " + kindSaid.integer() + "; a class of 1 to 6 expected", "Correct the file."));
        int classId = needed(naked, "FRAME_", "CLASS_ID", "a whole number").integer();
        KernelVariable centerSaid = needed(naked, "FRAME_", "CENTER", "the id or name of a body");
        int center = centerSaid.value() instanceof KernelValue.Texts
                ? bodies.apply(centerSaid.text())
                        .orElseThrow(() -> centerSaid.wrong(
                                "is '" + centerSaid.text() + "', which is not the name of a known body",
                                "Give its NAIF id, or load the kernel that names it."))
                : centerSaid.integer();
        return new ReferenceFrame(id, name, center, kind, classId, variable.file());
    }

    /** A variable of a frame under its name or, else, its number: {@code TKFRAME_<name>_SPEC}. */
    @Nullable
    KernelVariable optional(ReferenceFrame frame, String prefix, String what) {
        KernelVariable byName = variables.get(prefix + frame.name() + "_" + what);
        return byName != null ? byName : variables.get(prefix + frame.id() + "_" + what);
    }

    /** The same for a variable that must exist. */
    KernelVariable needed(ReferenceFrame frame, String prefix, String what, String should) {
        KernelVariable found = optional(frame, prefix, what);
        if (found == null) {
            throw new TextKernelException(frame.source() + ": the frame " + frame + " has no " + prefix + frame.id()
                    + "_" + what + "; " + should + " expected. Load the kernel that gives it, or correct the"
                    + " file.");
        }
        return found;
    }

    /** The body-fixed frame: as defined by a kernel ({@code OBJECT_<body>_FRAME}), else the built-in one. */
    Optional<ReferenceFrame> ofBody(int body, Collection<String> names) {
        KernelVariable variable = variables.get("OBJECT_" + body + "_FRAME");
        for (String name : names) {
            variable =
                    variable != null ? variable : variables.get("OBJECT_" + name.toUpperCase(Locale.ROOT) + "_FRAME");
        }
        if (variable != null) {
            KernelVariable object = variable;
            return Optional.of(
                    (variable.value() instanceof KernelValue.Texts ? find(variable.text()) : find(variable.integer()))
                            .orElseThrow(() -> object.wrong(
                                    "is " + object.value().kind() + ", which is not a known frame",
                                    "Load the frame kernel that defines it.")));
        }
        return builtInOf(body);
    }

    /** The built-in body-fixed frame. */
    static Optional<ReferenceFrame> builtInOf(int body) {
        return Optional.ofNullable(
                body == NaifIds.EARTH ? BUILT_IN_BY_ID.get(IAU_EARTH) : BUILT_IN_BY_CENTER.get(body));
    }

    /** All known names; those of loaded kernels last. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        BUILT_IN_BY_ID.values().forEach(frame -> names.add(frame.name()));
        names.addAll(loaded());
        return names;
    }

    /** Names of the frames defined by loaded kernels. */
    List<String> loaded() {
        return naming().stream().map(FrameDefinitions::firstOf).toList();
    }

    /** What gives frames of loaded kernels their names: {@code FRAME_<number>_NAME}. */
    private List<KernelVariable> naming() {
        return variables.loaded().stream()
                .filter(variable -> variable.name().startsWith("FRAME_")
                        && variable.name().endsWith("_NAME")
                        && variable.value() instanceof KernelValue.Texts)
                .toList();
    }

    private static String firstOf(KernelVariable names) {
        return names.texts().getFirst();
    }
}
