package orrery.ui.orrery;

/** A text that is not a link to a view, or one that this program does not understand. The message says why. */
public final class LinkFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    LinkFormatException(String message) {
        super(message);
    }
}
