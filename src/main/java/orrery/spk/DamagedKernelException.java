package orrery.spk;

/** Thrown for an SPK file whose structure is so badly damaged that none of its segments can be read. */
public final class DamagedKernelException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, with numbers, and what to do
     */
    public DamagedKernelException(String message) {
        super(message);
    }
}
