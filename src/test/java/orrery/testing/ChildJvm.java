package orrery.testing;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another virtual machine with the classes of the tests, to examine a whole process. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * The command that runs a main class there; {@code options} of the virtual machine come first. It is tuned to start
     * quickly; a test that needs the second compiler adds {@code -XX:TieredStopAtLevel=4}.
     */
    public static List<String> command(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where the tests were loaded from, whatever runs them. */
    public static String classPath() {
        if (ChildJvm.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(URL::toString)
                    .map(url -> Path.of(URI.create(url)).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
