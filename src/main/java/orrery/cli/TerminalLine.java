package orrery.cli;

import java.io.Console;
import java.io.PrintStream;
import orrery.files.VisibleText;

/**
 * A line of standard error that is redrawn repeatedly if that is a terminal; otherwise nothing. For use by one thread.
 */
@SuppressWarnings("SystemConsoleNull") // The JDK's own contract still allows null.
final class TerminalLine implements AutoCloseable {
    private final PrintStream terminal = System.err;
    private final boolean shown;
    private int width;

    TerminalLine() {
        Console console = System.console();
        this.shown = console != null && console.isTerminal();
    }

    boolean isShown() {
        return shown;
    }

    /** Replaces the text of the line. */
    void draw(String text) {
        if (shown) {
            String line = VisibleText.line(text);
            terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            terminal.flush();
            width = line.length();
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown && width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
            width = 0;
        }
    }
}
