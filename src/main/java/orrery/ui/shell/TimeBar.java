package orrery.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ephemeris.Coverage;
import orrery.service.SkyClock;
import orrery.service.SkyFrame;
import orrery.service.TimeStep;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Views;
import orrery.ui.orrery.SkyModel;

/**
 * The bar at the bottom: the date, large; the rate in words; the transport; the coverage strip. The date can be edited:
 * meanwhile it does not change, and an error in it is shown above.
 *
 * <p>Confined to the JavaFX thread.
 */
final class TimeBar {
    static final EpochFormat DAY = EpochFormat.days(TimeScale.TDB).unlabeled();

    private static final double WIDE = 990;
    private static final double NARROW = 930;
    private static final double LOOP = 46;
    private static final double SCARCE = 655;
    private static final double TIGHT = 555;
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final SkyModel model;
    private final CoverageStrip strip;
    private final CoverageChart chart;
    private TimeStep unit = TimeStep.DAY;
    private Consumer<TimeScale> scaleChanged = to -> {};
    private Runnable chartChanged = () -> {};
    private final DateField field;
    private final RateReadout rate;
    private final Node view;

    @FXML
    private VBox root;

    @FXML
    private TextField date;

    @FXML
    private Label rateWords;

    @FXML
    private Label rateFactor;

    @FXML
    private FontIcon playIcon;

    @FXML
    private ToggleButton reverse;

    @FXML
    private Button scale;

    @FXML
    private Button step;

    @FXML
    private Button back;

    @FXML
    private Button forward;

    @FXML
    private Button slower;

    @FXML
    private Button faster;

    @FXML
    private Button now;

    @FXML
    private Button loop;

    @FXML
    private Button coverageOpen;

    private final Throttle readable = Throttle.millis(100);
    private boolean shownPlaying;

    TimeBar(SkyModel model, PulsePump pump) {
        this.model = model;
        this.strip = new CoverageStrip(model, pump);
        this.chart = new CoverageChart(model, pump);
        this.view = Views.load(TimeBar.class, "time-bar.fxml", this, Fxml.WORDS);
        VBox.setVgrow(strip, Priority.NEVER);
        strip.resize(100, CoverageStrip.HEIGHT);
        StripHolder holder = new StripHolder(strip);
        root.getChildren().add(holder);
        fold(WIDE);
        field = new DateField(date, model.clock(), this::refresh, root::requestFocus);
        rate = new RateReadout(rateWords, rateFactor);
        strip.shown(true);
        step.setText(unitWord());
        timeScale(TimeScale.TDB);
        scale.setMinWidth(Region.USE_PREF_SIZE);
        step.setMinWidth(Region.USE_PREF_SIZE);
        // Even if narrower than its parts prefer, it must end where the window does.
        root.setMinWidth(0);
        root.widthProperty().addListener((o, was, is) -> {
            // What does not fit in a narrow window is still in the palette, and on the keys.
            fold(is.doubleValue());
        });
        loop.managedProperty().addListener((o, was, is) -> fold(root.getWidth()));
    }

    private void fold(double all) {
        double width = loop.isManaged() ? all - LOOP : all;
        boolean narrow = width < NARROW;
        show(step, width >= WIDE);
        show(scale, !narrow);
        show(reverse, !narrow);
        show(coverageOpen, !narrow);
        // With large text in a small window there is even less room.
        for (Node node : List.of(back, forward, slower, faster)) {
            show(node, width >= SCARCE);
        }
        show(now, width >= TIGHT);
        root.pseudoClassStateChanged(FOLDED, narrow);
        Font font = Numerals.font(narrow ? 20 : 28);
        if (!font.equals(date.getFont())) {
            date.setFont(font);
            date.setPrefWidth(Numerals.width("0000-00-00 00:00:00", font) + 6);
            date.setMinWidth(date.getPrefWidth());
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String unitWord() {
        return Fxml.WORDS.get("step." + unit.name().toLowerCase(Locale.ROOT));
    }

    /** Called with the new time scale when the user selects another. */
    void onScale(Consumer<TimeScale> listener) {
        scaleChanged = listener;
    }

    TimeScale timeScale() {
        return field.timeScale();
    }

    /** Shows dates in another time scale; a typed date without a suffix is then in that scale. */
    void timeScale(TimeScale to) {
        field.timeScale(to);
        scale.setText(to.name());
        strip.timeScale(to);
        chart.timeScale(to);
        refresh();
        scaleChanged.accept(to);
    }

    /** The chart of all bodies' coverage; the window places it over the sky, above the bar. */
    CoverageChart chart() {
        return chart;
    }

    Node view() {
        return view;
    }

    /** The error in the typed date; the window places it over the sky, above the field. */
    Label complaint() {
        return field.complaint();
    }

    void theme(Theme theme) {
        strip.palette(theme.palette());
        chart.palette(theme.palette());
    }

    /** One pulse: numbers change at most ten times a second. */
    void pulse(long now) {
        strip.follow();
        chart.follow();
        SkyFrame frame = model.service().frame();
        if (frame != null && model.clock().playing()) {
            rate.read(now, frame.et(), model.clock().moves());
        }
        if (readable.passes(now)) {
            refresh();
        }
    }

    /** Updates everything immediately, for pictures. */
    void settle() {
        refresh();
        strip.drawNow();
        if (chart.isVisible()) {
            chart.drawNow();
        }
    }

    /** Shows the current state of the clock. */
    void refresh() {
        SkyClock clock = model.clock();
        field.show(clock.et());
        if (clock.playing() != shownPlaying) {
            shownPlaying = clock.playing();
            playIcon.setIconLiteral(shownPlaying ? "fth-pause" : "fth-play");
        }
        reverse.setSelected(clock.rate() < 0);
        loop.setVisible(clock.loop().isPresent());
        loop.setManaged(clock.loop().isPresent());
        rate.show(clock);
    }

    /** Puts the cursor into the date field. */
    void type() {
        field.type();
    }

    @FXML
    void playOrPause() {
        toggle();
        refresh();
    }

    void toggle() {
        if (model.clock().playing()) {
            model.clock().pause();
        } else {
            model.clock().play();
        }
    }

    @FXML
    void reverse() {
        model.clock().reverse();
        refresh();
    }

    @FXML
    void back() {
        model.clock().step(unit, -1);
        refresh();
    }

    @FXML
    void forward() {
        model.clock().step(unit, 1);
        refresh();
    }

    @FXML
    void slower() {
        model.clock().faster(0.5);
        refresh();
    }

    @FXML
    void faster() {
        model.clock().faster(2);
        refresh();
    }

    @FXML
    void now() {
        model.clock().glide(Dates.now());
        refresh();
    }

    /** Ten times the rate, or a tenth of it. */
    void muchFaster() {
        model.clock().faster(10);
        refresh();
    }

    void muchSlower() {
        model.clock().faster(0.1);
        refresh();
    }

    /** Selects another unit for steps. */
    @FXML
    void nextUnit() {
        unit(unit.next());
    }

    void unit(TimeStep next) {
        unit = next;
        step.setText(unitWord());
    }

    TimeStep unit() {
        return unit;
    }

    /** TDB, or UTC. */
    @FXML
    void nextScale() {
        timeScale(timeScale() == TimeScale.TDB ? TimeScale.UTC : TimeScale.TDB);
    }

    @FXML
    void coverage() {
        chart.toggle();
        chartChanged.run();
    }

    /** Called when the coverage chart opens or closes. */
    void onChart(Runnable listener) {
        chartChanged = listener;
    }

    @FXML
    void endLoop() {
        model.clock().endLoop();
        strip.changed();
        refresh();
    }

    /** Sets the loop's first mark here; the other stays, or is at the end of the span. */
    void loopFrom() {
        SkyClock clock = model.clock();
        double end = clock.loop().map(Coverage.Span::end).orElse(clock.span().end());
        clock.loop(clock.et(), end);
        strip.changed();
        refresh();
    }

    /** Sets the loop's second mark here. */
    void loopTo() {
        SkyClock clock = model.clock();
        double start =
                clock.loop().map(Coverage.Span::start).orElse(clock.span().start());
        clock.loop(start, clock.et());
        strip.changed();
        refresh();
    }

    /** Gives the strip the bar's width. */
    private static final class StripHolder extends Pane {
        private final CoverageStrip strip;

        StripHolder(CoverageStrip strip) {
            this.strip = strip;
            setMinHeight(CoverageStrip.HEIGHT);
            setPrefHeight(CoverageStrip.HEIGHT);
            setMaxHeight(CoverageStrip.HEIGHT);
            getChildren().add(strip);
        }

        @Override
        protected void layoutChildren() {
            strip.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
