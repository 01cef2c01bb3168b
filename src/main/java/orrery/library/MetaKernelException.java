package orrery.library;

import orrery.spk.KernelException;

/** A meta-kernel that cannot be read: its text breaks the rules, or it names what is nowhere. */
public final class MetaKernelException extends KernelException {
    private static final long serialVersionUID = 1L;

    MetaKernelException(String message) {
        super(message);
    }

    MetaKernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
