package orrery.library;

import java.io.IOException;

/** The way to the server failed, and not the disk here: another attempt may go better. */
final class Cut extends IOException {
    private static final long serialVersionUID = 1L;

    Cut(String message) {
        super(message);
    }

    Cut(String message, Throwable cause) {
        super(message, cause);
    }
}
