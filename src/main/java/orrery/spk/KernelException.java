package orrery.spk;

/**
 * What is wrong with a kernel, or with what was asked of it, in plain words with the numbers and the cure.
 *
 * <p>Every failure that a kernel can cause is one of this type's subclasses; the message is written for the person at
 * the screen and is shown as it is.
 */
public abstract class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an error without an underlying cause.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    protected KernelException(String message) {
        super(message);
    }

    /**
     * An error that another one led to.
     *
     * @param message what is wrong, with its numbers, and what to do
     * @param cause the other one
     */
    protected KernelException(String message, Throwable cause) {
        super(message, cause);
    }
}
