package orrery.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a program that was killed while writing left behind: a {@link PartFile} or a {@link ScratchFolder} whose writer
 * has ended.
 *
 * @param path the hidden file or folder
 * @param target its intended name, as far as it fits
 * @param bytes its size, including everything in it
 */
public record Leftover(Path path, String target, long bytes) {
    /**
     * Finds leftovers in a folder by name, without subfolders. Writers on other machines cannot be seen from here: ask
     * the user before removing one.
     *
     * @param folder the folder
     * @return what was found
     * @throws IOException if the folder cannot be listed
     */
    public static List<Leftover> in(Path folder) throws IOException {
        List<Leftover> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path file : files) {
                Optional<PartName> name = PartName.of(file);
                if (name.isPresent() && name.get().isOrphan()) {
                    found.add(new Leftover(file, name.get().target(), size(file)));
                }
            }
        }
        found.sort(Comparator.comparing(Leftover::path));
        return found;
    }

    private static long size(Path file) throws IOException {
        try (Stream<Path> walk = Files.walk(file)) {
            return walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    /**
     * Removes it.
     *
     * @throws IOException if it cannot be removed
     */
    public void remove() throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            ScratchFolder.remove(path);
        } else {
            Files.deleteIfExists(path);
        }
    }
}
