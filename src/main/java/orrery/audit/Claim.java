package orrery.audit;

/** One claim about a kernel reader. Stateless: everything an examination needs is in the {@link ClaimContext}. */
public interface Claim {
    /** What it says. */
    ClaimStatement statement();

    /** Its identifier. */
    default String id() {
        return statement().id();
    }

    /** Its short title. */
    default String title() {
        return statement().title();
    }

    /** Whether the claim is examined in a separate process, so that it may run beside other claims. */
    default boolean isElsewhere() {
        return false;
    }

    /**
     * Whether no other process may run at the same time, because the threads must be found together again and again, or
     * are timed.
     */
    default boolean isAlone() {
        return false;
    }

    /** Whether the claim is about states, and so does not apply to kernels that give none. */
    default boolean isOfStates() {
        return true;
    }

    /**
     * Gathers the evidence and judges.
     *
     * @throws AuditCancelledException if the run is stopped meanwhile
     */
    Finding examine(ClaimContext context);
}
