package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;

/**
 * The reader's jar in Apache Spark's executors ({@code local-cluster}: separate processes, started by Spark's own
 * master and workers): they give the same bits as one process, and each maps the kernel once. Spark's jars belong to a
 * separate project, {@code src/spark/pom.xml}, which the profile {@code long} gathers; so does the program.
 */
@Tag("long")
@EnabledOnOs(OS.LINUX)
class SparkExecutorsTest {
    private static final Path TOP =
            Path.of(System.getProperty("orrery.basedir", ".")).toAbsolutePath().normalize();
    private static final Path SPARK = TOP.resolve("target/projects/spark");
    private static final Path KERNEL = TOP.resolve("kernels/orrery_1900_2100.bsp");
    private static final Path READER = TOP.resolve("target/orrery-reader-1.0.jar");

    private static final int STATES = 10_000_000;
    private static final int PARTS = 40;
    private static final int EXECUTORS = 2;

    @TempDir
    private Path dir;

    /** A line of the program: a part's number, executor, process, mappings made, maps there, checksum, digest. */
    private record Part(int part, String executor, String process, int opened, int mapped, double sum, String digest) {
        static Part of(String line) {
            String[] words = line.split(" ", -1);
            return new Part(
                    Integer.parseInt(words[1]),
                    words[2],
                    words[3],
                    Integer.parseInt(words[4]),
                    Integer.parseInt(words[5]),
                    Double.parseDouble(words[6]),
                    words[7]);
        }
    }

    @Test
    void executorsAnswerAsOneProcessDoesAndMapTheKernelOnceEach() throws Exception {
        assumeTrue(Files.isDirectory(SPARK.resolve("jars")), "skipped: mvn -Plong has not gathered Spark's jars");
        assumeTrue(Files.exists(READER), "skipped: Maven has not made the reader's jar");
        List<String> lines = submit(program());
        List<Part> parts = lines.stream()
                .filter(line -> line.startsWith("part "))
                .map(Part::of)
                .toList();

        assertThat(parts)
                .extracting(Part::part)
                .containsExactlyElementsOf(IntStream.range(0, PARTS).boxed().toList());
        Map<String, List<Part>> processes = parts.stream().collect(Collectors.groupingBy(Part::process));
        assertThat(processes).as("processes that answered").hasSize(EXECUTORS);
        assertThat(parts.stream().map(Part::executor).distinct()).hasSize(EXECUTORS);
        assertThat(parts).as("mappings made, maps there").allMatch(part -> part.opened() == 1 && part.mapped() == 1);

        List<Part> here = oneProcess();
        assertThat(parts)
                .extracting(Part::digest)
                .containsExactlyElementsOf(here.stream().map(Part::digest).toList());
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        here.forEach(part -> all.update(HexFormat.of().parseHex(part.digest())));
        assertThat(lines.getLast())
                .isEqualTo("all " + here.stream().mapToDouble(Part::sum).reduce(0, Double::sum) + " "
                        + HexFormat.of().formatHex(all.digest()));
    }

    /** The same parts, one after another, by the classes beside this test. */
    private static List<Part> oneProcess() throws Exception {
        List<Part> parts = new ArrayList<>();
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(KERNEL))) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            Queries queries = QueryPlan.of(pool).draw(QueryPlan.Order.RANDOM, STATES, 1);
            double[] state = new double[6];
            ByteBuffer bytes = ByteBuffer.allocate(48);
            for (int part = 0; part < PARTS; part++) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                double sum = 0;
                for (int i = part * (STATES / PARTS); i < (part + 1) * (STATES / PARTS); i++) {
                    ephemeris.state(queries.target(i), queries.center(i), queries.et(i), state);
                    sum += state[0] + state[3];
                    bytes.asDoubleBuffer().put(state);
                    digest.update(bytes.array());
                }
                parts.add(new Part(part, "", "", 1, 1, sum, HexFormat.of().formatHex(digest.digest())));
            }
        }
        return parts;
    }

    /** The program's jar, compiled against Spark and the reader alone. */
    private Path program() throws IOException {
        Path classes = dir.resolve("classes");
        List<String> jars = new ArrayList<>(List.of(READER.toString()));
        try (Stream<Path> spark = Files.list(SPARK.resolve("jars"))) {
            spark.map(Path::toString).sorted().forEach(jars::add);
        }
        List<String> javac = new ArrayList<>(List.of("-Xlint:all,-classfile", "-Werror", "-proc:none", "-d"));
        javac.add(classes.toString());
        javac.addAll(List.of("-cp", String.join(File.pathSeparator, jars)));
        try (Stream<Path> sources = Files.list(TOP.resolve("src/spark/java/scale"))) {
            sources.map(Path::toString).sorted().forEach(javac::add);
        }
        tool("javac", javac.toArray(String[]::new));
        Path jar = dir.resolve("scale.jar");
        tool("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    /** Runs the driver as spark-submit does: Spark's jars on its class path, everything else a setting. */
    private List<String> submit(Path program) throws Exception {
        Path home = Files.createDirectory(dir.resolve("spark"));
        Files.createSymbolicLink(home.resolve("jars"), SPARK.resolve("jars"));
        Path errors = dir.resolve("errors");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dspark.app.name=bench-plan",
                "-Dspark.master=local-cluster[" + EXECUTORS + ",2,1024]",
                "-Dspark.executor.memory=1g",
                "-Dspark.ui.enabled=false",
                "-Dspark.local.dir=" + dir.resolve("local"),
                "-Dspark.jars=" + program + "," + READER,
                "-cp",
                home.resolve("jars") + "/*" + File.pathSeparator + program + File.pathSeparator + READER,
                "scale.BenchPlanOnSpark",
                KERNEL.toString(),
                Integer.toString(STATES),
                "1",
                Integer.toString(PARTS)));
        ProcessBuilder driver =
                new ProcessBuilder(command).directory(dir.toFile()).redirectError(errors.toFile());
        driver.environment().put("SPARK_HOME", home.toString());
        driver.environment().put("SPARK_SCALA_VERSION", "2.13");
        driver.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        driver.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = driver.start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return lines;
    }

    private static void tool(String name, String... arguments) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int status = ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments);
        assertThat(status).as(name + ": " + text).isZero();
    }
}
