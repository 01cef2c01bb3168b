package orrery.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import orrery.binding.FileKind;

/**
 * Kernels as somebody named them, meta-kernels taken apart: what is to be loaded, of highest precedence last, and what a
 * meta-kernel named that this program has no use for.
 *
 * <p>Immutable.
 *
 * @param kernels SPK files in the order of loading; not opened yet. What cannot be told for something else is among them, so
 *     that opening it says what is wrong
 * @param orientations binary PCKs in the order of loading; not opened yet
 * @param texts text kernels (PCK, FK, LSK) in the order of loading; not read yet
 * @param unused what meta-kernels name that is not loaded, each with the reason
 */
public record KernelList(List<Path> kernels, List<Path> orientations, List<Path> texts, List<Unused> unused) {
    /** Suffixes by which NAIF tells kernels that hold no positions; for files that are not there to be sniffed. */
    private static final Set<String> NO_POSITIONS =
            Set.of("tls", "tpc", "tf", "ti", "tsc", "ten", "tm", "bc", "bpc", "bds", "bes", "bep", "bdb", "ker", "txt");

    /** Suffixes of text kernels that say nothing of frames, bodies or leap seconds. */
    private static final Set<String> OTHER_TEXTS = Set.of("tsc", "ti", "ten");

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
        orientations = List.copyOf(orientations);
        texts = List.copyOf(texts);
        unused = List.copyOf(unused);
    }

    /**
     * Takes the meta-kernels among these files apart. An SPK that is named and missing stays in the list, so that opening
     * it fails with its name.
     *
     * @throws MetaKernelException if a meta-kernel cannot be read, or names nothing that can be used
     */
    public static KernelList of(List<Path> files) {
        List<Path> kernels = new ArrayList<>();
        List<Path> orientations = new ArrayList<>();
        List<Path> texts = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        for (Path file : files) {
            boolean meta = kind(file) == FileKind.META_KERNEL;
            int before = kernels.size() + orientations.size() + texts.size();
            for (Path named : meta ? MetaKernel.read(file).kernels() : List.of(file)) {
                FileKind kind = kind(named);
                String reason = meta ? reasonAgainst(named, kind) : "";
                if (!reason.isEmpty()) {
                    unused.add(new Unused(file, named, reason));
                } else if (kind == FileKind.BINARY_PCK) {
                    orientations.add(named);
                } else if (kind == FileKind.TEXT_KERNEL) {
                    texts.add(named);
                } else {
                    kernels.add(named);
                }
            }
            if (kernels.size() + orientations.size() + texts.size() == before) {
                throw new MetaKernelException(file.getFileName() + " names nothing that is used here, only "
                        + unused.stream()
                                .filter(u -> u.metaKernel().equals(file))
                                .map(u -> String.valueOf(u.file().getFileName()))
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        return new KernelList(kernels, orientations, texts, unused);
    }

    /**
     * The same where positions alone are of use: a kernel of another kind that was given is left among the SPKs, so that opening
     * it says what it is; one that a meta-kernel names is unused.
     *
     * @throws MetaKernelException if a meta-kernel cannot be read, or names no SPK
     */
    public static KernelList ofPositions(List<Path> files) {
        List<Path> kernels = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        for (Path file : files) {
            KernelList one = of(List.of(file));
            boolean meta = kind(file) == FileKind.META_KERNEL;
            if (meta && one.kernels.isEmpty()) {
                throw new MetaKernelException(
                        file.getFileName() + " names no SPK kernel: nothing in it gives positions.");
            }
            kernels.addAll(one.kernels);
            unused.addAll(one.unused);
            for (Path other : one.orientations) {
                if (meta) {
                    unused.add(new Unused(file, other, "is a binary PCK: orientation, no positions."));
                } else {
                    kernels.add(other);
                }
            }
            for (Path other : one.texts) {
                if (meta) {
                    unused.add(new Unused(file, other, "is a text kernel: constants, frames or clocks, no positions."));
                } else {
                    kernels.add(other);
                }
            }
        }
        return new KernelList(kernels, List.of(), List.of(), unused);
    }

    /** All that is to be loaded: positions, orientation, texts. They do not come in each other's way. */
    public List<Path> all() {
        List<Path> all = new ArrayList<>(kernels);
        all.addAll(orientations);
        all.addAll(texts);
        return all;
    }

    /**
     * These files, and below them others where none of them gives positions, so that there is something to see.
     *
     * @param files as somebody named them; may be empty
     * @param otherwise the kernels to begin with
     * @throws MetaKernelException as {@link #of}
     */
    public static List<Path> withPositions(List<Path> files, List<Path> otherwise) {
        if (!files.isEmpty() && !of(files).kernels.isEmpty()) {
            return files;
        }
        List<Path> all = new ArrayList<>(otherwise);
        all.addAll(files);
        return all;
    }

    private static FileKind kind(Path file) {
        try {
            return FileKind.of(file);
        } catch (IOException _) {
            // Opening it says why it cannot be read.
            return FileKind.OTHER;
        }
    }

    private static String reasonAgainst(Path file, FileKind kind) {
        return switch (kind) {
            case META_KERNEL -> "is a meta-kernel itself; SPICE does not nest them.";
            case TEXT_KERNEL ->
                OTHER_TEXTS.contains(suffix(file)) ? "is a text kernel of clocks or instruments, not needed here." : "";
            case OTHER_BINARY_KERNEL ->
                "is a binary kernel of another kind: attitude (CK) or shape, which are not read here.";
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
