package orrery;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import orrery.cli.OrreryCommand;
import orrery.cli.StandardDescriptors;
import orrery.cli.TourService;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.OffscreenFilm;
import orrery.ui.shell.TourAnswers;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private static final int NOT_STARTED = 1;
    // Bytes, because printing a text takes memory.
    private static final byte[] NO_ROOM = ("orrery: the memory that Java may use is too little to start."
                    + " Allow more, such as with JAVA_TOOL_OPTIONS=-Xmx256m.\n")
            .getBytes(StandardCharsets.US_ASCII);

    private Main() {}

    public static void main(String[] args) {
        // Asked first: a class that is read from a folder takes the descriptor's place.
        StandardDescriptors.hold(lacksError());
        Optional<String> lack = Descriptors.lack();
        if (lack.isPresent()) {
            System.err.println(lack.get());
            System.exit(NOT_STARTED);
        }
        // Off the screen there is no last window whose closing would end JavaFX's threads.
        System.exit(inMemory(args));
    }

    private static int inMemory(String... args) {
        try {
            return run(args);
        } catch (OutOfMemoryError _) {
            // Commands report a lack themselves; here there was no room even to begin.
            System.err.write(NO_ROOM, 0, NO_ROOM.length);
            System.err.flush();
            return NOT_STARTED;
        }
    }

    /** Whether standard error is closed, without a class that is not the JDK's. */
    private static boolean lacksError() {
        try {
            new FileOutputStream(FileDescriptor.err).getChannel().position();
            return false;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Bad file descriptor");
        }
    }

    /** Runs one command line; of the window's classes only what it draws with is touched, and only if it draws. */
    static int run(String... args) {
        return OrreryCommand.run(
                args,
                request -> new Offscreen().write(request),
                (request, progress) -> new OffscreenFilm().write(request, progress),
                Tours::office,
                () -> WindowStart.run(System.out, List.of(args)));
    }

    /**
     * Apart, because a class that returns one as another has to be verified with both: too soon for {@link
     * #lacksError}.
     */
    private static final class Tours {
        static TourService office() {
            return new TourAnswers();
        }
    }
}
