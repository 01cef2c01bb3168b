package orrery.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.binding.KernelRegistry;
import orrery.telemetry.Telemetry;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;

/** What happens behind the Audit tab, whether it is visible or not. */
class AuditModelTest {
    @TempDir
    private Path folder;

    @Test
    void telemetryIsShownTheWorkersOfARunWhoeverLooksAndNoLongerWhenItHasEnded() throws Exception {
        List<Path> kernels = List.of(SmallSky.write(folder.resolve("small.bsp")));
        try (Telemetry telemetry = new Telemetry();
                AuditModel model = new AuditModel(new KernelRegistry(), () -> kernels, folder, telemetry)) {
            model.start(AuditPlan.of(AuditPreset.SOAK, kernels), Optional.empty(), false);
            Eventually.so("the workers are looked at", () -> telemetry.workers().size() == AuditPreset.SOAK.threads());
            model.stop();
            Eventually.so(
                    "the run has ended and nobody is looked at",
                    () -> !model.isRunning() && telemetry.workers().isEmpty());
            assertThat(model.outcomes().take()).isNotNull();
        }
    }
}
