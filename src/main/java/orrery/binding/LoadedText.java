package orrery.binding;

import java.nio.file.Path;

/** A text kernel as a pool holds it: read whole, with nothing to be closed. What it says, rooms above know. Immutable. */
public interface LoadedText {
    /** Where it was read. */
    Path path();

    /** File name, for people. */
    String name();
}
