package orrery.spk;

/** The bytes are no SPK file at all: a web page, a pointer, another kind of kernel, or nothing. */
public final class NotAnSpkException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * The error with these words.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    public NotAnSpkException(String message) {
        super(message);
    }
}
