package orrery.ui.guide;

import java.util.List;
import java.util.stream.Stream;

/** A part of a page of the guide. Immutable, thread-safe. */
sealed interface GuideBlock {
    /**
     * Words in one look.
     *
     * @param text the words
     * @param code whether they are what is typed or printed
     * @param strong whether they are stressed
     * @param emphasis whether they are set apart
     * @param link where they lead, or empty
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
     * @param anchor what a link to it names after the {@code #}
     */
    record Heading(int level, List<Run> runs, String anchor) implements GuideBlock {}

    /** A line of thought. */
    record Paragraph(List<Run> runs) implements GuideBlock {}

    /** Lines to be typed, or that were printed. */
    record Code(String text) implements GuideBlock {}

    /**
     * A list.
     *
     * @param items each a list of blocks
     */
    record Points(boolean numbered, List<List<GuideBlock>> items) implements GuideBlock {}

    /** Something said by the way. */
    record Aside(List<GuideBlock> blocks) implements GuideBlock {}

    /**
     * A table.
     *
     * @param rows the first is the head; each a list of cells
     */
    record Grid(List<List<List<Run>>> rows) implements GuideBlock {}

    /**
     * A picture.
     *
     * @param resource its path among the guide's resources
     * @param words what is to be seen in it
     * @param width pixels
     * @param height pixels
     */
    record Figure(String resource, String words, int width, int height) implements GuideBlock {}

    /** A line across. */
    record Divider() implements GuideBlock {}

    /** All words in it, in the order of reading, as far as they stand together. */
    default Stream<String> texts() {
        return switch (this) {
            case Heading heading -> heading.runs().stream().map(Run::text);
            case Paragraph paragraph -> paragraph.runs().stream().map(Run::text);
            case Code code -> Stream.of(code.text());
            case Points points -> points.items().stream().flatMap(List::stream).flatMap(GuideBlock::texts);
            case Aside aside -> aside.blocks().stream().flatMap(GuideBlock::texts);
            case Grid grid ->
                grid.rows().stream().flatMap(List::stream).flatMap(List::stream).map(Run::text);
            // What is said of a picture is heard, not read.
            case Figure _, Divider _ -> Stream.of();
        };
    }
}
