package orrery.ephemeris;

import orrery.spk.KernelException;

/** The loaded kernels hold no data that lead from the target to the center at the epoch asked. */
public final class NoDataException extends KernelException {
    private static final long serialVersionUID = 1L;

    public NoDataException(String message) {
        super(message);
    }
}
