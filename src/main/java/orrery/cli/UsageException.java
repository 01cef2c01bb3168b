package orrery.cli;

/** A typed argument, or a line of a query file, does not make sense; the message says where, and what would. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
