package orrery.binding;

import orrery.spk.KernelException;

/** Thrown if bytes of a mapped kernel disappear while it is in use because its file was truncated on disk. */
public final class KernelFaultException extends KernelException {
    private static final long serialVersionUID = 1L;

    KernelFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
