package orrery.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import orrery.files.Digest;
import orrery.host.HostSystem;
import orrery.host.ProgramBuild;

/**
 * One copy of the program on one machine: the scope of a proof. A different archive or Java version makes a different
 * copy; a different system or identity, a different machine.
 *
 * <p>Immutable.
 *
 * @param version the program's
 * @param build 16 hexadecimal digits of the SHA-256 of its archive and its Java's version; {@code unpacked} stands for
 *     the archive if it runs from a folder of classes
 * @param machine 16 hexadecimal digits of the SHA-256 of the system's name, processor and identity, which cannot be
 *     recovered from them
 */
public record ProgramCopy(String version, String build, String machine) {
    private static final int DIGITS = 16;
    private static final Path IDENTITY = Path.of("/etc/machine-id");

    /**
     * This one. Reads the program's archive: for a background thread.
     *
     * @throws IOException if it cannot be read
     */
    public static ProgramCopy here() throws IOException {
        Optional<Path> archive = ProgramBuild.archive();
        String bytes = archive.isPresent() ? Digest.of(archive.get()) : "unpacked";
        return of(
                ProgramBuild.version(),
                bytes + " " + Runtime.version(),
                HostSystem.name() + " " + System.getProperty("os.arch", "?") + " " + identity(System.getenv()));
    }

    static ProgramCopy of(String version, String build, String machine) {
        return new ProgramCopy(version.replaceAll("\\s", "-"), digits(build), digits(machine));
    }

    private static String digits(String text) {
        return Digest.of(("orrery " + text).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** What the system calls the machine; empty where it has no such name. */
    private static String identity(Map<String, String> environment) {
        try {
            return Files.readString(IDENTITY).strip();
        } catch (IOException _) {
            return environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", ""));
        }
    }

    /** Its three parts, with a blank between them. */
    public String text() {
        return version + " " + build + " " + machine;
    }
}
