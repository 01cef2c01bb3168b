package orrery.binding;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A pipe, a socket or a device stands where a file was expected. */
final class NotRegularException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    NotRegularException(Path path) {
        super(path.toString(), null, "not a regular file");
    }
}
