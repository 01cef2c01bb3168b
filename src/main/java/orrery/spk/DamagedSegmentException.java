package orrery.spk;

/** Thrown where a segment cannot give the state asked for: its structure, its granule or its result is unsound. */
public final class DamagedSegmentException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * The error with these words.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    public DamagedSegmentException(String message) {
        super(message);
    }
}
