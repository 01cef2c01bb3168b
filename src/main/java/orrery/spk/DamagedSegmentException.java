package orrery.spk;

/** Thrown if a segment cannot give the requested state because its structure, its granule or its result is unsound. */
public final class DamagedSegmentException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, with numbers, and what to do
     */
    public DamagedSegmentException(String message) {
        super(message);
    }
}
