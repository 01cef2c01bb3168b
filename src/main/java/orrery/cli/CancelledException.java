package orrery.cli;

/** The person at the keyboard stopped a long command. */
final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("Cancelled.");
    }
}
