package orrery.binding;

import orrery.spk.KernelException;

/** Thrown where the bytes of a mapped kernel are gone while it is in use: its file was truncated on disk. */
public final class KernelFaultException extends KernelException {
    private static final long serialVersionUID = 1L;

    KernelFaultException(String message) {
        super(message);
    }

    KernelFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
