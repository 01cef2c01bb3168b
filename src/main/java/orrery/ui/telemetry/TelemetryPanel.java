package orrery.ui.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import orrery.ui.fx.Panel;
import orrery.ui.fx.Words;

/** The Telemetry tab. Confined to the JavaFX thread. */
public final class TelemetryPanel implements Panel {
    private final Words words = Words.of(TelemetryPanel.class);
    private final Parent view;

    public TelemetryPanel() {
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(TelemetryPanel.class.getResource("telemetry.fxml"), "telemetry.fxml"),
                words.bundle());
        loader.setController(this);
        try {
            view = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("telemetry.fxml cannot be read", e);
        }
    }

    @Override
    public String id() {
        return "telemetry";
    }

    @Override
    public String title() {
        return words.get("telemetry.tab");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        // Nothing here moves.
    }
}
