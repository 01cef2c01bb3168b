package orrery.spk;

/** Thrown if the bytes are not an SPK file at all: a web page, a pointer, another kind of kernel, or nothing. */
public final class NotAnSpkException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, with numbers, and what to do
     */
    public NotAnSpkException(String message) {
        super(message);
    }
}
