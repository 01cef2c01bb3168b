package orrery.binding;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Thrown if a path leads to a pipe, a socket or a device instead of a file. */
final class NotRegularException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    NotRegularException(Path path) {
        super(path.toString(), null, "not a regular file");
    }
}
