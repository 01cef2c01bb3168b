package orrery.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import orrery.stand.ChildJava;

/**
 * Examines in a separate Java process what this process would disturb or be disturbed by: memory and leaks, and files
 * that are spoilt while they are mapped. The child has this process's Java, flags and class path.
 */
final class ChildProcess {
    /** Prefix of the one output line with the finding. */
    static final String FINDING = "orrery-finding ";

    /** A heap fully committed from the start, so that touching heap pages is not mistaken for growth. */
    static final List<String> FIXED_HEAP = List.of("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

    /**
     * Processor time after which a child that has not ended is in a loop: on a quiet machine it takes a tenth of it.
     */
    private static final Duration LONGEST_AT_WORK = Duration.ofMinutes(4);

    /** A child that uses none of a processor for so long hangs, */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    /** less than this share of that time. */
    private static final double IDLE = 0.005;

    /** After this time a machine has no room for it. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private ChildProcess() {}

    /**
     * Runs one examination and returns its finding; a child that ends in any other way, loops or hangs refutes the
     * claim.
     *
     * @param memory flags for the child's heap, such as {@link #FIXED_HEAP}
     * @param arguments the arguments of {@link AuditChild}
     */
    static Finding examine(ClaimContext context, List<String> memory, List<String> arguments) {
        Optional<Path> java = ChildJava.java();
        if (java.isEmpty()) {
            return Finding.notAvailable("this Java has no launcher to start a process with");
        }
        List<String> command = ChildJava.command(java.get(), AuditChild.class, memory, arguments);
        try {
            return run(context, command);
        } catch (IOException e) {
            return Finding.notAvailable("a process cannot be started: " + e.getMessage());
        }
    }

    private static Finding run(ClaimContext context, List<String> command) throws IOException {
        Process process = ChildJava.builder(command).start();
        List<String> output = new ArrayList<>();
        Thread reader = Thread.ofPlatform().daemon().name("orrery-child").start(() -> collect(process, output));
        try {
            Patience patience = new Patience(System.nanoTime());
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                context.stop().check();
                Optional<Finding> given = patience.end(
                        System.nanoTime(), process.info().totalCpuDuration().orElse(null));
                // Of one that has ended meanwhile the system tells nothing.
                if (given.isPresent() && process.isAlive()) {
                    return given.get();
                }
            }
            reader.join(2_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        } finally {
            process.destroyForcibly();
        }
        return finding(process.exitValue(), output);
    }

    /**
     * How long a child is waited for. One that loops or hangs refutes the claim; one that the machine gives no turn
     * says nothing about the reader. For one thread.
     */
    static final class Patience {
        private final long begun;
        private long movedAt;
        private Duration moved = Duration.ZERO;

        Patience(long begun) {
            this.begun = begun;
            this.movedAt = begun;
        }

        /**
         * Whether it is over, and what that says.
         *
         * @param now as {@link System#nanoTime} counts
         * @param worked processor time of the child so far; null where the system does not tell
         */
        Optional<Finding> end(long now, @Nullable Duration worked) {
            Duration lasted = Duration.ofNanos(now - begun);
            if (worked == null) {
                return lasted.compareTo(LONGEST_AT_WORK) < 0
                        ? Optional.empty()
                        : over(
                                Verdict.VOID,
                                "The child process did not end within " + seconds(lasted)
                                        + ", and this system does not tell whether it was at work. Run it again.");
            }
            if (worked.compareTo(LONGEST_AT_WORK) >= 0) {
                return over(
                        Verdict.REFUTED,
                        "The child process did not end within " + seconds(worked) + " of processor time: it loops.");
            }
            if (worked.minus(moved).toNanos() > IDLE * (now - movedAt)) {
                moved = worked;
                movedAt = now;
            } else if (now - movedAt >= LONGEST_IDLE.toNanos()) {
                return over(
                        Verdict.REFUTED,
                        "The child process did nothing for " + seconds(LONGEST_IDLE) + " and did not end: it hangs.");
            }
            return lasted.compareTo(LONGEST) < 0
                    ? Optional.empty()
                    : over(
                            Verdict.VOID,
                            "The child process did not end within " + seconds(lasted) + ", in which this"
                                    + " machine gave it " + seconds(worked)
                                    + " of processor time. Run it again on a quieter one.");
        }

        private static Optional<Finding> over(Verdict verdict, String words) {
            return Optional.of(new Finding(verdict, words, List.of()));
        }

        private static String seconds(Duration duration) {
            return duration.toSeconds() + " s";
        }
    }

    private static void collect(Process process, List<String> output) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            @Nullable String line;
            while ((line = in.readLine()) != null) {
                synchronized (output) {
                    output.add(line);
                }
            }
        } catch (IOException _) {
            // The child was killed: its output so far is all there is.
        }
    }

    private static Finding finding(int status, List<String> output) throws IOException {
        synchronized (output) {
            for (String line : output) {
                if (line.startsWith(FINDING)) {
                    return FindingJson.read(new ObjectMapper().readTree(line.substring(FINDING.length())));
                }
            }
            String last = output.isEmpty() ? "nothing" : "\"" + output.getLast() + "\"";
            return new Finding(
                    Verdict.REFUTED,
                    "The child process ended with status " + status + " and no finding; its output was " + last + ".",
                    List.of());
        }
    }
}
