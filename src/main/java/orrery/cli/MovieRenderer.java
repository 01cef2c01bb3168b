package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import orrery.spk.Progress;

/** Draws films off-screen. Implemented in the window's rooms, which the command line does not know. */
@FunctionalInterface
public interface MovieRenderer {
    /** The encoders of the MP4. */
    enum Encoder {
        /** ffmpeg if it is on the PATH and supports H.264, else jcodec. */
        AUTO,
        FFMPEG,
        JCODEC
    }

    /**
     * The sky time of a film. Two of the three values determine it; if fewer are given, ten days pass per second.
     *
     * @param from first date, TDB seconds past J2000; if empty, that of the first link, or now
     * @param to last date, TDB seconds past J2000
     * @param pace seconds of sky time per second of film
     * @param seconds length of the film
     */
    record Time(OptionalDouble from, OptionalDouble to, OptionalDouble pace, OptionalDouble seconds) {}

    /**
     * What to draw.
     *
     * @param out MP4 file to write; the record is written beside it
     * @param frames folder for each frame as a PNG
     * @param size width and height in pixels, even
     * @param rate frames per second
     * @param time dates, pace and length
     * @param links views for the camera to fly along, in order
     * @param tour the tour to film, which then determines dates, views and length
     * @param orbit degrees that the camera turns around what it looks at
     * @param light whether to use the light theme
     * @param kernels highest precedence last; the shipped one if empty
     * @param look the view where no link gives one, and whether names and date are shown
     * @param encoder the encoder of the MP4
     */
    record Request(
            Path out,
            Optional<Path> frames,
            Size size,
            int rate,
            Time time,
            List<String> links,
            Optional<TourChoice> tour,
            double orbit,
            boolean light,
            List<Path> kernels,
            SnapshotRenderer.Look look,
            Encoder encoder) {}

    /**
     * A tour to film.
     *
     * @param tour its file, or the name of an included tour
     * @param language of the captions, a BCP 47 tag; the system's if empty
     */
    record TourChoice(String tour, String language) {}

    /** A size in pixels. */
    record Size(int width, int height) {}

    /**
     * The film that was drawn.
     *
     * @param record the file that describes each frame
     * @param frames number of frames
     * @param encoder the encoder used
     */
    record Film(Path record, int frames, String encoder) {}

    /**
     * Draws a film and writes it completely or not at all.
     *
     * @throws SnapshotRenderer.RefusedException if the request makes no sense
     * @throws SnapshotRenderer.NotHeldException if the kernels lack data for it
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws IOException if a file cannot be written
     */
    Film write(Request request, Progress progress) throws IOException;
}
