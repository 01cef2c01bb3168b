package orrery.audit;

/** B3: no leak. */
final class NoLeak extends AbstractClaim {
    NoLeak() {
        super(
                "B3",
                "no leak",
                "Queries, opens and closes leave nothing behind: heap, anonymous memory, descriptors, mappings,"
                        + " threads.",
                "A slope of the heap over a million queries, or a count that does not return to its old value"
                        + " after thousands of opens"
                        + " and closes.",
                "In a child process, each figure after collection: 1,000,000 queries, 10,000 opens and closes with no"
                        + " readers, most of them of a small kernel made for it, and 200 under load.");
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public boolean isOfStates() {
        return false;
    }

    @Override
    public Finding examine(ClaimContext context) {
        return ChildProcess.examine(context, ChildProcess.FIXED_HEAP, AuditChild.arguments("leaks", context));
    }
}
