package orrery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.host.HostSystem;

/**
 * Whether this process may open as many files as it needs. Each of the program's own archives takes a descriptor. With
 * too few, class loading fails at arbitrary points, so this is checked first, with nothing but the JDK and the system's
 * name.
 */
final class Descriptors {
    /** The window has 76 open when nothing runs in it, on Linux. */
    static final int NEEDED = 128;

    private static final Pattern LINE = Pattern.compile("^Max open files\\s+(\\d+)", Pattern.MULTILINE);

    private Descriptors() {}

    /** What is lacking and the cure, in a sentence; empty where there are enough, or the system does not tell. */
    static Optional<String> lack() {
        try {
            return lack(Files.readString(HostSystem.proc("self/limits"), StandardCharsets.US_ASCII));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The same of the limits as Linux tells them. */
    static Optional<String> lack(String limits) {
        Matcher line = LINE.matcher(limits);
        if (!line.find() || line.group(1).length() > 9 || Integer.parseInt(line.group(1)) >= NEEDED) {
            return Optional.empty();
        }
        return Optional.of("orrery: this process may have no more than " + line.group(1)
                + " files open at once, and needs " + NEEDED + ". Raise the limit (ulimit -n 1024), and start again.");
    }
}
