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
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import orrery.library.Precedence;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Words;

/**
 * Who answers for each body at the epoch that is shown, at the foot of every page: the chosen body with its segment, then
 * every kernel with the bodies that are its own, then those that nobody answers for. It tells what is loaded, not what a
 * draft would load. JavaFX thread only.
 */
final class AnsweringStrip {
    /** Beyond so many kernels the rest is counted. */
    private static final int MOST_KERNELS = 4;

    private static final int NAME_WIDTH = 176;
    private static final long BETWEEN_NANOS = 250_000_000L;

    /** One line: a kernel's place in the order or -1 for none, what stands at the left, what at the right. */
    record Line(int kernel, String name, String text, boolean wrong) {}

    /** What is shown, and with what it was found. */
    private record Asked(double et, int body, Precedence kernels) {}

    private final Hub hub;
    private final Words words;
    private final VBox view = new VBox();
    private Palette palette = Palette.DARK;
    private List<Line> lines = List.of();
    private Optional<Asked> asked = Optional.empty();
    private long askedAt;

    AnsweringStrip(Hub hub) {
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

    void palette(Palette colours) {
        palette = colours;
        draw();
    }

    /** The present and the chosen body; looked up four times a second, and at once after a change of kernels or body. */
    void now(double et, int body) {
        Asked wanted = new Asked(et, body, hub.shelf().precedence());
        long clock = System.nanoTime();
        boolean other = asked.isEmpty() || asked.get().body != body || asked.get().kernels != wanted.kernels;
        if (other || (clock - askedAt > BETWEEN_NANOS && asked.get().et != et)) {
            asked = Optional.of(wanted);
            askedAt = clock;
            show(lines(wanted));
        }
    }

    private List<Line> lines(Asked wanted) {
        Precedence kernels = wanted.kernels;
        Map<Integer, List<Integer>> byKernel = new TreeMap<>();
        List<Integer> nobody = new ArrayList<>();
        List<Integer> failing = new ArrayList<>();
        for (int body : kernels.wins().keySet()) {
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
        if (kernels.wins().containsKey(wanted.body)) {
            found.add(chosen(wanted));
        }
        byKernel.forEach((kernel, bodies) -> {
            if (found.size() <= MOST_KERNELS) {
                found.add(new Line(
                        kernel,
                        kernels.kernels().get(kernel).name(),
                        bodies.size() == kernels.wins().size()
                                ? words.get("answering.all", bodies.size())
                                : words.get("answering.some", bodies.size(), names(bodies)),
                        false));
            }
        });
        if (byKernel.size() > MOST_KERNELS) {
            found.add(new Line(-1, words.get("answering.more", byKernel.size() - MOST_KERNELS), "", false));
        }
        if (!failing.isEmpty()) {
            found.add(new Line(
                    -1,
                    words.get("answering.fails"),
                    words.get("answering.some", failing.size(), names(failing)),
                    true));
        }
        if (!nobody.isEmpty()) {
            found.add(new Line(
                    -1,
                    words.get("answering.nobody"),
                    words.get("answering.some", nobody.size(), names(nobody)),
                    false));
        }
        return found;
    }

    private Line chosen(Asked wanted) {
        String body = Said.body(wanted.body, words);
        return wanted.kernels
                .at(wanted.body, wanted.et)
                .map(win -> {
                    String kernel = wanted.kernels.kernels().get(win.kernel()).name();
                    int segment = segment(wanted, win);
                    return win.row().usable()
                            ? new Line(win.kernel(), body, words.get("answering.by", kernel, segment), false)
                            : new Line(-1, body, words.get("coverage.fails", kernel), true);
                })
                .orElseGet(() -> new Line(-1, body, words.get("coverage.gap"), false));
    }

    /** The winning segment itself: a win that runs over several of one kernel names but the first. */
    private static int segment(Asked wanted, Precedence.Win win) {
        return wanted.kernels.kernels().get(win.kernel()).segments().stream()
                .filter(row -> row.target() == wanted.body
                        && row.usable()
                        && row.start() <= wanted.et
                        && wanted.et <= row.end())
                .reduce((one, later) -> later)
                .orElse(win.row())
                .info()
                .index();
    }

    private String names(List<Integer> bodies) {
        return bodies.stream().map(b -> Said.body(b, words)).collect(Collectors.joining(", "));
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
        boolean first = asked.isPresent() && asked.get().kernels.wins().containsKey(asked.get().body);
        for (Line line : lines) {
            nodes.add(row(line, first));
            first = false;
        }
        view.getChildren().setAll(nodes);
    }

    private Node row(Line line, boolean chosen) {
        Rectangle swatch = new Rectangle(3, 12);
        swatch.setFill(line.kernel < 0 ? palette.line() : Chart.kernel(line.kernel, palette));
        Label name = new Label(line.name);
        name.getStyleClass().add(chosen ? "answering-chosen" : "file-value");
        name.setMinWidth(chosen ? Region.USE_PREF_SIZE : NAME_WIDTH);
        name.setMaxWidth(NAME_WIDTH);
        Label text = new Label(line.text);
        text.getStyleClass().add(chosen ? "file-value" : "kernel-detail");
        if (line.wrong) {
            text.getStyleClass().add("refuted-text");
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Tooltip.install(text, new Tooltip(line.text));
        name.setTooltip(new Tooltip(line.name));
        HBox row = new HBox(8, swatch, name, text);
        row.getStyleClass().add("legend-entry");
        return row;
    }

    /** What it says, for tests and for who does not see it. */
    List<Line> said() {
        return lines;
    }
}
