package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ephemeris.Coverage;
import orrery.library.KernelContents;
import orrery.library.Precedence;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.DateTicks;
import orrery.ui.chart.Ink;
import orrery.ui.chart.Stretches;
import orrery.ui.chart.ZoomSpan;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * Which file answers for each body over time: one row per body, the winning file in its color, below it a thin line for
 * every other file with data there, nothing in a gap; also the current time, and the granules being read.
 *
 * <p>The wheel zooms at the cursor, dragging moves, a double-click shows everything again; a click selects the row's
 * body. JavaFX thread only.
 */
final class PrecedenceChart extends KernelChart {
    private static final double ROW = 22;
    private static final double TOP = 26;
    private static final double BOTTOM = 22;
    private static final double BAR = 9;
    private static final double RIGHT = 12;
    private static final double DASHES = 4;
    private static final double SHORTEST = 60;
    private static final int MEASURED = 300;

    private final ToIntFunction<Path> tint;
    private final IntConsumer choose;
    private final DoubleConsumer hovered;
    private Precedence precedence = Precedence.of(List.of());
    private List<Integer> bodies = List.of();
    /** The width of the longest name of the first few hundred, pixels. */
    private double names;

    private final ZoomSpan zoom = new ZoomSpan(SHORTEST);
    private double et = Double.NaN;
    private int chosen;
    private int top;
    private RouteReading reading = RouteReading.NONE;
    private double dragY;

    /**
     * @param tint the tint of a kernel
     * @param choose receives the body of a clicked row
     * @param hovered receives the y coordinate and returns a text; called whenever the cursor moves
     */
    PrecedenceChart(PulsePump pump, Words words, ToIntFunction<Path> tint, IntConsumer choose, DoubleConsumer hovered) {
        super(pump, words, words.get("coverage.accessible"));
        this.tint = tint;
        this.choose = choose;
        this.hovered = hovered;
        zooms(zoom, this::across);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> dragY = e.getY());
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hovered.accept(e.getX()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    /** Shows these kernels, over their whole span unless it is unchanged. */
    void show(Precedence kernels) {
        precedence = kernels;
        bodies = kernels.bodies();
        names = bodies.stream()
                        .limit(MEASURED)
                        .mapToDouble(body -> Ink.width(KernelText.body(body, words)))
                        .max()
                        .orElse(0)
                + 8;
        double first = kernels.kernels().stream()
                .mapToDouble(KernelContents::start)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double last = kernels.kernels().stream()
                .mapToDouble(KernelContents::end)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        zoom.whole(first, last);
        top = Math.min(top, Math.max(0, bodies.size() - 1));
        setAccessibleText(summary());
        changed();
    }

    /** The current time, the selected body, and what is read for it. */
    void now(double now, int body, RouteReading read) {
        boolean movedAPixel = !(Math.abs(across().pixel(now) - across().pixel(et)) < 0.5);
        if (movedAPixel || body != chosen || read.et() != reading.et() || read.body() != reading.body()) {
            et = now;
            chosen = body;
            reading = read;
            changed();
        }
    }

    /** The chart in words, for screen readers. */
    String summary() {
        StringBuilder text = new StringBuilder(words.get("coverage.accessible"));
        for (int body : bodies) {
            text.append(' ').append(KernelText.body(body, words)).append(": ");
            for (Precedence.Win win : precedence.wins(body)) {
                text.append(precedence.kernels().get(win.kernel()).name())
                        .append(' ')
                        .append(KernelText.day(win.start()))
                        .append(" – ")
                        .append(KernelText.day(win.end()))
                        .append(". ");
            }
            if (text.length() > 2000) {
                break;
            }
        }
        return text.toString();
    }

    /** What is under the cursor, in words; empty if nothing. */
    Optional<String> at(double x, double y) {
        int row = row(y);
        if (row < 0 || row >= bodies.size() || x < left()) {
            return Optional.empty();
        }
        int body = bodies.get(row);
        double at = across().value(x);
        String who = precedence
                .at(body, at)
                .map(w -> w.row().usable()
                        ? words.get(
                                "coverage.wins",
                                precedence.kernels().get(w.kernel()).name(),
                                w.row().info().index(),
                                KernelText.day(w.start()),
                                KernelText.day(w.end()))
                        : words.get(
                                "coverage.fails",
                                precedence.kernels().get(w.kernel()).name()))
                .orElse(words.get("coverage.gap"));
        return Optional.of(KernelText.body(body, words) + ", " + KernelText.day(at) + ": " + who);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        if (bodies.isEmpty()) {
            empty(ink, words.get("coverage.empty"));
            return;
        }
        ChartAxis across = across();
        for (DateTicks.Tick tick : DateTicks.along(across.low(), across.high(), across.length())) {
            double x = across.pixel(tick.et());
            ink.hairline(x, TOP - 4, x, height - BOTTOM, palette().line());
            ink.text(
                    tick.label(),
                    Math.min(x, width - 16),
                    TOP - 14,
                    TextAlignment.CENTER,
                    palette().muted());
        }
        int rows = (int) ((height - TOP - BOTTOM) / ROW);
        int last = Math.min(bodies.size(), top + rows);
        for (int i = top; i < last; i++) {
            row(ink, across, bodies.get(i), TOP + (i - top) * ROW + ROW / 2);
        }
        if (last < bodies.size() || top > 0) {
            // The date is at the same height, beside the line of the epoch.
            boolean right = across.pixel(et) < width / 2;
            ink.text(
                    words.get(
                            "coverage.more",
                            KernelText.grouped(top + 1L),
                            KernelText.grouped(last),
                            KernelText.grouped(bodies.size())),
                    right ? width : 0,
                    height - BOTTOM / 2,
                    right ? TextAlignment.RIGHT : TextAlignment.LEFT,
                    palette().muted());
        }
        present(ink, across, width, height);
    }

    private void row(Ink ink, ChartAxis across, int body, double y) {
        boolean lit = body == chosen;
        if (lit) {
            ink.fill(0, y - ROW / 2, getWidth(), ROW, palette().sun().deriveColor(0, 1, 1, 0.10));
        }
        ink.text(
                Ink.fit(KernelText.body(body, words), left() - 8),
                0,
                y,
                TextAlignment.LEFT,
                lit ? palette().text() : palette().muted());
        List<KernelContents> kernels = precedence.kernels();
        for (int k = 0; k < kernels.size(); k++) {
            Color thin = color(k).deriveColor(0, 1, 1, 0.55);
            double lane = y + BAR / 2 + 2 + Math.min(k, 1) * 2;
            List<Coverage.Span> spans = precedence.data(k, body).spans();
            for (int i : Stretches.drawn(spans, Coverage.Span::start, Coverage.Span::end, across)) {
                double a = across.nearest(across.pixel(spans.get(i).start()));
                double b = across.nearest(across.pixel(spans.get(i).end()));
                ink.fill(a, lane, Math.max(1, b - a), 1, thin);
            }
        }
        List<Precedence.Win> wins = precedence.wins(body);
        for (int i : Stretches.drawn(wins, Precedence.Win::start, Precedence.Win::end, across)) {
            win(ink, across, wins.get(i), y);
        }
    }

    private void win(Ink ink, ChartAxis across, Precedence.Win win, double y) {
        double a = across.nearest(across.pixel(win.start()));
        double b = across.nearest(across.pixel(win.end()));
        if (win.row().usable()) {
            ink.fill(a, y - BAR / 2, Math.max(1.5, b - a - 1), BAR, color(win.kernel()));
        } else {
            GraphicsContext g = ink.canvas();
            g.setStroke(palette().refuted());
            g.setLineWidth(1);
            g.setLineDashes(DASHES);
            g.strokeRect(Math.rint(a) + 0.5, Math.rint(y - BAR / 2) + 0.5, Math.max(2, b - a - 1), BAR - 1);
            g.setLineDashes();
        }
    }

    private Color color(int kernel) {
        return tint(tint.applyAsInt(precedence.kernels().get(kernel).path()));
    }

    private void present(Ink ink, ChartAxis across, double width, double height) {
        for (RouteReading.Step step : reading.steps()) {
            int row = Collections.binarySearch(bodies, step.target()) - top;
            double y = TOP + row * ROW + ROW / 2;
            if (row >= 0 && y < height - BOTTOM && step.end() >= across.low() && step.start() <= across.high()) {
                double a = across.nearest(across.pixel(step.start()));
                double b = across.nearest(across.pixel(step.end()));
                double w = Math.max(3, b - a);
                ink.fill(
                        w > b - a ? (a + b - w) / 2 : a,
                        y - BAR / 2 - 3,
                        w,
                        2,
                        palette().text());
            }
        }
        if (et >= across.low() && et <= across.high()) {
            double x = across.pixel(et);
            ink.hairline(x, TOP - 4, x, height - BOTTOM, palette().sun());
            boolean atLeft = x > width - 90;
            ink.text(
                    KernelText.day(et),
                    x + (atLeft ? -4 : 4),
                    height - BOTTOM / 2,
                    atLeft ? TextAlignment.RIGHT : TextAlignment.LEFT,
                    palette().sun());
        }
    }

    private double left() {
        double usual = Math.clamp(getWidth() * 0.16, 106, 150);
        return Math.max(usual, Math.min(names, getWidth() * 0.4));
    }

    private ChartAxis across() {
        return zoom.axis(left(), Math.max(left() + 1, getWidth() - RIGHT));
    }

    private int row(double y) {
        return y < TOP ? -1 : top + (int) ((y - TOP) / ROW);
    }

    /** The wheel over the names scrolls the rows. */
    private void scrolled(ScrollEvent event) {
        if (event.getX() < left()) {
            scroll(-(int) Math.signum(event.getDeltaY()));
            event.consume();
        }
    }

    private void scroll(int rows) {
        top = Math.clamp(top + (long) rows, 0, Math.max(0, bodies.size() - 1));
        changed();
    }

    private void moved(MouseEvent event) {
        double dy = event.getY() - dragY;
        if (Math.abs(dy) >= ROW) {
            scroll(-(int) (dy / ROW));
            dragY = event.getY();
        }
        hovered.accept(event.getX());
    }

    private void clicked(MouseEvent event) {
        int row = row(event.getY());
        if (event.getClickCount() == 1 && !dragged() && row >= 0 && row < bodies.size()) {
            choose.accept(bodies.get(row));
        }
    }

    private void keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            step(event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }

    private void step(int by) {
        if (!bodies.isEmpty()) {
            int at = Math.clamp(Math.max(-1, Collections.binarySearch(bodies, chosen)) + by, 0, bodies.size() - 1);
            top = Math.min(top, at);
            choose.accept(bodies.get(at));
        }
    }
}
