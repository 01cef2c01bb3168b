package orrery.ui.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Parses Markdown into blocks. Not thread-safe. */
final class GuideParser {
    private static final GuideBlock.Run PLAIN = GuideBlock.Run.plain("");

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final PictureSizes sizes;
    private String path = "";

    /** Provides the size of a picture. */
    @FunctionalInterface
    interface PictureSizes {
        /** Returns width and height in pixels of the picture at a path among the guide's resources, or empty. */
        Optional<int[]> of(String resource);
    }

    GuideParser(PictureSizes sizes) {
        this.sizes = sizes;
    }

    /** Parses a page. Any text yields some page. */
    GuidePage parse(String pagePath, String markdown) {
        path = pagePath;
        List<GuideBlock> blocks = blocks(parser.parse(markdown));
        String title = blocks.stream()
                .filter(GuideBlock.Heading.class::isInstance)
                .findFirst()
                .map(heading -> String.join("", heading.texts().toList()))
                .orElse(pagePath);
        return new GuidePage(pagePath, title, blocks);
    }

    private List<GuideBlock> blocks(Node parent) {
        List<GuideBlock> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, blocks);
        }
        return blocks;
    }

    private void block(Node node, List<GuideBlock> into) {
        switch (node) {
            case org.commonmark.node.Heading heading -> {
                List<GuideBlock.Run> runs = runs(heading);
                into.add(new GuideBlock.Heading(heading.getLevel(), runs, GuideLinks.anchor(text(runs))));
            }
            case Paragraph paragraph -> paragraph(paragraph, into);
            case FencedCodeBlock code ->
                into.add(new GuideBlock.Code(code.getLiteral().stripTrailing()));
            case IndentedCodeBlock code ->
                into.add(new GuideBlock.Code(code.getLiteral().stripTrailing()));
            case BulletList list -> into.add(new GuideBlock.Points(false, items(list)));
            case OrderedList list -> into.add(new GuideBlock.Points(true, items(list)));
            case BlockQuote quote -> into.add(new GuideBlock.Aside(blocks(quote)));
            case TableBlock table -> into.add(new GuideBlock.Grid(rows(table)));
            case ThematicBreak _ -> into.add(new GuideBlock.Divider());
            // Comments and the like are not for readers.
            default -> {}
        }
    }

    /** Text; a picture on its own line separates it. */
    private void paragraph(Paragraph paragraph, List<GuideBlock> into) {
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Image image) {
                String resource = GuideLinks.resolve(path, image.getDestination());
                Optional<int[]> size = sizes.of(resource);
                size.ifPresent(
                        pixels -> into.add(new GuideBlock.Figure(resource, text(runs(image)), pixels[0], pixels[1])));
            }
        }
        List<GuideBlock.Run> runs = runs(paragraph);
        if (!runs.isEmpty()) {
            into.add(new GuideBlock.Paragraph(runs));
        }
    }

    private List<List<GuideBlock>> items(Node list) {
        List<List<GuideBlock>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return items;
    }

    private static List<List<List<GuideBlock.Run>>> rows(Node part) {
        List<List<List<GuideBlock.Run>>> rows = new ArrayList<>();
        for (Node node = part.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableRow) {
                List<List<GuideBlock.Run>> cells = new ArrayList<>();
                for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell) {
                        cells.add(runs(cell));
                    }
                }
                rows.add(cells);
            } else {
                rows.addAll(rows(node));
            }
        }
        return rows;
    }

    private static String text(List<GuideBlock.Run> runs) {
        return String.join("", runs.stream().map(GuideBlock.Run::text).toList());
    }

    private static List<GuideBlock.Run> runs(Node parent) {
        List<GuideBlock.Run> runs = new ArrayList<>();
        gather(parent, PLAIN, runs);
        return runs;
    }

    private static void gather(Node parent, GuideBlock.Run look, List<GuideBlock.Run> runs) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(runs, look, text.getLiteral());
                case SoftLineBreak _ -> add(runs, look, " ");
                case HardLineBreak _ -> add(runs, look, "\n");
                case org.commonmark.node.Code code ->
                    add(
                            runs,
                            new GuideBlock.Run("", true, look.strong(), look.emphasis(), look.link()),
                            code.getLiteral());
                case StrongEmphasis strong ->
                    gather(strong, new GuideBlock.Run("", look.code(), true, look.emphasis(), look.link()), runs);
                case Emphasis emphasis ->
                    gather(emphasis, new GuideBlock.Run("", look.code(), look.strong(), true, look.link()), runs);
                case Link link ->
                    gather(
                            link,
                            new GuideBlock.Run("", look.code(), look.strong(), look.emphasis(), link.getDestination()),
                            runs);
                // A picture stands alone.
                case Image _ -> {}
                default -> gather(node, look, runs);
            }
        }
    }

    /** Joins runs of the same style, so that searches can match across them. */
    private static void add(List<GuideBlock.Run> runs, GuideBlock.Run look, String text) {
        String before = "";
        if (!runs.isEmpty() && runs.getLast().looksAs(look)) {
            before = runs.removeLast().text();
        }
        runs.add(new GuideBlock.Run(before + text, look.code(), look.strong(), look.emphasis(), look.link()));
    }
}
