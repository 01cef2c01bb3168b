package orrery.telemetry;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Which system this is: what the virtual machine says, or, to see what the program answers elsewhere, what
 * {@code -Dorrery.os} pretends ({@code -Dorrery.os="Windows 11"}). Processes that it starts pretend the same.
 *
 * <p>Thread-safe.
 */
public final class HostSystem {
    /** Names another system than this one, for trials. */
    public static final String PROPERTY = "orrery.os";

    private HostSystem() {}

    /** The system's name, such as {@code Linux}. */
    public static String name() {
        String pretended = System.getProperty(PROPERTY, "");
        return pretended.isBlank() ? System.getProperty("os.name", "an unnamed system") : pretended;
    }

    /** Whether it is Linux, with its {@code /proc} and its calls. */
    public static boolean isLinux() {
        return name().toLowerCase(Locale.ROOT).contains("linux");
    }

    /** Whether it is Windows, which counts no descriptors. */
    public static boolean isWindows() {
        return name().toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** A file or folder under {@code /proc}; where another system is pretended, one that is not there, as it is not there. */
    public static Path proc(String path) {
        return isLinux() ? Path.of("/proc", path) : Path.of("/no-proc-on-" + name().replaceAll("\\W", "-"), path);
    }
}
