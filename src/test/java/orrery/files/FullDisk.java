package orrery.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file on a disk with room for this many more bytes; nothing is kept. Not thread-safe. */
final class FullDisk extends FileChannel {
    private final long room;
    private long position;

    FullDisk(long room) {
        this.room = room;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int taken = (int) Math.min(from.remaining(), room - position);
        if (taken == 0) {
            throw new IOException("No space left on device");
        }
        from.position(from.position() + taken);
        position += taken;
        return taken;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void force(boolean metaData) {
        // There is nothing to force.
    }

    @Override
    protected void implCloseChannel() {
        // There is nothing to close.
    }

    @Override
    public long size() {
        return position;
    }

    @Override
    public int read(ByteBuffer to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long from, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer to, long from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
