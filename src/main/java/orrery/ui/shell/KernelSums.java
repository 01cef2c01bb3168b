package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import orrery.files.Digest;
import orrery.library.PathText;
import orrery.ui.orrery.ViewLink;

/**
 * SHA-256 of kernel files, and the search for a file by its sum. Reads whole files: not for the JavaFX thread. A sum is
 * cached while the file's size and time do not change. Thread-safe.
 */
final class KernelSums {
    private record KnownSum(long size, long modified, String sum) {}

    private final Map<Path, KnownSum> known = new ConcurrentHashMap<>();

    /**
     * The SHA-256 of a file, 64 hexadecimal digits.
     *
     * @throws IOException if it cannot be read
     */
    String of(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        KnownSum before = known.get(path);
        long modified = now.lastModifiedTime().toMillis();
        if (before != null && before.size == now.size() && before.modified == modified) {
            return before.sum;
        }
        String sum = Digest.of(path);
        known.put(path, new KnownSum(now.size(), modified, sum));
        return sum;
    }

    /**
     * Kernels as named in a link.
     *
     * @throws IOException if one cannot be read
     */
    List<ViewLink.Kernel> describe(List<Path> files) throws IOException {
        List<ViewLink.Kernel> kernels = new ArrayList<>();
        for (Path file : files) {
            kernels.add(new ViewLink.Kernel(String.valueOf(file.getFileName()), of(file)));
        }
        return kernels;
    }

    /** Whether one of these files has the requested contents. */
    boolean isAmong(ViewLink.Kernel wanted, List<Path> files) {
        return files.stream().anyMatch(file -> is(wanted, file));
    }

    private boolean is(ViewLink.Kernel wanted, Path file) {
        try {
            return Files.isRegularFile(file) && of(file).equals(wanted.sha256());
        } catch (IOException e) {
            // An unreadable file is not the one.
            return false;
        }
    }

    /**
     * A file with the requested contents: one of those given, or one of the requested name in one of their folders.
     *
     * @param near files to start with
     */
    Optional<Path> find(ViewLink.Kernel wanted, List<Path> near) {
        Set<Path> candidates = new LinkedHashSet<>(near);
        for (Path file : near) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                PathText.parse(wanted.name()).map(folder::resolve).ifPresent(candidates::add);
            }
        }
        return candidates.stream().filter(file -> is(wanted, file)).findFirst();
    }
}
