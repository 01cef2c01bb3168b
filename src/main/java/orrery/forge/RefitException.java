package orrery.forge;

/** A tolerance that no granule can meet; the message says where and what to do. */
public final class RefitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefitException(String message) {
        super(message);
    }
}
