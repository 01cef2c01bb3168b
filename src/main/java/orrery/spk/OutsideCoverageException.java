package orrery.spk;

/** The epoch asked lies outside the span that the data cover. */
public final class OutsideCoverageException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * The error with these words.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    public OutsideCoverageException(String message) {
        super(message);
    }
}
