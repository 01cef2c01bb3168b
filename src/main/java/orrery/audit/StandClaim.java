package orrery.audit;

import java.util.ArrayList;
import java.util.List;

/** The claims of the ledger as applied to an external reader: one constant for every claim in {@link Claims}. */
enum StandClaim {
    A1(
            "identical inputs, identical outputs",
            "The same body and epoch give the same 64 bits on every thread, every time.",
            "One component of one answer that differs in one bit from the single-threaded answer; a process that"
                    + " breaks meanwhile.",
            "All threads run the same pairs at the same time, repeatedly; every answer is compared with the"
                    + " reader's own single-threaded answer."),
    A2(
            "no cross-thread contamination",
            "Threads that run different queries at the same time do not change a bit of each other's answers.",
            "One answer that is not the reader's own single-threaded answer; a process that breaks meanwhile.",
            "All threads run the plan's random queries, each starting from a different place."),
    A3(
            "handle isolation",
            "Closing one owner's handle never disturbs another's.",
            "A sibling that is affected.",
            "Handles that come and go during queries."),
    A4(
            "right, not only repeatable",
            "States are those that the file's coefficients give.",
            "A position that differs from our own reader's by more than 1e-12 of its distance, a velocity by more than"
                    + " 1e-10 of its speed, beyond the effect of rounding the epoch to days; a process that breaks"
                    + " with one thread.",
            "The plan's queries by one thread, compared with our own reader in units in the last place of the vector's"
                    + " length, and bit for bit."),
    B1(
            "nothing taken by queries",
            "Queries leave no memory behind.",
            "Memory of the process itself (anonymous, and live on its Java heap) that grows by more than 8 MiB, and by"
                    + " one byte per query, while threads query.",
            "The process's memory as the system reports it, from outside, before and after a window of queries."),
    B2(
            "mapping discipline",
            "A mapped kernel is mapped once per session, and never writable.",
            "A mapping through which the file could be changed; a part of it that is mapped more often than there are"
                    + " sessions.",
            "The process's mappings and descriptors as the system reports them, from outside, while threads query."),
    B3(
            "no leak",
            "Repeated opening, querying and closing leaves nothing behind.",
            "From one batch of cycles to the next: one descriptor or thread more, 8 MiB more anonymous memory,"
                    + " or 1 MiB more"
                    + " live Java heap.",
            "Three batches of 40 cycles; the second and the third are compared, from outside."),
    B4(
            "the file is untouched",
            "Reading a kernel changes none of its bytes.",
            "A copy of a kernel with different bytes after a claim than before it.",
            "The reader gets copies that nobody else knows; their SHA-256 is computed after every claim."),
    C1(
            "one acquisition",
            "A file is opened once, however many threads ask for it.",
            "A second mapping.",
            "Many threads that open the same file by several names at the same time."),
    C2(
            "full concurrent reading once bound",
            "No thread waits for another.",
            "Threads that wait for monitors or locks (as counted by the virtual machine; for a C library, as the system"
                    + " counts voluntary context switches) more than once in 100,000 queries.",
            "Waits of all threads over the window of A2."),
    D1(
            "pool under contention",
            "A set of kernels is swapped as a whole.",
            "An answer from two sets.",
            "Sets published during queries."),
    E1(
            "override under asynchronous use",
            "An override is seen only by its task.",
            "A task that sees another's override.",
            "Overrides in many tasks at once."),
    F1(
            "faults contained",
            "A file that is spoilt while being read gives right answers or refusals, and the change is noticed.",
            "A wrong number; a crash; a change that is not reported.",
            "Copies of a kernel that are renamed over, unlinked and truncated during queries."),
    G1(
            "liveness",
            "Every thread makes progress; when told to end, all do.",
            "A thread that stays in one query, or does not end, for as long as the limits allow.",
            "The queries that each thread completed in the window of A2, and its end."),
    S1(
            "the audit itself can fail",
            "Deliberately broken readers are refuted.",
            "A broken reader that is not refuted.",
            "The audit of our own reader examines this.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings
    private final ClaimStatement statement;

    StandClaim(String title, String sentence, String refutedBy, String evidence) {
        this.statement = new ClaimStatement(name(), title, sentence, refutedBy, evidence);
    }

    ClaimStatement statement() {
        return statement;
    }

    /** The claims of a plan, in the order of the ledger. */
    static List<StandClaim> of(AuditPlan plan) {
        List<StandClaim> claims = new ArrayList<>();
        for (StandClaim claim : values()) {
            if (plan.asks(claim.name())) {
                claims.add(claim);
            }
        }
        return claims;
    }
}
