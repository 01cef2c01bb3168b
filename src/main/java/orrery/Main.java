package orrery;

import orrery.cli.OrreryCommand;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(OrreryCommand.run(args, request -> {}));
    }
}
