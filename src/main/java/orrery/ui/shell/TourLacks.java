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
 * Reports what a tour needs but the open kernels lack, before a film of it starts. The check reads whole files, so it
 * runs in the background; its answer is shown only if the tour and the kernels are still the same.
 *
 * <p>Confined to the JavaFX thread.
 */
final class TourLacks extends Label {
    /** The most views that are listed; the Tours tab lists all. */
    private static final int MOST = 3;

    private final KernelSums sums;
    private final Executor background;
    private @Nullable TourQuestion question;
    /** Counts the checks, so that the late answer to an earlier one is recognized. */
    private int turns;

    private record TourQuestion(Tour tour, SkyCatalogue catalogue) {}

    /** @param background where files are read */
    TourLacks(KernelSums sums, Executor background) {
        this.sums = sums;
        this.background = background;
        setId("film-lacks");
        getStyleClass().add("small");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
    }

    /** Checks a tour, unless that has been done. */
    void check(Tour tour, @Nullable SkyCatalogue catalogue) {
        TourQuestion before = question;
        if (catalogue == null || (before != null && before.tour.equals(tour) && before.catalogue == catalogue)) {
            return;
        }
        TourQuestion now = new TourQuestion(tour, catalogue);
        question = now;
        int turn = ++turns;
        setText("");
        var _ = CompletableFuture.supplyAsync(() -> find(now), background)
                .whenComplete((lacks, thrown) -> Platform.runLater(() -> {
                    if (turn == turns) {
                        setText(lacks != null ? text(lacks) : Fxml.WORDS.get("film.unchecked", cause(thrown)));
                    }
                }));
    }

    /** Shows nothing: no tour is to be filmed. */
    void clear() {
        question = null;
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
