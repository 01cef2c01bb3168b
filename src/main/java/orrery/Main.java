package orrery;

import java.io.IOException;
import java.util.Optional;
import orrery.cli.OrreryCommand;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        boolean link = args.length == 1 && WindowStart.isLink(args[0]);
        if (args.length == 0 || link) {
            WindowStart.run(System.out, link ? Optional.of(args[0]) : Optional.empty());
            // Off the screen there is no last window whose closing would end JavaFX's threads.
            System.exit(0);
        }
        System.exit(OrreryCommand.run(args, new Offscreen()));
    }
}
