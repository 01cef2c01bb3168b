package orrery.stand;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a process died, from its exit status and its last output. Stateless. */
final class DeathCause {
    /** For a process killed by a signal, the status is this plus the signal's number. */
    private static final int BY_SIGNAL = 128;

    /** What the virtual machine prints before it aborts after another signal. */
    private static final Pattern CAUGHT = Pattern.compile("(SIG[A-Z]+) \\(0x([0-9a-f]+)\\)");

    private static final Map<Integer, String> NAMES = Map.of(
            4, "SIGILL", 5, "SIGTRAP", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 13,
            "SIGPIPE", 15, "SIGTERM");

    private DeathCause() {}

    static String words(int status, List<String> printed) {
        // The virtual machine catches some signals, reports them, and ends in its own way.
        for (String line : printed) {
            Matcher caught = CAUGHT.matcher(line);
            if (line.startsWith("#") && caught.find()) {
                return "died of signal " + Integer.parseInt(caught.group(2), 16) + " (" + caught.group(1) + ")";
            }
        }
        int signal = status - BY_SIGNAL;
        if (signal > 0 && signal < 65) {
            return "died of signal " + signal + " (" + NAMES.getOrDefault(signal, "signal " + signal) + ")";
        }
        return "ended itself with exit status " + status;
    }
}
