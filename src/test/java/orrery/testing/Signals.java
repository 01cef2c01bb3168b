package orrery.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What tells a process to end. */
public enum Signals {
    HUP(1),
    INT(2),
    TERM(15);

    /** The status of a process that a signal ends is this plus the signal's number. */
    private static final int BY_SIGNAL = 128;

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
     * Returns only if processes receive this signal, and otherwise ends the process: one that a shell started in the
     * background inherits that the signal is ignored.
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
