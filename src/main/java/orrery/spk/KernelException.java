package orrery.spk;

/**
 * Describes what is wrong with a kernel, or with a request to it, in plain words with the numbers and the remedy.
 *
 * <p>Every failure that a kernel can cause is one of this type's subclasses; the message is written for the user and is
 * shown unchanged.
 */
public abstract class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error without an underlying cause.
     *
     * @param message what is wrong, with numbers, and what to do
     */
    protected KernelException(String message) {
        super(message);
    }

    /**
     * Makes an error caused by another one.
     *
     * @param message what is wrong, with numbers, and what to do
     * @param cause the underlying error
     */
    protected KernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
