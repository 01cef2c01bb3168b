package orrery.stand;

/** A reader could not be loaded; the message says why and what to do. */
final class ReaderLoadException extends Exception {
    private static final long serialVersionUID = 1L;

    ReaderLoadException(String message) {
        super(message);
    }

    ReaderLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
