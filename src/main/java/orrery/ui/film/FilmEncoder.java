package orrery.ui.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Makes a film file from pictures. Batches are encoded by several threads at once, each with its own {@link Batch}; one
 * thread appends them in order. Closed without being completed, it leaves nothing behind.
 */
interface FilmEncoder extends AutoCloseable {
    /** Encodes consecutive pictures. Confined to one thread. */
    @FunctionalInterface
    interface Batch {
        /**
         * Encodes the next picture.
         *
         * @param pixels 0xFFRRGGBB, row by row; owned by the caller
         * @return the encoded picture; owned by the caller
         */
        ByteBuffer encode(int[] pixels);
    }

    /** Name and version for display. */
    String name();

    /** The number of pictures encoded together. */
    int batch();

    /** Begins a batch. May be called on any thread. */
    Batch begin();

    /**
     * Appends a batch.
     *
     * @throws IOException if it cannot be written
     */
    void append(List<ByteBuffer> pictures) throws IOException;

    /**
     * Completes the film and gives the file its name.
     *
     * @throws IOException if it cannot be written
     */
    void settle() throws IOException;

    @Override
    void close() throws IOException;
}
