package orrery.ui.kernels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import orrery.library.Precedence;
import orrery.ui.chart.Ink;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * The tree of centers at the current time: which body is given relative to which, with the roots on the left. The path
 * from the selected body to its root is highlighted. A click selects a body. JavaFX thread only.
 */
final class TreeChart extends KernelChart {
    private static final double ROW = 22;
    private static final double MARGIN = 12;
    private static final double DOT = 3.5;
    /** This many can be drawn within a frame. */
    static final int MOST_BODIES = 1_000;

    /**
     * A body's place in the drawing.
     *
     * @param body NAIF id
     * @param depth steps from its root
     * @param row row from the top
     */
    record Node(int body, int depth, double row) {}

    private final IntConsumer choose;
    private Precedence precedence = Precedence.of(List.of());
    private final Map<Integer, Integer> centers = new TreeMap<>();
    private final Map<Integer, Node> nodes = new HashMap<>();
    /** The bodies that others are given relative to. */
    private final Set<Integer> withChildren = new HashSet<>();

    private int deepest;
    private double rows;
    private int chosen;
    private double et = Double.NaN;
    private double scroll;

    TreeChart(PulsePump pump, Words words, IntConsumer choose) {
        super(pump, words, words.get("tree.accessible"));
        this.choose = choose;
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, e -> {
            scroll = Math.clamp(scroll - e.getDeltaY(), 0, Math.max(0, rows * ROW + 2 * MARGIN - getHeight()));
            changed();
            e.consume();
        });
    }

    void show(Precedence kernels) {
        precedence = kernels;
        plant();
    }

    void now(double now, int body) {
        boolean replant = needsReplanting(now);
        if (body != chosen || replant) {
            boolean other = body != chosen && precedence.bodies().size() > MOST_BODIES;
            chosen = body;
            et = now;
            if (replant || other) {
                plant();
            }
            changed();
        }
        et = now;
    }

    /** Whether the winner of any body, and so perhaps its center, has changed since the tree was drawn. */
    private boolean needsReplanting(double now) {
        if (Double.isNaN(et)) {
            return true;
        }
        for (Map.Entry<Integer, Integer> link : centers.entrySet()) {
            int center =
                    precedence.at(link.getKey(), now).map(w -> w.row().center()).orElse(link.getValue());
            if (center != link.getValue()) {
                return true;
            }
        }
        return false;
    }

    private void plant() {
        centers.clear();
        for (int body : planted()) {
            List<Precedence.Win> wins = precedence.wins(body);
            Precedence.Win win = precedence.at(body, et).orElse(wins.isEmpty() ? null : wins.getLast());
            if (win != null) {
                centers.put(body, win.row().center());
            }
        }
        withChildren.clear();
        withChildren.addAll(centers.values());
        Map<Integer, Set<Integer>> children = new TreeMap<>();
        Set<Integer> roots = new TreeSet<>(centers.values());
        roots.removeAll(centers.keySet());
        centers.forEach((body, center) ->
                children.computeIfAbsent(center, _ -> new TreeSet<>()).add(body));
        nodes.clear();
        rows = 0;
        for (int root : roots) {
            place(root, children);
        }
        // Bodies in a cycle of centers have no root and stand by themselves.
        for (int body : centers.keySet()) {
            if (!nodes.containsKey(body)) {
                place(body, children);
            }
        }
        deepest = nodes.values().stream().mapToInt(Node::depth).max().orElse(0);
        changed();
    }

    /** The bodies of the tree: all or, if there are too many, the first of them and the selected body's chain. */
    private Collection<Integer> planted() {
        if (precedence.bodies().size() <= MOST_BODIES) {
            return precedence.bodies();
        }
        Set<Integer> planted = new LinkedHashSet<>(precedence.bodies().subList(0, MOST_BODIES));
        Set<Integer> chain = new HashSet<>();
        int body = chosen;
        List<Precedence.Win> wins = precedence.wins(body);
        while (!wins.isEmpty() && chain.add(body)) {
            planted.add(body);
            body = precedence.at(body, et).orElse(wins.getLast()).row().center();
            wins = precedence.wins(body);
        }
        return planted;
    }

    /**
     * A body whose children are being placed: its depth, the remaining children, and the rows of the first and the
     * last.
     */
    private static final class OpenBranch {
        private final int body;
        private final int depth;
        private final Iterator<Integer> children;
        private double first = Double.NaN;
        private double last = Double.NaN;

        OpenBranch(int body, int depth, Iterator<Integer> children) {
            this.body = body;
            this.depth = depth;
            this.children = children;
        }
    }

    /**
     * Places a body and everything around it, each in the middle of its children; iterative, because a chain may be
     * longer than the stack is deep.
     */
    private void place(int root, Map<Integer, Set<Integer>> children) {
        Deque<OpenBranch> above = new ArrayDeque<>();
        Set<Integer> met = new HashSet<>(Set.of(root));
        above.push(new OpenBranch(root, 0, children.getOrDefault(root, Set.of()).iterator()));
        while (!above.isEmpty()) {
            OpenBranch now = above.element();
            if (now.children.hasNext()) {
                int child = now.children.next();
                if (!nodes.containsKey(child) && met.add(child)) {
                    above.push(new OpenBranch(
                            child,
                            now.depth + 1,
                            children.getOrDefault(child, Set.of()).iterator()));
                }
            } else {
                above.pop();
                double row = Double.isNaN(now.first) ? rows++ : (now.first + now.last) / 2;
                nodes.put(now.body, new Node(now.body, now.depth, row));
                OpenBranch center = above.peek();
                if (center != null) {
                    center.last = row;
                    center.first = Double.isNaN(center.first) ? row : center.first;
                }
            }
        }
    }

    /** The bodies from the selected one to its root, starting with itself. */
    List<Integer> route() {
        List<Integer> route = new ArrayList<>();
        Integer at = chosen;
        while (at != null && nodes.containsKey(at) && !route.contains(at)) {
            route.add(at);
            at = centers.get(at);
        }
        return route;
    }

    Map<Integer, Node> nodes() {
        return Map.copyOf(nodes);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        GraphicsContext g = ink.canvas();
        if (nodes.isEmpty()) {
            empty(ink, words.get("tree.empty"));
            return;
        }
        List<Integer> route = route();
        setAccessibleText(words.get(
                "tree.route", route.stream().map(b -> KernelText.body(b, words)).toList()));
        for (Node node : nodes.values()) {
            link(g, node, false);
        }
        for (int body : route) {
            Node node = nodes.get(body);
            if (node != null) {
                link(g, node, true);
            }
        }
        for (Node node : nodes.values()) {
            boolean lit = route.contains(node.body);
            double x = x(node);
            double y = y(node);
            if (y < -ROW || y > height + ROW) {
                continue;
            }
            boolean known = centers.containsKey(node.body);
            g.setFill(
                    lit ? palette().sun() : known ? palette().text() : palette().muted());
            g.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
            String label = Ink.fit(KernelText.body(node.body, words), room(node, width));
            // The line to its children starts after its name.
            g.clearRect(x + DOT + 3, y - 7, Ink.width(label) + 2, 14);
            ink.text(
                    label,
                    x + DOT + 5,
                    y,
                    TextAlignment.LEFT,
                    node.body == chosen
                            ? palette().sun()
                            : lit ? palette().text() : palette().muted());
        }
        if (precedence.bodies().size() > MOST_BODIES) {
            String more = words.get(
                    "tree.more",
                    KernelText.grouped(MOST_BODIES),
                    KernelText.bodies(precedence.bodies().size(), words));
            g.clearRect(width - Ink.width(more) - 8, height - 20, Ink.width(more) + 8, 20);
            ink.text(
                    more, width - 4, height - 10, TextAlignment.RIGHT, palette().muted());
        }
    }

    private void link(GraphicsContext g, Node node, boolean lit) {
        Integer center = centers.get(node.body);
        Node parent = center == null ? null : nodes.get(center);
        if (parent == null) {
            return;
        }
        double x1 = x(parent);
        double y1 = y(parent);
        double x2 = x(node);
        double y2 = y(node);
        if (Math.max(y1, y2) < 0 || Math.min(y1, y2) > getHeight()) {
            return;
        }
        double bend = x2 - 14;
        g.setStroke(lit ? palette().sun() : palette().line());
        g.setLineWidth(lit ? 1.5 : 1);
        g.strokePolyline(new double[] {x1, bend, bend, x2}, new double[] {y1, y1, y2, y2}, 4);
    }

    /** A body without children has its row to itself, as far as the edge. */
    double room(Node node, double width) {
        return withChildren.contains(node.body) ? column() - 16 : width - x(node) - DOT - 5;
    }

    private double column() {
        return Math.min(220, (getWidth() - 2 * MARGIN) / (deepest + 1));
    }

    private double x(Node node) {
        return MARGIN + DOT + node.depth * column();
    }

    private double y(Node node) {
        return Math.rint(MARGIN + ROW / 2 + node.row * ROW - scroll);
    }

    private void clicked(MouseEvent event) {
        Node nearest = nearest(event.getX(), event.getY());
        if (nearest != null) {
            choose.accept(nearest.body);
        }
    }

    private @Nullable Node nearest(double x, double y) {
        for (Node node : nodes.values()) {
            if (Math.abs(y - y(node)) <= ROW / 2
                    && x >= x(node) - 8
                    && x <= x(node) + DOT + 5 + room(node, getWidth())) {
                return node;
            }
        }
        return null;
    }
}
