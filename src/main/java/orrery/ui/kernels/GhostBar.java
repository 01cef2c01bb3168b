package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import orrery.service.GhostWish;
import orrery.service.SkyGhost;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * Puts the second of two compared kernels in the sky as a ghost, scales its offset, and removes it again. JavaFX thread
 * only; the service opens and queries the kernels.
 */
final class GhostBar {
    /** The current comparison. */
    record Pair(Path first, Path second, int body, int center) {}

    private static final double STEP = 10;

    private final WorkbenchModel hub;
    private final Words words;
    private final Supplier<@Nullable Pair> pair;
    private final Parent view;
    private @Nullable GhostWish shown;

    @FXML
    private ToggleButton show;

    @FXML
    private ToggleButton all;

    @FXML
    private Button larger;

    @FXML
    private Button smaller;

    @FXML
    private Label factor;

    /** @param pair the current comparison, or null while no two kernels and no body are selected */
    GhostBar(WorkbenchModel hub, Supplier<@Nullable Pair> pair) {
        this.hub = hub;
        this.words = hub.words();
        this.pair = pair;
        view = Views.load(KernelsPanel.class, "ghost.fxml", this, words);
        enable();
    }

    Node view() {
        return view;
    }

    /** Called when the comparison changes: a visible ghost follows. */
    void follow() {
        enable();
        if (show.isSelected()) {
            put();
        }
    }

    /** Shows or removes the ghost. */
    void toggle() {
        if (pair.get() == null && !show.isSelected()) {
            hub.say(words.get("ghost.choose"), true);
            return;
        }
        show.setSelected(!show.isSelected());
        toggled();
    }

    @FXML
    void toggled() {
        if (show.isSelected()) {
            put();
        } else {
            shown = null;
            hub.inbox().when(hub.noGhost(), (was, _) -> {
                if (Boolean.TRUE.equals(was)) {
                    hub.say(words.get("ghost.gone"), false);
                }
            });
        }
        enable();
    }

    @FXML
    void every() {
        if (show.isSelected()) {
            put();
        }
    }

    @FXML
    void enlarge() {
        exaggerate(STEP);
    }

    @FXML
    void lessen() {
        exaggerate(1 / STEP);
    }

    private void exaggerate(double times) {
        double now = hub.exaggerate(times);
        if (!Double.isNaN(now)) {
            factor.setText(times(now));
        }
    }

    private void put() {
        Pair now = pair.get();
        if (now == null) {
            return;
        }
        int center = now.center == now.body ? 0 : now.center;
        GhostWish wish = new GhostWish(now.first, now.second, center, all.isSelected() ? List.of() : List.of(now.body));
        if (wish.equals(shown)) {
            return;
        }
        shown = wish;
        hub.inbox().when(hub.ghost(wish), (ghost, failure) -> {
            if (!Objects.equals(wish, shown)) {
                return;
            }
            if (ghost == null) {
                shown = null;
                show.setSelected(false);
                enable();
                hub.inbox().when(hub.noGhost(), (_, _) -> {});
                hub.say(words.get("ghost.failed", failure == null ? "" : KernelTasks.message(failure, words)), true);
            } else {
                tell(ghost);
            }
        });
    }

    private void tell(SkyGhost ghost) {
        factor.setText(times(ghost.factor()));
        boolean seen = Arrays.stream(ghost.ids()).anyMatch(hub::isInSky);
        hub.say(
                !seen
                        ? words.get("ghost.unseen", ghost.name())
                        : ghost.greatest() == 0
                                ? words.get("ghost.alike", ghost.name(), ghost.against())
                                : words.get(
                                        "ghost.shown",
                                        ghost.name(),
                                        times(ghost.factor()),
                                        KernelText.km(ghost.greatest()),
                                        KernelText.body(ghost.greatestOf(), words)),
                !seen);
    }

    private void enable() {
        boolean on = show.isSelected();
        show.setDisable(!on && pair.get() == null);
        larger.setDisable(!on);
        smaller.setDisable(!on);
        factor.setVisible(on);
    }

    private static String times(double value) {
        return "\u00d7\u2009" + Numerals.factor(value);
    }
}
