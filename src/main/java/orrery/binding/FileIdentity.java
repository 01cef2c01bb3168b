package orrery.binding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What makes two paths the same kernel: device and inode where the system provides them, otherwise the real path. Size
 * and modification time are included, so a rewritten file is a different kernel.
 *
 * @param key device and inode, or the real path
 * @param size bytes
 * @param modified time of the last change
 */
record FileIdentity(Object key, long size, FileTime modified) {

    static FileIdentity of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isOther()) {
            // Opening a named pipe would wait forever for a writer; a device has no end.
            throw new NotRegularException(path);
        }
        Object key = attributes.fileKey();
        return new FileIdentity(
                key == null ? path.toRealPath() : key, attributes.size(), attributes.lastModifiedTime());
    }
}
