package orrery.stand;

/** A library answered that it has no state, with its own message. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
