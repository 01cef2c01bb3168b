package orrery.ui.shell;

import java.util.List;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ephemeris.Coverage;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.Ink;
import orrery.ui.chart.LiveChart;
import orrery.ui.chart.Stretches;
import orrery.ui.fx.PulsePump;
import orrery.ui.orrery.BodyLook;
import orrery.ui.orrery.SkyModel;

/**
 * When the kernels have data for each body: one row per body, on the axis of the strip below, with the current time
 * through all of them. A click goes to that date and selects that body.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CoverageChart extends LiveChart {
    private static final double ROW = 22;
    private static final double HEAD = 10;
    private static final double NAME = 10;
    private static final double SMALL = 9.5;

    private final SkyModel model;
    private EpochFormat day = TimeBar.DAY;
    private double drawnEt = Double.NaN;
    private double scrolled;

    CoverageChart(SkyModel model, PulsePump pump) {
        super(pump, Fxml.WORDS.get("coverage.accessible"));
        this.model = model;
        setId("coverage-chart");
        setVisible(false);
        model.catalogue().addListener(o -> {
            scrolled = 0;
            changed();
        });
        model.selected().addListener(o -> changed());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::go);
        readsAtPointer();
        addEventHandler(ScrollEvent.SCROLL, e -> {
            scrolled -= e.getDeltaY();
            changed();
            e.consume();
        });
    }

    void timeScale(TimeScale scale) {
        day = EpochFormat.days(scale).unlabeled();
        changed();
    }

    /** Opens or closes it. */
    void toggle() {
        setVisible(!isVisible());
        shown(isVisible());
    }

    /** The height needed for all rows. */
    double wanted() {
        return HEAD + ROW * model.every().size();
    }

    /** Requests a redraw if the current time has moved by half a pixel. */
    void follow() {
        if (isVisible() && !(Math.abs(across().pixel(model.clock().et()) - across().pixel(drawnEt)) < 0.5)) {
            changed();
        }
    }

    private void go(MouseEvent event) {
        List<Integer> ids = model.every();
        int row = (int) Math.floor((event.getY() - HEAD + scrolled) / ROW);
        if (row >= 0 && row < ids.size()) {
            model.selected().set(ids.get(row));
            model.clock().glide(across().value(across().nearest(event.getX())));
            changed();
        }
    }

    private ChartAxis across() {
        return CoverageStrip.across(model.clock().span(), getWidth());
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        Color ground = palette().surface();
        ink.fill(0, 0, width, height, new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 1));
        ink.fill(0, 0, width, 1, palette().line());
        SkyCatalogue catalogue = model.catalogue().get();
        if (catalogue == null) {
            return;
        }
        ChartAxis across = across();
        List<Integer> ids = model.every();
        scrolled = Math.clamp(scrolled, 0, Math.max(0, wanted() - height));
        drawnEt = model.clock().et();
        for (int i = (int) Math.floor(scrolled / ROW); i < ids.size(); i++) {
            double top = HEAD + i * ROW - scrolled;
            if (top > height) {
                break;
            }
            int index = catalogue.indexOf(ids.get(i));
            if (index >= 0) {
                row(ink, across, catalogue.bodies().get(index), top);
            }
        }
        ink.fill(Math.rint(across.pixel(drawnEt)) - 0.5, 1, 1, height, palette().sun());
        double at = readingX();
        if (!Double.isNaN(at)) {
            ink.fill(Math.rint(at), 1, 1, height, palette().muted());
            String date = day.format(across.value(across.nearest(at)));
            ink.plate(date, SMALL, at, readingY() - 20, across, palette().line());
        }
    }

    private void row(Ink ink, ChartAxis across, SkyBody body, double top) {
        boolean chosen = body.id() == model.selected().get();
        BodyLook look = BodyLook.of(body.id());
        int rgb = look.color(palette().dark());
        Color color = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        String letter = look.letter().isEmpty() ? "" : look.letter() + "  ";
        ink.hang(
                letter + look.name(),
                NAME,
                across.start(),
                top,
                TextAlignment.LEFT,
                chosen ? palette().sun() : palette().text());
        ink.fill(across.start(), top + 14, across.length(), 1, palette().line());
        List<Coverage.Span> spans = body.coverage().spans();
        for (int i : Stretches.drawn(spans, Coverage.Span::start, Coverage.Span::end, across)) {
            double a = across.pixel(spans.get(i).start());
            double b = across.pixel(spans.get(i).end());
            ink.fill(a, top + 13, Math.max(1.5, b - a), chosen ? 4 : 3, color);
        }
        String ends = day.format(body.coverage().start()) + " \u2013 "
                + day.format(body.coverage().end());
        ink.hang(ends, SMALL, across.end(), top, TextAlignment.RIGHT, palette().muted());
    }
}
