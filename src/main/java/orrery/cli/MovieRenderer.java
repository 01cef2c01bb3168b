package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import orrery.spk.Progress;

/** Draws films off-screen. Implemented by the window's room, which the command line does not know. */
@FunctionalInterface
public interface MovieRenderer {
    /** What makes the MP4 of the pictures. */
    enum Encoder {
        /** ffmpeg where it is on the PATH and knows H.264, else jcodec. */
        AUTO,
        FFMPEG,
        JCODEC
    }

    /**
     * The time that passes in a film. Two of the three tell it; where less is given, sky time passes at ten days a second.
     *
     * @param from first date, TDB seconds past J2000; that of the first link, or now, if empty
     * @param to last date, TDB seconds past J2000
     * @param pace seconds of the sky that pass in a second of the film
     * @param seconds length of the film
     */
    record Time(OptionalDouble from, OptionalDouble to, OptionalDouble pace, OptionalDouble seconds) {}

    /**
     * What to draw.
     *
     * @param out MP4 file to write; the record is written beside it
     * @param frames folder for each frame as a PNG
     * @param size pixels each way, even
     * @param rate frames a second
     * @param time which dates, how fast, how long
     * @param links views that the camera goes along, in order
     * @param tour the tour to film, which then tells dates, views and length
     * @param orbit degrees that the camera goes round what it looks at
     * @param light the light theme instead of the dark
     * @param kernels of highest precedence last; the shipped one if empty
     * @param look where one looks from where no link tells it, and whether names and date stand in the picture
     * @param encoder what makes the MP4
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
     * @param tour its file, or the name of one that ships
     * @param language of the captions, a BCP 47 tag; the system's if empty
     */
    record TourChoice(String tour, String language) {}

    /** Pixels. */
    record Size(int width, int height) {}

    /**
     * What was drawn.
     *
     * @param record the file that tells what each frame shows
     * @param frames how many frames
     * @param encoder what made the MP4
     */
    record Film(Path record, int frames, String encoder) {}

    /**
     * Draws and writes a film, whole or not at all.
     *
     * @throws SnapshotRenderer.RefusedException if what was asked for makes no sense
     * @throws SnapshotRenderer.NotHeldException if the kernels do not hold it
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws IOException if a file cannot be written
     */
    Film write(Request request, Progress progress) throws IOException;
}
