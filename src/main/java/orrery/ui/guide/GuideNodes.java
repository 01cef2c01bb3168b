package orrery.ui.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One page as nodes, with the search matches marked.
 *
 * <p>Confined to the JavaFX thread.
 */
final class GuideNodes {
    /** The property of a link's node that contains its target. */
    static final String LINK = "orrery.guide.link";

    private static final int NARROWEST_COLUMN = 7;
    private static final int WIDEST_COLUMN = 44;

    private final String wanted;
    private final Consumer<String> follow;
    private final Consumer<String> copy;
    private final VBox page = new VBox();
    private final List<Label> hits = new ArrayList<>();
    private final Map<String, Node> anchors = new HashMap<>();

    /**
     * @param wanted the search text, or empty
     * @param follow called when a link is followed
     * @param copy called with the lines to copy
     */
    GuideNodes(GuidePage shown, String wanted, Consumer<String> follow, Consumer<String> copy) {
        this.wanted = wanted;
        this.follow = follow;
        this.copy = copy;
        page.getStyleClass().add("guide-page");
        page.getChildren().setAll(nodes(shown.blocks()));
    }

    Region page() {
        return page;
    }

    /** The matches, in reading order. */
    List<Label> hits() {
        return hits;
    }

    /** Headings by anchor. */
    Map<String, Node> anchors() {
        return anchors;
    }

    private List<Node> nodes(List<GuideBlock> blocks) {
        return blocks.stream().map(this::node).toList();
    }

    private Node node(GuideBlock block) {
        return switch (block) {
            case GuideBlock.Heading heading -> heading(heading);
            case GuideBlock.Paragraph paragraph -> flow(paragraph.runs(), "guide-paragraph");
            case GuideBlock.Code code -> code(code);
            case GuideBlock.Points points -> points(points);
            case GuideBlock.Aside aside -> {
                VBox box = new VBox();
                box.getStyleClass().add("guide-aside");
                box.getChildren().setAll(nodes(aside.blocks()));
                yield box;
            }
            case GuideBlock.Grid grid -> grid(grid);
            case GuideBlock.Figure figure -> new GuideFigure(figure);
            case GuideBlock.Divider _ -> {
                Region line = new Region();
                line.getStyleClass().add("hairline");
                yield line;
            }
        };
    }

    private Node heading(GuideBlock.Heading heading) {
        TextFlow flow = flow(heading.runs(), "guide-heading-" + Math.min(3, heading.level()));
        flow.setAccessibleRoleDescription(GuideView.WORDS.get("heading", heading.level()));
        anchors.putIfAbsent(heading.anchor(), flow);
        return flow;
    }

    private Node code(GuideBlock.Code code) {
        TextFlow lines = flow(List.of(new GuideBlock.Run(code.text(), true, false, false, "")), "guide-code");
        HBox.setHgrow(lines, Priority.ALWAYS);
        Button take = new Button();
        take.setGraphic(new FontIcon("fth-copy"));
        take.setTooltip(new Tooltip(GuideView.WORDS.get("copy")));
        take.setAccessibleText(GuideView.WORDS.get("copy"));
        take.getStyleClass().setAll("button", "flat");
        take.setOnAction(e -> copy.accept(code.text()));
        HBox box = new HBox(lines, take);
        box.getStyleClass().add("guide-code-box");
        return box;
    }

    private Node points(GuideBlock.Points points) {
        VBox list = new VBox();
        list.getStyleClass().add("guide-points");
        int number = 1;
        for (List<GuideBlock> item : points.items()) {
            Label mark = new Label(points.numbered() ? number++ + "." : "\u2022");
            mark.getStyleClass().add("guide-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox words = new VBox();
            words.getStyleClass().add("guide-point");
            words.getChildren().setAll(nodes(item));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(mark, words);
            row.getStyleClass().add("guide-row");
            list.getChildren().add(row);
        }
        return list;
    }

    private Node grid(GuideBlock.Grid grid) {
        GridPane table = new GridPane();
        table.getStyleClass().add("guide-table");
        int columns = grid.rows().stream().mapToInt(List::size).max().orElse(0);
        double[] widths = new double[columns];
        for (int r = 0; r < grid.rows().size(); r++) {
            List<List<GuideBlock.Run>> row = grid.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                TextFlow cell = flow(row.get(c), r == 0 ? "guide-head-cell" : "guide-cell");
                table.add(cell, c, r);
                int length =
                        row.get(c).stream().mapToInt(run -> run.text().length()).sum();
                widths[c] = Math.max(widths[c], Math.clamp(length, NARROWEST_COLUMN, WIDEST_COLUMN));
            }
        }
        double all = 0;
        for (double width : widths) {
            all += width;
        }
        for (double width : widths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * width / all);
            table.getColumnConstraints().add(column);
        }
        return table;
    }

    private TextFlow flow(List<GuideBlock.Run> runs, String look) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(look);
        StringBuilder all = new StringBuilder();
        for (GuideBlock.Run run : runs) {
            all.append(run.text());
            int from = 0;
            for (int at = GuidePage.find(run.text(), wanted, 0);
                    at >= 0;
                    at = GuidePage.find(run.text(), wanted, from)) {
                if (at > from) {
                    flow.getChildren().add(text(run, run.text().substring(from, at)));
                }
                from = at + wanted.length();
                flow.getChildren().add(hit(run, run.text().substring(at, from)));
            }
            if (from < run.text().length()) {
                flow.getChildren().add(text(run, run.text().substring(from)));
            }
        }
        flow.setAccessibleText(all.toString());
        return flow;
    }

    private Text text(GuideBlock.Run run, String words) {
        Text text = new Text(words);
        dress(text, run);
        if (!run.link().isEmpty()) {
            text.setFocusTraversable(true);
            text.setAccessibleRole(AccessibleRole.HYPERLINK);
            text.setAccessibleText(words);
        }
        return text;
    }

    private Label hit(GuideBlock.Run run, String words) {
        Label hit = new Label(words);
        dress(hit, run);
        hit.getStyleClass().add("guide-hit");
        hits.add(hit);
        return hit;
    }

    private void dress(Node node, GuideBlock.Run run) {
        node.getStyleClass().add("guide-text");
        if (run.code()) {
            node.getStyleClass().add("guide-typed");
        }
        if (run.strong()) {
            node.getStyleClass().add("guide-strong");
        }
        if (run.emphasis()) {
            node.getStyleClass().add("guide-emphasis");
        }
        if (!run.link().isEmpty()) {
            node.getStyleClass().add("guide-link");
            node.getProperties().put(LINK, run.link());
            node.setOnMouseClicked(e -> follow.accept(run.link()));
        }
    }
}
