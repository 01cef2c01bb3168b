package orrery.habits;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Figures of the source tree, room by room, as a Markdown table: lines, classes over 400 lines, public types, methods
 * over 70 lines, methods and constructors with more than 6 parameters (records' own left out), and repeated lines:
 * those in runs of six or more that stand elsewhere in the tree too, to the letter, not counting blank lines, comments,
 * imports, annotations and lone brackets. Of any tree: {@code java src/test/java/orrery/habits/HouseFigures.java
 * src/main/java}.
 */
public final class HouseFigures {
    private static final int LONG_CLASS = 400;
    private static final int LONG_METHOD = 70;
    private static final int MANY_PARAMETERS = 6;
    private static final int RUN = 6;
    private static final Pattern THIN = Pattern.compile("|[^\\w]*|(?:/?\\*|//|import |package |@\\w+$).*");

    private int lines;
    private int longClasses;
    private int publicTypes;
    private int longMethods;
    private int manyParameters;
    private int repeated;

    private HouseFigures() {}

    public static void main(String[] args) throws IOException {
        Map<String, HouseFigures> rooms = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
            files = walk.filter(file -> file.toString().endsWith(".java")
                            && !file.endsWith("module-info.java")
                            && !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions places = Trees.instance(task).getSourcePositions();
            Map<String, Integer> runs = new HashMap<>();
            for (Path file : files) {
                runs(file).forEach(run -> runs.merge(run, 1, Integer::sum));
            }
            for (CompilationUnitTree unit : task.parse()) {
                String room = unit.getPackageName().toString().replaceFirst("^orrery\\.?", "");
                HouseFigures figures =
                        rooms.computeIfAbsent(room.isEmpty() ? "(entry)" : room, _ -> new HouseFigures());
                figures.count(unit, places);
                figures.repeated += repeated(runs(Path.of(unit.getSourceFile().toUri())), runs);
            }
        }
        System.out.println("| room | lines | classes over 400 | public types | methods over 70 | parameters over 6 |"
                + " repeated lines |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        HouseFigures all = new HouseFigures();
        rooms.forEach((room, figures) -> {
            System.out.println(figures.row(room));
            all.add(figures);
        });
        System.out.println(all.row("**all**"));
    }

    private void count(CompilationUnitTree unit, SourcePositions places) throws IOException {
        int length = (int)
                Files.readString(Path.of(unit.getSourceFile().toUri())).lines().count();
        lines += length;
        longClasses += length > LONG_CLASS ? 1 : 0;
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared
                    && declared.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                publicTypes++;
            }
        }
        new TreeScanner<Void, Void>() {
            private int components;

            @Override
            public Void visitClass(ClassTree type, Void unused) {
                int outer = components;
                components = type.getKind() == Tree.Kind.RECORD ? components(type) : -1;
                super.visitClass(type, null);
                components = outer;
                return null;
            }

            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                if (places.getStartPosition(unit, method) >= 0 && method.getBody() != null) {
                    long from = unit.getLineMap().getLineNumber(places.getStartPosition(unit, method));
                    long until = unit.getLineMap().getLineNumber(places.getEndPosition(unit, method));
                    longMethods += until - from + 1 > LONG_METHOD ? 1 : 0;
                    int parameters = method.getParameters().size();
                    boolean ofRecord = method.getName().contentEquals("<init>") && parameters == components;
                    manyParameters += parameters > MANY_PARAMETERS && !ofRecord ? 1 : 0;
                }
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
    }

    /** Every run of lines in a file, each beginning one line after the one before. */
    private static List<String> runs(Path file) throws IOException {
        List<String> kept = Files.readString(file)
                .lines()
                .map(String::strip)
                .filter(line -> !THIN.matcher(line).matches())
                .toList();
        return IntStream.rangeClosed(0, kept.size() - RUN)
                .mapToObj(i -> String.join("\n", kept.subList(i, i + RUN)))
                .toList();
    }

    private static int repeated(List<String> own, Map<String, Integer> all) {
        int lines = 0;
        int until = 0;
        for (int i = 0; i < own.size(); i++) {
            if (all.getOrDefault(own.get(i), 0) > 1) {
                lines += i + RUN - Math.max(until, i);
                until = i + RUN;
            }
        }
        return lines;
    }

    private static int components(ClassTree type) {
        return (int) type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private void add(HouseFigures other) {
        lines += other.lines;
        longClasses += other.longClasses;
        publicTypes += other.publicTypes;
        longMethods += other.longMethods;
        manyParameters += other.manyParameters;
        repeated += other.repeated;
    }

    private String row(String room) {
        return "| " + room + " | " + lines + " | " + longClasses + " | " + publicTypes + " | " + longMethods + " | "
                + manyParameters + " | " + repeated + " |";
    }
}
