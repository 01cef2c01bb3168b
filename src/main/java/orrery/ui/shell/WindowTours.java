package orrery.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyCatalogue;
import orrery.time.Dates;
import orrery.ui.kernels.Notice;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.ViewLink;
import orrery.ui.tour.TourBar;
import orrery.ui.tour.TourFileChoice;
import orrery.ui.tour.TourPanel;
import orrery.ui.tour.TourPlayer;

/**
 * Tours in the window: the player that controls time and camera, its captions, the tab for making tours, and the keys
 * of an open tour.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WindowTours {
    private final TourPlayer player;
    private final TourBar bar;
    private final TourPanel panel;

    WindowTours(SkyModel model, TourFileChoice files, Consumer<Notice> notices, Runnable film) {
        player = new TourPlayer(model, Dates::now);
        model.pilot(player);
        bar = new TourBar(player);
        KernelSums sums = new KernelSums();
        panel = new TourPanel(
                model,
                player,
                new TourPanel.Surroundings(
                        files,
                        () -> sums(sums, model.catalogue().get()),
                        (text, wrong) -> notices.accept(new Notice(text, wrong)),
                        film));
    }

    private static List<ViewLink.Kernel> sums(KernelSums sums, @Nullable SkyCatalogue open) {
        try {
            return open == null ? List.of() : sums.describe(open.kernels());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TourPlayer player() {
        return player;
    }

    TourBar bar() {
        return bar;
    }

    TourPanel panel() {
        return panel;
    }

    /** Lets each view open the tab it names. */
    void openPanels(SidePanel side, Predicate<String> known) {
        player.showing().map(TourPlayer.Showing::panel).subscribe(id -> {
            if (id != null && known.test(id)) {
                side.show(id);
            }
        });
    }

    /** Reads a tour and plays it, or reports why it is not one. */
    void open(Path file) {
        panel.open(file, true);
    }

    /** Handles a key of an open tour; false for all others. */
    boolean keyed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (player.tour().isEmpty() || !plain) {
            return false;
        }
        switch (event.getCode()) {
            case SPACE -> player.playOrPause();
            case RIGHT, PAGE_DOWN -> player.next();
            case LEFT, PAGE_UP -> player.previous();
            case ESCAPE -> player.close();
            default -> {
                return false;
            }
        }
        return true;
    }
}
