package orrery;

import java.io.IOException;
import java.util.List;
import orrery.cli.OrreryCommand;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        List<String> asked = List.of(args);
        if (asked.isEmpty() || !OrreryCommand.isCommand(asked.getFirst())) {
            WindowStart.run(System.out, asked);
            // Off the screen there is no last window whose closing would end JavaFX's threads.
            System.exit(0);
        }
        System.exit(OrreryCommand.run(args, new Offscreen()));
    }
}
