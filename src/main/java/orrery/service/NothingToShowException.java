package orrery.service;

import orrery.spk.KernelException;

/** Kernels were opened and no body of them can be shown. */
final class NothingToShowException extends KernelException {
    private static final long serialVersionUID = 1L;

    NothingToShowException(String message) {
        super(message);
    }
}
