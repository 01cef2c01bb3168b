package orrery.ui.guide;

import java.util.List;
import java.util.stream.Stream;

/** A part of a page of the guide. Immutable, thread-safe. */
sealed interface GuideBlock {
    /**
     * A run of text in one style.
     *
     * @param text the text
     * @param code whether it is typed or printed text
     * @param strong whether it is strong
     * @param emphasis whether it is emphasized
     * @param link link target, or empty
     */
    record Run(String text, boolean code, boolean strong, boolean emphasis, String link) {
        static Run plain(String text) {
            return new Run(text, false, false, false, "");
        }

        boolean looksAs(Run other) {
            return code == other.code
                    && strong == other.strong
                    && emphasis == other.emphasis
                    && link.equals(other.link);
        }
    }

    /**
     * A heading.
     *
     * @param anchor its name in links, after the {@code #}
     */
    record Heading(int level, List<Run> runs, String anchor) implements GuideBlock {}

    /** A paragraph. */
    record Paragraph(List<Run> runs) implements GuideBlock {}

    /** Lines to type, or printed output. */
    record Code(String text) implements GuideBlock {}

    /**
     * A list.
     *
     * @param items each a list of blocks
     */
    record Points(boolean numbered, List<List<GuideBlock>> items) implements GuideBlock {}

    /** A block quote. */
    record Aside(List<GuideBlock> blocks) implements GuideBlock {}

    /**
     * A table.
     *
     * @param rows the first is the header; each is a list of cells
     */
    record Grid(List<List<List<Run>>> rows) implements GuideBlock {}

    /**
     * A picture.
     *
     * @param resource its path among the guide's resources
     * @param words its description
     * @param width pixels
     * @param height pixels
     */
    record Figure(String resource, String words, int width, int height) implements GuideBlock {}

    /** A horizontal rule. */
    record Divider() implements GuideBlock {}

    /** All its text in reading order, in contiguous parts. */
    default Stream<String> texts() {
        return switch (this) {
            case Heading heading -> heading.runs().stream().map(Run::text);
            case Paragraph paragraph -> paragraph.runs().stream().map(Run::text);
            case Code code -> Stream.of(code.text());
            case Points points -> points.items().stream().flatMap(List::stream).flatMap(GuideBlock::texts);
            case Aside aside -> aside.blocks().stream().flatMap(GuideBlock::texts);
            case Grid grid ->
                grid.rows().stream().flatMap(List::stream).flatMap(List::stream).map(Run::text);
            // A picture's description is for screen readers, and not shown.
            case Figure _, Divider _ -> Stream.of();
        };
    }
}
