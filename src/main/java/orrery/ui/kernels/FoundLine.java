package orrery.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.exchange.Import;
import orrery.files.VisibleText;

/**
 * One line of what was found in files.
 *
 * @param kind what it says
 * @param text it
 */
record FoundLine(Kind kind, String text) {
    /** What a line says. */
    enum Kind {
        FILE("\u25A0"),
        UNDERSTOOD("\u2713"),
        IGNORED("\u2013"),
        REFUSED("\u2715");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** Stands before the line: color alone carries no meaning. */
        String mark() {
            return mark;
        }

        /** Its part of the names of words and styles. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All lines of what was read, and of what was not. */
    static List<FoundLine> of(ImportTrial trial) {
        List<FoundLine> all = new ArrayList<>();
        for (ImportTrial.Refusal refusal : trial.refusals()) {
            all.add(new FoundLine(Kind.REFUSED, refusal.sentence()));
        }
        for (Import.Source source : trial.sources()) {
            all.add(new FoundLine(
                    Kind.FILE,
                    VisibleText.line(String.valueOf(source.file().getFileName())) + ": "
                            + source.format().words()));
            source.understood().forEach(line -> all.add(new FoundLine(Kind.UNDERSTOOD, line)));
            source.ignored().forEach(line -> all.add(new FoundLine(Kind.IGNORED, line)));
        }
        return all;
    }
}
