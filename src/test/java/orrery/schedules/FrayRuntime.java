package orrery.schedules;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import orrery.testing.ChildJvm;

/**
 * The virtual machine in which a controlled scheduler sees every step: a run-time image of this JDK whose own classes
 * Fray's jlink plugin has instrumented, its native agent, and {@link PlainFieldsAgent}. Made once a build folder, from
 * this JDK's packaged modules where it has them, else from its own run-time image.
 *
 * <p>Fray's Maven plugin is not used: it fetches a JDK of another vendor over the network, and asks for packaged
 * modules, which Temurin 25 no longer has.
 */
final class FrayRuntime {
    private static final List<String> MODULES = List.of(
            "java.instrument",
            "java.logging",
            "java.management",
            "java.sql",
            "jdk.jfr",
            "jdk.management",
            "jdk.unsupported");
    /** The packages that are opened to it. */
    private static final List<String> OPENED = List.of(
            "java.lang", "java.lang.reflect", "java.util", "java.util.concurrent.atomic", "java.io", "sun.nio.ch");

    private final Path folder;

    private FrayRuntime(Path folder) {
        this.folder = folder;
    }

    /** Whether there is a native agent for this system: only the one for Linux on x86-64 is on the test class path. */
    static boolean isForThisSystem() {
        return System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
    }

    /**
     * The runtime, made below {@code folder} unless it is there.
     *
     * @throws IllegalStateException if it cannot be made; the message holds what jlink says
     */
    static synchronized FrayRuntime in(Path folder) throws IOException, InterruptedException {
        String version =
                System.getProperty("java.vm.version") + " " + jar("fray-core").getFileName();
        Path home = folder.resolve("fray");
        Path marker = home.resolve("made-of");
        if (!Files.exists(marker) || !Files.readString(marker).equals(version)) {
            delete(home);
            Files.createDirectories(home);
            link(home);
            agent(home.resolve("agent.jar"));
            nativeAgent(home.resolve("libjvmti.so"));
            Files.writeString(marker, version);
        }
        return new FrayRuntime(home);
    }

    private static void link(Path folder) throws IOException, InterruptedException {
        String instrumentation = Arrays.stream(classPath())
                .filter(jar -> jar.matches(".*[/\\\\](fray-instrumentation-(jdk|base)|fray-runtime|kotlin-stdlib"
                        + "|kotlin-reflect|annotations|asm(-[a-z]+)?)-[0-9.]+\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Path image = folder.resolve("jdk");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "-J-javaagent:" + jar("fray-instrumentation-jdk"),
                "-J-Djava.io.tmpdir=" + folder,
                "-J--module-path=" + instrumentation,
                "-J--add-modules=org.pastalab.fray.instrumentation.jdk",
                "-J--class-path=" + instrumentation,
                "--output=" + image,
                "--add-modules=" + String.join(",", MODULES),
                "--fray-instrumentation");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("jlink made no instrumented runtime: " + said);
        }
        // Fray recognizes its own runtime by this line.
        Files.writeString(image.resolve("release"), "IMPLEMENTOR=Fray\n", StandardOpenOption.APPEND);
    }

    private static void agent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), PlainFieldsAgent.class.getName());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static void nativeAgent(Path library) throws IOException {
        try (JarFile jar = new JarFile(jar("fray-jvmti-linux").toFile());
                InputStream in = jar.getInputStream(jar.getEntry("libjvmti.so"))) {
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path jar(String name) {
        return Arrays.stream(classPath())
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith(name + "-"))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    private static String[] classPath() {
        return ChildJvm.classPath().split(File.pathSeparator, -1);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The command that runs jobs in it, {@code many} of them or so few that they end before code is optimized. */
    List<String> command(Path kernels, List<String> jobs, boolean many) {
        return command(folder.resolve("jdk"), true, kernels, jobs, many);
    }

    /** The same in this JDK, where nothing is controlled. */
    List<String> uninstrumented(Path kernels, List<String> jobs) {
        return command(Path.of(System.getProperty("java.home")), false, kernels, jobs, false);
    }

    private List<String> command(Path jdk, boolean instrumented, Path kernels, List<String> jobs, boolean many) {
        List<String> command = new ArrayList<>(List.of(
                jdk.resolve("bin").resolve("java").toString(),
                "-Xmx512m",
                // Fray leaves a folder there in every start.
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                // One thread runs at a time.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (many ? 4 : 1)));
        if (instrumented) {
            command.add("-javaagent:" + folder.resolve("agent.jar"));
            command.add("-agentpath:" + folder.resolve("libjvmti.so"));
        }
        for (String opened : OPENED) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", ChildJvm.classPath(), ScheduleSearch.class.getName(), kernels.toString()));
        command.addAll(jobs);
        return command;
    }
}
