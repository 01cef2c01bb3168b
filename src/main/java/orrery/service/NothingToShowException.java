package orrery.service;

import orrery.spk.KernelException;

/** Kernels were opened, but none of their bodies can be shown. */
final class NothingToShowException extends KernelException {
    private static final long serialVersionUID = 1L;

    NothingToShowException(String message) {
        super(message);
    }
}
