package orrery.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.host.HostSystem;

/**
 * Standard input, output and error, where the program was started without one of them. The next file that is opened
 * takes the number of a closed one: what is printed would go into a kernel that is being made, and a file of the
 * runtime would be read as queries. So each free number is taken at the start, by what can be neither read nor written.
 *
 * <p>{@link #hold} is called once, before any other thread is started; the rest may be called by any thread.
 */
public final class StandardDescriptors {
    private static final Path OPEN = HostSystem.proc("self/fd");
    private static final Path NOTHING = Path.of("/dev/null");

    /** What takes the free numbers; it would be closed with the streams. */
    private static final List<InputStream> HELD = new ArrayList<>();

    private static volatile boolean noInput;
    private static volatile boolean noOutput;

    private StandardDescriptors() {}

    /**
     * Takes the numbers that are free. Where the system does not tell what is open, nothing is done.
     *
     * @param noError whether standard error was closed before any class of the program was loaded
     */
    public static void hold(boolean noError) {
        if (!Files.isDirectory(OPEN)) {
            return;
        }
        noInput = isOurs(0);
        // Closing a file that has one of the three numbers, the JDK puts the null device there instead: so it does with
        // a class that it read from a folder. Nobody who closes the other two sends this one there.
        noOutput = noError && noInput && NOTHING.equals(file(1));
        for (int number = 0; number <= 2; number++) {
            if (file(number) == null) {
                take();
            }
        }
    }

    private static void take() {
        try {
            HELD.add(new FileInputStream(NOTHING.toFile()));
        } catch (IOException _) {
            // No null device: what is closed stays so, and writing to it fails until a file takes its place.
        }
    }

    /** Standard output itself; writing to it fails where there is none. */
    static OutputStream output() {
        return noOutput
                ? new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Bad file descriptor");
                    }
                }
                : new FileOutputStream(FileDescriptor.out);
    }

    /** Whether the program was started without standard input. */
    static boolean lacksInput() {
        return noInput || isOurs(0);
    }

    /** What a descriptor refers to; null if the system does not say, or it is closed. */
    private static @Nullable Path file(int number) {
        try {
            return Files.readSymbolicLink(OPEN.resolve(Integer.toString(number)));
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /** Whether it is closed, or a file of this program or its runtime, opened for themselves. */
    private static boolean isOurs(int number) {
        Path file = file(number);
        if (file == null) {
            return Files.isDirectory(OPEN);
        }
        if (!Files.isRegularFile(file, new LinkOption[0])) {
            return false;
        }
        Path home = Path.of(System.getProperty("java.home"));
        String name = String.valueOf(file.getFileName());
        return file.startsWith(home)
                || name.endsWith(".jar")
                || name.endsWith(".aot")
                || name.endsWith(".jsa")
                || name.equals("modules");
    }
}
