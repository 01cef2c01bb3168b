package orrery.ui.shell;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ephemeris.Coverage;
import orrery.service.SkyCatalogue;
import orrery.time.CalendarDate;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.SkyModel;

/**
 * When the kernels have something to say: a line from the first epoch to the last, brighter the more bodies are held, with
 * the present on it. A click or a drag goes there.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CoverageStrip extends LiveCanvas {
    static final double HEIGHT = 22;

    private static final double MARGIN = 20;
    private static final double LINE = 5;

    private final SkyModel model;
    private DateFormat day = TimeBar.DAY;
    private double markedFrom = Double.NaN;
    private Palette palette = Palette.DARK;
    private double drawnX = Double.NaN;
    private double hover = Double.NaN;

    CoverageStrip(SkyModel model, PulsePump pump) {
        super(pump);
        this.model = model;
        setId("coverage");
        setAccessibleText(Fxml.WORDS.get("strip.accessible"));
        model.catalogue().addListener(o -> changed());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> {
            hover = e.getX();
            changed();
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> {
            hover = Double.NaN;
            changed();
        });
    }

    void theme(Theme theme) {
        palette = theme.palette();
        changed();
    }

    /** Asks for a drawing if the present has moved by a pixel's half. */
    void follow() {
        SkyCatalogue catalogue = model.catalogue().get();
        if (catalogue != null && !(Math.abs(x(model.clock().et(), catalogue.span()) - drawnX) < 0.5)) {
            changed();
        }
    }

    /** Shows dates in another scale. */
    void timeScale(TimeScale scale) {
        day = DateFormat.days(scale).unlabelled();
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
        hover = event.getX();
        changed();
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
        hover = event.getX();
        changed();
    }

    /** Where the axis of the strip begins and ends, pixels from either side. */
    static double margin() {
        return MARGIN;
    }

    private double x(double et, Coverage.Span span) {
        double share = (et - span.start()) / Math.max(span.end() - span.start(), 1);
        return MARGIN + share * (getWidth() - 2 * MARGIN);
    }

    private double et(double x, Coverage.Span span) {
        double share = Math.clamp((x - MARGIN) / (getWidth() - 2 * MARGIN), 0.0, 1.0);
        return span.start() + share * (span.end() - span.start());
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        SkyCatalogue catalogue = model.catalogue().get();
        g.setFill(palette.line());
        g.fillRect(MARGIN, LINE, width - 2 * MARGIN, 3);
        if (catalogue == null) {
            return;
        }
        Coverage.Span span = catalogue.span();
        covered(g, catalogue, span);
        double now = x(model.clock().et(), span);
        drawnX = now;
        g.setFont(Numerals.font(9.5));
        g.setTextBaseline(VPos.TOP);
        ticks(g, span, width, now);
        model.clock().loop().ifPresent(loop -> loop(g, loop, span));
        if (!Double.isNaN(hover)) {
            hovered(g, span, width);
        }
        g.setFill(palette.sun());
        g.fillRect(Math.rint(now) - 1, LINE - 4, 2, 11);
    }

    /** The two marks of the loop, and the time between them. */
    private void loop(GraphicsContext g, Coverage.Span loop, Coverage.Span span) {
        double a = Math.rint(x(loop.start(), span));
        double b = Math.max(a + 2, Math.rint(x(loop.end(), span)));
        g.setFill(palette.sun().deriveColor(0, 1, 1, 0.35));
        g.fillRect(a, LINE - 2, b - a, 7);
        g.setFill(palette.sun());
        g.fillRect(a, LINE - 4, 1, 11);
        g.fillRect(a, LINE - 4, 4, 1);
        g.fillRect(b, LINE - 4, 1, 11);
        g.fillRect(b - 3, LINE - 4, 4, 1);
    }

    /** Where all bodies are held the line is full; where fewer, paler. */
    private void covered(GraphicsContext g, SkyCatalogue catalogue, Coverage.Span span) {
        int columns = (int) Math.max(1, getWidth() - 2 * MARGIN);
        int begin = 0;
        int before = count(catalogue, span, 0, columns);
        for (int i = 1; i <= columns; i++) {
            int now = i == columns ? -1 : count(catalogue, span, i, columns);
            if (now != before) {
                double share = before / (double) catalogue.size();
                g.setFill(palette.muted().deriveColor(0, 1, 1, before == 0 ? 0 : 0.25 + 0.55 * share));
                g.fillRect(MARGIN + begin, LINE, i - begin, 3);
                begin = i;
                before = now;
            }
        }
    }

    private static int count(SkyCatalogue catalogue, Coverage.Span span, int column, int columns) {
        double et = span.start() + (column + 0.5) / columns * (span.end() - span.start());
        return catalogue.held(et);
    }

    private void ticks(GraphicsContext g, Coverage.Span span, double width, double now) {
        g.setFill(palette.muted());
        long first = CalendarDate.of(span.start(), TimeScale.TDB).year();
        long last = CalendarDate.of(span.end(), TimeScale.TDB).year();
        double room = (width - 2 * MARGIN) / 90;
        long step = step((last - first) / Math.max(1, room));
        if (step == 0) {
            ends(g, span, width);
            return;
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (long year = Math.ceilDiv(first, step) * step; year <= last; year += step) {
            double x = x(new CalendarDate(TimeScale.TDB, year, 1, 1, 0).toEt(), span);
            if (x >= MARGIN && x <= width - MARGIN && Math.abs(x - now) > 1) {
                g.fillRect(Math.rint(x), LINE, 1, 3);
            }
            if (x > MARGIN + 12 && x < width - MARGIN - 12) {
                g.fillText(Long.toString(year), x, LINE + 5);
            }
        }
    }

    private void ends(GraphicsContext g, Coverage.Span span, double width) {
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(day.format(span.start()), MARGIN, LINE + 5);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(day.format(span.end()), width - MARGIN, LINE + 5);
    }

    /** The round number of years next above; 0 where a year is too much. */
    private static long step(double years) {
        if (years < 0.2) {
            return 0;
        }
        for (long decade = 1; decade < 1_000_000; decade *= 10) {
            for (long k : new long[] {1, 2, 5}) {
                if (k * decade >= years) {
                    return k * decade;
                }
            }
        }
        return 1_000_000;
    }

    private void hovered(GraphicsContext g, Coverage.Span span, double width) {
        String text = day.format(et(hover, span));
        double half = Numerals.width(text, Numerals.font(9.5)) / 2 + 5;
        double x = Math.clamp(hover, MARGIN + half, width - MARGIN - half);
        g.setFill(solid(palette.surface()));
        g.fillRect(x - half, LINE + 4, 2 * half, 13);
        g.setFill(palette.text());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, x, LINE + 5);
        g.setFill(palette.text());
        g.fillRect(Math.rint(hover), LINE - 2, 1, 7);
    }

    private static Color solid(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 1);
    }
}
