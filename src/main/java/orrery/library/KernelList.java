package orrery.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kernels as somebody named them, meta-kernels taken apart: the SPK files that are to be loaded, of highest precedence
 * last, and what a meta-kernel named that this program has no use for.
 *
 * <p>Immutable.
 *
 * @param kernels SPK files in the order of loading; not opened yet
 * @param unused what meta-kernels name that is not loaded, each with the reason
 */
public record KernelList(List<Path> kernels, List<Unused> unused) {
    /** Suffixes by which NAIF tells kernels that hold no positions; for files that are not there to be sniffed. */
    private static final Set<String> NO_POSITIONS =
            Set.of("tls", "tpc", "tf", "ti", "tsc", "ten", "tm", "bc", "bpc", "bds", "bes", "bep", "bdb", "ker", "txt");

    /**
     * One file that a meta-kernel names and that is not loaded.
     *
     * @param metaKernel where it is named
     * @param file the file
     * @param reason what it is, as the end of a sentence that begins with its name
     */
    public record Unused(Path metaKernel, Path file, String reason) {
        @Override
        public String toString() {
            return file.getFileName() + " " + reason;
        }
    }

    public KernelList {
        kernels = List.copyOf(kernels);
        unused = List.copyOf(unused);
    }

    /**
     * Takes the meta-kernels among these files apart. An SPK that is named and missing stays in the list, so that opening
     * it fails with its name.
     *
     * @throws MetaKernelException if a meta-kernel cannot be read, or names no SPK at all
     */
    public static KernelList of(List<Path> files) {
        List<Path> kernels = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        for (Path file : files) {
            if (kind(file) != FileKind.META_KERNEL) {
                kernels.add(file);
                continue;
            }
            int before = kernels.size();
            for (Path named : MetaKernel.read(file).kernels()) {
                String reason = reasonAgainst(named);
                if (reason.isEmpty()) {
                    kernels.add(named);
                } else {
                    unused.add(new Unused(file, named, reason));
                }
            }
            if (kernels.size() == before) {
                throw new MetaKernelException(file.getFileName() + " names no SPK kernel, only "
                        + unused.stream()
                                .filter(u -> u.metaKernel().equals(file))
                                .map(u -> String.valueOf(u.file().getFileName()))
                                .collect(Collectors.joining(", "))
                        + ": nothing in it gives positions.");
            }
        }
        return new KernelList(kernels, unused);
    }

    private static FileKind kind(Path file) {
        try {
            return FileKind.of(file);
        } catch (IOException _) {
            // Opening it says why it cannot be read.
            return FileKind.OTHER;
        }
    }

    private static String reasonAgainst(Path file) {
        return switch (kind(file)) {
            case META_KERNEL -> "is a meta-kernel itself; SPICE does not nest them.";
            case TEXT_KERNEL -> "is a text kernel: constants, frames or clocks, no positions.";
            case OTHER_BINARY_KERNEL ->
                "is a binary kernel of another kind: attitude, orientation or shape, no positions.";
            case NO_FILE ->
                NO_POSITIONS.contains(suffix(file))
                        ? "is missing; by its suffix it holds no positions and is not needed here."
                        : "";
            default -> "";
        };
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
