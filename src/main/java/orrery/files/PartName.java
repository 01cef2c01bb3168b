package orrery.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden name of a file while it is written, and the process that writes it: {@code .NAME.PID-STARTED-NUMBER.part},
 * so that a later program can tell whether its writer still runs.
 *
 * @param target its intended name, as far as it fits
 * @param pid process id of its writer
 * @param started start time of that process, in milliseconds since 1970; 0 if the system does not report it
 */
record PartName(String target, long pid, long started) {
    private static final Pattern FORM = Pattern.compile("\\.(.+)\\.(\\d{1,18})-(\\d{1,18})-(\\d{1,9})\\.part");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** A name may have 255 bytes, a character up to four. */
    private static final int LONGEST = 48;

    private static final ProcessHandle SELF = ProcessHandle.current();

    /** A new name, never used before by this process. */
    static String next(String target) {
        String shown = target.codePointCount(0, target.length()) <= LONGEST
                ? target
                : target.substring(0, target.offsetByCodePoints(0, LONGEST));
        return "." + shown + "." + SELF.pid() + "-" + started(SELF) + "-" + NUMBER.incrementAndGet() + ".part";
    }

    /** Parses a name of this form; empty for any other. */
    static Optional<PartName> of(Path file) {
        Matcher form = FORM.matcher(String.valueOf(file.getFileName()));
        return form.matches()
                ? Optional.of(new PartName(form.group(1), Long.parseLong(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    /** Whether its writer has ended: no process has its id, or one that started at another time. */
    boolean isOrphan() {
        return ProcessHandle.of(pid)
                .map(process -> !process.isAlive() || started(process) != started)
                .orElse(true);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
