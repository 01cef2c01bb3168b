package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the README and the pages name exists: classes, rooms, files, and the pages that they link to. */
class DocumentsTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));

    /** A class in backticks, alone or with a member: at least two humps, so that no word of plain text is taken for one. */
    private static final Pattern TYPE =
            Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:\\.[a-zA-Z]\\w*)?(?:\\(\\))?`");

    private static final Pattern ROOM = Pattern.compile("`(orrery(?:\\.[a-z]+)+)`");
    private static final Pattern FILE = Pattern.compile("`((?:src|assets|kernels|\\.ci|\\.github)/[^`\\s*]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyClassThatTheDocumentsNameExists() throws IOException {
        Set<String> known = types();
        assertThat(known).hasSizeGreaterThan(5000);
        assertThat(named(TYPE, (_, name) -> known.contains(name))).isEmpty();
    }

    @Test
    void everyRoomThatTheDocumentsNameExists() throws IOException {
        assertThat(named(ROOM, (_, name) -> Files.isDirectory(BASE.resolve("src/main/java/" + name.replace('.', '/')))))
                .isEmpty();
    }

    @Test
    void everyFileThatTheDocumentsNameExists() throws IOException {
        assertThat(named(FILE, (_, name) -> Files.exists(BASE.resolve(name)))).isEmpty();
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        assertThat(named(LINK, (page, link) -> Files.exists(page.getParent().resolve(link))))
                .isEmpty();
    }

    @FunctionalInterface
    private interface Known {
        boolean test(Path page, String name);
    }

    private static List<String> named(Pattern pattern, Known known) throws IOException {
        List<String> unknown = new ArrayList<>();
        int found = 0;
        for (Path page : pages()) {
            Matcher matcher = pattern.matcher(Files.readString(page));
            while (matcher.find()) {
                found++;
                if (!known.test(page, matcher.group(1))) {
                    unknown.add(BASE.relativize(page) + ": " + matcher.group(1));
                }
            }
        }
        assertThat(found).as("a check of nothing is no check").isPositive();
        return unknown;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.walk(BASE.resolve("src/site/markdown"));
                Stream<Path> house = Files.walk(BASE.resolve(".github"))) {
            return Stream.concat(Stream.of(BASE.resolve("README.md")), Stream.concat(site, house))
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Simple names of the types of the program, its tests and benchmarks, the JDK and the libraries. */
    private static Set<String> types() throws IOException {
        Set<String> types = new HashSet<>();
        try (Stream<Path> sources = Files.walk(BASE.resolve("src"))) {
            sources.filter(path -> path.toString().endsWith(".java"))
                    .forEach(path -> types.add(simpleName(path.getFileName().toString(), ".java")));
        }
        try (Stream<Path> jdk =
                Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules"))) {
            jdk.map(Path::getFileName)
                    .map(String::valueOf)
                    .filter(name -> name.endsWith(".class"))
                    .forEach(name -> types.add(simpleName(name, ".class")));
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && Files.exists(Path.of(entry))) {
                addJar(types, entry);
            }
        }
        return types;
    }

    private static void addJar(Set<String> types, String jar) {
        try (ZipFile zip = new ZipFile(jar)) {
            zip.stream()
                    .map(entry -> entry.getName().substring(entry.getName().lastIndexOf('/') + 1))
                    .filter(name -> name.endsWith(".class"))
                    .forEach(name -> types.add(simpleName(name, ".class")));
        } catch (IOException e) {
            throw new UncheckedIOException(jar, e);
        }
    }

    private static String simpleName(String file, String suffix) {
        String name = file.substring(0, file.length() - suffix.length());
        return name.substring(name.lastIndexOf('$') + 1);
    }
}
