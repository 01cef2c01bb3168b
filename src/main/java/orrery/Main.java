package orrery;

import java.util.List;
import java.util.Optional;
import orrery.cli.OrreryCommand;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.OffscreenFilm;
import orrery.ui.shell.TourOffice;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private static final int NOT_STARTED = 1;

    private Main() {}

    public static void main(String[] args) {
        Optional<String> lack = Descriptors.lack();
        if (lack.isPresent()) {
            System.err.println(lack.get());
            System.exit(NOT_STARTED);
        }
        // Off the screen there is no last window whose closing would end JavaFX's threads.
        System.exit(run(args));
    }

    /** Runs one command line; of the window's classes only what it draws with is touched, and only if it draws. */
    static int run(String... args) {
        return OrreryCommand.run(
                args,
                request -> new Offscreen().write(request),
                (request, progress) -> new OffscreenFilm().write(request, progress),
                () -> new TourOffice(),
                () -> WindowStart.run(System.out, List.of(args)));
    }
}
