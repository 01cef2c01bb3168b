package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
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
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * Who answers for each body over time: a row a body, the winning file in its colour, beneath it a thin line for every
 * file that has data there too, nothing where there is a gap; the present, and the granules that are being read.
 *
 * <p>The wheel zooms at the cursor, a drag moves, a double-click shows all again; a click chooses the row's body.
 * JavaFX thread only.
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
    /** What the longest name of the first few hundred needs, pixels. */
    private double names;

    private double from;
    private double to = 1;
    private double firstEt;
    private double lastEt = 1;
    private double et = Double.NaN;
    private int chosen;
    private int top;
    private RouteReading reading = RouteReading.NONE;
    private double dragX;
    private double dragY;
    private boolean dragged;

    /**
     * @param tint which tint a kernel has
     * @param choose told the body of a row that is clicked
     * @param hovered told the y and then asked for words: called whenever the cursor moves
     */
    PrecedenceChart(PulsePump pump, Words words, ToIntFunction<Path> tint, IntConsumer choose, DoubleConsumer hovered) {
        super(pump, words, words.get("coverage.accessible"));
        this.tint = tint;
        this.choose = choose;
        this.hovered = hovered;
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hovered.accept(e.getX()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    /** Shows these kernels, over all of their span unless it is the same as before. */
    void show(Precedence kernels) {
        precedence = kernels;
        bodies = kernels.bodies();
        names = bodies.stream()
                        .limit(MEASURED)
                        .mapToDouble(body -> wide(KernelText.body(body, words)))
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
        if (first != firstEt || last != lastEt) {
            firstEt = first;
            lastEt = Math.max(last, first + 1);
            from = firstEt;
            to = lastEt;
        }
        top = Math.min(top, Math.max(0, bodies.size() - 1));
        setAccessibleText(summary());
        changed();
    }

    /** The present, the chosen body, and what is read for it. */
    void now(double now, int body, RouteReading read) {
        boolean movedAPixel = !(Math.abs(x(now) - x(et)) < 0.5);
        if (movedAPixel || body != chosen || read.et() != reading.et() || read.body() != reading.body()) {
            et = now;
            chosen = body;
            reading = read;
            changed();
        }
    }

    /** In words, for who does not see it. */
    String summary() {
        StringBuilder said = new StringBuilder(words.get("coverage.accessible"));
        for (int body : bodies) {
            said.append(' ').append(KernelText.body(body, words)).append(": ");
            for (Precedence.Win win : precedence.wins().getOrDefault(body, List.of())) {
                said.append(precedence.kernels().get(win.kernel()).name())
                        .append(' ')
                        .append(KernelText.day(win.start()))
                        .append(" – ")
                        .append(KernelText.day(win.end()))
                        .append(". ");
            }
            if (said.length() > 2000) {
                break;
            }
        }
        return said.toString();
    }

    /** What stands under the cursor, in words; nothing where there is nothing. */
    Optional<String> at(double x, double y) {
        int row = row(y);
        if (row < 0 || row >= bodies.size() || x < left()) {
            return Optional.empty();
        }
        int body = bodies.get(row);
        double at = from + (x - left()) / plot() * (to - from);
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
    protected void draw(GraphicsContext g, double width, double height) {
        if (bodies.isEmpty()) {
            empty(g, width, height, words.get("coverage.empty"));
            return;
        }
        for (DateTicks.Tick tick : DateTicks.along(from, to, plot())) {
            double x = x(tick.et());
            hairline(g, x, TOP - 4, x, height - BOTTOM, palette.line());
            text(g, tick.label(), Math.min(x, width - 16), TOP - 14, TextAlignment.CENTER, palette.muted());
        }
        int rows = (int) ((height - TOP - BOTTOM) / ROW);
        int last = Math.min(bodies.size(), top + rows);
        for (int i = top; i < last; i++) {
            row(g, bodies.get(i), TOP + (i - top) * ROW + ROW / 2);
        }
        if (last < bodies.size() || top > 0) {
            text(
                    g,
                    words.get("coverage.more", top + 1, last, bodies.size()),
                    0,
                    height - BOTTOM / 2,
                    TextAlignment.LEFT,
                    palette.muted());
        }
        present(g, width, height);
    }

    private void row(GraphicsContext g, int body, double y) {
        boolean lit = body == chosen;
        if (lit) {
            g.setFill(palette.sun().deriveColor(0, 1, 1, 0.10));
            g.fillRect(0, y - ROW / 2, getWidth(), ROW);
        }
        text(
                g,
                fit(KernelText.body(body, words), left() - 8),
                0,
                y,
                TextAlignment.LEFT,
                lit ? palette.text() : palette.muted());
        List<KernelContents> kernels = precedence.kernels();
        for (int k = 0; k < kernels.size(); k++) {
            Color thin = colour(k).deriveColor(0, 1, 1, 0.55);
            double lane = y + BAR / 2 + 2 + Math.min(k, 1) * 2;
            List<Coverage.Span> spans = precedence.data(k, body).spans();
            for (int i : drawn(spans, Coverage.Span::start, Coverage.Span::end)) {
                double a = Math.max(left(), x(spans.get(i).start()));
                double b = Math.min(left() + plot(), x(spans.get(i).end()));
                g.setFill(thin);
                g.fillRect(a, lane, Math.max(1, b - a), 1);
            }
        }
        List<Precedence.Win> wins = precedence.wins().getOrDefault(body, List.of());
        for (int i : drawn(wins, Precedence.Win::start, Precedence.Win::end)) {
            Precedence.Win win = wins.get(i);
            double a = Math.max(left(), x(win.start()));
            double b = Math.min(left() + plot(), x(win.end()));
            Color colour = colour(win.kernel());
            if (win.row().usable()) {
                g.setFill(colour);
                g.fillRect(a, y - BAR / 2, Math.max(1.5, b - a - 1), BAR);
            } else {
                g.setStroke(palette.refuted());
                g.setLineWidth(1);
                g.setLineDashes(DASHES);
                g.strokeRect(Math.rint(a) + 0.5, Math.rint(y - BAR / 2) + 0.5, Math.max(2, b - a - 1), BAR - 1);
                g.setLineDashes();
            }
        }
    }

    /**
     * Which of some stretches of time to draw: those in sight, and of those that end within one pixel but the first. So a
     * body in a million pieces takes no longer than the plot is wide.
     *
     * @param stretches ascending, no two of them at one time but at their ends
     */
    private <T> List<Integer> drawn(List<T> stretches, ToDoubleFunction<T> start, ToDoubleFunction<T> end) {
        List<Integer> drawn = new ArrayList<>();
        double pixel = (to - from) / plot();
        int i = firstFrom(stretches, end, from);
        while (i < stretches.size() && start.applyAsDouble(stretches.get(i)) <= to) {
            drawn.add(i);
            double reached = Math.max(from, end.applyAsDouble(stretches.get(i))) + pixel;
            i = i + 1 < stretches.size() && end.applyAsDouble(stretches.get(i + 1)) >= reached
                    ? i + 1
                    : Math.max(i + 1, firstFrom(stretches, end, reached));
        }
        return drawn;
    }

    /** The first stretch that ends no earlier than an epoch. */
    private static <T> int firstFrom(List<T> stretches, ToDoubleFunction<T> end, double et) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.applyAsDouble(stretches.get(middle)) < et) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Color colour(int kernel) {
        return kernel(tint.applyAsInt(precedence.kernels().get(kernel).path()), palette);
    }

    private void present(GraphicsContext g, double width, double height) {
        for (RouteReading.Step step : reading.steps()) {
            int row = Collections.binarySearch(bodies, step.target()) - top;
            double y = TOP + row * ROW + ROW / 2;
            if (row >= 0 && y < height - BOTTOM && step.end() >= from && step.start() <= to) {
                double a = Math.max(left(), x(step.start()));
                double b = Math.min(left() + plot(), x(step.end()));
                double w = Math.max(3, b - a);
                g.setFill(palette.text());
                g.fillRect(w > b - a ? (a + b - w) / 2 : a, y - BAR / 2 - 3, w, 2);
            }
        }
        if (et >= from && et <= to) {
            double x = x(et);
            hairline(g, x, TOP - 4, x, height - BOTTOM, palette.sun());
            String date = KernelText.day(et);
            boolean atLeft = x > width - 90;
            text(
                    g,
                    date,
                    x + (atLeft ? -4 : 4),
                    height - BOTTOM / 2,
                    atLeft ? TextAlignment.RIGHT : TextAlignment.LEFT,
                    palette.sun());
        }
    }

    private double left() {
        double usual = Math.clamp(getWidth() * 0.16, 106, 150);
        return Math.max(usual, Math.min(names, getWidth() * 0.4));
    }

    private double plot() {
        return Math.max(1, getWidth() - left() - RIGHT);
    }

    private double x(double epoch) {
        return left() + (epoch - from) / (to - from) * plot();
    }

    private int row(double y) {
        return y < TOP ? -1 : top + (int) ((y - TOP) / ROW);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getX() < left()) {
            top = Math.clamp(top - (int) Math.signum(event.getDeltaY()), 0, Math.max(0, bodies.size() - 1));
        } else {
            zoom(Math.pow(0.8, Math.signum(event.getDeltaY())), event.getX());
        }
        changed();
        event.consume();
    }

    private void zoom(double factor, double x) {
        double at = from + (x - left()) / plot() * (to - from);
        double span = Math.clamp((to - from) * factor, Math.min(SHORTEST, lastEt - firstEt), lastEt - firstEt);
        double share = (at - from) / (to - from);
        shift(at - share * span, span);
    }

    private void shift(double start, double span) {
        from = Math.clamp(start, firstEt, Math.max(firstEt, lastEt - span));
        to = from + span;
        changed();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        dragged = false;
    }

    private void moved(MouseEvent event) {
        double dx = event.getX() - dragX;
        if (Math.abs(dx) > 3 || dragged) {
            dragged = true;
            shift(from - dx / plot() * (to - from), to - from);
            dragX = event.getX();
        }
        double dy = event.getY() - dragY;
        if (Math.abs(dy) >= ROW) {
            dragged = true;
            top = Math.clamp(top - (int) (dy / ROW), 0, Math.max(0, bodies.size() - 1));
            dragY = event.getY();
            changed();
        }
        hovered.accept(event.getX());
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2) {
            shift(firstEt, lastEt - firstEt);
        } else if (!dragged) {
            int row = row(event.getY());
            if (row >= 0 && row < bodies.size()) {
                choose.accept(bodies.get(row));
            }
        }
    }

    private void keyed(KeyEvent event) {
        boolean taken = true;
        double middle = left() + plot() / 2;
        switch (event.getCode()) {
            case KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD -> zoom(0.8, middle);
            case KeyCode.MINUS, KeyCode.SUBTRACT -> zoom(1.25, middle);
            case KeyCode.LEFT -> shift(from - (to - from) * 0.1, to - from);
            case KeyCode.RIGHT -> shift(from + (to - from) * 0.1, to - from);
            case KeyCode.UP, KeyCode.DOWN -> step(event.getCode() == KeyCode.UP ? -1 : 1);
            case KeyCode.HOME -> shift(firstEt, lastEt - firstEt);
            default -> taken = false;
        }
        if (taken) {
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

    /** For tests: the winners drawn in a body's row. */
    Map<Integer, List<Precedence.Win>> rows() {
        return precedence.wins();
    }
}
