package orrery;

import java.util.List;
import orrery.cli.OrreryCommand;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.OffscreenFilm;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Off the screen there is no last window whose closing would end JavaFX's threads.
        System.exit(run(args));
    }

    /** Runs one command line; of the window's classes only what it draws with is touched, and only if it draws. */
    static int run(String... args) {
        return OrreryCommand.run(
                args,
                request -> new Offscreen().write(request),
                (request, progress) -> new OffscreenFilm().write(request, progress),
                () -> WindowStart.run(System.out, List.of(args)));
    }
}
