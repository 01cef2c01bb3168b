package orrery.audit;

import java.util.List;

/** F1: faults contained. */
final class FaultsContained extends AbstractClaim {
    FaultsContained() {
        super(
                "F1",
                "faults contained",
                "A file truncated while mapped fails with a typed error; one renamed over or unlinked keeps its"
                        + " old bytes and is"
                        + " marked stale; one overwritten in place is marked stale. The program keeps running.",
                "A crash; a wrong number from a file that was truncated, renamed over or unlinked; a change that is not"
                        + " noticed.",
                "In a child process, under load: copies of a kernel are truncated, overwritten, renamed over and"
                        + " unlinked while threads read them; this process and its window keep running.");
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public Finding examine(ClaimContext context) {
        return ChildProcess.examine(context, List.of("-Xmx256m"), AuditChild.arguments("faults", context));
    }
}
