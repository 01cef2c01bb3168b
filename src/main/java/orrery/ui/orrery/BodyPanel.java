package orrery.ui.orrery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Coverage;
import orrery.service.BodyFacts;
import orrery.service.PlaceWish;
import orrery.service.SkyCatalogue;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Action;
import orrery.ui.fx.Follower;
import orrery.ui.fx.NameLabel;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The Body tab: where the selected body is, how far, how fast, in which frame, and which kernel and segment answered.
 * Numbers change at most ten times a second, so that they can be read.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class BodyPanel implements Panel {
    private static final long READABLE = 100;

    private final SkyModel model;
    private final Words words = Words.of(BodyPanel.class);
    private final EpochFormat date = EpochFormat.seconds(TimeScale.TDB, 0).spaced();
    private final Parent view;

    @FXML
    private StackPane root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private ColorPicker swatch;

    @FXML
    private NameLabel name;

    @FXML
    private Label id;

    @FXML
    private Label epoch;

    @FXML
    private Label untrusted;

    @FXML
    private Label trouble;

    @FXML
    private VBox facts;

    @FXML
    private VBox groups;

    @FXML
    private VBox sources;

    private final Ruler ruler;
    private final DistanceFacts distances;
    private final SeenFacts seen;
    private final SiteFacts site;
    private final OrbitFacts orbit;
    private final SurfaceFacts surface;
    private final PositionFacts position;
    private final SourceFacts sourceFacts;
    private final Consumer<String> copies;
    private final EventsView events;
    private Runnable onEvents = () -> {};
    private final Follower refreshing;
    private final Throttle readable = Throttle.millis(READABLE);
    private @Nullable BodyFacts current;
    private Theme theme = Theme.DARK;

    /**
     * @param ruler where the second body is selected
     * @param copies receives the copied text; usually the system clipboard
     */
    public BodyPanel(SkyModel model, Ruler ruler, PulsePump pump, Consumer<String> copies) {
        this.model = model;
        this.ruler = ruler;
        this.copies = copies;
        view = Views.load(BodyPanel.class, "body.fxml", this, words);
        refreshing = new Follower(pump, (now, elapsed) -> pulse(now));
        distances = new DistanceFacts(model, ruler, words);
        seen = new SeenFacts(words);
        site = new SiteFacts(model, words);
        orbit = new OrbitFacts(words);
        surface = new SurfaceFacts(words);
        position = new PositionFacts(model, words);
        sourceFacts = new SourceFacts(sources, words);
        groups.getChildren()
                .setAll(distances.view(), seen.view(), site.view(), orbit.view(), surface.view(), position.view());
        events = new EventsView(model, words, () -> showEvents(false));
        events.view().setVisible(false);
        root.getChildren().add(events.view());
        model.selected().addListener(o -> head());
        // Other kernels may give it another name.
        model.catalogue().addListener(o -> head());
        ruler.from().addListener(o -> readable.open());
        head();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("body.events", words.get("action.events"), key(KeyCode.E), this::events),
                new Action(
                        "body.ruler",
                        words.get("action.ruler"),
                        key(KeyCode.R, KeyCombination.SHIFT_DOWN),
                        ruler::toggle),
                new Action(
                        "body.copy.text",
                        words.get("action.copy.text"),
                        key(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        this::copyText),
                new Action("body.copy.csv", words.get("action.copy.csv"), null, this::copyCsv),
                new Action("body.copy.json", words.get("action.copy.json"), null, this::copyJson));
    }

    private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    /** Opens the events page; the owner of the tabs switches to this one. */
    public void events() {
        onEvents.run();
        showEvents(true);
    }

    /** What else to do when events are opened: switch to this tab. */
    public void onEvents(Runnable turn) {
        onEvents = turn;
    }

    /**
     * Sets what chooses where a calendar of events is written. Given the default file name; returns empty if the user
     * cancels.
     */
    public void saveTo(Function<String, Optional<Path>> chooser) {
        events.saveTo(chooser);
    }

    EventsView eventsView() {
        return events;
    }

    private void showEvents(boolean wanted) {
        scroll.setVisible(!wanted);
        events.view().setVisible(wanted);
        if (wanted) {
            events.open();
        }
    }

    @FXML
    void copyText() {
        copy(FactCopy.Form.TEXT);
    }

    @FXML
    void copyCsv() {
        copy(FactCopy.Form.CSV);
    }

    @FXML
    void copyJson() {
        copy(FactCopy.Form.JSON);
    }

    /** Copies the newest facts: those shown or, if the tab is hidden, the service's. */
    private void copy(FactCopy.Form form) {
        BodyFacts newest = model.service().facts();
        BodyFacts facts = newest != null && newest.body() == model.selected().get() ? newest : current;
        if (facts != null) {
            copies.accept(FactCopy.of(form, facts, words));
        }
    }

    @Override
    public String id() {
        return "body";
    }

    @Override
    public String chapter() {
        return "orrery";
    }

    @Override
    public String title() {
        return words.get("body.tab");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown(boolean shown) {
        if (refreshing.follow(shown)) {
            readable.open();
        }
    }

    private void pulse(long now) {
        if (readable.passes(now)) {
            warn();
            refresh(model.service().facts());
            events.refresh();
        }
    }

    @Override
    public void theme(Theme next) {
        theme = next;
        head();
    }

    @FXML
    void next() {
        model.step(1);
    }

    @FXML
    void previous() {
        model.step(-1);
    }

    @FXML
    void fly() {
        model.flyTo(model.selected().get());
    }

    @FXML
    void recolor() {
        BodyColors.choose(model.selected().get(), OptionalInt.of(Palette.argb(swatch.getValue())));
    }

    @FXML
    void usualColor() {
        BodyColors.choose(model.selected().get(), OptionalInt.empty());
        head();
    }

    @FXML
    void stand() {
        model.stand();
    }

    private void head() {
        int body = model.selected().get();
        int rgb = BodyLook.of(body).color(theme == Theme.DARK);
        swatch.setValue(Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255));
        name.setText(BodyLook.name(body));
        boolean stands = BodyLook.of(body).body().id() != body;
        id.setText(words.get(stands ? "body.id.barycenter" : "body.id", body));
        if (current == null || current.body() != body) {
            // Names without values, or another body's values, are worse than nothing; the focused element stays.
            facts.setOpacity(0);
            epoch.setText("");
            FactGroups.visible(trouble, false);
        }
        readable.open();
    }

    /** Shows, while it lasts, that the numbers cannot be trusted. */
    private void warn() {
        String why = model.untrusted().orElse("");
        if (!why.equals(untrusted.getText())) {
            untrusted.setText(why);
            FactGroups.visible(untrusted, !why.isEmpty());
        }
    }

    /** Shows facts if they are new and about the selected body. */
    public void refresh(@Nullable BodyFacts newest) {
        if (newest == null
                || newest.equals(current)
                || newest.body() != model.selected().get()) {
            return;
        }
        current = newest;
        facts.setOpacity(1);
        epoch.setText(date.format(newest.et()));
        trouble.setText(
                newest.trouble().map(trouble -> absent(newest).orElse(trouble)).orElse(""));
        FactGroups.visible(trouble, newest.trouble().isPresent());
        FactGroups.visible(facts, newest.trouble().isEmpty());
        distances.show(newest);
        seen.show(newest);
        site.show(newest);
        orbit.show(newest);
        surface.show(newest);
        position.show(newest);
        sourceFacts.show(newest);
    }

    /** For a body without data now: the nearest time with data. */
    private Optional<String> absent(BodyFacts of) {
        SkyCatalogue now = model.catalogue().get();
        int index = now == null ? -1 : now.indexOf(of.body());
        if (now == null || index < 0 || now.bodies().get(index).covers(of.et())) {
            return Optional.empty();
        }
        Coverage coverage = now.bodies().get(index).coverage();
        double nearest = coverage.nearest(of.et());
        EpochFormat minutes = EpochFormat.minutes(TimeScale.TDB).spaced();
        return coverage.spans().stream()
                .filter(span -> span.contains(nearest))
                .findFirst()
                .map(span -> words.get(
                        "body.absent",
                        BodyLook.name(of.body()),
                        minutes.unlabeled().format(span.start()),
                        minutes.format(span.end())));
    }

    /** The frame, center and correction of the position shown. */
    public void place(PlaceWish wish) {
        position.choose(wish);
    }

    /** NAIF id of the body whose facts are shown; that of the barycenter, 0, before the first. */
    public int showing() {
        BodyFacts shown = current;
        return shown == null ? 0 : shown.body();
    }

    @Override
    public void close() {
        shown(false);
        events.close();
    }
}
