package orrery.ui.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import orrery.files.Digest;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.Progress;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Png;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.NameTrack;
import orrery.ui.orrery.Picture;
import orrery.ui.orrery.PictureComposer;
import orrery.ui.orrery.Poster;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyPainter;
import orrery.ui.orrery.Viewport;

/**
 * Draws a film. Worker threads, one per processor, paint and encode batches of frames; the calling thread appends the
 * batches in order. Text is put on frames on the JavaFX thread, one frame at a time.
 *
 * <p>A run is used once, by one thread, which must not be the JavaFX thread; progress and cancellation are handled on
 * it.
 */
public final class FilmRun {
    /** Batches in progress or waiting for their turn, per thread. */
    private static final int AHEAD = 2;

    private static final long LOOK_MILLIS = 50;

    /**
     * How to draw a film.
     *
     * @param width pixels
     * @param height pixels
     * @param bare whether to omit names and the date
     * @param sheets style sheets of the text
     * @param frames folder for each frame as a PNG; it must be empty or not exist
     */
    public record Options(int width, int height, boolean bare, List<String> sheets, Optional<Path> frames) {
        public Options {
            sheets = List.copyOf(sheets);
        }
    }

    private record FilmPart(List<ByteBuffer> pictures, List<FilmRecord.Frame> frames) {}

    private final SkyService service;
    private final FilmPlan plan;
    private final Options options;
    private final AtomicInteger drawn = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final BlockingQueue<SkyPainter> painters = new ArrayBlockingQueue<>(threads);
    private final Viewport viewport;
    private final SkyPainter outliner = new SkyPainter();
    /** Made with the first frame, on the JavaFX thread. */
    private @Nullable NameTrack names;

    /**
     * @param service provides the kernels
     * @param plan the contents of each frame
     */
    public FilmRun(SkyService service, FilmPlan plan, Options options) {
        this.service = service;
        this.plan = plan;
        this.options = options;
        this.viewport = Poster.viewport(options.width(), options.height());
    }

    /**
     * Draws the film.
     *
     * @param encoder receives the pictures; the caller completes it
     * @return the contents of each frame
     * @throws IOException if something cannot be written
     * @throws CancellationException if it was cancelled
     */
    FilmRecord run(FilmEncoder encoder, Progress progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("film-", 1).daemon().factory());
        try {
            for (int i = 0; i < threads; i++) {
                painters.add(new SkyPainter());
            }
            List<FilmRecord.Frame> record = new ArrayList<>();
            Deque<Future<FilmPart>> waiting = new ArrayDeque<>();
            int next = 0;
            while (next < plan.frames() || !waiting.isEmpty()) {
                while (next < plan.frames() && waiting.size() < AHEAD * threads) {
                    int first = next;
                    int last = Math.min(first + encoder.batch(), plan.frames());
                    waiting.add(pool.submit(() -> batch(encoder.begin(), first, last)));
                    next = last;
                }
                FilmPart done = take(waiting.removeFirst(), progress);
                encoder.append(done.pictures());
                record.addAll(done.frames());
            }
            checkCancelled(progress);
            return new FilmRecord(encoder.name(), options.width(), options.height(), plan.rate(), record);
        } finally {
            ended.set(true);
            pool.shutdownNow();
            // Nothing writes to the frames' folder any more when this returns, so that it can be removed.
            pool.close();
        }
    }

    private FilmPart take(Future<FilmPart> batch, Progress progress) throws IOException {
        while (true) {
            checkCancelled(progress);
            progress.at((double) drawn.get() / plan.frames());
            try {
                return batch.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // Checked again, so that waiting users see progress.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The film was interrupted.");
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException cause -> throw cause;
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void checkCancelled(Progress progress) {
        if (progress.isCancelled()) {
            throw new CancellationException("The film was cancelled.");
        }
    }

    private FilmPart batch(FilmEncoder.Batch encoder, int first, int last) throws IOException, InterruptedException {
        List<ByteBuffer> pictures = new ArrayList<>(last - first);
        List<FilmRecord.Frame> frames = new ArrayList<>(last - first);
        Raster raster = new Raster(options.width(), options.height());
        int[] worded = new int[options.bare() ? 0 : raster.pixels().length];
        SkyPainter painter = painters.take();
        try {
            for (int i = first; i < last; i++) {
                if (ended.get()) {
                    throw new CancellationException("The film was stopped.");
                }
                FilmMoment moment = plan.at(i);
                SkyFrame frame = service.compute(moment.et());
                Camera camera =
                        moment.camera(SkyModel.whereabouts(frame, moment.style().scale()));
                Picture picture = painter.paint(
                        raster,
                        frame,
                        service.computePaths(moment.et(), SkyModel.wish(moment.style(), camera)),
                        camera,
                        viewport,
                        moment.style());
                int[] pixels = raster.pixels();
                if (!options.bare()) {
                    int number = i;
                    onFx(() -> compose(picture, number, moment, worded));
                    pixels = worded;
                }
                if (options.frames().isPresent()) {
                    Path file = options.frames().get().resolve("frame-%06d.png".formatted(i));
                    Files.write(file, Png.of(pixels, options.width(), options.height()));
                }
                pictures.add(encoder.encode(pixels));
                frames.add(new FilmRecord.Frame(
                        i, moment.et(), moment.link(camera, List.of()).format(), sha256(pixels)));
                drawn.incrementAndGet();
            }
        } finally {
            painters.add(painter);
        }
        return new FilmPart(pictures, frames);
    }

    /** Where the bodies of a frame are. */
    private Picture outline(int number) {
        FilmMoment moment = plan.at(number);
        SkyFrame frame = service.compute(moment.et());
        Camera camera = moment.camera(SkyModel.whereabouts(frame, moment.style().scale()));
        return outliner.outline(frame, camera, viewport, moment.style());
    }

    private Boolean compose(Picture picture, int number, FilmMoment moment, int[] into) {
        Theme theme = moment.style().theme();
        NameTrack track = names == null ? new NameTrack(viewport, theme, options.sheets(), this::outline) : names;
        names = track;
        WritableImage image = new WritableImage(options.width(), options.height());
        String date = EpochFormat.minutes(TimeScale.TDB).spaced().format(moment.et());
        // A new one for each frame: nothing in it must depend on the frames drawn before.
        new PictureComposer(viewport, theme, options.sheets())
                .compose(picture, track.at(number), date, moment.caption(), image);
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        options.width(),
                        options.height(),
                        PixelFormat.getIntArgbInstance(),
                        into,
                        0,
                        options.width());
        return true;
    }

    private static String sha256(int[] pixels) {
        MessageDigest digest = Digest.sha256();
        byte[] row = new byte[3 * 4096];
        int at = 0;
        for (int pixel : pixels) {
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (at == row.length) {
                digest.update(row);
                at = 0;
            }
        }
        digest.update(row, 0, at);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static <T> T onFx(Supplier<T> task) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(task, Platform::runLater).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
