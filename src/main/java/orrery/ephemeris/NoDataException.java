package orrery.ephemeris;

import orrery.frames.ReferenceFrame;
import orrery.spk.KernelException;

/** Thrown if the loaded kernels have no data that lead from the target to the center at the requested epoch. */
public final class NoDataException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, with numbers, and what to do
     */
    public NoDataException(String message) {
        super(message);
    }

    /** The exception for a body whose orientation is unknown. */
    static NoDataException ofAxes(int body) {
        return new NoDataException(
                "The orientation of " + Bodies.label(body) + " is not known. Load a PCK that has it.");
    }

    /** The exception for a rotating frame that needs light time to its center when there is no data for it. */
    static NoDataException forCenterOf(ReferenceFrame frame, KernelException cause) {
        return new NoDataException("The frame " + frame.name() + " is taken when light left its center, "
                + Bodies.label(frame.center()) + ", and light time to there cannot be had: " + cause.getMessage()
                + " Load a kernel that has it, or ask the geometric state (abcorr NONE).");
    }
}
