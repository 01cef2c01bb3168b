package orrery.ui.film;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import orrery.files.PartFile;
import orrery.files.ScratchFolder;
import orrery.service.SkyService;
import orrery.spk.Progress;
import orrery.ui.orrery.ViewLink;

/**
 * The files of a film: the film itself, optionally the frames as PNG, and the record beside it. All of them or none are
 * written.
 *
 * <p>For use by one thread, which must not be the JavaFX thread.
 */
public final class FilmFiles {
    /** The choice of encoder. */
    public enum Choice {
        /** ffmpeg if it is installed with libx264, else jcodec. */
        AUTO,
        /** The program ffmpeg. */
        FFMPEG,
        /** jcodec, which is included in the program. */
        JCODEC
    }

    private final Path film;
    private final Optional<Path> frames;
    private final Choice choice;

    /**
     * @param film the MP4 to write
     * @param frames folder for each frame as a PNG
     * @param choice the encoder of the film
     */
    public FilmFiles(Path film, Optional<Path> frames, Choice choice) {
        this.film = film;
        this.frames = frames;
        this.choice = choice;
    }

    /** The path of the record: beside the film. */
    public Path record() {
        return film.resolveSibling(film.getFileName() + ".json");
    }

    /**
     * Draws and writes a film.
     *
     * @param options drawing options; the frames' folder is set here
     * @param kernels for the record
     * @return the contents of each frame
     * @throws IOException if something cannot be written; then nothing is left behind
     * @throws CancellationException if it was cancelled; likewise
     */
    public FilmRecord write(
            SkyService service,
            FilmPlan plan,
            FilmRun.Options options,
            List<ViewLink.Kernel> kernels,
            Progress progress)
            throws IOException {
        if (frames.isEmpty()) {
            return write(service, plan, options, Optional.empty(), kernels, progress);
        }
        try (ScratchFolder folder = ScratchFolder.beside(frames.get())) {
            FilmRecord record = write(service, plan, options, Optional.of(folder), kernels, progress);
            folder.settle(frames.get());
            return record;
        }
    }

    private FilmRecord write(
            SkyService service,
            FilmPlan plan,
            FilmRun.Options options,
            Optional<ScratchFolder> folder,
            List<ViewLink.Kernel> kernels,
            Progress progress)
            throws IOException {
        FilmRun run = new FilmRun(
                service,
                plan,
                new FilmRun.Options(
                        options.width(),
                        options.height(),
                        options.bare(),
                        options.sheets(),
                        folder.map(ScratchFolder::path)));
        try (FilmEncoder encoder = encoder(options.width(), options.height(), plan.rate())) {
            FilmRecord drawn = run.run(encoder, progress);
            try (PartFile part = PartFile.of(record(), -1)) {
                try (OutputStream out = Channels.newOutputStream(part.channel())) {
                    drawn.write(out, String.valueOf(film.getFileName()), kernels);
                    part.force();
                }
                encoder.settle();
                part.settle();
            }
            return drawn;
        }
    }

    private FilmEncoder encoder(int width, int height, int rate) throws IOException {
        Optional<String> ffmpeg = choice == Choice.JCODEC ? Optional.empty() : FfmpegEncoder.version();
        if (ffmpeg.isPresent()) {
            return FfmpegEncoder.of(film, width, height, rate, ffmpeg.get());
        }
        if (choice == Choice.FFMPEG) {
            throw new IOException("There is no ffmpeg with libx264 on the PATH. Install it, or use --encoder auto.");
        }
        return new JcodecEncoder(film, width, height, rate);
    }
}
