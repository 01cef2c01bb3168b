package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Elements;
import orrery.math.Constants;
import orrery.service.BodyFacts;
import orrery.service.SkyCatalogue;
import orrery.spk.NaifIds;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Action;
import orrery.ui.fx.Follower;
import orrery.ui.fx.NameLabel;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.fx.Words;

/**
 * The Body tab: where the chosen body is, how far, how fast, in which frame, and which kernel and segment said so. Numbers
 * change ten times a second at most, so that they can be read.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class BodyPanel implements Panel {
    private static final long READABLE = 100;
    private static final String DEGREE = "\u00b0";
    private static final String NOTHING = "\u2013";
    private static final DateFormat MINUTE =
            DateFormat.minutes(TimeScale.TDB).spaced().unlabelled();

    private final SkyModel model;
    private final Words words = Words.of(BodyPanel.class);
    private final DateFormat date = DateFormat.seconds(TimeScale.TDB, 0).spaced();
    private final Parent view;

    @FXML
    private StackPane root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Circle swatch;

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
    private DistanceRow sun;

    @FXML
    private DistanceRow earth;

    @FXML
    private DistanceRow second;

    @FXML
    private FactRow angle;

    @FXML
    private ComboBox<OptionalInt> measure;

    @FXML
    private VBox seen;

    @FXML
    private PairRow seenHead;

    @FXML
    private PairRow ra;

    @FXML
    private PairRow dec;

    @FXML
    private FactRow longitude;

    @FXML
    private FactRow latitude;

    @FXML
    private FactRow constellation;

    @FXML
    private FactRow elongation;

    @FXML
    private FactRow phase;

    @FXML
    private FactRow lit;

    @FXML
    private FactRow magnitude;

    @FXML
    private FactRow diameter;

    @FXML
    private VBox orbit;

    @FXML
    private GroupHeading orbitTitle;

    @FXML
    private FactRow semiMajor;

    @FXML
    private FactRow eccentricity;

    @FXML
    private FactRow inclination;

    @FXML
    private FactRow node;

    @FXML
    private FactRow argument;

    @FXML
    private FactRow mean;

    @FXML
    private FactRow anomaly;

    @FXML
    private FactRow nearest;

    @FXML
    private FactRow farthest;

    @FXML
    private FactRow period;

    @FXML
    private FactRow nextPassage;

    @FXML
    private FactRow nextDistance;

    @FXML
    private GroupHeading positionTitle;

    @FXML
    private PairRow positionHead;

    @FXML
    private PairRow x;

    @FXML
    private PairRow y;

    @FXML
    private PairRow z;

    @FXML
    private VBox sources;

    private final Ruler ruler;
    private final Consumer<String> copies;
    private final EventsView events;
    private Runnable onEvents = () -> {};
    private final Follower refreshing;
    private final Throttle readable = Throttle.millis(READABLE);
    private @Nullable BodyFacts current;
    private List<BodyFacts.Source> listed = List.of();
    private Theme theme = Theme.DARK;

    /**
     * @param ruler where the second body is chosen
     * @param copies receives what is copied: the system's clipboard, as a rule
     */
    public BodyPanel(SkyModel model, Ruler ruler, PulsePump pump, Consumer<String> copies) {
        this.model = model;
        this.ruler = ruler;
        this.copies = copies;
        view = Views.load(BodyPanel.class, "body.fxml", this, words);
        refreshing = new Follower(pump, (now, elapsed) -> pulse(now));
        seenHead.set(words.get("head.astrometric"), words.get("head.date"));
        positionHead.set(words.get("head.position"), words.get("head.velocity"));
        measures();
        events = new EventsView(model, words, () -> showEvents(false));
        events.view().setVisible(false);
        root.getChildren().add(events.view());
        model.selected().addListener(o -> head());
        ruler.from().addListener(o -> readable.open());
        head();
    }

    /** The choice of the second body: none, or any other that is shown. */
    private void measures() {
        measure.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OptionalInt body) {
                return body == null || body.isEmpty() ? words.get("body.measure.none") : BodyLook.name(body.getAsInt());
            }

            @Override
            public OptionalInt fromString(String name) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        measure.setVisibleRowCount(12);
        measure.getItems().setAll(List.of(OptionalInt.empty()));
        measure.setValue(ruler.from().get());
        measure.setOnShowing(e -> {
            List<OptionalInt> choices = new ArrayList<>(List.of(OptionalInt.empty()));
            for (int body : model.shown()) {
                if (body != model.selected().get()) {
                    choices.add(OptionalInt.of(body));
                }
            }
            measure.getItems().setAll(choices);
            measure.setValue(ruler.from().get());
        });
        measure.setOnAction(e -> {
            OptionalInt chosen = measure.getValue();
            if (chosen != null && !chosen.equals(ruler.from().get()) && measure.isShowing()) {
                ruler.from().set(chosen);
            }
        });
        ruler.from().addListener((o, was, is) -> {
            if (!measure.getItems().contains(is)) {
                measure.getItems().add(is);
            }
            measure.setValue(is);
        });
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

    /** Calls up the events; whoever shows tabs turns to this one. */
    public void events() {
        onEvents.run();
        showEvents(true);
    }

    /** What else is to be done when events are called up: turning to this tab. */
    public void onEvents(Runnable turn) {
        onEvents = turn;
    }

    /** The events' page, for pictures. */
    public EventsView eventsView() {
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

    /** Copies the newest facts: those shown, or if the tab is not shown, the service's. */
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

    private void head() {
        int body = model.selected().get();
        int rgb = BodyLook.of(body).color(theme == Theme.DARK);
        swatch.setFill(Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255));
        name.setText(BodyLook.name(body));
        boolean stands = BodyLook.of(body).body().id() != body;
        id.setText(words.get(stands ? "body.id.barycenter" : "body.id", body));
        if (current == null || current.body() != body) {
            // Names without values, or another body's values, are worse than nothing; what has the focus keeps it.
            facts.setOpacity(0);
            epoch.setText("");
            visible(trouble, false);
        }
        readable.open();
    }

    /** Says for as long as it is so that the numbers cannot be trusted. */
    private void warn() {
        String why = model.untrusted().orElse("");
        if (!why.equals(untrusted.getText())) {
            untrusted.setText(why);
            visible(untrusted, !why.isEmpty());
        }
    }

    /** Shows facts, if they are new and about the chosen body. */
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
                newest.trouble().map(said -> absent(newest).orElse(said)).orElse(""));
        visible(trouble, newest.trouble().isPresent());
        visible(facts, newest.trouble().isEmpty());
        place(newest.fromSun(), sun);
        place(newest.fromEarth(), earth);
        second(newest.second());
        visible(seen, newest.seen().isPresent());
        newest.seen().ifPresent(this::seen);
        visible(orbit, newest.orbit().isPresent());
        newest.orbit().ifPresent(o -> orbit(o, newest));
        position(newest);
        list(newest.sources());
    }

    /** When the kernels hold a body that they do not hold now: the time nearest to what is asked. */
    private Optional<String> absent(BodyFacts of) {
        SkyCatalogue now = model.catalogue().get();
        int index = now == null ? -1 : now.indexOf(of.body());
        if (now == null || index < 0 || now.bodies().get(index).covers(of.et())) {
            return Optional.empty();
        }
        Coverage coverage = now.bodies().get(index).coverage();
        double nearest = coverage.nearest(of.et());
        DateFormat minutes = DateFormat.minutes(TimeScale.TDB).spaced();
        return coverage.spans().stream()
                .filter(span -> span.contains(nearest))
                .findFirst()
                .map(span -> words.get(
                        "body.absent",
                        BodyLook.name(of.body()),
                        minutes.unlabelled().format(span.start()),
                        minutes.format(span.end())));
    }

    /** NAIF id of the body whose facts are shown; the barycenter's, 0, before the first. */
    public int showing() {
        BodyFacts shown = current;
        return shown == null ? 0 : shown.body();
    }

    private static void place(Optional<BodyFacts.State> state, DistanceRow row) {
        visible(row, state.isPresent());
        state.ifPresent(row::set);
    }

    private void second(Optional<BodyFacts.Second> measured) {
        boolean known = measured.isPresent();
        int from = known ? measured.get().body() : NaifIds.SUN;
        visible(second, known && from != NaifIds.SUN && from != NaifIds.EARTH);
        boolean angled = known && measured.get().angle().isPresent();
        visible(angle, angled);
        if (known) {
            second.name(words.get("body.from", called(from)));
            second.set(measured.get().state());
        }
        if (angled) {
            angle.set(Angles.small(measured.get().angle().getAsDouble()));
        }
    }

    private void seen(BodyFacts.Seen now) {
        ra.set(
                Angles.hours(now.astrometric().longitude()),
                Angles.hours(now.equator().longitude()));
        dec.set(
                Angles.arc(now.astrometric().latitude()),
                Angles.arc(now.equator().latitude()));
        longitude.set(Angles.degrees(now.ecliptic().longitude(), 5) + DEGREE);
        latitude.set(Angles.signed(now.ecliptic().latitude(), 5) + DEGREE);
        constellation.set(now.constellation().name());
        visible(elongation, now.lit().isPresent());
        visible(phase, now.lit().isPresent());
        visible(lit, now.lit().isPresent());
        now.lit().ifPresent(l -> {
            elongation.set(FactSheet.elongation(l, words));
            phase.set(Angles.degrees(l.phaseAngle(), 3) + DEGREE);
            lit.set(FactSheet.percent(l.illuminated()));
        });
        visible(magnitude, now.magnitude().isPresent());
        now.magnitude().ifPresent(m -> magnitude.set(FactSheet.magnitude(m, words)));
        visible(diameter, now.diameter().isPresent());
        now.diameter().ifPresent(d -> diameter.set(Angles.small(d)));
    }

    private void orbit(Elements o, BodyFacts now) {
        boolean round = now.parent() == NaifIds.SUN;
        orbitTitle.set(words.get("group.orbit"), words.get("note.orbit", called(now.parent())));
        argument.name(words.get(round ? "fact.perihelion.argument" : "fact.periapsis.argument"));
        nearest.name(words.get(round ? "fact.q" : "fact.periapsis"));
        farthest.name(words.get(round ? "fact.Q" : "fact.apoapsis"));
        nextPassage.name(words.get(round ? "fact.next" : "fact.next.periapsis"));
        length(semiMajor, o.semiMajor());
        eccentricity.set(String.format(Locale.ROOT, "%.6f", o.eccentricity()));
        inclination.set(Angles.degrees(o.inclination(), 4) + DEGREE);
        node.set(Angles.degrees(o.node(), 4) + DEGREE);
        argument.set(Angles.degrees(o.periapsisArgument(), 4) + DEGREE);
        mean.set(Angles.degrees(o.meanAnomaly(), 4) + DEGREE);
        anomaly.set(Angles.degrees(o.trueAnomaly(), 4) + DEGREE);
        length(nearest, o.periapsis());
        visible(semiMajor, !Double.isInfinite(o.semiMajor()));
        visible(farthest, o.isEllipse());
        visible(period, o.isEllipse());
        if (o.isEllipse()) {
            length(farthest, o.apoapsis());
            String[] time = Lengths.period(o.period()).split("\u2009");
            period.set(time[0], time[1]);
        }
        visible(nextPassage, now.nearest().isPresent());
        visible(nextDistance, now.nearest().isPresent());
        now.nearest().ifPresent(next -> {
            nextPassage.set(MINUTE.format(next.et()), "TDB");
            length(nextDistance, next.distance());
        });
    }

    private static void length(FactRow row, double km) {
        boolean far = Math.abs(km) > 0.02 * Constants.AU;
        row.set(far ? Lengths.au(km) : Lengths.km(km), far ? "au" : "km");
    }

    private void position(BodyFacts now) {
        BodyFacts.State at = now.fromSun().or(now::fromParent).orElse(null);
        int from = now.fromSun().isPresent() ? NaifIds.SUN : now.parent();
        positionTitle.set(
                words.get("body.position", from == NaifIds.SUN ? called(from) : BodyLook.center(now.body(), from)),
                words.get("note.geometric"));
        x.set(at == null ? NOTHING : Lengths.km(at.x()), at == null ? NOTHING : Lengths.speed(at.vx()));
        y.set(at == null ? NOTHING : Lengths.km(at.y()), at == null ? NOTHING : Lengths.speed(at.vy()));
        z.set(at == null ? NOTHING : Lengths.km(at.z()), at == null ? NOTHING : Lengths.speed(at.vz()));
    }

    /** A body's name within a sentence: some have an article. */
    private String called(int body) {
        String key = "called." + body;
        return words.bundle().containsKey(key) ? words.get(key) : BodyLook.name(body);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void list(List<BodyFacts.Source> newest) {
        if (newest.equals(listed)) {
            return;
        }
        listed = newest;
        sources.getChildren().clear();
        for (BodyFacts.Source source : newest) {
            Label kernel = new Label(words.get(
                    "body.source", Bodies.name(source.target()), Bodies.name(source.center()), source.kernel()));
            kernel.getStyleClass().add("source-kernel");
            Label detail = new Label(words.get(
                    "body.source.detail",
                    source.kernel(),
                    source.segment(),
                    source.type(),
                    source.typeName(),
                    String.format(Locale.ROOT, "%,d", source.granule()),
                    String.format(Locale.ROOT, "%,d", source.granules())));
            detail.getStyleClass().add("source-detail");
            detail.setWrapText(true);
            VBox row = new VBox(kernel, detail);
            row.getStyleClass().add("source");
            sources.getChildren().add(row);
        }
    }

    @Override
    public void close() {
        shown(false);
        events.close();
    }
}
