package orrery.stand;

/** A library has refused a query; the message is the library's own. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
