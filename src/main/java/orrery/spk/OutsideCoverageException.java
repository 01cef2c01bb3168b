package orrery.spk;

/** Thrown if the requested epoch is outside the span that the data cover. */
public final class OutsideCoverageException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, with numbers, and what to do
     */
    public OutsideCoverageException(String message) {
        super(message);
    }
}
