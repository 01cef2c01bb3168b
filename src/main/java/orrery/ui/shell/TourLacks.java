package orrery.ui.shell;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyCatalogue;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourCheck;

/**
 * Says what the open kernels lack of what a tour shows, before a film of it is begun. The check reads whole files, so
 * it runs aside; its answer counts only while the same tour and the same kernels are asked for.
 *
 * <p>Confined to the JavaFX thread.
 */
final class TourLacks extends Label {
    /** The most views that are told; the Tours tab tells all. */
    private static final int MOST = 3;

    private final KernelSums sums;
    private final Executor aside;
    private @Nullable TourQuestion asked;
    /** Counts what was asked, so that a late answer to something else is told apart. */
    private int turns;

    private record TourQuestion(Tour tour, SkyCatalogue catalogue) {}

    /** @param aside where files are read */
    TourLacks(KernelSums sums, Executor aside) {
        this.sums = sums;
        this.aside = aside;
        setId("film-lacks");
        getStyleClass().add("small");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
    }

    /** Checks a tour, unless that has been done. */
    void check(Tour tour, @Nullable SkyCatalogue catalogue) {
        TourQuestion before = asked;
        if (catalogue == null || (before != null && before.tour.equals(tour) && before.catalogue == catalogue)) {
            return;
        }
        TourQuestion now = new TourQuestion(tour, catalogue);
        asked = now;
        int turn = ++turns;
        setText("");
        var _ = CompletableFuture.supplyAsync(() -> find(now), aside)
                .whenComplete((lacks, thrown) -> Platform.runLater(() -> {
                    if (turn == turns) {
                        setText(lacks != null ? text(lacks) : Fxml.WORDS.get("film.unchecked", cause(thrown)));
                    }
                }));
    }

    /** Tells nothing, as no tour is to be filmed. */
    void clear() {
        asked = null;
        turns++;
        setText("");
    }

    private List<TourCheck.Lack> find(TourQuestion now) {
        try {
            return TourCheck.of(now.tour, now.catalogue, sums.describe(now.catalogue.kernels()));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String text(List<TourCheck.Lack> lacks) {
        if (lacks.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder(Fxml.WORDS.get("film.lacks"));
        for (TourCheck.Lack lack : lacks.subList(0, Math.min(MOST, lacks.size()))) {
            lines.append('\n').append(Fxml.WORDS.get("film.lack", lack.stop() + 1, lack.what()));
        }
        if (lacks.size() > MOST) {
            lines.append('\n').append(Fxml.WORDS.get("film.lacks.more", lacks.size() - MOST));
        }
        return lines.toString();
    }

    private static String cause(@Nullable Throwable thrown) {
        Throwable cause = thrown != null && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }
}
