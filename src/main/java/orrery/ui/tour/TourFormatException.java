package orrery.ui.tour;

/** A file that is not a tour: its name, the line, what is wrong there, and what to do about it. */
public final class TourFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * @param file its name
     * @param line from 1
     * @param what the error and the cure, in sentences
     */
    public TourFormatException(String file, int line, String what) {
        super(file + ", line " + line + ": " + what);
        this.line = line;
    }

    /**
     * What is not even a file of lines.
     *
     * @param what the error and the cure, in sentences
     */
    TourFormatException(String what) {
        super(what);
        this.line = 0;
    }

    /** The number of the invalid line, from 1; 0 if the error is not in a line. */
    public int line() {
        return line;
    }
}
