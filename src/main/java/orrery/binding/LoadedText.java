package orrery.binding;

import java.nio.file.Path;

/**
 * A text kernel as a pool holds it: read whole, with nothing to be closed. What it says, rooms above know. Immutable.
 */
public interface LoadedText {
    /** {@return the file it was read from} */
    Path path();

    /** {@return the file's name, for messages} */
    String name();
}
