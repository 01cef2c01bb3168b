package orrery.library;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one file over HTTP: to {@code NAME.part} until it is whole, from where it was cut ({@code Range} with {@code
 * If-Range}, so that two versions are never joined), its length as the server says, its SHA-256 learnt at the first
 * fetch and checked at every later one. A cut connection is taken up again a few times by itself; what has come is kept
 * for the next attempt in any case.
 *
 * <p>Immutable; one call of {@link #run} at a time and target. Needs nothing but the address: no list of servers.
 */
public final class Download {
    /** Follows a download and may call it off; called on the downloading thread, about ten times a second. */
    public interface Watcher {
        /** Nobody follows, and it runs to its end. */
        Watcher NONE = new Watcher() {};

        /**
         * Tells how far it is.
         *
         * @param have bytes here, those of earlier attempts included
         * @param total length that the server told, or -1
         * @param rate bytes a second over the last moments
         */
        default void at(long have, long total, double rate) {}

        /** Asked at least ten times a second; true ends the download and keeps what has come. */
        default boolean isCancelled() {
            return false;
        }
    }

    /**
     * A file that is whole.
     *
     * @param file where it is
     * @param bytes its length
     * @param sha256 its digest
     * @param resumedFrom bytes that were here before; 0 if it was fetched in one piece
     * @param knownBefore whether its digest was known, and so was checked
     */
    public record Result(Path file, long bytes, String sha256, long resumedFrom, boolean knownBefore) {}

    private static final int ATTEMPTS = 4;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 100;
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BEYOND = 416;

    private final URI address;
    private final Path target;
    private final KernelHistory memory;
    private final boolean renew;
    private final long pauseMillis;

    /**
     * @param address of the file, http or https
     * @param target the file to make
     * @param memory where digests are kept
     * @param renew whether a file that has changed on the server, or is there already, is replaced
     */
    public Download(URI address, Path target, KernelHistory memory, boolean renew) {
        this(address, target, memory, renew, 500);
    }

    Download(URI address, Path target, KernelHistory memory, boolean renew, long pauseMillis) {
        this.address = address;
        this.target = target.toAbsolutePath().normalize();
        this.memory = memory;
        this.renew = renew;
        this.pauseMillis = pauseMillis;
    }

    /** The name that a file at this address has. */
    public static String fileName(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Bytes of an earlier attempt that lie ready to be gone on with. */
    public static long begun(Path target) {
        try {
            Path part = part(target.toAbsolutePath().normalize());
            return Files.exists(part, new LinkOption[0]) ? Files.size(part) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static Path validator(Path target) {
        return target.resolveSibling(target.getFileName() + ".part.from");
    }

    /**
     * Fetches the file; blocks until it is whole.
     *
     * @throws FetchException if it cannot be fetched or written, or is not what it was
     * @throws CancellationException if the watcher said so; what has come is kept
     */
    public Result run(Watcher watcher) throws FetchException {
        Optional<FetchRecord> known = memory.fetched(address.toString());
        try {
            return get(known, watcher);
        } catch (IOException e) {
            // What failed on the way is told by now; this is the disk.
            throw new FetchException(WriteFailure.said(target, e), e);
        }
    }

    private Result get(Optional<FetchRecord> known, Watcher watcher) throws FetchException, IOException {
        if (Files.exists(target, new LinkOption[0]) && !renew) {
            String here = Digest.of(target, _ -> {}, watcher::isCancelled);
            if (known.isPresent() && known.get().sha256().equals(here)) {
                return new Result(target, Files.size(target), here, Files.size(target), true);
            }
            throw new FetchException(target + " is there already"
                    + (known.isPresent() ? " and is not what was fetched from this address before" : "")
                    + ". Remove it, choose another name, or fetch with --renew to replace it.");
        }
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        long before = begun(target);
        String age = body(known, watcher);
        return settle(known, before, age, watcher);
    }

    /** Fetches until the part is whole; returns what the server said of the file's age. */
    private String body(Optional<FetchRecord> known, Watcher watcher) throws FetchException, IOException {
        int attempts = 0;
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(15))
                .build()) {
            try {
                while (true) {
                    long had = begun(target);
                    try {
                        return attempt(client, had, known, watcher);
                    } catch (ConnectionLostException e) {
                        attempts = begun(target) > had ? 1 : attempts + 1;
                        if (attempts >= ATTEMPTS || !isCut(e)) {
                            throw failed(e);
                        }
                        pause(pauseMillis * attempts, watcher);
                    }
                }
            } finally {
                // A connection that hangs is not waited for.
                client.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The download was called off.");
        }
    }

    private static void pause(long millis, Watcher watcher) throws InterruptedException {
        for (long slept = 0; slept < millis; slept += LOOK_MILLIS) {
            if (watcher.isCancelled()) {
                throw new CancellationException("The download was called off.");
            }
            Thread.sleep(Math.min(LOOK_MILLIS, millis - slept));
        }
    }

    private String attempt(HttpClient client, long had, Optional<FetchRecord> known, Watcher watcher)
            throws FetchException, IOException, InterruptedException {
        Optional<String> from = had > 0 ? readValidator() : Optional.empty();
        long at = from.isPresent() ? had : 0;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("User-Agent", "orrery").GET();
        if (at > 0) {
            request.header("Range", "bytes=" + at + "-").header("If-Range", from.orElseThrow());
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = send(client, request.build(), watcher);
        ResponseBody body = new ResponseBody(PATIENCE_MILLIS);
        answer.body().subscribe(body);
        try {
            int status = answer.statusCode();
            if (status == BEYOND && at > 0) {
                // Nothing is left to come, or the file has become shorter: begin again.
                Files.deleteIfExists(part(target));
                throw new ConnectionLostException("the server has less than was fetched before");
            }
            if (status != OK && status != PARTIAL) {
                throw new FetchException(
                        status == NOT_FOUND
                                ? address
                                        + " is not there (404). Look at the server's own list; kernels move when newer"
                                        + " ones come."
                                : "The server answered " + status + " for " + address + ". Try again later.");
            }
            long start = status == PARTIAL ? at : 0;
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
            long total = length < 0 ? -1 : start + length;
            checkLength(known, total);
            checkSpace(total - start);
            writeValidator(answer);
            take(body, start, total, watcher);
            return answer.headers().firstValue("Last-Modified").orElse("");
        } finally {
            body.cancel();
        }
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpClient client, HttpRequest request, Watcher watcher)
            throws ConnectionLostException, InterruptedException {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> sent =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
        long waited = 0;
        while (true) {
            if (watcher.isCancelled()) {
                sent.cancel(true);
                throw new CancellationException("The download was called off.");
            }
            try {
                return sent.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                waited += LOOK_MILLIS;
                if (waited >= PATIENCE_MILLIS) {
                    sent.cancel(true);
                    throw new ConnectionLostException(
                            "the server has been silent for " + PATIENCE_MILLIS / 1000 + " s");
                }
            } catch (ExecutionException e) {
                Throwable why = e.getCause() == null ? e : e.getCause();
                throw new ConnectionLostException(why.getMessage() == null ? why.toString() : why.getMessage(), why);
            }
        }
    }

    private void take(ResponseBody body, long start, long total, Watcher watcher)
            throws IOException, InterruptedException {
        try (FileChannel channel =
                FileChannel.open(part(target), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(start);
            channel.position(start);
            Rate rate = new Rate(start);
            List<ByteBuffer> pieces = next(body, channel.position(), total, watcher);
            while (pieces != null) {
                for (ByteBuffer piece : pieces) {
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
                if (rate.isDue()) {
                    watcher.at(channel.position(), total, rate.at(channel.position()));
                }
                pieces = next(body, channel.position(), total, watcher);
            }
            channel.force(true);
            watcher.at(channel.position(), total, rate.at(channel.position()));
            if (total >= 0 && channel.position() != total) {
                throw new ConnectionLostException(after(channel.position(), total));
            }
        }
    }

    /** The next pieces; a broken connection is told by how far it came, not in the protocol's words. */
    private static @Nullable List<ByteBuffer> next(ResponseBody body, long have, long total, Watcher watcher)
            throws ConnectionLostException, InterruptedException {
        try {
            return body.next(watcher);
        } catch (ConnectionLostException e) {
            throw e.getCause() == null ? e : new ConnectionLostException(after(have, total), e);
        }
    }

    private static String after(long have, long total) {
        return "after " + have + (total < 0 ? "" : " of " + total) + " bytes";
    }

    private void checkLength(Optional<FetchRecord> known, long total) throws FetchException {
        if (known.isPresent() && !renew && total >= 0 && known.get().bytes() != total) {
            throw new FetchException(fileName(address) + " on the server is not what was fetched before: "
                    + known.get().bytes() + " bytes then, " + total
                    + " now. Fetch with --renew to take the new one.");
        }
    }

    private void checkSpace(long needed) throws FetchException, IOException {
        Path folder = target.getParent();
        if (folder != null && needed > 0) {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                throw new FetchException(folder + " has " + free + " bytes free; " + fileName(address) + " needs "
                        + needed + ". Make room, or choose another folder.");
            }
        }
    }

    /** The whole part becomes the file: if it is a kernel, and the one that was known. */
    private Result settle(Optional<FetchRecord> known, long before, String age, Watcher watcher)
            throws FetchException, IOException {
        Path part = part(target);
        FileKind kind = FileKind.of(part);
        if (kind != FileKind.SPK && kind != FileKind.META_KERNEL && kind != FileKind.TEXT_KERNEL) {
            discard();
            throw new FetchException("What came from " + address + " is no kernel but "
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ". Check the address; a proxy or a portal may have answered in the server's place.");
        }
        String digest = Digest.of(part, _ -> {}, watcher::isCancelled);
        long bytes = Files.size(part);
        if (known.isPresent() && !renew && !known.get().sha256().equals(digest)) {
            discard();
            throw new FetchException(fileName(address) + " came with SHA-256 " + digest
                    + ", but at the first fetch it was "
                    + known.get().sha256() + ": it was changed on the server or on the way. Fetch with --renew if you"
                    + " trust the new one.");
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(validator(target));
        try {
            memory.learn(address.toString(), new FetchRecord(digest, bytes, age));
        } catch (IOException e) {
            throw new FetchException(
                    target + " is here and whole, but its SHA-256 could not be kept to be checked later: "
                            + e.getMessage() + ".",
                    e);
        }
        return new Result(target, bytes, digest, Math.min(before, bytes), known.isPresent() && !renew);
    }

    private void discard() throws IOException {
        Files.deleteIfExists(part(target));
        Files.deleteIfExists(validator(target));
    }

    /** What tells one version of the file from another: its ETag if it is a strong one, else its age. */
    private void writeValidator(HttpResponse<?> answer) throws IOException {
        Optional<String> tag = answer.headers().firstValue("ETag").filter(t -> !t.startsWith("W/"));
        String said = tag.or(() -> answer.headers().firstValue("Last-Modified")).orElse("");
        if (said.isEmpty()) {
            Files.deleteIfExists(validator(target));
        } else {
            Files.writeString(validator(target), address + "\n" + said + "\n");
        }
    }

    private Optional<String> readValidator() {
        try {
            List<String> lines = Files.readAllLines(validator(target));
            return lines.size() == 2 && lines.getFirst().equals(address.toString())
                    ? Optional.of(lines.get(1))
                    : Optional.empty();
        } catch (IOException _) {
            // None was given: the file is fetched from its beginning.
            return Optional.empty();
        }
    }

    /** Whether another attempt may go better. */
    private static boolean isCut(ConnectionLostException e) {
        return !isUnreachable(e);
    }

    private static boolean isUnreachable(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private FetchException failed(ConnectionLostException e) {
        long kept = begun(target);
        String rest = kept > 0 ? " " + kept + " bytes are kept; fetch again to go on from there." : "";
        if (isUnreachable(e)) {
            return new FetchException(
                    "No connection to " + address.getHost() + ": check the network, or the base address." + rest
                            + " The program needs no network: a kernel brought here in another way opens as well.",
                    e);
        }
        return new FetchException(
                "The connection to " + address.getHost() + " was cut (" + e.getMessage() + ")."
                        + (rest.isEmpty() ? " Try again." : rest),
                e);
    }

    /** Bytes a second, smoothed over a second or two. */
    private static final class Rate {
        private static final long PERIOD = 100_000_000;
        private static final double NEWEST = 0.1;

        private long bytes;
        private long nanos = System.nanoTime();
        private double rate = Double.NaN;

        Rate(long bytes) {
            this.bytes = bytes;
        }

        boolean isDue() {
            return System.nanoTime() - nanos >= PERIOD;
        }

        double at(long now) {
            long clock = System.nanoTime();
            double newest = (now - bytes) * 1e9 / Math.max(1, clock - nanos);
            rate = Double.isNaN(rate) ? newest : rate + NEWEST * (newest - rate);
            bytes = now;
            nanos = clock;
            return rate;
        }
    }
}
