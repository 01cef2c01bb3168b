package orrery.audit;

import java.util.List;

/** F1: faults contained. */
final class FaultsContained extends ClaimText {
    FaultsContained() {
        super(
                "F1",
                "faults contained",
                "A file cut short under its map fails typed; one renamed over or unlinked keeps its old bytes and is"
                        + " marked stale; one overwritten in place is marked stale. The program lives on.",
                "A crash; a wrong number from a file that was cut short, renamed over or unlinked; a change that is not"
                        + " noticed.",
                "In a child process, under load: copies of a kernel are cut short, overwritten, renamed over and"
                        + " unlinked while threads read them; this process and its window live on.");
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public Finding examine(ClaimContext bench) {
        return ChildProcess.examine(bench, List.of("-Xmx256m"), AuditChild.arguments("faults", bench));
    }
}
