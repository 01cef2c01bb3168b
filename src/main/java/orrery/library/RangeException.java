package orrery.library;

import java.io.IOException;

/** A server sent a different part than requested: its range headers cannot be trusted. */
final class RangeException extends IOException {
    private static final long serialVersionUID = 1L;

    RangeException(String message) {
        super(message);
    }
}
