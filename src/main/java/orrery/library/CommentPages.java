package orrery.library;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import orrery.binding.KernelHandle;
import orrery.spk.ByteText;
import orrery.spk.CommentArea;
import orrery.spk.Progress;

/**
 * The comments of a kernel in pages of whole lines, and a search through all of them. A page is read on its own; of the
 * rest only its end is located. Stateless.
 */
public final class CommentPages {
    /** Approximate characters per page: a second's work for a window, an hour's reading for a person. */
    static final int PAGE = 20_000;
    /** A longer line may be cut at the end of a page. */
    private static final int LONGEST_LINE = 1_000;

    private static final int PIECE = 1 << 16;

    /**
     * One page.
     *
     * @param number counted from 0
     * @param pages number of pages; 0 if there are no comments
     * @param text its lines
     */
    public record Page(long number, long pages, String text) {}

    /**
     * One of several matches of a search.
     *
     * @param page its page
     * @param at its position in the text of that page
     * @param number its number among all matches, from 1
     * @param count number of matches
     */
    public record Match(Page page, int at, long number, long count) {}

    private CommentPages() {}

    /**
     * A page; the last one if the number is too large.
     *
     * @throws orrery.spk.KernelException if the handle is closed, or the file is truncated
     */
    public static Page page(KernelHandle kernel, long number) {
        return kernel.read(() -> page(kernel.file().comments(), number));
    }

    private static Page page(CommentArea area, long number) {
        long end = area.end();
        long pages = Math.ceilDiv(end, PAGE);
        long shown = Math.clamp(number, 0, Math.max(0, pages - 1));
        long from = start(area, shown, end);
        long until = start(area, shown + 1, end);
        return new Page(shown, pages, ByteText.letters(area.text(from, (int) (until - from))));
    }

    /** Where a page begins: after the first line break. */
    private static long start(CommentArea area, long page, long end) {
        long at = Math.min(page * PAGE, end);
        int line = page == 0
                ? -1
                : area.text(at, (int) Math.min(LONGEST_LINE, end - at)).indexOf('\n');
        // After the last byte of a character, if there is no line break in reach.
        return line >= 0 || page == 0 || at == end ? at + line + 1 : at - 3 + ByteText.whole(area.text(at - 3, 3));
    }

    /**
     * The first match of a search text from a position on, wrapping around, ignoring case.
     *
     * @param wanted search text, not empty
     * @param page page on which the search begins
     * @param at position on that page
     * @param progress may cancel the search
     * @throws CancellationException if cancelled
     * @throws orrery.spk.KernelException if the handle is closed, or the file is truncated
     */
    public static Optional<Match> find(KernelHandle kernel, String wanted, long page, int at, Progress progress) {
        String bytes = new String(wanted.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return kernel.read(() -> find(kernel.file().comments(), bytes, page, at, progress));
    }

    private static Optional<Match> find(CommentArea area, String wanted, long page, int at, Progress progress) {
        long end = area.end();
        long from = start(area, page, end);
        from += ByteText.bytes(area.text(from, (int) (start(area, page + 1, end) - from)), at);
        long first = -1;
        long found = -1;
        long number = 0;
        long count = 0;
        for (long piece = 0; piece < end; piece += PIECE) {
            progress.check("The search was cancelled.");
            progress.at((double) piece / end);
            // What begins in this piece may end in the next.
            int length = (int) Math.min(PIECE + wanted.length() - 1L, end - piece);
            String text = area.text(piece, length).toLowerCase(Locale.ROOT);
            for (int i = text.indexOf(wanted); i >= 0 && i < PIECE; i = text.indexOf(wanted, i + 1)) {
                count++;
                long position = piece + i;
                first = first < 0 ? position : first;
                if (found < 0 && position >= from) {
                    found = position;
                    number = count;
                }
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        long position = found < 0 ? first : found;
        long on = position / PAGE;
        on = position < start(area, on, end) ? on - 1 : on;
        Page shown = page(area, on);
        long begin = start(area, on, end);
        int before =
                ByteText.letters(area.text(begin, (int) (position - begin))).length();
        return Optional.of(new Match(shown, before, found < 0 ? 1 : number, count));
    }
}
