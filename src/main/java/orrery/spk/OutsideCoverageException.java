package orrery.spk;

/** Thrown if the requested epoch is outside the span that the data cover. */
public final class OutsideCoverageException extends KernelException {
    private static final long serialVersionUID = 1L;

    private OutsideCoverageException(String message) {
        super(message);
    }

    /** {@return the exception for an epoch that is NaN} */
    public static OutsideCoverageException notANumber() {
        return new OutsideCoverageException("The requested epoch is not a number.");
    }

    /**
     * Makes the exception.
     *
     * @param covered what is covered, as the beginning of a sentence
     * @param et the requested epoch, TDB seconds past J2000
     * @param nearest the nearest covered epoch, TDB seconds past J2000
     * @param more a sentence at the end, after a space; may be empty
     * @return the exception
     */
    public static OutsideCoverageException of(String covered, double et, double nearest, String more) {
        return new OutsideCoverageException(covered + "; requested " + SpanText.epoch(et)
                + "; the nearest covered epoch is " + SpanText.epoch(nearest) + "." + more);
    }
}
