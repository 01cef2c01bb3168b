package orrery.ui.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Makes a film file of pictures. Batches are encoded by several threads at once, each with a {@link Batch} of its own; they are
 * appended in order by one thread. Closed without being settled it leaves nothing behind.
 */
interface FilmEncoder extends AutoCloseable {
    /** Encodes pictures that follow one another. Confined to one thread. */
    @FunctionalInterface
    interface Batch {
        /**
         * Encodes the next picture.
         *
         * @param pixels 0xFFRRGGBB, row by row; the caller's
         * @return the encoded picture; the caller's
         */
        ByteBuffer encode(int[] pixels);
    }

    /** What it is, for people: name and version. */
    String name();

    /** How many pictures are encoded together. */
    int batch();

    /** Begins a batch. Any thread. */
    Batch begin();

    /**
     * Appends a batch.
     *
     * @throws IOException if it cannot be written
     */
    void append(List<ByteBuffer> pictures) throws IOException;

    /**
     * Ends the film and gives the file its name.
     *
     * @throws IOException if it cannot be written
     */
    void settle() throws IOException;

    @Override
    void close() throws IOException;
}
