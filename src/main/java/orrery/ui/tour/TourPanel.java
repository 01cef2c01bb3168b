package orrery.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyCatalogue;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/**
 * The Tours tab: opens a tour or makes one, view by view; reorders, plays, checks and saves it. Files are read and
 * written in the background.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class TourPanel implements Panel {
    /** What the panel needs from the window. */
    public record Surroundings(
            TourFileChoice files,
            Supplier<List<ViewLink.Kernel>> sums,
            BiConsumer<String, Boolean> notices,
            Runnable film) {}

    private static final double LIST_HEIGHT = 220;

    private final Words words = Words.of(TourPanel.class);
    private final SkyModel model;
    private final TourPlayer player;
    private final Surroundings around;
    private final TourDraft draft = new TourDraft();
    private final ListView<TourStop> list = new ListView<>(draft.stops());
    private final StopForm form;
    private final TextField title = new TextField();
    private final Label note = new Label();
    private final ScrollPane view;
    private final Executor aside =
            task -> Thread.ofPlatform().name("orrery-tour").daemon().start(task);

    public TourPanel(SkyModel model, TourPlayer player, Surroundings around) {
        this.model = model;
        this.player = player;
        this.around = around;
        form = new StopForm(words, stop -> set(list.getSelectionModel().getSelectedIndex(), stop));
        title.setId("tour-title");
        title.setPromptText(words.get("panel.name"));
        title.setAccessibleText(words.get("panel.name"));
        title.textProperty().subscribe(text -> draft.title(draft.title().with(tag(draft.title()), text)));
        list.setId("tour-views");
        list.setAccessibleText(words.get("panel.views"));
        list.setPrefHeight(LIST_HEIGHT);
        Label empty = note(new Label(words.get("panel.empty")));
        list.setPlaceholder(empty);
        list.setCellFactory(_ -> new StopCell(words));
        list.getSelectionModel().selectedIndexProperty().subscribe(at -> form.show(stopAt(at.intValue())));
        note.setId("tour-note");
        note(note).managedProperty().bind(note.textProperty().isNotEmpty());
        VBox box = new VBox(
                buttons(
                        button("tour-open", "panel.open", this::open),
                        withViews("tour-save", "panel.save", this::save)),
                buttons(
                        button("tour-planets", "panel.planets", () -> ship("planets")),
                        button("tour-proof", "panel.proof", () -> ship("proof"))),
                title,
                buttons(
                        button("tour-add", "panel.add", this::add),
                        withViews("tour-replace", "panel.replace", this::replace)),
                buttons(
                        withViews("tour-up", "panel.up", () -> move(-1)),
                        withViews("tour-down", "panel.down", () -> move(1)),
                        withViews("tour-remove", "panel.remove", this::remove)),
                list,
                form,
                buttons(
                        withViews("tour-start", "panel.play", () -> play(0)),
                        withViews("tour-here", "panel.here", () -> play(chosen())),
                        withViews("tour-check", "panel.check", this::check),
                        withViews("tour-film", "panel.film", () -> around.film().run())),
                note);
        box.getStyleClass().add("tour-panel");
        view = new ScrollPane(box);
        view.setFitToWidth(true);
        view.getStylesheets().add(Views.sheet(TourPanel.class, "tour.css"));
        Views.scrollPlainly(view);
        form.show(Optional.empty());
    }

    private static Label note(Label label) {
        label.getStyleClass().add("tour-note");
        label.setWrapText(true);
        return label;
    }

    private static FlowPane buttons(Button... buttons) {
        FlowPane row = new FlowPane(buttons);
        row.getStyleClass().add("tour-buttons");
        return row;
    }

    /** An action that needs a view in the tour. */
    private Button withViews(String id, String word, Runnable action) {
        Button button = button(id, word, action);
        button.disableProperty().bind(Bindings.isEmpty(draft.stops()));
        return button;
    }

    private Button button(String id, String word, Runnable action) {
        Button button = new Button(words.get(word));
        button.setId(id);
        button.getStyleClass().setAll("button", "outlined");
        button.setOnAction(e -> action.run());
        return button;
    }

    @Override
    public String id() {
        return "tours";
    }

    @Override
    public String chapter() {
        return "films";
    }

    @Override
    public String title() {
        return words.get("panel.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {}

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "tour.add",
                        words.get("action.add"),
                        new KeyCodeCombination(KeyCode.A, KeyCombination.SHIFT_DOWN),
                        this::add),
                new Action("tour.play", words.get("action.play"), null, () -> play(0)),
                new Action("tour.planets", words.get("action.planets"), null, () -> shipped("planets")),
                new Action("tour.proof", words.get("action.proof"), null, () -> shipped("proof")));
    }

    private void shipped(String name) {
        show(ShippedTours.read(name));
        play(0);
    }

    private void ship(String name) {
        show(ShippedTours.read(name));
    }

    /** The tour open here. */
    public Optional<Tour> tour() {
        return draft.tour();
    }

    /** Opens a tour here. */
    public void show(Tour tour) {
        draft.load(tour);
        title.setText(tour.title().in(Locale.getDefault(Locale.Category.DISPLAY)));
        list.getSelectionModel().select(0);
        note.setText("");
    }

    /** Edits the caption in the language that the user sees. */
    private static String tag(TourText text) {
        Locale mine = Locale.getDefault(Locale.Category.DISPLAY);
        return text.byLanguage().containsKey(mine.getLanguage()) ? mine.getLanguage() : TourText.OTHERS;
    }

    private int chosen() {
        return Math.max(0, list.getSelectionModel().getSelectedIndex());
    }

    private Optional<TourStop> stopAt(int at) {
        return at >= 0 && at < draft.stops().size() ? Optional.of(draft.stops().get(at)) : Optional.empty();
    }

    private ViewLink here() {
        SkyStyle style = model.style().get();
        return new ViewLink(
                model.clock().et(), model.rig().camera(), style.scale(), style.center(), style.selected(), List.of());
    }

    private void add() {
        int after = draft.stops().isEmpty() ? -1 : list.getSelectionModel().getSelectedIndex();
        int at = draft.add(
                TourStop.of(here(), TourText.NONE)
                        .rate(model.clock().playing() ? model.clock().rate() : 0),
                after);
        if (at >= 0) {
            list.getSelectionModel().clearAndSelect(at);
        }
    }

    private void replace() {
        int at = list.getSelectionModel().getSelectedIndex();
        stopAt(at).ifPresent(stop -> set(at, stop.view(here())));
    }

    private void set(int at, TourStop stop) {
        if (stopAt(at).isPresent() && !draft.stops().get(at).equals(stop)) {
            draft.stops().set(at, stop);
            list.getSelectionModel().clearAndSelect(at);
        }
    }

    private void move(int by) {
        list.getSelectionModel()
                .clearAndSelect(draft.move(list.getSelectionModel().getSelectedIndex(), by));
    }

    private void remove() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (stopAt(at).isPresent()) {
            draft.stops().remove(at);
            list.getSelectionModel().clearAndSelect(Math.min(at, draft.stops().size() - 1));
        }
    }

    private void play(int from) {
        draft.tour().ifPresent(tour -> player.open(tour, false, from));
    }

    private void check() {
        SkyCatalogue catalogue = model.catalogue().get();
        Optional<Tour> tour = draft.tour();
        if (tour.isEmpty() || catalogue == null) {
            return;
        }
        var _ = CompletableFuture.supplyAsync(
                        () -> TourCheck.of(tour.get(), catalogue, around.sums().get()), aside)
                .whenComplete((lacks, thrown) -> Platform.runLater(() -> {
                    if (lacks != null) {
                        showLacks(lacks);
                    } else {
                        around.notices().accept(words.get("panel.unchecked", cause(thrown)), true);
                    }
                }));
    }

    private void showLacks(List<TourCheck.Lack> lacks) {
        note.setText(
                lacks.isEmpty()
                        ? words.get("panel.sound")
                        : String.join(
                                "\n",
                                lacks.stream()
                                        .map(lack -> words.get("panel.lack", lack.stop() + 1, lack.what()))
                                        .toList()));
    }

    private void open() {
        around.files()
                .open(view.getScene() == null ? null : view.getScene().getWindow())
                .ifPresent(file -> open(file, false));
    }

    /** Reads a tour in the background and opens it here, or reports why it is not one. */
    public void open(Path file, boolean andPlay) {
        var _ = CompletableFuture.supplyAsync(() -> read(file), aside)
                .whenComplete((tour, thrown) -> Platform.runLater(() -> {
                    if (tour != null) {
                        show(tour);
                        if (andPlay) {
                            play(0);
                        }
                    } else {
                        around.notices().accept(words.get("panel.unread", file, cause(thrown)), true);
                    }
                }));
    }

    private static Tour read(Path file) {
        try {
            return TourFile.read(file);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void save() {
        Optional<Tour> tour = draft.tour();
        if (tour.isEmpty()) {
            return;
        }
        String name = title.getText().strip().replaceAll("[^\\p{L}\\p{N}]+", "-");
        Optional<Path> file = around.files()
                .save(
                        view.getScene() == null ? null : view.getScene().getWindow(),
                        (name.isEmpty() ? "tour" : name) + TourFile.SUFFIX);
        file.ifPresent(to -> save(tour.get(), to));
    }

    private void save(Tour tour, Path to) {
        var _ = CompletableFuture.runAsync(() -> write(tour, to), aside)
                .whenComplete((_, thrown) -> Platform.runLater(() -> around.notices()
                        .accept(
                                thrown == null
                                        ? words.get("panel.saved", to)
                                        : words.get("panel.unsaved", to, cause(thrown)),
                                thrown != null)));
    }

    private static void write(Tour tour, Path file) {
        try {
            TourFile.write(tour, file);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String cause(@Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }
}
