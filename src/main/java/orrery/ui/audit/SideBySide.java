package orrery.ui.audit;

import java.io.IOException;
import orrery.audit.LedgerComparison;
import orrery.audit.LedgerJson;
import orrery.audit.ServiceTimes;

/**
 * Two past ledgers and their comparison, read from disk.
 *
 * @param then the earlier one
 * @param now the later one
 * @param comparison claim by claim and figure by figure
 * @param timesThen the earlier one's service times
 * @param timesNow the later one's
 */
record SideBySide(
        LedgerJson.Past then,
        LedgerJson.Past now,
        LedgerComparison comparison,
        ServiceTimes timesThen,
        ServiceTimes timesNow) {
    /** The outcome of reading two ledgers: the ledgers, or why they could not be read. */
    sealed interface Read {
        /** Read. */
        record Done(SideBySide pair) implements Read {}

        /** Not read. */
        record Failed(LedgerJson.Past now, String why) implements Read {}
    }

    /** Reads both; not for the JavaFX thread. */
    static Read of(LedgerJson.Past then, LedgerJson.Past now) {
        try {
            return new Read.Done(new SideBySide(
                    then,
                    now,
                    LedgerComparison.of(then.folder(), now.folder()),
                    ServiceTimes.of(then.folder()),
                    ServiceTimes.of(now.folder())));
        } catch (IOException | IllegalArgumentException e) {
            return new Read.Failed(now, String.valueOf(e.getMessage()));
        }
    }
}
