package orrery;

import java.io.IOException;
import orrery.cli.OrreryCommand;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            WindowStart.run(System.out);
            // Off the screen there is no last window whose closing would end JavaFX's threads.
            System.exit(0);
        }
        System.exit(OrreryCommand.run(args, new Offscreen()));
    }
}
