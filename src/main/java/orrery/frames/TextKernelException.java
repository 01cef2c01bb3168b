package orrery.frames;

import orrery.spk.KernelException;

/** Thrown for a text kernel that breaks the rules: names the file, the line, what is there, what should be, and the cure. */
public final class TextKernelException extends KernelException {
    private static final long serialVersionUID = 1L;

    /**
     * The error with these words.
     *
     * @param message what is wrong, with its numbers, and what to do
     */
    public TextKernelException(String message) {
        super(message);
    }

    TextKernelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The sentence of a place in a file. */
    static TextKernelException at(String file, int line, String what, String cure) {
        return new TextKernelException(file + ", line " + line + ": " + what + ". " + cure);
    }
}
