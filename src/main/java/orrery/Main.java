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
        System.exit(OrreryCommand.run(
                args, new Offscreen(), new OffscreenFilm(), () -> WindowStart.run(System.out, List.of(args))));
    }
}
