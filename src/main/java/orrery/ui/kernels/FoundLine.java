package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.exchange.Import;
import orrery.files.VisibleText;
import orrery.ui.fx.Words;

/**
 * One line about the contents of files.
 *
 * @param kind kind of line
 * @param text its text
 */
record FoundLine(Kind kind, String text) {
    /** The kinds of lines. */
    enum Kind {
        FILE("\u25A0"),
        UNDERSTOOD("\u2713"),
        IGNORED("\u2013"),
        REFUSED("\u2715");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** Shown before the line, because color alone must not carry meaning. */
        String mark() {
            return mark;
        }

        /** Its part of the keys of texts and style classes. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All lines about what was read and what was not. */
    static List<FoundLine> of(ImportPreview preview, Words words) {
        List<FoundLine> all = new ArrayList<>();
        for (ImportPreview.Refusal refusal : preview.refusals()) {
            all.add(new FoundLine(Kind.REFUSED, OptionNames.onPage(refusal.sentence(), words)));
        }
        for (Import.Source source : preview.sources()) {
            all.add(new FoundLine(
                    Kind.FILE,
                    VisibleText.line(String.valueOf(source.file().getFileName())) + ": "
                            + source.format().words()));
            source.understood().forEach(line -> all.add(new FoundLine(Kind.UNDERSTOOD, line)));
            source.ignored().forEach(line -> all.add(new FoundLine(Kind.IGNORED, OptionNames.onPage(line, words))));
        }
        return all;
    }
}
