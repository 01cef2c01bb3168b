package orrery.ui.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import orrery.ui.fx.Panel;
import orrery.ui.fx.Words;

/** The Audit tab. Confined to the JavaFX thread. */
public final class AuditPanel implements Panel {
    private final Words words = Words.of(AuditPanel.class);
    private final Parent view;

    public AuditPanel() {
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(AuditPanel.class.getResource("audit.fxml"), "audit.fxml"), words.bundle());
        loader.setController(this);
        try {
            view = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("audit.fxml cannot be read", e);
        }
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public String title() {
        return words.get("audit.tab");
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
