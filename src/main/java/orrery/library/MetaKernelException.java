package orrery.library;

import orrery.spk.KernelException;

/** A meta-kernel that cannot be read: its text is invalid, or it names missing files. */
public final class MetaKernelException extends KernelException {
    private static final long serialVersionUID = 1L;

    MetaKernelException(String message) {
        super(message);
    }

    MetaKernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
