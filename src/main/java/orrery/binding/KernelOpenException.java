package orrery.binding;

import orrery.spk.KernelException;

/** Thrown if a file cannot be opened or mapped: missing, a directory, not readable, or too large for the system. */
public final class KernelOpenException extends KernelException {
    private static final long serialVersionUID = 1L;

    KernelOpenException(String message) {
        super(message);
    }

    KernelOpenException(String message, Throwable cause) {
        super(message, cause);
    }
}
