package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
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
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the README and the pages name exists: classes, rooms, files, and the pages that they link to; and the reader's
 * public members have their javadoc.
 */
class DocumentsTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));

    /**
     * A class in backticks, alone or with a member: at least two humps, so that no word of plain text is taken for one.
     */
    private static final Pattern TYPE =
            Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:\\.[a-zA-Z]\\w*)?(?:\\(\\))?`");

    private static final Pattern ROOM = Pattern.compile("`(orrery(?:\\.[a-z]+)+)`");
    private static final Pattern FILE = Pattern.compile("`((?:src|assets|kernels|\\.ci|\\.github)/[^`\\s*]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|orrery:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    private static final List<String> READER =
            List.of("math", "time", "spk", "binding", "frames", "ephemeris", "files");

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

    @Test
    void everyPublicMemberOfTheReaderIsDocumented() throws IOException {
        List<String> found = new ArrayList<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> sources = new ArrayList<>();
            for (String room : READER) {
                try (Stream<Path> paths = Files.list(BASE.resolve("src/main/java/orrery/" + room))) {
                    paths.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
                }
            }
            JavacTask task = (JavacTask)
                    javac.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            DocScan scan = new DocScan(DocTrees.instance(task), found);
            task.parse().forEach(unit -> scan.scan(unit, null));
            assertThat(scan.members).isGreaterThan(500);
        }
        assertThat(found)
                .as("public members without javadoc, @param or @return; the javadoc jar is not made with one")
                .isEmpty();
    }

    /** Checks only public members of public types; an overriding method has its javadoc in the supertype. */
    private static final class DocScan extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final List<String> found;
        private int members;

        DocScan(DocTrees docs, List<String> found) {
            this.docs = docs;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            Tree outer = getCurrentPath().getParentPath().getLeaf();
            boolean inInterface = outer instanceof ClassTree around && around.getKind() == Tree.Kind.INTERFACE;
            if (!inInterface && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                return null;
            }
            String doc = docOf(type.getSimpleName().toString());
            if (type.getKind() == Tree.Kind.RECORD) {
                for (Tree member : type.getMembers()) {
                    if (member instanceof VariableTree component
                            && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
                        wants(
                                doc,
                                "@param " + component.getName(),
                                type.getSimpleName().toString());
                    }
                }
            }
            return super.visitClass(type, null);
        }

        private static List<String> components(ClassTree type) {
            List<VariableTree> all = new ArrayList<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree component
                        && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
                    all.add(component);
                }
            }
            return names(all);
        }

        private static List<String> names(List<? extends VariableTree> variables) {
            return variables.stream().map(v -> v.getName().toString()).toList();
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            ModifiersTree how = method.getModifiers();
            boolean inherited = how.getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
            boolean open = how.getFlags().contains(Modifier.PUBLIC) || type.getKind() == Tree.Kind.INTERFACE;
            // A record's own constructor has the parameters of the record; another has its own.
            boolean canonical = type.getKind() == Tree.Kind.RECORD
                    && method.getReturnType() == null
                    && names(method.getParameters()).equals(components(type));
            if (open && !inherited && !canonical && !how.getFlags().contains(Modifier.PRIVATE)) {
                String name = type.getSimpleName() + "." + method.getName();
                String doc = docOf(name);
                method.getParameters().forEach(p -> wants(doc, "@param " + p.getName(), name));
                method.getTypeParameters().forEach(p -> wants(doc, "@param <" + p.getName() + ">", name));
                if (method.getReturnType() != null
                        && !method.getReturnType().toString().equals("void")) {
                    wants(doc, "@return", name);
                }
            }
            return null;
        }

        private String docOf(String name) {
            members++;
            String doc = docs.getDocComment(getCurrentPath());
            if (doc == null) {
                found.add(name + " has no javadoc");
            }
            return doc == null ? "" : doc;
        }

        private void wants(String doc, String tag, String name) {
            if (!doc.isEmpty()
                    && !Pattern.compile(Pattern.quote(tag) + "(?!\\w)")
                            .matcher(doc)
                            .find()) {
                found.add(name + " has no " + tag);
            }
        }
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
