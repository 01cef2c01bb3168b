package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.audit.ProgramCopy;
import orrery.audit.ProvenCopies;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.testing.SmallSky;
import orrery.testing.TestWindow;

/** A copy that has not been proven says so once, and never again after a proof or a refusal. */
@ExtendWith(ApplicationExtension.class)
class ProofOfferTest {
    @TempDir
    private Path folder;

    private String before = "";

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestWindow shown;

    @Start
    void start(Stage stage) throws IOException {
        before = System.getProperty("orrery.ledgers", "");
        System.setProperty("orrery.ledgers", folder.resolve("ledgers").toString());
        shown = TestWindow.show(stage, 3.3 * SmallSky.YEAR, SmallSky.write(folder.resolve("sky.bsp")));
    }

    @Stop
    void stop() {
        shown.close();
        if (before.isEmpty()) {
            System.clearProperty("orrery.ledgers");
        } else {
            System.setProperty("orrery.ledgers", before);
        }
    }

    private static boolean isOffered() {
        Node offer = Screen.find("#proof", Node.class);
        return offer != null && offer.isVisible() && offer.getOpacity() == 1;
    }

    @Test
    void declinedItIsNotOfferedAgain() throws IOException {
        ProgramCopy here = ProgramCopy.here();
        ProvenCopies copies = ProvenCopies.in(folder.resolve("ledgers"));
        assertThat(Screen.fx(ProofOfferTest::isOffered)).isFalse();
        Screen.run(shown.window::offerProof);
        Screen.so("the offer", ProofOfferTest::isOffered);
        Screen.press("#proof-no");
        Screen.equal("no offer", false, ProofOfferTest::isOffered);
        Eventually.equal("it is kept", true, () -> copies.knows(here));
        assertThat(folder.resolve("ledgers/proven.txt")).content().endsWith(" dismissed\n");
    }

    @Test
    void whatWasDoneElsewhereMeanwhileEndsTheOffer() throws IOException {
        Screen.run(shown.window::offerProof);
        Screen.so("the offer", ProofOfferTest::isOffered);
        ProvenCopies.in(folder.resolve("ledgers")).dismiss(ProgramCopy.here());
        Screen.equal("no offer", false, ProofOfferTest::isOffered);
        assertThat(Files.readAllLines(folder.resolve("ledgers/proven.txt"))).hasSize(1);
    }

    @Test
    void acceptedTheAuditRunsWhereItCanBeSeen() {
        shown.picture();
        Screen.run(shown.window::offerProof);
        Screen.so("the offer", ProofOfferTest::isOffered);
        Screen.press("#proof-now");
        Screen.says("#start", "Stop");
        assertThat(Screen.fx(ProofOfferTest::isOffered)).isFalse();
        assertThat(Screen.fx(() -> shown.window.side().shown().id())).isEqualTo("audit");
        Screen.press("#start");
        Screen.says("#start", "Start");
        assertThat(folder.resolve("ledgers/proven.txt")).doesNotExist();
    }
}
