package orrery.audit;

import java.util.ArrayList;
import java.util.List;

/** The claims of the ledger as they are put to a reader from outside. */
enum StandClaim implements ClaimStatement {
    A1(
            "identical inputs, identical outputs",
            "The same body and epoch give the same 64 bits on every thread, every time.",
            "One component of one answer that differs in one bit from the answer of a single thread; a process that"
                    + " breaks meanwhile.",
            "All threads ask the same pairs at the same time, round and round; every answer is compared with the"
                    + " reader's own to a single thread."),
    A2(
            "no cross-thread contamination",
            "Threads that ask different things at the same time disturb each other's answers in no bit.",
            "One answer that is not the reader's own to a single thread; a process that breaks meanwhile.",
            "All threads ask the plan's random queries, each from another place in them."),
    A3(
            "handle isolation",
            "Closing one owner's handle never disturbs another's.",
            "A sibling that notices.",
            "Handles that come and go under queries."),
    A4(
            "right, not only repeatable",
            "States are those that the file's coefficients give.",
            "A position that differs from our own reader's by more than 1e-12 of its distance, a velocity by more than"
                    + " 1e-10 of its speed, beyond what the rounding of the epoch to days does; a process that breaks"
                    + " with one thread.",
            "The plan's queries by one thread, compared with our own reader in units in the last place of the vector's"
                    + " length, and to the bit."),
    B1(
            "nothing taken by queries",
            "Queries take no memory that stays.",
            "Memory of the process itself (anonymous, and alive on its Java heap) that grows by more than 8 MiB, and by"
                    + " a byte a query, while threads ask.",
            "The process' memory as the system tells it, from outside, before and after a window of queries."),
    B2(
            "mapping discipline",
            "A kernel that is mapped is mapped once a session, and never to be written to.",
            "A mapping through which the file could be changed; a part of it that is mapped more often than there are"
                    + " sessions.",
            "The process' mappings and descriptors as the system tells them, from outside, while threads ask."),
    B3(
            "no leak",
            "Opening, asking and closing again and again leaves nothing behind.",
            "From one batch of cycles to the next: a descriptor or thread more, anonymous memory by 8 MiB, the live"
                    + " Java heap by 1 MiB.",
            "Three batches of 40 cycles; the second and the third are compared, from outside."),
    B4(
            "the file is untouched",
            "Reading a kernel changes not one byte of it.",
            "A copy of a kernel that holds other bytes after a claim than before it.",
            "The reader is shown copies that nobody else knows; their SHA-256 is taken after every claim."),
    C1(
            "one acquisition",
            "A file is opened once however many ask for it.",
            "A second mapping.",
            "Many threads that open the same file by several names at once."),
    C2(
            "full concurrent reading once bound",
            "No thread waits for another.",
            "Threads that wait for monitors or locks (as the virtual machine counts; for a library in C, as the system"
                    + " counts threads that give up their processor) more than once in 100,000 queries.",
            "Waits of all threads over the window of A2."),
    D1(
            "pool under contention",
            "A set of kernels is swapped whole.",
            "An answer from two sets.",
            "Sets published under queries."),
    E1(
            "override under asynchronous use",
            "An override is seen by its task alone.",
            "A task that sees another's.",
            "Overrides in many tasks at once."),
    F1(
            "faults contained",
            "A file that is spoilt while it is read gives right answers or refusals, and is noticed.",
            "A wrong number; a crash; a change that nobody tells of.",
            "Copies of a kernel that are renamed over, unlinked and cut short under queries."),
    G1(
            "liveness",
            "Every thread goes on; when told to end, all do.",
            "A thread that is in one query, or does not end, for as long as the limits allow.",
            "The queries that each thread ended in the window of A2, and its end."),
    S1(
            "the audit itself can fail",
            "Readers that are broken on purpose are refuted.",
            "One that is not.",
            "Our own reader's audit examines this.");

    private final String title;
    private final String sentence;
    private final String refutedBy;
    private final String evidence;

    StandClaim(String title, String sentence, String refutedBy, String evidence) {
        this.title = title;
        this.sentence = sentence;
        this.refutedBy = refutedBy;
        this.evidence = evidence;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String refutedBy() {
        return refutedBy;
    }

    @Override
    public String evidence() {
        return evidence;
    }

    /** Those that a plan asks for, in the order of the ledger. */
    static List<StandClaim> asked(AuditPlan plan) {
        List<StandClaim> asked = new ArrayList<>();
        for (StandClaim claim : values()) {
            if (plan.asks(claim.id())) {
                asked.add(claim);
            }
        }
        return asked;
    }
}
