package orrery.frames;

import orrery.spk.KernelException;

/**
 * Thrown for an invalid text kernel: the message has the file, the line, what was found, what was expected, and the
 * cure.
 */
public final class TextKernelException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error with this message.
     *
     * @param message what is wrong, with figures, and what to do
     */
    public TextKernelException(String message) {
        super(message);
    }

    TextKernelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message for a place in a file. */
    static TextKernelException at(String file, int line, String what, String cure) {
        return new TextKernelException(file + ", line " + line + ": " + what + ". " + cure);
    }
}
