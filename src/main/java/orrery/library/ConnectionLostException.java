package orrery.library;

import java.io.IOException;

/** The connection to the server failed, not the disk here: another attempt may succeed. */
final class ConnectionLostException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(String message) {
        super(message);
    }

    ConnectionLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
