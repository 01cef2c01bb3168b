package orrery.audit;

/** One claim about a kernel reader. Stateless: all that an examination needs is in the {@link ClaimContext}. */
public interface Claim extends ClaimStatement {
    /** Whether it is examined in a process of its own, so that it may go on beside other claims. */
    default boolean isElsewhere() {
        return false;
    }

    /**
     * Whether no process may go on beside it: its threads are to be found together again and again, or are timed, which
     * others on the same cores delay.
     */
    default boolean isAlone() {
        return false;
    }

    /** Whether it says something of states, and so nothing of kernels that give none. */
    default boolean isOfStates() {
        return true;
    }

    /**
     * Gathers the evidence and judges.
     *
     * @throws AuditCancelledException if the run is stopped meanwhile
     */
    Finding examine(ClaimContext bench);
}
