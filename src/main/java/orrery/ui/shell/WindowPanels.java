package orrery.ui.shell;

import java.util.List;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.telemetry.Telemetry;
import orrery.ui.audit.AuditPanel;
import orrery.ui.audit.SystemFolderChoice;
import orrery.ui.fx.PulsePump;
import orrery.ui.telemetry.ExportTarget;
import orrery.ui.telemetry.TelemetryPanel;

/** The tabs that are created on first use. */
final class WindowPanels {
    private WindowPanels() {}

    static LatePanel<AuditPanel> audit(SkyService service, Telemetry telemetry, PulsePump pump) {
        return new LatePanel<>(
                "audit",
                AuditPanel.tabTitle(),
                AuditPanel::actions,
                () -> new AuditPanel(
                        service.registry(),
                        () -> {
                            SkyCatalogue catalogue = service.catalogue();
                            return catalogue == null ? List.of() : catalogue.kernels();
                        },
                        DefaultPaths.ledgers(),
                        telemetry,
                        pump,
                        new SystemFolderChoice()));
    }

    static LatePanel<TelemetryPanel> telemetry(
            Telemetry telemetry, PulsePump pump, ExportTarget exports, MappedKernels mapped) {
        return new LatePanel<>("telemetry", TelemetryPanel.tabTitle(), TelemetryPanel::actions, () -> {
            TelemetryPanel charts = new TelemetryPanel(telemetry, pump, exports);
            charts.readings(mapped::readings);
            return charts;
        });
    }
}
