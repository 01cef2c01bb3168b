package orrery.binding;

import orrery.spk.KernelException;

/** Thrown if a query uses a handle or pool that its owner has closed. Others on the same file are not affected. */
public final class KernelClosedException extends KernelException {
    private static final long serialVersionUID = 1L;

    KernelClosedException(String message) {
        super(message);
    }
}
