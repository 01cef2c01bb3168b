package orrery.spk;

/**
 * Thrown if a state is requested from a segment whose data type this program does not read. The rest of its file works.
 */
public final class UnsupportedSegmentTypeException extends KernelException {
    private static final long serialVersionUID = 1L;

    /** The number of the data type. */
    private final int type;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, and what to do
     * @param type the number of the data type
     */
    public UnsupportedSegmentTypeException(String message, int type) {
        super(message);
        this.type = type;
    }

    /** {@return the SPK data type number in the segment's descriptor} */
    public int type() {
        return type;
    }
}
