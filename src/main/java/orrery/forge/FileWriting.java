package orrery.forge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file being written whose failures say that it was this file and no other: a full disk tells no name. */
record FileWriting(FileChannel channel, Path file) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer from) throws IOException {
        try {
            return channel.write(from);
        } catch (IOException e) {
            throw named(e);
        }
    }

    /** Has it all on the disk. */
    void force() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw named(e);
        }
    }

    private IOException named(IOException e) {
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
