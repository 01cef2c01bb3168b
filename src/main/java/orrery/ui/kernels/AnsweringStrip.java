package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import orrery.library.Precedence;
import orrery.ui.fx.NameLabel;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Throttle;
import orrery.ui.fx.Words;

/**
 * Which file answers for each body at the current epoch, at the foot of every page: the selected body with its segment,
 * then every kernel with the bodies it answers for, then the bodies without an answer. It shows what is loaded, not
 * what a draft would load. JavaFX thread only.
 */
final class AnsweringStrip {
    /** Kernels beyond this number are only counted. */
    private static final int MOST_KERNELS = 4;

    /** With more bodies than this only the selected one is shown, because this is computed four times a second. */
    private static final int MOST_BODIES = 2_000;

    private static final int NAME_WIDTH = 176;
    /** For the selected body, with its number. */
    private static final int CHOSEN_WIDTH = 240;

    /** The mark before a line, each a different shape: a bar in its kernel's tint, a cross, a hollow ring, nothing. */
    enum Mark {
        ANSWERS,
        FAILS,
        NOBODY,
        MORE
    }

    /** One line: its mark, the tint of its kernel if any, and its left and right text. */
    record Line(Mark mark, int tint, String name, String text) {
        static Line of(Mark mark, String name, String text) {
            return new Line(mark, -1, name, text);
        }
    }

    /** What is shown, and the inputs it was computed from. */
    private record Inputs(double et, int body, Precedence kernels) {}

    private final WorkbenchModel hub;
    private final Words words;
    private final VBox view = new VBox();
    private Palette palette = Palette.DARK;
    private List<Line> lines = List.of();
    private Optional<Inputs> requested = Optional.empty();
    private final Throttle asks = Throttle.millis(250);

    AnsweringStrip(WorkbenchModel hub) {
        this.hub = hub;
        this.words = hub.words();
        view.getStyleClass().add("answering");
        view.setId("answering");
        view.setMinHeight(Region.USE_PREF_SIZE);
        show(List.of());
    }

    Node view() {
        return view;
    }

    void palette(Palette colors) {
        palette = colors;
        draw();
    }

    /**
     * The current epoch and the selected body; updated four times a second, and immediately after a change of kernels
     * or body.
     */
    void now(double et, int body) {
        Inputs wanted = new Inputs(et, body, hub.shelf().precedence());
        boolean other =
                requested.isEmpty() || requested.get().body != body || requested.get().kernels != wanted.kernels;
        if (other) {
            asks.open();
        }
        if ((other || requested.get().et != et) && asks.passes(System.nanoTime())) {
            requested = Optional.of(wanted);
            show(lines(wanted));
        }
    }

    private List<Line> lines(Inputs wanted) {
        Precedence kernels = wanted.kernels;
        if (kernels.bodies().size() > MOST_BODIES) {
            Line many = Line.of(
                    Mark.MORE,
                    "",
                    words.get(
                            "answering.many", KernelText.bodies(kernels.bodies().size(), words)));
            return kernels.has(wanted.body) ? List.of(chosen(wanted), many) : List.of(many);
        }
        Map<Integer, List<Integer>> byKernel = new TreeMap<>();
        List<Integer> nobody = new ArrayList<>();
        List<Integer> failing = new ArrayList<>();
        for (int body : kernels.bodies()) {
            Optional<Precedence.Win> win = kernels.at(body, wanted.et);
            if (win.isEmpty()) {
                nobody.add(body);
            } else if (!win.get().row().usable()) {
                failing.add(body);
            } else {
                byKernel.computeIfAbsent(win.get().kernel(), _ -> new ArrayList<>())
                        .add(body);
            }
        }
        List<Line> found = new ArrayList<>();
        if (kernels.has(wanted.body)) {
            found.add(chosen(wanted));
        }
        byKernel.forEach((kernel, bodies) -> {
            if (found.size() <= MOST_KERNELS) {
                found.add(new Line(
                        Mark.ANSWERS,
                        tint(kernels, kernel),
                        kernels.kernels().get(kernel).name(),
                        bodies.size() == kernels.bodies().size()
                                ? words.get("answering.all", KernelText.bodies(bodies.size(), words))
                                : words.get("answering.some", KernelText.grouped(bodies.size()), names(bodies))));
            }
        });
        if (byKernel.size() > MOST_KERNELS) {
            found.add(Line.of(Mark.MORE, words.get("answering.more", byKernel.size() - MOST_KERNELS), ""));
        }
        if (!failing.isEmpty()) {
            found.add(Line.of(
                    Mark.FAILS,
                    words.get("answering.fails"),
                    words.get("answering.some", KernelText.grouped(failing.size()), names(failing))));
        }
        if (!nobody.isEmpty()) {
            found.add(Line.of(
                    Mark.NOBODY,
                    words.get("answering.nobody"),
                    words.get("answering.some", KernelText.grouped(nobody.size()), names(nobody))));
        }
        return found;
    }

    private Line chosen(Inputs wanted) {
        String body = KernelText.body(wanted.body, words);
        return wanted.kernels
                .at(wanted.body, wanted.et)
                .map(win -> {
                    String kernel = wanted.kernels.kernels().get(win.kernel()).name();
                    int segment = win.row().info().index();
                    return win.row().usable()
                            ? new Line(
                                    Mark.ANSWERS,
                                    tint(wanted.kernels, win.kernel()),
                                    body,
                                    words.get("answering.by", kernel, segment))
                            : Line.of(Mark.FAILS, body, words.get("coverage.fails", kernel));
                })
                .orElseGet(() -> Line.of(Mark.NOBODY, body, words.get("coverage.gap")));
    }

    private String names(List<Integer> bodies) {
        return bodies.stream().map(b -> KernelText.body(b, words)).collect(Collectors.joining(", "));
    }

    private void show(List<Line> now) {
        if (now.equals(lines) && !view.getChildren().isEmpty()) {
            return;
        }
        lines = now;
        draw();
    }

    private void draw() {
        List<Node> nodes = new ArrayList<>();
        Label title = new Label(words.get(lines.isEmpty() ? "answering.none" : "answering.title"));
        title.getStyleClass().add("small");
        nodes.add(title);
        boolean first = requested.isPresent() && requested.get().kernels.has(requested.get().body);
        for (Line line : lines) {
            nodes.add(row(line, first));
            first = false;
        }
        view.getChildren().setAll(nodes);
    }

    private int tint(Precedence kernels, int kernel) {
        return hub.shelf().tint(kernels.kernels().get(kernel).path());
    }

    private Node mark(Line line) {
        Shape shape = switch (line.mark) {
            case ANSWERS -> {
                Rectangle bar = new Rectangle(3, 12);
                bar.setFill(KernelChart.kernel(line.tint, palette));
                yield bar;
            }
            case FAILS -> {
                Path cross = new Path(new MoveTo(0, 0), new LineTo(7, 7), new MoveTo(7, 0), new LineTo(0, 7));
                cross.setStroke(palette.refuted());
                yield cross;
            }
            case NOBODY -> {
                Circle ring = new Circle(3.5);
                ring.setFill(null);
                ring.setStroke(palette.muted());
                yield ring;
            }
            case MORE -> new Rectangle(0, 0);
        };
        shape.setStrokeWidth(line.mark == Mark.FAILS ? 1.6 : line.mark == Mark.NOBODY ? 1.2 : 0);
        StackPane holder = new StackPane(shape);
        holder.getStyleClass().add("answering-mark");
        return holder;
    }

    private Node row(Line line, boolean chosen) {
        NameLabel name = new NameLabel(line.name);
        name.getStyleClass().add(chosen ? "answering-chosen" : "file-value");
        name.setMinWidth(chosen ? 0 : NAME_WIDTH);
        name.setMaxWidth(chosen ? CHOSEN_WIDTH : NAME_WIDTH);
        Label text = new Label(line.text);
        text.getStyleClass().add(chosen ? "file-value" : "kernel-detail");
        if (line.mark == Mark.FAILS) {
            text.getStyleClass().add("refuted-text");
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Tooltip.install(text, new Tooltip(line.text));
        HBox row = line.name.isEmpty() ? new HBox(5, mark(line), text) : new HBox(5, mark(line), name, text);
        row.getStyleClass().add("legend-entry");
        return row;
    }

    /** Its contents as text, for tests and screen readers. */
    List<Line> lines() {
        return lines;
    }
}
