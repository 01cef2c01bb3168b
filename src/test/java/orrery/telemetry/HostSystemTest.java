package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.testing.ChildJvm;

/** On a system that is not Linux every meter of Linux's says so by the system's name, and none fails. */
class HostSystemTest {
    /** Runs in a process that pretends to be elsewhere; prints what each meter says. */
    public static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] args) {
            System.out.println("libc " + LibC.here());
            System.out.println("rollup " + ProcFile.open("self/smaps_rollup"));
            System.out.println("maps " + Mappings.list());
            System.out.println("descriptors " + ProcessSampler.descriptors());
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
        assertThat(said("Windows 11"))
                .hasSize(5)
                .endsWith("proc false")
                .filteredOn(line -> !line.startsWith("proc"))
                .allSatisfy(line -> assertThat(line).contains("Windows 11"));
    }

    @Test
    void aMacCountsDescriptorsAndNothingElse() throws IOException, InterruptedException {
        assertThat(said("Mac OS X"))
                .hasSize(5)
                .filteredOn(line -> !line.startsWith("proc") && !line.startsWith("descriptors"))
                .allSatisfy(line -> assertThat(line).contains("Mac OS X"));
    }

    @Test
    void whatIsNotPretendedIsWhatTheMachineSays() {
        assertThat(HostSystem.name()).isEqualTo(System.getProperty("os.name"));
        assertThat(HostSystem.isLinux()).isEqualTo(HostSystem.proc("self").equals(Path.of("/proc/self")));
    }
}
