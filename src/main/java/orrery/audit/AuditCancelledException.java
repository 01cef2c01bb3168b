package orrery.audit;

/** The run was stopped before the end. */
final class AuditCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditCancelledException() {
        super("The audit was stopped.");
    }
}
