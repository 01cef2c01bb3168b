package orrery.ephemeris;

import orrery.frames.ReferenceFrame;
import orrery.spk.KernelException;

/** The loaded kernels hold no data that lead from the target to the center at the epoch asked. */
public final class NoDataException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * The error with these words.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    public NoDataException(String message) {
        super(message);
    }

    /** What is lacking where it is not known how a body stands. */
    static NoDataException ofAxes(int body) {
        return new NoDataException(
                "It is not known how " + Bodies.label(body) + " stands in space. Load a PCK that tells it.");
    }

    /** Thrown where a rotating frame needs light time to its center and there are no data for it. */
    static NoDataException forCenterOf(ReferenceFrame frame, KernelException cause) {
        return new NoDataException("The frame " + frame.name() + " is taken when light left its center, "
                + Bodies.label(frame.center()) + ", and light time to there cannot be had: " + cause.getMessage()
                + " Load a kernel that has it, or ask the geometric state (abcorr NONE).");
    }
}
