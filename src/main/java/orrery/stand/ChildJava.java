package orrery.stand;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another Java process with this one's Java, flags and classes. Stateless. */
public final class ChildJava {
    private static final List<String> NOT_FOR_A_CHILD = List.of(
            "-agentlib:",
            "-agentpath:",
            "-javaagent:",
            "-XX:AOT",
            "-XX:SharedArchiveFile",
            "-Xmx",
            "-Xms",
            "-Xrun",
            "-XX:+Use",
            "-XX:StartFlightRecording",
            "-XX:+AutoCreateSharedArchive",
            "--module-path",
            "--add-modules=ALL",
            "-Djdk.module",
            "-Dcom.sun.management");

    private ChildJava() {}

    /** The launcher of this Java; empty if it has none. */
    public static Optional<Path> java() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        return Stream.of(bin.resolve("java"), bin.resolve("java.exe"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The command line of the process.
     *
     * @param java result of {@link #java}
     * @param main main class, from this program
     * @param flags additional flags, after this process's
     */
    public static List<String> command(Path java, Class<?> main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> NOT_FOR_A_CHILD.stream().noneMatch(flag::startsWith))
                .forEach(command::add);
        command.addAll(flags);
        String modules = System.getProperty("jdk.module.path");
        String module = main.getModule().getName();
        if (module != null && modules != null) {
            command.addAll(List.of("--module-path", modules, "--module", module + "/" + main.getName()));
        } else {
            command.addAll(List.of("-cp", classPath(main), main.getName()));
        }
        command.addAll(arguments);
        return command;
    }

    /** Prepares the process: without environment variables that make every Java print or take flags. */
    public static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(new File("").getAbsoluteFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        return builder;
    }

    /** Where a class and its dependencies were loaded from, by whatever loader. */
    private static String classPath(Class<?> main) {
        return main.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(URL::toString)
                        .map(url -> Path.of(URI.create(url)).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path", "");
    }
}
