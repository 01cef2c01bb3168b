package orrery.cli;

/** The machine, or the limits set for this process, do not let the window begin; the message says what is lacking and the cure. */
public final class NotStartedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotStartedException(String message) {
        super(message);
    }
}
