package orrery.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden name that a file has while it is written, and which process writes it: {@code
 * .NAME.PID-STARTED-NUMBER.part}, so that a later program can tell whether its writer still runs.
 *
 * @param target the name that it would have got, as far as it fits
 * @param pid of its writer
 * @param started when that process began, in milliseconds since 1970; 0 where the system does not tell
 */
record PartName(String target, long pid, long started) {
    private static final Pattern FORM = Pattern.compile("\\.(.+)\\.(\\d{1,18})-(\\d{1,18})-(\\d{1,9})\\.part");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** A name may have 255 bytes, a letter up to four. */
    private static final int LONGEST = 48;

    private static final ProcessHandle SELF = ProcessHandle.current();

    /** A new one, never given before by this process. */
    static String next(String target) {
        String shown = target.codePointCount(0, target.length()) <= LONGEST
                ? target
                : target.substring(0, target.offsetByCodePoints(0, LONGEST));
        return "." + shown + "." + SELF.pid() + "-" + started(SELF) + "-" + NUMBER.incrementAndGet() + ".part";
    }

    /** What a name of this form tells; empty of any other. */
    static Optional<PartName> of(Path file) {
        Matcher form = FORM.matcher(String.valueOf(file.getFileName()));
        return form.matches()
                ? Optional.of(new PartName(form.group(1), Long.parseLong(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    /** Whether its writer has ended: no process has its number, or one that began at another time. */
    boolean isOrphan() {
        return ProcessHandle.of(pid)
                .map(process -> !process.isAlive() || started(process) != started)
                .orElse(true);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
