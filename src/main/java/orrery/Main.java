package orrery;

import java.io.IOException;
import java.util.List;
import orrery.cli.OrreryCommand;
import orrery.spk.KernelException;
import orrery.ui.shell.Offscreen;
import orrery.ui.shell.WindowStart;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private static final int OTHER = 1;
    private static final int KERNEL = 3;

    private Main() {}

    public static void main(String[] args) {
        List<String> asked = List.of(args);
        if (asked.isEmpty() || !OrreryCommand.isCommand(asked.getFirst())) {
            // Off the screen there is no last window whose closing would end JavaFX's threads.
            System.exit(window(asked));
        }
        System.exit(OrreryCommand.run(args, new Offscreen()));
    }

    private static int window(List<String> asked) {
        try {
            WindowStart.run(System.out, asked);
            return 0;
        } catch (KernelException e) {
            System.err.println(e.getMessage());
            return KERNEL;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("orrery: " + e.getMessage());
            return OTHER;
        }
    }
}
