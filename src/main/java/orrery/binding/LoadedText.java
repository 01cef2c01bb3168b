package orrery.binding;

import java.nio.file.Path;

/** A text kernel in a pool: read completely, with nothing to close. Higher rooms interpret its content. Immutable. */
public interface LoadedText {
    /** {@return the file it was read from} */
    Path path();

    /** {@return the file's name, for messages} */
    String name();
}
