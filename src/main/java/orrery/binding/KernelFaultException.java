package orrery.binding;

import orrery.spk.KernelException;

/** The bytes beneath a mapped kernel went away while it was in use: its file was cut short on disk. */
public final class KernelFaultException extends KernelException {
    private static final long serialVersionUID = 1L;

    KernelFaultException(String message) {
        super(message);
    }

    KernelFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
