package orrery.library;

import java.io.IOException;
import java.nio.file.Path;

/** A process in another locale: lists the recent files of a folder, adds one, and lists them again. */
final class AsciiLocaleChild {
    private AsciiLocaleChild() {}

    public static void main(String[] args) throws IOException {
        KernelHistory memory = new KernelHistory(Path.of(args[0]));
        System.out.println(memory.recents());
        memory.remember(Path.of("/a/two.bsp"));
        System.out.println(memory.recents());
    }
}
