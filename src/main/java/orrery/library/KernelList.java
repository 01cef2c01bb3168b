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
 * Kernels as given by the user, with meta-kernels expanded: what to load, highest precedence last, and the entries of
 * meta-kernels that the program has no use for.
 *
 * <p>Immutable.
 *
 * @param kernels SPK files in loading order; not opened yet. Files of unknown kind are among them, so that opening them
 * reports what is wrong
 * @param orientations binary PCKs in loading order; not opened yet
 * @param texts text kernels (PCK, FK, LSK) in loading order; not read yet
 * @param unused entries of meta-kernels that are not loaded, each with the reason
 */
public record KernelList(List<Path> kernels, List<Path> orientations, List<Path> texts, List<UnusedFile> unused) {
    /** Suffixes that NAIF uses for kernels without positions; for missing files, which cannot be examined. */
    private static final Set<String> NO_POSITIONS =
            Set.of("tls", "tpc", "tf", "ti", "tsc", "ten", "tm", "bc", "bpc", "bds", "bes", "bep", "bdb", "ker", "txt");

    /** Suffixes of text kernels without frames, bodies or leap seconds. */
    private static final Set<String> OTHER_TEXTS = Set.of("tsc", "ti", "ten");

    /**
     * An entry of a meta-kernel that is not loaded.
     *
     * @param metaKernel the meta-kernel
     * @param file the file
     * @param reason what it is, as the end of a sentence that begins with its name
     */
    public record UnusedFile(Path metaKernel, Path file, String reason) {
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
     * Expands the meta-kernels among these files. A missing SPK stays in the list, so that opening it fails with its
     * name.
     *
     * @throws MetaKernelException if a meta-kernel cannot be read, or names nothing that can be used
     */
    public static KernelList of(List<Path> files) {
        List<Path> kernels = new ArrayList<>();
        List<Path> orientations = new ArrayList<>();
        List<Path> texts = new ArrayList<>();
        List<UnusedFile> unused = new ArrayList<>();
        for (Path file : files) {
            boolean meta = kind(file) == FileKind.META_KERNEL;
            int before = kernels.size() + orientations.size() + texts.size();
            for (Path named : meta ? MetaKernel.read(file).kernels() : List.of(file)) {
                FileKind kind = kind(named);
                String reason = meta ? reasonAgainst(named, kind) : "";
                if (!reason.isEmpty()) {
                    unused.add(new UnusedFile(file, named, reason));
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
     * The same if only positions are needed: a given kernel of another kind stays among the SPKs, so that opening it
     * reports what it is; one named by a meta-kernel is unused.
     *
     * @throws MetaKernelException if a meta-kernel cannot be read, or names no SPK
     */
    public static KernelList ofPositions(List<Path> files) {
        List<Path> kernels = new ArrayList<>();
        List<UnusedFile> unused = new ArrayList<>();
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
                    unused.add(new UnusedFile(file, other, "is a binary PCK: orientation, no positions."));
                } else {
                    kernels.add(other);
                }
            }
            for (Path other : one.texts) {
                if (meta) {
                    unused.add(new UnusedFile(
                            file, other, "is a text kernel: constants, frames or clocks, no positions."));
                } else {
                    kernels.add(other);
                }
            }
        }
        return new KernelList(kernels, List.of(), List.of(), unused);
    }

    /** Everything to load: positions, orientation, texts. They do not interfere with each other. */
    public List<Path> all() {
        List<Path> all = new ArrayList<>(kernels);
        all.addAll(orientations);
        all.addAll(texts);
        return all;
    }

    /**
     * These files, on top of others if none of them contains positions, so that there is something to see.
     *
     * @param files as given by the user; may be empty
     * @param otherwise the initial kernels
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
            // Opening it reports why it cannot be read.
            return FileKind.OTHER;
        }
    }

    private static String reasonAgainst(Path file, FileKind kind) {
        return switch (kind) {
            case META_KERNEL -> "is a meta-kernel itself; SPICE does not nest them.";
            case TEXT_KERNEL ->
                OTHER_TEXTS.contains(suffix(file)) ? "is a text kernel of clocks or instruments, not needed here." : "";
            case OTHER_BINARY_KERNEL ->
                "is another kind of binary kernel: attitude (CK) or shape, which are not supported.";
            case NO_FILE ->
                NO_POSITIONS.contains(suffix(file))
                        ? "is missing; by its suffix it has no positions and is not needed here."
                        : "";
            default -> "";
        };
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
