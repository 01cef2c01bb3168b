package orrery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import orrery.exchange.BadInputException;
import orrery.frames.UnknownNameException;
import orrery.spk.KernelException;
import orrery.time.DateFormatException;

/**
 * The failure of a command: the one line to print and the exit status.
 *
 * @param status exit status
 * @param line one line in plain words, with the cure
 * @param defect whether it is a defect of the program itself, whose location is worth knowing
 */
record Failure(int status, String line, boolean defect) {
    /**
     * The failure for anything thrown.
     *
     * @param command as it was called, such as {@code orrery state}
     */
    static Failure of(Throwable thrown, String command) {
        return switch (thrown) {
            case KernelException e -> user(ExitCodes.KERNEL, message(e));
            case BadInputException e -> user(ExitCodes.KERNEL, message(e));
            case CancellationException _ -> user(ExitCodes.CANCELLED, "Cancelled.");
            case UsageException e -> user(ExitCodes.USAGE, message(e));
            case SnapshotRenderer.RefusedException e -> user(ExitCodes.USAGE, message(e));
            case SnapshotRenderer.NotHeldException e -> user(ExitCodes.KERNEL, message(e));
            case DateFormatException e -> user(ExitCodes.USAGE, message(e));
            case UnknownNameException e -> user(ExitCodes.USAGE, message(e));
            case InvalidPathException e -> user(ExitCodes.USAGE, command + ": " + namesNoFile(e));
            case SnapshotRenderer.NotStartedException e -> user(ExitCodes.OTHER, command + ": " + message(e));
            case NotWrittenException e -> user(ExitCodes.OTHER, message(e));
            case OutputLostException e -> user(ExitCodes.OTHER, command + ": " + message(e));
            case UncheckedIOException e -> of(Objects.requireNonNull(e.getCause()), command);
            case FileSystemException e ->
                user(
                        ExitCodes.OTHER,
                        command + ": " + e.getFile() + ": "
                                + Objects.requireNonNullElse(e.getReason(), "cannot be used")
                                + ". Check the path, or choose another.");
            case IOException e ->
                user(
                        ExitCodes.OTHER,
                        command + ": a file could not be read or written: " + message(e)
                                + ". Check that its disk is available and has room, and try again.");
            case OutOfMemoryError e -> user(ExitCodes.OTHER, command + ": " + memory(message(e)));
            case StackOverflowError _ ->
                user(
                        ExitCodes.OTHER,
                        command + ": the stack of a thread is too small for this. Increase it, such as with"
                                + " JAVA_TOOL_OPTIONS=-Xss16m, or process less at once.");
            case InternalError e
            when message(e).contains("unsafe memory access") ->
                user(
                        ExitCodes.KERNEL,
                        command + ": a kernel was truncated, or its disk failed, while it was read. Make sure"
                                + " that nobody"
                                + " writes to it, and try again.");
            // A class whose beginning lacked memory is not missing.
            case LinkageError e when lacked(e) -> user(ExitCodes.OTHER, command + ": " + memory(""));
            case LinkageError e ->
                new Failure(
                        ExitCodes.OTHER,
                        command + ": a part of the program is missing or does not match ("
                                + Objects.requireNonNullElse(e.getCause(), e)
                                + "). Install it again; ORRERY_TRACE=1 shows where.",
                        true);
            default ->
                new Failure(
                        ExitCodes.OTHER,
                        command + ": " + thrown + " (a defect: set ORRERY_TRACE=1 to see where).",
                        true);
        };
    }

    /** Whether memory was lacking, however often it was wrapped. */
    private static boolean lacked(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError || message(e).contains("java.lang.OutOfMemoryError")) {
                return true;
            }
        }
        return false;
    }

    private static String memory(String why) {
        if (why.contains("native thread")) {
            return "the system gives no more threads. Use fewer threads, or raise the limit (ulimit -u).";
        }
        if (why.contains("Map failed") || why.contains("Direct buffer") || why.contains("direct buffer")) {
            return "the system gives no more address space for mappings (" + why
                    + "). Open fewer or smaller kernels, or raise the limit (ulimit -v, vm.max_map_count).";
        }
        return String.format(
                Locale.ROOT,
                "the %,d MB of memory available to Java are not enough for this. Process less at once, or allow"
                        + " more, such as with JAVA_TOOL_OPTIONS=-Xmx8g.",
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** What is wrong with a text that cannot be a path on this system. */
    static String namesNoFile(InvalidPathException e) {
        return visible(e.getInput()) + " cannot be the name of a file here (" + e.getReason()
                + "). If it has letters beyond ASCII, set LC_ALL=C.UTF-8.";
    }

    private static Failure user(int status, String line) {
        return new Failure(status, line, false);
    }

    private static String message(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private static String visible(String text) {
        return text.replace('\0', '\u2400');
    }
}
