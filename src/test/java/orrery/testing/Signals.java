package orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What tells a process to end. */
public enum Signals {
    HUP(1),
    INT(2),
    TERM(15);

    /** The status of a process that a signal ends is this plus the signal's number. */
    private static final int BY_SIGNAL = 128;

    /** Gives back to a command what signals do by default (GNU coreutils from 8.31 on); empty where there is none. */
    private static final List<String> ENV = env();

    private final int number;

    Signals(int number) {
        this.number = number;
    }

    /** The exit status of a process that it ends. */
    public int status() {
        return BY_SIGNAL + number;
    }

    /** Sends it. Linux only. */
    public void to(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /**
     * The command, started so that it hears every signal even where whatever runs the tests does not: a shell lets what
     * it starts in the background ignore {@link #INT}, and that is inherited. The process is the command's own.
     */
    public static List<String> heardBy(List<String> command) {
        return ENV.isEmpty()
                ? command
                : Stream.concat(ENV.stream(), command.stream()).toList();
    }

    private static List<String> env() {
        List<String> env = List.of("env", "--default-signal=HUP,INT,TERM");
        try {
            List<String> tried = Stream.concat(env.stream(), Stream.of("true")).toList();
            Process process = new ProcessBuilder(tried)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? env : List.of();
        } catch (IOException _) {
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * Goes on only where a process hears it, and else ends the process; one that was not started by {@link #heardBy},
     * or where {@code env} is older than 2019, may be deaf to it.
     */
    public void assumeHeardBy(Process process) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .map(line -> line.substring("SigIgn:".length()).strip())
                .orElse("0");
        boolean deaf = (Long.parseUnsignedLong(Objects.requireNonNull(mask), 16) >> (number - 1) & 1) == 1;
        if (deaf) {
            // Otherwise nothing ends it: it once kept writing for half an hour after the tests.
            process.destroyForcibly();
        }
        assumeFalse(deaf, name() + " is ignored by whatever runs this test, and so by what it starts");
    }
}
