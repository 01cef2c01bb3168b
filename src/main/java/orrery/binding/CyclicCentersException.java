package orrery.binding;

import orrery.spk.KernelException;

/** A set of kernels in which, at some epoch, a body is given relative to itself through others. */
public final class CyclicCentersException extends KernelException {
    private static final long serialVersionUID = 1L;

    CyclicCentersException(String message) {
        super(message);
    }
}
