package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the compiler's parser sees in the program's sources: names that mislead, and methods that are too long or have
 * too many parameters.
 */
class SourceShapeTest {
    private static final Path SOURCES = Path.of(System.getProperty("orrery.basedir", "."), "src", "main", "java");

    private static final int LONGEST_METHOD = 70;

    /** Transcriptions of published algorithms. */
    private static final Set<String> TRANSCRIBED =
            Set.of("DeepSpace.halfDay", "DeepSpace.initialize", "Sgp4.evaluate", "Sgp4.setUp", "TwoBody.propagate");

    private static final int MOST_PARAMETERS = 6;

    /** In the path of a query, where an object for some of these values might be allocated each time. */
    private static final Set<String> IN_THE_QUERY_PATH = Set.of("ShrinkingWindow.state");

    /** Packages whose types a class of ours may import as a matter of course. */
    private static final Set<String> FAMILIAR =
            Set.of("java/io", "java/lang", "java/net", "java/nio", "java/text", "java/time", "java/util");

    /**
     * Names that ours keep: JavaFX's {@code Blend} and {@code Camera} have no use here; {@code java.util.Observer} is
     * deprecated; {@code java.util.stream.Nodes} is not public; {@code Reader} is what others implement for the stand.
     */
    private static final Set<String> KEPT = Set.of("Blend", "Camera", "Nodes", "Observer", "Reader");

    private static final Set<String> types = new TreeSet<>();
    private static final List<String> tripled = new ArrayList<>();
    private static final Set<String> tooLong = new TreeSet<>();
    private static final Set<String> crowded = new TreeSet<>();

    @BeforeAll
    static void parseAll() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("module-info.java")
                            && !file.endsWith("package-info.java"))
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions places = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls()
                        .forEach(type ->
                                types.add(((ClassTree) type).getSimpleName().toString()));
                new Shape(unit, places).scan(unit, null);
            }
        }
    }

    /** A record's component and its accessor are one thing, so records are left out. */
    @Test
    void noNameIsAFieldAMethodAndALocalVariableOfOneClass() {
        assertThat(types).hasSizeGreaterThan(900);
        assertThat(tripled).isEmpty();
    }

    @Test
    void aMethodFitsOnAScreen() {
        assertThat(tooLong)
                .as("methods of more than %d lines", LONGEST_METHOD)
                .containsExactlyInAnyOrderElementsOf(TRANSCRIBED);
    }

    /** The constructors of records are left out: they have as many parameters as the record has components. */
    @Test
    void valuesThatTravelTogetherAreOneParameter() {
        assertThat(crowded)
                .as("methods of more than %d parameters", MOST_PARAMETERS)
                .containsExactlyInAnyOrderElementsOf(IN_THE_QUERY_PATH);
    }

    @Test
    void noTypeHasTheNameOfOneOfTheJdkOrJavaFx() throws Exception {
        Set<String> theirs = new HashSet<>();
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        for (String familiar : FAMILIAR) {
            try (Stream<Path> walk = Files.walk(modules.resolve(familiar))) {
                walk.forEach(file -> addType(theirs, file.getFileName().toString()));
            }
        }
        for (Class<?> one : List.of(ObservableList.class, Node.class, Control.class)) {
            URI jar = one.getProtectionDomain().getCodeSource().getLocation().toURI();
            try (JarFile javafx = new JarFile(Path.of(jar).toFile())) {
                javafx.stream()
                        .filter(entry -> entry.getName().startsWith("javafx/"))
                        .forEach(entry -> addType(
                                theirs,
                                entry.getName().substring(entry.getName().lastIndexOf('/') + 1)));
            }
        }
        assertThat(theirs).contains("Timeline", "Region", "Axis", "DateFormat", "Clock", "Condition");
        Set<String> both = new TreeSet<>(types);
        both.retainAll(theirs);
        assertThat(both).containsExactlyInAnyOrderElementsOf(KEPT);
    }

    private static void addType(Set<String> names, String file) {
        if (file.endsWith(".class") && file.indexOf('$') < 0) {
            names.add(file.substring(0, file.length() - ".class".length()));
        }
    }

    /** Looks at the classes of one file. */
    private static final class Shape extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions places;
        private Set<String> locals = new TreeSet<>();
        private String owner = "";
        private boolean isRecord;

        Shape(CompilationUnitTree unit, SourcePositions places) {
            this.unit = unit;
            this.places = places;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            Set<String> outside = locals;
            String around = owner;
            boolean wasRecord = isRecord;
            locals = new TreeSet<>();
            owner = type.getSimpleName().toString();
            isRecord = type.getKind() == Tree.Kind.RECORD;
            Set<String> fields = new HashSet<>();
            Set<String> methods = new HashSet<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field) {
                    fields.add(field.getName().toString());
                    scan(field.getInitializer(), null);
                } else {
                    if (member instanceof MethodTree method) {
                        methods.add(method.getName().toString());
                    }
                    scan(member, null);
                }
            }
            if (!isRecord) {
                locals.stream()
                        .filter(name -> fields.contains(name) && methods.contains(name))
                        .forEach(name -> tripled.add(owner + "." + name));
            }
            locals = outside;
            owner = around;
            isRecord = wasRecord;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null) {
                long first = unit.getLineMap().getLineNumber(places.getStartPosition(unit, method));
                long last = unit.getLineMap().getLineNumber(places.getEndPosition(unit, method));
                if (last - first + 1 > LONGEST_METHOD) {
                    tooLong.add(owner + "." + method.getName());
                }
                boolean ofRecord = isRecord && method.getName().contentEquals("<init>");
                if (method.getParameters().size() > MOST_PARAMETERS && !ofRecord) {
                    crowded.add(owner + "." + method.getName());
                }
                scan(method.getBody(), null);
            }
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
            return scan(lambda.getBody(), null);
        }

        @Override
        public Void visitVariable(VariableTree local, Void unused) {
            locals.add(local.getName().toString());
            return super.visitVariable(local, null);
        }
    }
}
