package orrery.library;

import java.io.IOException;

/** A server sent another part than the one it was asked for: what it says of parts cannot be trusted. */
final class RangeException extends IOException {
    private static final long serialVersionUID = 1L;

    RangeException(String message) {
        super(message);
    }
}
