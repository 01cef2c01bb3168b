package orrery.library;

import java.io.IOException;

/** The way to the server failed, and not the disk here: another attempt may go better. */
final class ConnectionLostException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(String message) {
        super(message);
    }

    ConnectionLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
