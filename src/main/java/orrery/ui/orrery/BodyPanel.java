package orrery.ui.orrery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Bodies;
import orrery.service.BodyFacts;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Words;

/**
 * The Body tab: where the chosen body is, how far, how fast, in which frame, and which kernel and segment said so. Numbers
 * change ten times a second at most, so that they can be read.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class BodyPanel implements Panel {
    private static final long READABLE_NANOS = 100_000_000L;

    private final SkyModel model;
    private final PulsePump pump;
    private final Words words = Words.of(BodyPanel.class);
    private final DateFormat date = DateFormat.seconds(TimeScale.TDB, 0).spaced();
    private final Parent view;

    @FXML
    private Circle swatch = new Circle();

    @FXML
    private Label name = new Label();

    @FXML
    private Label id = new Label();

    @FXML
    private Label epoch = new Label();

    @FXML
    private Label trouble = new Label();

    @FXML
    private VBox facts = new VBox();

    @FXML
    private FactRow sunAu = new FactRow("");

    @FXML
    private FactRow sunKm = new FactRow("");

    @FXML
    private FactRow earthAu = new FactRow("");

    @FXML
    private FactRow earthKm = new FactRow("");

    @FXML
    private FactRow sunSpeed = new FactRow("");

    @FXML
    private FactRow earthSpeed = new FactRow("");

    @FXML
    private FactRow sunLight = new FactRow("");

    @FXML
    private FactRow earthLight = new FactRow("");

    @FXML
    private Label orbitTitle = new Label();

    @FXML
    private VBox orbit = new VBox();

    @FXML
    private FactRow semiMajor = new FactRow("");

    @FXML
    private FactRow eccentricity = new FactRow("");

    @FXML
    private FactRow inclination = new FactRow("");

    @FXML
    private FactRow period = new FactRow("");

    @FXML
    private FactRow x = new FactRow("");

    @FXML
    private FactRow y = new FactRow("");

    @FXML
    private FactRow z = new FactRow("");

    @FXML
    private VBox sources = new VBox();

    private @Nullable AutoCloseable subscription;
    private @Nullable BodyFacts current;
    private List<BodyFacts.Source> listed = List.of();
    private long last;
    private Theme theme = Theme.DARK;

    public BodyPanel(SkyModel model, PulsePump pump) {
        this.model = model;
        this.pump = pump;
        FXMLLoader loader = new FXMLLoader(
                Objects.requireNonNull(BodyPanel.class.getResource("body.fxml"), "body.fxml"), words.bundle());
        loader.setController(this);
        try {
            view = loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("body.fxml cannot be read", e);
        }
        model.selected().addListener(o -> head());
        head();
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
        AutoCloseable open = subscription;
        if (shown && open == null) {
            last = 0;
            subscription = pump.listen((now, elapsed) -> {
                if (now - last >= READABLE_NANOS) {
                    last = now;
                    refresh(model.service().facts());
                }
            });
        } else if (!shown && open != null) {
            subscription = null;
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("the Body tab could not stop listening", e);
            }
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
        id.setText(words.get(stands ? "body.id.barycentre" : "body.id", body));
        last = 0;
    }

    /** Shows facts, if they are new and about the chosen body. */
    public void refresh(@Nullable BodyFacts newest) {
        if (newest == null
                || newest.equals(current)
                || newest.body() != model.selected().get()) {
            return;
        }
        current = newest;
        epoch.setText(date.format(newest.et()));
        trouble.setText(newest.trouble().orElse(""));
        visible(trouble, newest.trouble().isPresent());
        visible(facts, newest.trouble().isEmpty());
        place(newest.fromSun(), sunAu, sunKm, sunSpeed, sunLight);
        place(newest.fromEarth(), earthAu, earthKm, earthSpeed, earthLight);
        Optional<BodyFacts.Orbit> ellipse = newest.orbit();
        visible(orbit, ellipse.isPresent());
        ellipse.ifPresent(o -> {
            orbitTitle.setText(words.get("body.orbit", BodyLook.name(newest.parent())));
            semiMajor.set(
                    o.semiMajor() > 0.02 * Camera.AU ? Lengths.au(o.semiMajor()) : Lengths.km(o.semiMajor()),
                    o.semiMajor() > 0.02 * Camera.AU ? "au" : "km");
            eccentricity.set(String.format(Locale.ROOT, "%.6f", o.eccentricity()));
            inclination.set(String.format(Locale.ROOT, "%.4f", Math.toDegrees(o.inclination())), "\u00b0");
            String[] time = Lengths.period(o.period()).split("\u2009");
            period.set(time[0], time[1]);
        });
        BodyFacts.State at = newest.fromSun().or(newest::fromParent).orElse(null);
        x.set(at == null ? "\u2013" : Lengths.km(at.x()), "km");
        y.set(at == null ? "\u2013" : Lengths.km(at.y()), "km");
        z.set(at == null ? "\u2013" : Lengths.km(at.z()), "km");
        list(newest.sources());
    }

    private static void place(Optional<BodyFacts.State> state, FactRow au, FactRow km, FactRow speed, FactRow light) {
        boolean known = state.isPresent();
        for (FactRow row : new FactRow[] {au, km, speed, light}) {
            visible(row, known);
        }
        state.ifPresent(s -> {
            au.set(Lengths.au(s.distance()), "au");
            km.set(Lengths.km(s.distance()), "km");
            speed.set(Lengths.speed(s.speed()), "km/s");
            light.set(Lengths.seconds(s.lightTime()));
        });
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
    }
}
