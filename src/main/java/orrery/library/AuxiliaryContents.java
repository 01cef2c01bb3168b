package orrery.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import orrery.binding.FileKind;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Bodies;
import orrery.frames.FrameSystem;
import orrery.frames.KernelNames;
import orrery.frames.KernelVariables;
import orrery.frames.ReferenceFrame;
import orrery.frames.TextKernel;
import orrery.math.Counted;
import orrery.spk.NaifIds;
import orrery.spk.Segment;
import orrery.time.EpochFormat;
import orrery.time.LeapSecondTable;
import orrery.time.TimeScale;

/**
 * The contents of a kernel with frames, orientation, sizes, names or leap seconds but no positions: a text kernel, or a
 * binary PCK. A value, readable after the file is closed.
 *
 * @param kind kind of file, for display, such as {@code text PCK}
 * @param holds the contents that are used here, one line each; empty if none
 */
public record AuxiliaryContents(String kind, List<String> holds) {
    private static final EpochFormat DAY = EpochFormat.days(TimeScale.TDB);
    /** The most names listed. */
    private static final int MOST_NAMED = 6;

    public AuxiliaryContents {
        holds = List.copyOf(holds);
    }

    /**
     * The contents of a file of one of these kinds.
     *
     * @throws orrery.spk.KernelException if it cannot be read, or is invalid
     */
    public static AuxiliaryContents read(Path file, KernelRegistry registry) {
        try {
            if (FileKind.of(file) == FileKind.TEXT_KERNEL) {
                return of(TextKernel.read(file));
            }
        } catch (IOException _) {
            // Opening it reports why it cannot be read.
        }
        try (KernelHandle kernel = registry.openOrientation(file)) {
            return of(kernel);
        }
    }

    /**
     * The contents of a text kernel.
     *
     * @throws orrery.frames.TextKernelException if it is invalid
     */
    public static AuxiliaryContents of(TextKernel kernel) {
        KernelVariables variables = KernelVariables.of(List.of(kernel));
        FrameSystem frames = FrameSystem.of(List.of(kernel), Bodies::find);
        List<String> holds = new ArrayList<>();
        bodies(holds, "orientation of", variables.bodiesWith("PM"));
        List<String> names = frames.loaded();
        if (!names.isEmpty()) {
            holds.add((names.size() == 1 ? "frame " : names.size() + " frames: ") + some(names));
        }
        bodies(holds, "radii of", variables.bodiesWith("RADII"));
        bodies(holds, "GM of", variables.bodiesWith("GM"));
        List<String> named = KernelNames.of(variables).all().entrySet().stream()
                .map(e -> e.getValue().getLast() + " (" + e.getKey() + ")")
                .toList();
        if (!named.isEmpty()) {
            holds.add("names: " + some(named));
        }
        variables.leapSeconds().map(AuxiliaryContents::leapSeconds).ifPresent(holds::add);
        return new AuxiliaryContents(
                switch (kernel.kind()) {
                    case "PCK" -> "text PCK";
                    case "FK" -> "frame kernel";
                    case "LSK" -> "leap second kernel";
                    case "" -> "text kernel";
                    default -> "text kernel (" + kernel.kind() + ")";
                },
                holds);
    }

    /** The contents of a binary PCK. */
    public static AuxiliaryContents of(KernelHandle orientation) {
        List<String> holds = new ArrayList<>();
        IntStream ids = orientation.file().segments().stream()
                .mapToInt(Segment::target)
                .distinct()
                .sorted();
        for (int id : ids.toArray()) {
            List<Segment> segments = orientation.file().segments().stream()
                    .filter(s -> s.target() == id)
                    .toList();
            holds.add("orientation of " + frame(id) + ", "
                    + DAY.format(
                            segments.stream().mapToDouble(Segment::start).min().orElseThrow()) + " to "
                    + DAY.format(
                            segments.stream().mapToDouble(Segment::end).max().orElseThrow()));
        }
        return new AuxiliaryContents("binary PCK", holds);
    }

    /** The frame to which a class id is known to belong. */
    private static String frame(int classId) {
        return FrameSystem.builtIn().names().stream()
                .map(FrameSystem.builtIn()::byName)
                .filter(f -> !f.isInertial() && f.classId() == classId)
                .map(ReferenceFrame::name)
                .findFirst()
                .orElse("class id " + classId);
    }

    private static String leapSeconds(LeapSecondTable table) {
        return "leap seconds: TAI \u2212 UTC = " + table.last() + " s at the end";
    }

    private static void bodies(List<String> holds, String what, int[] ids) {
        if (ids.length > 0) {
            holds.add(what + " "
                    + (ids.length > MOST_NAMED
                            ? Counted.of(ids.length, "body", "bodies")
                            : some(Arrays.stream(ids)
                                    .mapToObj(AuxiliaryContents::name)
                                    .toList())));
        }
    }

    private static String name(int id) {
        return id >= NaifIds.SUN || id < 0 ? Bodies.name(id) : "system " + id;
    }

    private static String some(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** All of it in one sentence. */
    @Override
    public String toString() {
        return kind + (holds.isEmpty() ? ": nothing that is used here" : ": " + String.join("; ", holds));
    }
}
