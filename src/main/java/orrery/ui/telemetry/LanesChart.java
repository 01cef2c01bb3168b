package orrery.ui.telemetry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.telemetry.JvmState;
import orrery.telemetry.Lane;
import orrery.telemetry.Pause;
import orrery.telemetry.TimelineSnapshot;
import orrery.telemetry.WorkState;
import orrery.ui.chart.Ink;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;

/**
 * One lane per thread. A worker's own records fill the lane, and the state sampled from the JVM is the narrow band
 * below; a thread that is not a worker has only the JVM's state. Pauses of the whole JVM run through all lanes.
 */
final class LanesChart extends TimeChart {
    /** Space for a count of three digits beside the scroll mark. */
    private static final double COUNTS = 54;

    private static final int ROW = 16;
    private static final int WORK = 9;
    private static final int JVM = 3;
    private static final int KEY = 48;
    private static final int NO_LANE = -1;
    /** Gap between a thread's name and its lane. */
    private static final int GAP = 8;
    /** The number of shortened names to cache; threads come and go. */
    private static final int NAMES = 512;

    private static final WorkState[] WORK_STATES = WorkState.values();
    private static final JvmState[] JVM_STATES = JvmState.values();

    private final PixelImage image = new PixelImage();
    private final Set<JvmState> wanted = EnumSet.allOf(JvmState.class);
    private final Set<WorkState> worked = EnumSet.noneOf(WorkState.class);
    private final Set<JvmState> sampled = EnumSet.noneOf(JvmState.class);
    /** Threads' names shortened to fit, because measuring a text costs more than drawing it. */
    private final Map<String, String> names = new HashMap<>();

    private List<Lane> lanes = List.of();
    private String group = "";
    private int first;
    private int selected = NO_LANE;

    LanesChart(String title, TimeWindow window, PulsePump pump) {
        super(title, TOP + BOTTOM + 18 * ROW + KEY, window, pump);
    }

    /** Only lanes of this group; the empty text for all. */
    void group(String only) {
        group = only;
        first = 0;
        selected = NO_LANE;
        show(shot);
    }

    /** Only lanes whose thread is now in one of these states. */
    void states(Set<JvmState> only) {
        wanted.clear();
        wanted.addAll(only);
        show(shot);
    }

    /** The current groups. */
    List<String> groups() {
        return shot.lanes().stream().map(Lane::group).distinct().sorted().toList();
    }

    @Override
    void show(TelemetrySnapshot taken) {
        List<Lane> shown = new ArrayList<>();
        for (Lane lane : taken.lanes()) {
            boolean inTime = lane.since() <= taken.to() && lane.ended() >= taken.from();
            boolean inGroup = group.isEmpty() || lane.group().equals(group);
            if (inTime
                    && inGroup
                    && (wanted.size() == JVM_STATES.length
                            || wanted.contains(lane.jvm().newest(JvmState.NEW)))) {
                shown.add(lane);
            }
        }
        shown.sort((a, b) -> {
            // Workers first, because the chart is mainly about them.
            int byWork = Boolean.compare(b.worker().isPresent(), a.worker().isPresent());
            int byGroup = byWork != 0 ? byWork : a.group().compareTo(b.group());
            return byGroup != 0 ? byGroup : Long.compare(a.id(), b.id());
        });
        lanes = shown;
        if (names.size() > NAMES) {
            names.clear();
        }
        scroll(0);
        super.show(taken);
    }

    /** Counts and groups are short: the lanes get the rest of the width. */
    @Override
    double right() {
        return COUNTS;
    }

    private int visible() {
        return Math.max(1, (int) ((getHeight() - TOP - BOTTOM - KEY) / ROW));
    }

    /** Scrolls down by this many lanes. */
    void scroll(int rows) {
        first = Math.clamp(first + (long) rows, 0, Math.max(0, lanes.size() - visible()));
        changed();
    }

    /** Selects the next lane down (1) or up (-1). */
    void select(int step) {
        if (lanes.isEmpty()) {
            return;
        }
        selected = Math.clamp(selected + (long) step, 0, lanes.size() - 1);
        if (selected < first) {
            scroll(selected - first);
        } else if (selected >= first + visible()) {
            scroll(selected - first - visible() + 1);
        }
        changed();
    }

    /** Selects the lane at a height of the canvas, or none. */
    void selectAt(double y) {
        int row = (int) Math.floor((y - TOP) / ROW);
        int lane = first + row;
        selected = row >= 0 && row < visible() && lane < lanes.size() ? lane : NO_LANE;
        changed();
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        int rows = Math.min(visible(), lanes.size() - first);
        String chosenLane = readout();
        ink.heading(title(), chosenLane.isEmpty() ? count() : chosenLane);
        if (rows <= 0) {
            note(ink, FigureText.word("lanes.none"));
            timeAxis(ink, TOP + visible() * ROW);
            return;
        }
        int columns = (int) Math.ceil(plotWidth());
        image.clear(columns, rows * ROW);
        int[] states = new int[columns];
        worked.clear();
        sampled.clear();
        for (int row = 0; row < rows; row++) {
            paint(lanes.get(first + row), row * ROW, states);
        }
        paintPauses(rows * ROW);
        GraphicsContext g = ink.canvas();
        g.drawImage(image.drawn(), LEFT, TOP);
        String lastGroup = "";
        for (int row = 0; row < rows; row++) {
            Lane lane = lanes.get(first + row);
            double middle = TOP + row * ROW + ROW / 2.0;
            boolean chosen = first + row == selected;
            String name = names.computeIfAbsent(lane.name(), whole -> Ink.fit(whole, LEFT - GAP));
            ink.text(
                    name,
                    0,
                    middle,
                    TextAlignment.LEFT,
                    chosen ? palette().sun() : palette().text());
            String right = lane.group().equals(lastGroup) ? "" : lane.group();
            lastGroup = lane.group();
            String queries = lane.worker()
                    .map(worker -> FigureText.count(worker.queries()))
                    .orElse(right);
            String count = Ink.fit(queries, COUNTS - GAP - 8);
            ink.text(count, width - 8, middle, TextAlignment.RIGHT, palette().muted());
            if (chosen) {
                g.setStroke(palette().sun());
                g.setLineWidth(1);
                g.strokeRect(LEFT - 1.5, TOP + row * ROW + 0.5, plotWidth() + 2, ROW - 2);
            }
        }
        if (lanes.size() > rows) {
            double share = (double) rows / lanes.size();
            double track = rows * ROW;
            ink.fill(
                    width - 3,
                    TOP + track * first / lanes.size(),
                    3,
                    Math.max(8, track * share),
                    palette().line());
        }
        double bottom = TOP + visible() * ROW;
        timeAxis(ink, bottom);
        crosshair(ink, TOP, bottom);
        key(new LanesKey(ink, width, bottom + BOTTOM + 12, WORK));
    }

    /** The meaning of the patterns that occur. */
    private void key(LanesKey key) {
        for (WorkState state : worked) {
            key.swatch(state.words(), StateLook.of(state), StateLook.color(state, palette()));
        }
        if (shot.pauses().stream().anyMatch(pause -> pause.kind() == Pause.Kind.GC)) {
            key.stroke(FigureText.word("lanes.collection"), palette().refuted(), 4, 2);
        }
        if (shot.pauses().stream().anyMatch(pause -> pause.kind() == Pause.Kind.SAFEPOINT)) {
            key.stroke(FigureText.word("lanes.safepoint"), palette().muted(), 1, 3);
        }
        for (JvmState state : sampled) {
            String words = FigureText.word("lanes.jvm", state.words());
            key.swatch(words, StateLook.of(state), StateLook.color(state, palette()));
        }
    }

    private String count() {
        return FigureText.count(lanes.size(), "lanes.count");
    }

    private void paint(Lane lane, int top, int[] states) {
        lane.worker().ifPresent(worker -> {
            TimelineSnapshot<WorkState> runs = worker.timeline().snapshotSince(shot.from());
            RunColumns.fill(runs, shot.from(), shot.to(), lane.ended(), states);
            for (int x = 0; x < states.length; x++) {
                if (states[x] != RunColumns.NOTHING) {
                    WorkState state = WORK_STATES[states[x]];
                    worked.add(state);
                    band(x, top + 1, WORK, StateLook.of(state), StateLook.color(state, palette()));
                }
            }
        });
        boolean alone = lane.worker().isEmpty();
        int from = alone ? top + 1 : top + 1 + WORK;
        int high = alone ? WORK + JVM - 1 : JVM;
        TimelineSnapshot<JvmState> runs = lane.jvm().snapshotSince(shot.from());
        RunColumns.fill(runs, shot.from(), shot.to(), lane.ended(), states);
        for (int x = 0; x < states.length; x++) {
            if (states[x] != RunColumns.NOTHING) {
                JvmState state = JVM_STATES[states[x]];
                sampled.add(state);
                Color color = StateLook.color(state, palette());
                band(
                        x,
                        from,
                        high,
                        StateLook.of(state),
                        alone ? color.interpolate(palette().space(), 0.35) : color);
            }
        }
    }

    private void band(int x, int top, int height, StateLook look, Color color) {
        int argb = Palette.argb(color);
        for (int y = 0; y < height; y++) {
            if (look.sets(x, y, height)) {
                image.set(x, top + y, argb);
            }
        }
    }

    private void paintPauses(int height) {
        int gc = Palette.argb(palette().refuted());
        int safepoint = Palette.argb(palette().muted());
        for (Pause pause : shot.pauses()) {
            int left = (int) Math.floor(x(pause.start()) - LEFT);
            int right = Math.max(left, (int) Math.floor(x(pause.end()) - LEFT));
            boolean collection = pause.kind() == Pause.Kind.GC;
            for (int x = Math.max(0, left); x <= Math.min(image.width() - 1, right); x++) {
                for (int y = 0; y < height; y++) {
                    // A collection is a dashed line, any other safepoint a faint dotted one.
                    if (collection ? y % 6 < 4 : y % 8 == 0) {
                        image.set(x, y, collection ? gc : safepoint);
                    }
                }
            }
        }
    }

    /** What the selected lane did at the crosshair, with exact times, or that it has no record there. */
    private String readout() {
        if (selected < 0 || selected >= lanes.size()) {
            return "";
        }
        Lane lane = lanes.get(selected);
        long at = window.crosshair().orElse(shot.to());
        String name = lane.virtual() ? FigureText.word("lanes.virtual", lane.name()) : lane.name();
        StringBuilder text = new StringBuilder(name);
        lane.worker().ifPresent(worker -> {
            TimelineSnapshot<WorkState> runs = worker.timeline().snapshotSince(at);
            int run = runs.at(at);
            if (run >= 0) {
                text.append(FigureText.word(
                        "lanes.at",
                        runs.state(run).words(),
                        ago(runs.start(run)),
                        FigureText.time(runs.end(run) - runs.start(run))));
            }
        });
        TimelineSnapshot<JvmState> runs = lane.jvm().snapshotSince(at);
        int run = runs.at(at);
        if (run >= 0) {
            text.append(
                    lane.worker().isEmpty()
                            ? FigureText.word(
                                    "lanes.at.jvm.for",
                                    runs.state(run).words(),
                                    FigureText.time(runs.end(run) - runs.start(run)))
                            : FigureText.word("lanes.at.jvm", runs.state(run).words()));
        }
        return text.length() > name.length() ? text.toString() : text + FigureText.word("lanes.at.none", ago(at));
    }

    private String ago(long nanos) {
        return "−" + FigureText.time(window.now() - nanos);
    }

    @Override
    String summary() {
        TreeMap<String, Integer> states = new TreeMap<>();
        for (Lane lane : lanes) {
            String words = lane.worker()
                    .map(worker -> worker.timeline().newest(WorkState.IDLE).words())
                    .orElseGet(() -> lane.jvm().newest(JvmState.NEW).words());
            states.merge(words, 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder(count());
        states.forEach(
                (words, count) -> text.append(", ").append(count).append(' ').append(words));
        long collections =
                shot.pauses().stream().filter(p -> p.kind() == Pause.Kind.GC).count();
        text.append(FigureText.count(collections, "lanes.collections"));
        // Computed again: what was drawn last may be about another lane or another instant.
        String chosen = readout();
        return chosen.isEmpty() ? text.toString() : FigureText.word("lanes.summary", text, chosen);
    }
}
