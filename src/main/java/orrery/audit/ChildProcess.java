package orrery.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private static final long LONGEST_SECONDS = 240;

    private ChildProcess() {}

    /**
     * Runs one examination and returns its finding; a child that ends in any other way refutes the claim.
     *
     * @param memory flags for the child's heap, such as {@link #FIXED_HEAP}
     * @param arguments the arguments of {@link AuditChild}
     */
    static Finding examine(ClaimContext bench, List<String> memory, List<String> arguments) {
        Optional<Path> java = ChildJava.java();
        if (java.isEmpty()) {
            return Finding.notAvailable("this Java has no launcher to start a process with");
        }
        List<String> command = ChildJava.command(java.get(), AuditChild.class, memory, arguments);
        try {
            return run(bench, command);
        } catch (IOException e) {
            return Finding.notAvailable("a process cannot be started: " + e.getMessage());
        }
    }

    private static Finding run(ClaimContext bench, List<String> command) throws IOException {
        Process process = ChildJava.builder(command).start();
        List<String> output = new ArrayList<>();
        Thread reader = Thread.ofPlatform().daemon().name("orrery-child").start(() -> collect(process, output));
        try {
            long deadline = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000L;
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                bench.stop().check();
                if (System.nanoTime() > deadline) {
                    return new Finding(
                            Verdict.REFUTED,
                            "The child process did not end within " + LONGEST_SECONDS + " s.",
                            List.of());
                }
            }
            reader.join(2_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        } finally {
            process.destroyForcibly();
        }
        return told(process.exitValue(), output);
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

    private static Finding told(int status, List<String> output) throws IOException {
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
