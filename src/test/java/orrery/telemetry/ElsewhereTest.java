package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import orrery.host.HostSystem;
import orrery.host.SystemFolders;
import orrery.testing.ChildJvm;

/** On systems other than Linux every Linux-only meter names the system, and none fails. */
class ElsewhereTest {
    /** Runs in a process that pretends to be on another system; prints the result of each meter. */
    public static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] args) {
            System.out.println("libc " + LibC.here());
            System.out.println("rollup " + ProcFile.open("self/smaps_rollup"));
            System.out.println("maps " + Mappings.list());
            System.out.println("descriptors " + ProcessSampler.descriptors());
            System.out.println("priority " + ThreadPriority.nice(1));
            System.out.println("own priority " + ThreadPriority.nice());
            System.out.println("system " + HostSystem.described());
            System.out.println("settings " + SystemFolders.configuration(Map.of("XDG_CONFIG_HOME", "/xdg")));
            System.out.println("data " + SystemFolders.data(Map.of("XDG_DATA_HOME", "/xdg")));
            System.out.println("proc " + HostSystem.proc("self").toFile().exists());
        }
    }

    private static List<String> said(String system) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ChildJvm.command(List.of("-XX:TieredStopAtLevel=1", "-Dorrery.os=" + system), Elsewhere.class))
                .redirectErrorStream(true)
                .start();
        String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(out).isZero();
        return out.lines().toList();
    }

    @Test
    void windowsHasNoneOfLinuxsMeters() throws IOException, InterruptedException {
        List<String> said = said("Windows 11");
        assertThat(said)
                .hasSize(10)
                .endsWith("proc false")
                .filteredOn(line -> line.startsWith("system"))
                .allSatisfy(line -> assertThat(line).endsWith(", pretending to be Windows 11"));
        assertThat(said)
                .filteredOn(ElsewhereTest::isOfAMeter)
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).contains("Windows 11"));
        assertThat(said)
                .filteredOn(line -> line.matches("(?:settings|data) .*"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("AppData").doesNotContain("xdg"));
    }

    @Test
    void aMacCountsDescriptorsAndNothingElse() throws IOException, InterruptedException {
        List<String> said = said("Mac OS X");
        assertThat(said)
                .hasSize(10)
                .filteredOn(line -> isOfAMeter(line) && !line.startsWith("descriptors"))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).contains("Mac OS X"));
        assertThat(said)
                .filteredOn(line -> line.matches("(?:settings|data) .*"))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).contains("Application Support").doesNotContain("xdg"));
    }

    private static boolean isOfAMeter(String line) {
        return !line.matches("(?:proc|settings|data) .*");
    }
}
