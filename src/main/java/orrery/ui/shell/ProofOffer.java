package orrery.ui.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.audit.ProgramCopy;
import orrery.audit.ProvenCopies;

/**
 * Says once that this copy of the program has not been put to the proof on this machine, with a button that does it. It
 * is not shown again once that was done, here or on the command line, or was declined.
 *
 * <p>Confined to the JavaFX thread; files are read and written on threads of their own.
 */
final class ProofOffer extends HBox {
    private static final Logger LOG = System.getLogger("orrery.proof");
    private static final Duration AGAIN = Duration.seconds(1);

    private final ProvenCopies copies;
    /** Whether it was done meanwhile, as on the Audit tab by hand or on the command line. */
    private final Timeline looking = new Timeline(new KeyFrame(AGAIN, _ -> look()));

    private @Nullable ProgramCopy copy;

    /**
     * @param ledgers where ledgers are kept, and what is known of copies
     * @param prove starts the audit where it can be seen
     */
    ProofOffer(Path ledgers, Runnable prove) {
        copies = ProvenCopies.in(ledgers);
        setId("proof");
        getStyleClass().add("proof");
        setVisible(false);
        Button now = new Button(Fxml.WORDS.get("proof.now"));
        now.setId("proof-now");
        now.setTooltip(new Tooltip(Fxml.WORDS.get("proof.now.tip", ledgers)));
        now.setOnAction(_ -> {
            close();
            prove.run();
        });
        Button no = new Button("", new FontIcon("fth-x"));
        no.setId("proof-no");
        no.getStyleClass().add("flat");
        no.setTooltip(new Tooltip(Fxml.WORDS.get("proof.no")));
        no.setAccessibleText(Fxml.WORDS.get("proof.no"));
        no.setOnAction(_ -> dismiss());
        Label text = new Label(Fxml.WORDS.get("proof.offer"));
        text.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(new FontIcon("fth-shield"), text, now, no);
        looking.setCycleCount(Animation.INDEFINITE);
    }

    /** Checks in the background whether this copy is known; if not, offers an audit. */
    void offer() {
        Thread.ofVirtual().name("orrery-copy").start(() -> {
            try {
                ProgramCopy here = ProgramCopy.here();
                if (!copies.knows(here)) {
                    Platform.runLater(() -> show(here));
                }
            } catch (IOException e) {
                LOG.log(Logger.Level.DEBUG, "this copy of the program cannot be told", e);
            }
        });
    }

    private void show(ProgramCopy here) {
        copy = here;
        setVisible(true);
        requestParentLayout();
        looking.play();
    }

    private void look() {
        ProgramCopy here = copy;
        if (here != null) {
            Thread.ofVirtual().name("orrery-copy").start(() -> {
                if (copies.knows(here)) {
                    Platform.runLater(this::close);
                }
            });
        }
    }

    private void dismiss() {
        ProgramCopy here = copy;
        close();
        if (here != null) {
            Thread.ofPlatform().name("orrery-copy").start(() -> {
                try {
                    copies.dismiss(here);
                } catch (IOException e) {
                    // It is asked again at the next start, when the folder may be written to.
                    LOG.log(Logger.Level.DEBUG, "what was declined is not kept", e);
                }
            });
        }
    }

    /** Ends the offer until the next start. */
    void close() {
        looking.stop();
        setVisible(false);
    }
}
