package orrery.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.Main;
import orrery.testing.ChildJvm;

/**
 * The outcome tables of the lock-free classes, run by jcstress in separate processes: only what the contracts allow is
 * accepted, and the table of the broken twin is refuted.
 */
@Tag("long")
class OutcomeTablesTest {
    /** {@code quick}, {@code default}, {@code tough}. */
    private static final String MODE = System.getProperty("orrery.outcomes", "quick");

    @TempDir
    private Path folder;

    private record Ended(int status, String said) {}

    private Ended run(String tests) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ChildJvm.command(
                        List.of(),
                        Main.class,
                        "-v",
                        "-t",
                        tests,
                        "-m",
                        MODE,
                        "-r",
                        folder.resolve("results").toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void onlyWhatTheContractsNameComesOut() throws Exception {
        Ended ended = run("orrery\\.(telemetry|binding|ui)\\..*Outcomes\\.(?!BrokenTwin).*");
        System.out.println(ended.said());
        assertThat(ended.said()).contains("EffectBeforeEnd", "PutAndTake", "NewAfterOld");
        assertThat(ended.status()).as(ended.said()).isZero();
    }

    @Test
    void theBrokenTwinIsRefuted() throws Exception {
        Ended ended = run("orrery\\.ui\\.fx\\.LatestValueOutcomes\\.BrokenTwin");
        assertThat(ended.said()).contains("BrokenTwin", "lost, or handed out twice");
        assertThat(ended.status()).as(ended.said()).isNotZero();
    }
}
