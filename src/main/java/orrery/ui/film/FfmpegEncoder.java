package orrery.ui.film;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import orrery.files.PartFile;

/**
 * H.264 in MP4 by the program ffmpeg with libx264, if installed: several times as fast as jcodec, and smaller files.
 */
final class FfmpegEncoder implements FilmEncoder {
    private static final long ANSWER_SECONDS = 20;
    private static final long END_SECONDS = 120;
    /** Few, because these pictures wait uncompressed for their turn. */
    private static final int BATCH = 4;

    private final String name;
    private final PartFile part;
    private final Process process;
    private final OutputStream to;
    private final CompletableFuture<String> output;
    private final byte[] chunk;

    private FfmpegEncoder(String name, PartFile part, Process process, int pixels) {
        this.name = name;
        this.part = part;
        this.process = process;
        this.to = process.getOutputStream();
        this.output = CompletableFuture.supplyAsync(() -> read(process));
        this.chunk = new byte[pixels * Integer.BYTES];
    }

    /**
     * The program's name and version, such as {@code ffmpeg version 5.1}; empty if there is none that can encode H.264.
     */
    static Optional<String> version() {
        return program()
                .flatMap(program -> answer(program, "-encoders")
                        .filter(encoders -> encoders.contains("libx264"))
                        .flatMap(_ -> answer(program, "-version"))
                        .map(text -> text.lines().findFirst().orElse("ffmpeg").replaceFirst(" Copyright.*", "")));
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String file : List.of("ffmpeg", "ffmpeg.exe")) {
                Path program = folder.isBlank() ? Path.of("") : Path.of(folder, file);
                if (!folder.isBlank() && Files.isExecutable(program) && Files.isRegularFile(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> answer(Path program, String question) {
        try {
            Process process = new ProcessBuilder(program.toString(), "-hide_banner", question)
                    .redirectErrorStream(true)
                    .start();
            // It reads keys from its input: there are none.
            process.getOutputStream().close();
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> {
                try {
                    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    return "";
                }
            });
            boolean ended = process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0 ? Optional.of(text.join()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Starts the program.
     *
     * @param name the result of {@link #version}
     * @throws IOException if the program or the file cannot be started
     */
    static FfmpegEncoder of(Path out, int width, int height, int rate, String name) throws IOException {
        Path program = program().orElseThrow(() -> new IOException("there is no ffmpeg on the PATH"));
        PartFile part = PartFile.of(out, -1);
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "-hide_banner",
                            "-loglevel",
                            "error",
                            "-f",
                            "rawvideo",
                            "-pix_fmt",
                            "bgra",
                            "-video_size",
                            width + "x" + height,
                            "-framerate",
                            Integer.toString(rate),
                            "-i",
                            "-",
                            "-an",
                            "-vf",
                            "scale=out_color_matrix=bt709:out_range=tv",
                            "-c:v",
                            "libx264",
                            "-preset",
                            "veryfast",
                            "-crf",
                            "16",
                            "-pix_fmt",
                            "yuv420p",
                            "-colorspace",
                            "bt709",
                            "-color_primaries",
                            "bt709",
                            "-color_trc",
                            "bt709",
                            "-movflags",
                            "+faststart",
                            "-f",
                            "mp4",
                            "-y",
                            part.path().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            part.writtenBy(process);
            return new FfmpegEncoder(name, part, process, width * height);
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Batch begin() {
        return pixels -> {
            ByteBuffer bytes =
                    ByteBuffer.allocate(pixels.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(pixels);
            return bytes;
        };
    }

    @Override
    public void append(List<ByteBuffer> pictures) throws IOException {
        try {
            for (ByteBuffer picture : pictures) {
                picture.get(0, chunk);
                to.write(chunk);
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw failure(e);
        }
    }

    private IOException failure(IOException e) {
        String words = output.join().lines().findFirst().orElse(String.valueOf(e.getMessage()));
        return new IOException("ffmpeg stopped: " + words, e);
    }

    @Override
    public void settle() throws IOException {
        try {
            to.close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it did not end within " + END_SECONDS + " s after the last picture");
            }
            if (process.exitValue() != 0) {
                throw new IOException("its status was " + process.exitValue());
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ffmpeg ended", e);
        }
        part.settle();
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
