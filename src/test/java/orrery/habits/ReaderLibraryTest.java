package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.NaifIds;
import orrery.testing.Concurrent;
import orrery.testing.MadeKernels;
import orrery.time.Dates;

/**
 * The reader's own jar, as another project uses it: it needs the JDK's base module alone, and a program compiles and
 * runs against it and nothing else, as a module and on the class path. Maven makes the jar before the tests; elsewhere
 * there may be none.
 */
@Concurrent
class ReaderLibraryTest {
    private static final Path TOP = Path.of(System.getProperty("orrery.basedir", "."));

    private static final Pattern JAR = Pattern.compile("orrery-reader-[\\d.]+\\.jar");

    private static final String PROGRAM = """
        package stranger;

        import java.nio.file.Path;
        import java.util.List;
        import orrery.binding.KernelPool;
        import orrery.binding.KernelRegistry;
        import orrery.ephemeris.Bodies;
        import orrery.ephemeris.Body;
        import orrery.ephemeris.Ephemeris;
        import orrery.ephemeris.PlaceKind;
        import orrery.spk.NaifIds;
        import orrery.time.Dates;

        /** Prints a state bit by bit, and what needs the jar's tables. */
        public final class Stranger {
            private Stranger() {}

            public static void main(String[] args) {
                try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(Path.of(args[0])))) {
                    Ephemeris ephemeris = Ephemeris.of(pool);
                    double et = Dates.parse("2000-06-21 12:00 UTC");
                    double[] state = new double[6];
                    ephemeris.state(NaifIds.MOON, NaifIds.EARTH, et, state);
                    for (double number : state) {
                        System.out.println(Long.toHexString(Double.doubleToRawLongBits(number)));
                    }
                    Body moon = Bodies.of(Bodies.resolve("Moon"));
                    ephemeris.planetAt(moon.id(), NaifIds.EARTH, et, PlaceKind.TRUE_EQUATOR, state);
                    System.out.println(moon.name() + " " + Double.isFinite(state[0]));
                    System.out.println(Stranger.class.getModule().isNamed());
                }
            }
        }
        """;

    @TempDir
    private Path dir;

    private Path jar = Path.of("");

    @BeforeEach
    void findTheJar() throws IOException {
        try (Stream<Path> files = Files.list(TOP.resolve("target"))) {
            List<Path> jars = files.filter(
                            file -> JAR.matcher(file.getFileName().toString()).matches())
                    .toList();
            assumeTrue(jars.size() == 1, "Maven has not made the jar");
            jar = jars.getFirst();
        }
    }

    @Test
    void itNeedsTheBaseModuleAlone() {
        ModuleDescriptor descriptor =
                ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        assertThat(descriptor.name()).isEqualTo("orrery.reader");
        assertThat(descriptor.requires().stream().map(ModuleDescriptor.Requires::name))
                .containsExactly("java.base");
        assertThat(descriptor.exports().stream().map(ModuleDescriptor.Exports::source))
                .containsExactlyInAnyOrder(
                        "orrery.binding", "orrery.ephemeris", "orrery.frames", "orrery.spk", "orrery.time");
        // JSpecify's annotations are for compilers; the virtual machine does not need them.
        assertThat(tool(
                                "jdeps",
                                "--multi-release",
                                "base",
                                "--ignore-missing-deps",
                                "--print-module-deps",
                                jar.toString())
                        .strip())
                .isEqualTo("java.base");
    }

    @Test
    void itsPomHasNoDependencies() throws IOException {
        assertThat(Files.readString(TOP.resolve("target/reader/pom.xml")))
                .contains("<groupId>io.github.orrery</groupId>", "<artifactId>orrery-reader</artifactId>")
                .doesNotContain("<dependenc", "${");
    }

    @Test
    void aProgramUsesItAsAModule() throws Exception {
        Path sources = write("src/stranger/Stranger.java", PROGRAM).getParent().getParent();
        Path module = write("src/module-info.java", "module stranger {\n    requires orrery.reader;\n}\n");
        Path classes = dir.resolve("classes");
        tool(
                "javac",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                "--module-path",
                jar.toString(),
                module.toString(),
                sources.resolve("stranger/Stranger.java").toString());
        assertThat(run("--module-path", jar + File.pathSeparator + classes, "--module", "stranger/stranger.Stranger"))
                .isEqualTo(expected(true));
    }

    @Test
    void aProgramUsesItOnTheClassPath() throws Exception {
        Path source = write("src/stranger/Stranger.java", PROGRAM);
        Path classes = dir.resolve("classes");
        tool("javac", "-Xlint:all", "-Werror", "-d", classes.toString(), "-cp", jar.toString(), source.toString());
        assertThat(run("-cp", jar + File.pathSeparator + classes, "stranger.Stranger"))
                .isEqualTo(expected(false));
    }

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String tool(String name, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments);
        assertThat(status).as(name + ": " + said).isZero();
        return said.toString();
    }

    private List<String> run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        command.add(MadeKernels.planets(dir.resolve("planets.bsp"), 1).toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private List<String> expected(boolean named) {
        List<String> lines = new ArrayList<>();
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(dir.resolve("planets.bsp")))) {
            double[] state = new double[6];
            Ephemeris.of(pool).state(NaifIds.MOON, NaifIds.EARTH, Dates.parse("2000-06-21 12:00 UTC"), state);
            for (double number : state) {
                lines.add(Long.toHexString(Double.doubleToRawLongBits(number)));
            }
        }
        lines.add("Moon true");
        lines.add(Boolean.toString(named));
        return lines;
    }
}
