package orrery.spk;

/** Thrown for an SPK file whose structure is so broken that none of its segments can be read. */
public final class DamagedKernelException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * The error with these words.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    public DamagedKernelException(String message) {
        super(message);
    }
}
