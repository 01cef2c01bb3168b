package orrery.ui.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import orrery.audit.IdentityMatrix;
import orrery.ui.chart.LiveChart;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * The identity matrix: one column per pair, one row per execution. A cell is a hollow dot until it is executed, a full
 * one if every execution was identical, and a bright crossed square once a bit has differed. Hovering or the arrow keys
 * show a cell's description. JavaFX thread.
 */
final class MatrixView extends LiveCanvas {
    /** Components of a state. */
    private static final int STATE = 6;

    private final Words words;
    private final Consumer<String> messages;
    private Palette palette = Palette.DARK;
    private Optional<IdentityMatrix> matrix = Optional.empty();
    private int pair = -1;
    private int execution = -1;

    MatrixView(PulsePump pump, Words words, Consumer<String> messages) {
        super(pump);
        this.words = words;
        this.messages = messages;
        setId("matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.get("audit.matrix.how"));
        getProperties().put(LiveChart.OWN_KEYS, true);
        setOnMouseMoved(this::moved);
        setOnMouseExited(_ -> choose(-1, -1));
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(this::key);
        focusedProperty().addListener(_ -> changed());
        tell();
    }

    void palette(Palette now) {
        palette = now;
        changed();
    }

    /** Shows a matrix, which may still be filling. */
    void show(Optional<IdentityMatrix> now) {
        if (!now.equals(matrix)) {
            choose(-1, -1);
        }
        matrix = now;
        changed();
        tell();
    }

    private void moved(MouseEvent event) {
        matrix.ifPresent(m -> choose(
                (int) (event.getX() / getWidth() * m.pairs()), (int) (event.getY() / getHeight() * m.executions())));
    }

    private void key(KeyEvent event) {
        matrix.ifPresent(m -> {
            int p = Math.max(0, pair);
            int e = Math.max(0, execution);
            switch (event.getCode()) {
                case LEFT -> choose(Math.max(0, p - 1), e);
                case RIGHT -> choose(Math.min(m.pairs() - 1, p + 1), e);
                case UP -> choose(p, Math.max(0, e - 1));
                case DOWN -> choose(p, Math.min(m.executions() - 1, e + 1));
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    /** Selects the cell to describe; -1 for none. */
    void choose(int nextPair, int nextExecution) {
        pair = nextPair;
        execution = nextExecution;
        changed();
        tell();
    }

    private void tell() {
        messages.accept(matrix.map(this::sentence).orElseGet(() -> words.get("audit.matrix.none")));
    }

    private String sentence(IdentityMatrix m) {
        if (pair < 0 || pair >= m.pairs() || execution < 0 || execution >= m.executions()) {
            return words.get(
                    "audit.matrix.all",
                    m.name(),
                    m.pairs(),
                    m.executions(),
                    String.format(Locale.ROOT, "%,d", m.executed()),
                    String.format(Locale.ROOT, "%,d", m.differing()));
        }
        int thread = m.thread(pair, execution);
        String place = words.get("audit.matrix.cell", pair + 1, execution + 1, m.words(pair));
        if (thread < 0) {
            return place + "\n" + words.get("audit.matrix.waiting");
        }
        long difference = m.difference(pair, execution);
        StringBuilder text = new StringBuilder(place)
                .append('\n')
                .append(words.get(difference == 0 ? "audit.matrix.same" : "audit.matrix.differs", thread));
        // For a table, the first epoch that differs, or the first one.
        int epochs = m.width() / STATE;
        int epoch = IntStream.range(0, epochs)
                .filter(e -> !isSame(m, e))
                .findFirst()
                .orElse(0);
        if (epochs > 1) {
            text.append('\n').append(words.get("audit.matrix.epoch", epoch + 1, epochs));
        }
        int end = epochs > 1 ? (epoch + 1) * STATE : m.width();
        for (int c = epoch * STATE; c < end; c++) {
            long got = m.got(pair, execution, c);
            long right = m.reference(pair, c);
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-3s %s %s %s",
                    component(epochs > 1 ? c % STATE : c),
                    IdentityMatrix.text(got),
                    got == right ? "=" : "\u2260",
                    IdentityMatrix.text(right)));
        }
        return text.toString();
    }

    private boolean isSame(IdentityMatrix m, int epoch) {
        for (int c = epoch * STATE; c < (epoch + 1) * STATE; c++) {
            if (m.got(pair, execution, c) != m.reference(pair, c)) {
                return false;
            }
        }
        return true;
    }

    private static String component(int c) {
        return switch (c) {
            case 0 -> "x";
            case 1 -> "y";
            case 2 -> "z";
            case 3 -> "vx";
            case 4 -> "vy";
            case 5 -> "vz";
            default -> "lt";
        };
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        if (matrix.isEmpty()) {
            empty(g, width, height);
        }
        matrix.ifPresent(m -> draw(g, width, height, m));
    }

    /** What will appear here. */
    private void empty(GraphicsContext g, double width, double height) {
        g.setFill(palette.line());
        for (int p = 0; p < 100; p++) {
            for (int e = 0; e < 10; e++) {
                g.fillRect((p + 0.5) * width / 100 - 0.8, (e + 0.5) * height / 10 - 0.8, 1.6, 1.6);
            }
        }
    }

    private void draw(GraphicsContext g, double width, double height, IdentityMatrix m) {
        double dx = width / m.pairs();
        double dy = height / m.executions();
        double gap = dx >= 6 ? 1.5 : 0.8;
        Color same = palette.proven();
        Color waiting = palette.line();
        Color wrong = palette.refuted();
        for (int p = 0; p < m.pairs(); p++) {
            for (int e = 0; e < m.executions(); e++) {
                double x = p * dx;
                double y = e * dy;
                if (m.difference(p, e) != 0) {
                    g.setFill(wrong);
                    g.fillRect(x, y, dx, dy);
                } else if (m.thread(p, e) < 0) {
                    g.setFill(waiting);
                    g.fillRect(x + dx / 2 - gap, y + dy / 2 - gap, 2 * gap, 2 * gap);
                } else {
                    g.setFill(same);
                    g.fillRect(x + gap / 2, y + gap / 2, dx - gap, dy - gap);
                }
            }
        }
        crosses(g, m, dx, dy);
        if (pair >= 0 && execution >= 0) {
            g.setStroke(palette.text());
            g.setLineWidth(1.5);
            g.strokeRect(pair * dx - 1, execution * dy - 1, dx + 2, dy + 2);
        }
        if (isFocused()) {
            g.setStroke(palette.sun());
            g.setLineWidth(1);
            g.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }

    /** A differing cell is also marked by a cross, if there is room for one. */
    private void crosses(GraphicsContext g, IdentityMatrix m, double dx, double dy) {
        g.setStroke(palette.space());
        g.setLineWidth(1);
        int left = 400;
        for (int p = 0; p < m.pairs() && left > 0; p++) {
            for (int e = 0; e < m.executions() && left > 0; e++) {
                if (m.difference(p, e) != 0) {
                    double inset = Math.min(dx, dy) * 0.25;
                    g.strokeLine(p * dx + inset, e * dy + inset, (p + 1) * dx - inset, (e + 1) * dy - inset);
                    g.strokeLine((p + 1) * dx - inset, e * dy + inset, p * dx + inset, (e + 1) * dy - inset);
                    left--;
                }
            }
        }
    }
}
