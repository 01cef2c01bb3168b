package orrery.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import orrery.binding.FileKind;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.math.Counted;
import orrery.spk.KernelException;
import orrery.spk.Problem;

/**
 * The assessment of a file as a kernel, by its content and never by its name.
 *
 * @param path absolute path
 * @param condition its condition
 * @param reason what is wrong with it and what to do, in sentences; of many problems the first, and how many there are
 * (the contents have all); empty for a sound one
 * @param size bytes; 0 if it is missing
 * @param modified time of its last change; the epoch of 1970 if it is missing
 * @param contents the contents of an SPK, if readable
 * @param auxiliary the contents of a kernel with frames, orientation, names or leap seconds but no positions
 */
public record Appraisal(
        Path path,
        KernelCondition condition,
        String reason,
        long size,
        FileTime modified,
        Optional<KernelContents> contents,
        Optional<AuxiliaryContents> auxiliary) {
    private static final int MOST_TOLD = 2;
    /** For the files listed in a meta-kernel. */
    private static final int MOST_NAMED = 30;

    /**
     * Appraises a file: opens it, reads its structure, and closes it again. Never throws because of what a file is or
     * contains, even if it does not fit in memory, so that one bad file does not hide the others.
     *
     * @param registry shares its mapping if the file is already open
     */
    public static Appraisal of(Path file, KernelRegistry registry) {
        try {
            return read(file, registry);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new Appraisal(
                    file.toAbsolutePath().normalize(),
                    KernelCondition.NO_KERNEL,
                    "Cannot be examined: " + e + ". This is a defect of the program; the file is left alone.",
                    0,
                    FileTime.fromMillis(0),
                    none(),
                    Optional.empty());
        }
    }

    private static Appraisal read(Path file, KernelRegistry registry) {
        Path path = file.toAbsolutePath().normalize();
        long size = 0;
        FileTime modified = FileTime.fromMillis(0);
        FileKind kind;
        try {
            if (Files.exists(path, new LinkOption[0])) {
                size = Files.isRegularFile(path, new LinkOption[0]) ? Files.size(path) : 0;
                modified = Files.getLastModifiedTime(path, new LinkOption[0]);
            }
            kind = FileKind.of(path);
        } catch (IOException e) {
            return new Appraisal(
                    path,
                    KernelCondition.NO_KERNEL,
                    "Cannot be read: " + e.getMessage() + ".",
                    size,
                    modified,
                    none(),
                    Optional.empty());
        }
        if (kind == FileKind.META_KERNEL) {
            return metaKernel(path, size, modified);
        }
        if (kind == FileKind.TEXT_KERNEL || kind == FileKind.BINARY_PCK) {
            return auxiliary(path, kind, registry, size, modified);
        }
        try (KernelHandle kernel = registry.open(path)) {
            KernelContents contents = KernelContents.of(kernel).named(path);
            return new Appraisal(
                    path,
                    condition(contents),
                    reason(contents),
                    size,
                    modified,
                    Optional.of(contents),
                    Optional.empty());
        } catch (KernelException e) {
            return new Appraisal(
                    path, condition(kind, e), String.valueOf(e.getMessage()), size, modified, none(), Optional.empty());
        }
    }

    private static Appraisal auxiliary(
            Path path, FileKind kind, KernelRegistry registry, long size, FileTime modified) {
        try {
            AuxiliaryContents holds = AuxiliaryContents.read(path, registry);
            return new Appraisal(path, KernelCondition.SOUND, "", size, modified, none(), Optional.of(holds));
        } catch (KernelException e) {
            KernelCondition condition =
                    kind == FileKind.TEXT_KERNEL ? KernelCondition.TEXT_KERNEL : KernelCondition.DAMAGED;
            return new Appraisal(
                    path, condition, String.valueOf(e.getMessage()), size, modified, none(), Optional.empty());
        }
    }

    /** Whether it can be loaded: it has positions, or other contents that are used. */
    public boolean loadable() {
        return usable() || auxiliary.isPresent();
    }

    /** File name for display. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Whether it can answer for any state: even a truncated file may still work in part. */
    public boolean usable() {
        return contents.stream().anyMatch(KernelContents::usable);
    }

    /** Whether the file still exists with the same size and time. */
    public boolean isUpToDate() {
        try {
            return Files.size(path) == size
                    && Files.getLastModifiedTime(path, new LinkOption[0]).equals(modified);
        } catch (IOException _) {
            return false;
        }
    }

    private static Appraisal metaKernel(Path path, long size, FileTime modified) {
        try {
            KernelList list = KernelList.of(List.of(path));
            String summary = Counted.of(list.all().size(), "kernel") + " in order: "
                    + first(list.all(), k -> k.getFileName() + (Files.exists(k) ? "" : " (missing)"), ", ")
                    + ".";
            if (!list.unused().isEmpty()) {
                summary += " Not used: " + first(list.unused(), KernelList.UnusedFile::toString, " ");
            }
            return new Appraisal(path, KernelCondition.META_KERNEL, summary, size, modified, none(), Optional.empty());
        } catch (MetaKernelException e) {
            return new Appraisal(
                    path,
                    KernelCondition.NO_KERNEL,
                    String.valueOf(e.getMessage()),
                    size,
                    modified,
                    none(),
                    Optional.empty());
        }
    }

    /** The first few of many, and how many more there are. */
    private static <T> String first(List<T> all, Function<T, String> text, String between) {
        int more = all.size() - MOST_NAMED;
        return all.stream().limit(MOST_NAMED).map(text).collect(Collectors.joining(between))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static Optional<KernelContents> none() {
        return Optional.empty();
    }

    private static KernelCondition condition(KernelContents contents) {
        if (!contents.usable()) {
            return contents.problems().stream().anyMatch(p -> p.text().contains("is not supported"))
                    ? KernelCondition.UNSUPPORTED
                    : cut(contents) ? KernelCondition.TRUNCATED : KernelCondition.DAMAGED;
        }
        return contents.problems().isEmpty()
                ? KernelCondition.SOUND
                : cut(contents) ? KernelCondition.TRUNCATED : KernelCondition.IN_PART;
    }

    private static boolean cut(KernelContents contents) {
        return contents.problems().stream().map(Problem::text).anyMatch(Appraisal::tellsOfACut);
    }

    private static boolean tellsOfACut(String text) {
        return text.contains("cut short") || text.contains("file ends within");
    }

    private static String reason(KernelContents contents) {
        if (contents.segments().isEmpty()) {
            return "It has no segments: nothing in it gives positions.";
        }
        List<Problem> problems = contents.problems();
        if (problems.size() <= MOST_TOLD) {
            return problems.stream().map(Problem::toString).collect(Collectors.joining(" "));
        }
        int aside = contents.segments().size() - contents.extent().usable();
        return (aside == 0 ? "" : aside + " of " + contents.segments().size() + " segments are set aside. ")
                + "First of "
                + problems.size()
                + " problems: "
                + problems.getFirst();
    }

    private static KernelCondition condition(FileKind kind, KernelException failure) {
        return switch (kind) {
            case NO_FILE -> KernelCondition.MISSING;
            case LFS_POINTER -> KernelCondition.LFS_POINTER;
            case WEB_PAGE -> KernelCondition.WEB_PAGE;
            case TEXT_KERNEL, META_KERNEL -> KernelCondition.TEXT_KERNEL;
            case BINARY_PCK, OTHER_BINARY_KERNEL -> KernelCondition.OTHER_DAF;
            case SPK -> {
                String summary = String.valueOf(failure.getMessage());
                yield tellsOfACut(summary) || summary.contains("bytes long; an SPK file has at least")
                        ? KernelCondition.TRUNCATED
                        : failure instanceof orrery.spk.NotAnSpkException
                                ? KernelCondition.OTHER_DAF
                                : KernelCondition.DAMAGED;
            }
            case COMPRESSED, EMPTY, OTHER -> KernelCondition.NO_KERNEL;
        };
    }
}
