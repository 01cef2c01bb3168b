package orrery.ui.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A page of the guide. Immutable, thread-safe.
 *
 * @param path among the guide's resources, such as {@code markdown/guide/audit.md}
 * @param title its first heading
 * @param blocks its blocks
 */
record GuidePage(String path, String title, List<GuideBlock> blocks) {
    GuidePage {
        blocks = List.copyOf(blocks);
    }

    /** What is shown in place of a page that this copy of the program lacks. */
    static GuidePage missing(String path) {
        String title = GuideView.WORDS.get("missing.title");
        return new GuidePage(
                path,
                title,
                List.of(
                        new GuideBlock.Heading(1, List.of(GuideBlock.Run.plain(title)), ""),
                        new GuideBlock.Paragraph(List.of(GuideBlock.Run.plain(GuideView.WORDS.get("missing", path))))));
    }

    /** The number of matches of a search text on it, ignoring case. */
    int count(String wanted) {
        return blocks.stream()
                .flatMap(GuideBlock::texts)
                .mapToInt(text -> count(text, wanted))
                .sum();
    }

    private static int count(String text, String wanted) {
        int found = 0;
        for (int at = find(text, wanted, 0); at >= 0; at = find(text, wanted, at + wanted.length())) {
            found++;
        }
        return found;
    }

    /** The position of a search text in a text from an index on, or -1; always -1 for an empty search text. */
    static int find(String text, String wanted, int from) {
        // Character by character, because a text in lower case may be longer than the text.
        for (int at = from; !wanted.isEmpty() && at + wanted.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Its links as written. */
    Stream<String> links() {
        return blocks.stream()
                .flatMap(GuidePage::runs)
                .map(GuideBlock.Run::link)
                .filter(link -> !link.isEmpty());
    }

    /** The pages that it links to, as paths. */
    Stream<String> linkedPages() {
        return links().filter(link -> GuideLinks.kind(link) == GuideLinks.Kind.PAGE)
                .map(link -> GuideLinks.resolve(path, link))
                .map(link -> link.contains("#") ? link.substring(0, link.indexOf('#')) : link)
                .filter(link -> link.toLowerCase(Locale.ROOT).endsWith(".md"));
    }

    private static Stream<GuideBlock.Run> runs(GuideBlock block) {
        return switch (block) {
            case GuideBlock.Heading heading -> heading.runs().stream();
            case GuideBlock.Paragraph paragraph -> paragraph.runs().stream();
            case GuideBlock.Points points ->
                points.items().stream().flatMap(List::stream).flatMap(GuidePage::runs);
            case GuideBlock.Aside aside -> aside.blocks().stream().flatMap(GuidePage::runs);
            case GuideBlock.Grid grid ->
                grid.rows().stream().flatMap(List::stream).flatMap(List::stream);
            case GuideBlock.Code _, GuideBlock.Figure _, GuideBlock.Divider _ -> Stream.of();
        };
    }
}
