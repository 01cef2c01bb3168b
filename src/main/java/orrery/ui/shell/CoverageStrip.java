package orrery.ui.shell;

import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ephemeris.Coverage;
import orrery.service.SkyCatalogue;
import orrery.time.CalendarDate;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.DateTicks;
import orrery.ui.chart.Ink;
import orrery.ui.chart.LiveChart;
import orrery.ui.fx.PulsePump;
import orrery.ui.orrery.SkyModel;

/**
 * When the kernels have any data: a line from the first epoch to the last, brighter where more bodies are covered, with
 * the current time on it. A click or a drag goes there.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CoverageStrip extends LiveChart {
    static final double HEIGHT = 22;

    private static final double MARGIN = 20;
    private static final double LINE = 5;
    private static final double SMALL = 9.5;
    /** The least distance between marked years, pixels. */
    private static final double YEAR = 90;

    private final SkyModel model;
    private EpochFormat day = TimeBar.DAY;
    private double markedFrom = Double.NaN;
    private double drawnX = Double.NaN;

    CoverageStrip(SkyModel model, PulsePump pump) {
        super(pump, Fxml.WORDS.get("strip.accessible"));
        this.model = model;
        setId("coverage");
        model.catalogue().addListener(o -> changed());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        readsAtPointer();
    }

    /** Requests a redraw if the current time has moved by half a pixel. */
    void follow() {
        SkyCatalogue catalogue = model.catalogue().get();
        if (catalogue != null && !(Math.abs(x(model.clock().et(), catalogue.span()) - drawnX) < 0.5)) {
            changed();
        }
    }

    /** Shows dates in another time scale. */
    void timeScale(TimeScale scale) {
        day = EpochFormat.days(scale).unlabeled();
        changed();
    }

    /** A click goes there; with Shift it sets the first mark of a loop. */
    private void pressed(MouseEvent event) {
        SkyCatalogue catalogue = model.catalogue().get();
        markedFrom = Double.NaN;
        if (catalogue == null) {
            return;
        }
        double to = et(event.getX(), catalogue.span());
        if (event.isShiftDown()) {
            markedFrom = to;
            model.clock().endLoop();
        } else {
            model.clock().glide(to);
        }
        readAt(event.getX(), event.getY());
    }

    private void dragged(MouseEvent event) {
        SkyCatalogue catalogue = model.catalogue().get();
        if (catalogue == null) {
            return;
        }
        double to = et(event.getX(), catalogue.span());
        if (Double.isNaN(markedFrom)) {
            model.clock().jump(to);
        } else {
            model.clock().loop(markedFrom, to);
        }
        readAt(event.getX(), event.getY());
    }

    /** The axis of the strip, and of the chart above it. */
    static ChartAxis across(Coverage.Span span, double width) {
        return new ChartAxis(span.start(), span.end(), MARGIN, Math.max(MARGIN + 1, width - MARGIN));
    }

    private double x(double et, Coverage.Span span) {
        return across(span, getWidth()).pixel(et);
    }

    private double et(double x, Coverage.Span span) {
        ChartAxis across = across(span, getWidth());
        return across.value(across.nearest(x));
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        SkyCatalogue catalogue = model.catalogue().get();
        ink.fill(MARGIN, LINE, width - 2 * MARGIN, 3, palette().line());
        if (catalogue == null) {
            return;
        }
        Coverage.Span span = catalogue.span();
        ChartAxis across = across(span, width);
        covered(ink, catalogue, across);
        drawnX = across.pixel(model.clock().et());
        ticks(ink, across);
        model.clock().loop().ifPresent(loop -> loop(ink, loop, across));
        if (!Double.isNaN(readingX())) {
            String date = day.format(et(readingX(), span));
            Color ground = palette().surface();
            Color solid = new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 1);
            ink.plate(date, SMALL, readingX(), LINE + 4, across, solid);
            ink.fill(Math.rint(readingX()), LINE - 2, 1, 7, palette().text());
        }
        ink.fill(Math.rint(drawnX) - 1, LINE - 4, 2, 11, palette().sun());
    }

    /** The two marks of the loop, and the time between them. */
    private void loop(Ink ink, Coverage.Span loop, ChartAxis across) {
        double a = Math.rint(across.pixel(loop.start()));
        double b = Math.max(a + 2, Math.rint(across.pixel(loop.end())));
        Color sun = palette().sun();
        ink.fill(a, LINE - 2, b - a, 7, sun.deriveColor(0, 1, 1, 0.35));
        ink.fill(a, LINE - 4, 1, 11, sun);
        ink.fill(a, LINE - 4, 4, 1, sun);
        ink.fill(b, LINE - 4, 1, 11, sun);
        ink.fill(b - 3, LINE - 4, 4, 1, sun);
    }

    /** Where all bodies are covered the line is at full strength; where fewer, paler. */
    private void covered(Ink ink, SkyCatalogue catalogue, ChartAxis across) {
        int columns = (int) across.length();
        int begin = 0;
        int before = count(catalogue, across, 0, columns);
        for (int i = 1; i <= columns; i++) {
            int now = i == columns ? -1 : count(catalogue, across, i, columns);
            if (now != before) {
                double share = before / (double) catalogue.size();
                Color color = palette().muted().deriveColor(0, 1, 1, before == 0 ? 0 : 0.25 + 0.55 * share);
                ink.fill(MARGIN + begin, LINE, i - begin, 3, color);
                begin = i;
                before = now;
            }
        }
    }

    private static int count(SkyCatalogue catalogue, ChartAxis across, int column, int columns) {
        return catalogue.held(across.low() + (column + 0.5) / columns * (across.high() - across.low()));
    }

    /** Round years or, if the span is too short for them, its two ends. */
    private void ticks(Ink ink, ChartAxis across) {
        Color color = palette().muted();
        long first = CalendarDate.of(across.low(), TimeScale.TDB).year();
        long last = CalendarDate.of(across.high(), TimeScale.TDB).year();
        double years = (last - first) / Math.max(1, across.length() / YEAR);
        if (years < 0.2) {
            ink.hang(day.format(across.low()), SMALL, across.start(), LINE + 5, TextAlignment.LEFT, color);
            ink.hang(day.format(across.high()), SMALL, across.end(), LINE + 5, TextAlignment.RIGHT, color);
            return;
        }
        for (DateTicks.Tick tick : DateTicks.years(across.low(), across.high(), years)) {
            double x = across.pixel(tick.et());
            if (Math.abs(x - drawnX) > 1) {
                ink.fill(Math.rint(x), LINE, 1, 3, color);
            }
            if (x > across.start() + 12 && x < across.end() - 12) {
                ink.hang(tick.label(), SMALL, x, LINE + 5, TextAlignment.CENTER, color);
            }
        }
    }
}
