package orrery.host;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Which system this is: what the virtual machine says, or, to see what the program answers elsewhere, what {@code
 * -Dorrery.os} pretends ({@code -Dorrery.os="Windows 11"}). Processes that it starts pretend the same. Nothing else in
 * the program asks for the system's name or looks under {@code /proc}; {@code HostSystemTest} holds that.
 *
 * <p>Thread-safe.
 */
public final class HostSystem {
    /** The property that simulates another system, for trials. */
    public static final String PROPERTY = "orrery.os";

    private HostSystem() {}

    /** The system's name, such as {@code Linux}. */
    public static String name() {
        String pretended = System.getProperty(PROPERTY, "");
        return pretended.isBlank() ? real() : pretended;
    }

    /** Name, version and processor, such as {@code Linux 6.1.0 amd64}; what is pretended is called that. */
    public static String described() {
        String real = real() + " " + System.getProperty("os.version", "?") + " " + System.getProperty("os.arch", "?");
        return name().equals(real()) ? real : real + ", pretending to be " + name();
    }

    private static String real() {
        return System.getProperty("os.name", "an unnamed system");
    }

    /** Whether it is Linux, with its {@code /proc} and its calls. */
    public static boolean isLinux() {
        return isLinux(name());
    }

    /** Whether it is Windows, which counts no descriptors. */
    public static boolean isWindows() {
        return isWindows(name());
    }

    static boolean isLinux(String name) {
        return name.toLowerCase(Locale.ROOT).contains("linux");
    }

    static boolean isWindows(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    static boolean isMac(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** A file or folder under {@code /proc}; if another system is simulated, a missing one. */
    public static Path proc(String path) {
        return isLinux() ? Path.of("/proc", path) : Path.of("/no-proc-on-" + name().replaceAll("\\W", "-"), path);
    }
}
