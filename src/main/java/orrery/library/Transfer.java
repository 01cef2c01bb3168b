package orrery.library;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Transfers the bytes of one file into its {@link PartialDownload}, over as many connections as needed. Each part sent
 * by the server is checked against the request; one that does not match is discarded, and the whole file is requested.
 *
 * <p>For one use by one thread, which has the file's turn.
 */
final class Transfer {
    private static final int ATTEMPTS = 4;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 100;
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BEYOND = 416;

    private final URI address;
    private final PartialDownload partial;
    private final DownloadBounds bounds;
    private final Download.Watcher watcher;
    private final long pauseMillis;
    private boolean wholeOnly;

    Transfer(PartialDownload partial, DownloadBounds bounds, Download.Watcher watcher, long pauseMillis) {
        this.address = partial.address();
        this.partial = partial;
        this.bounds = bounds;
        this.watcher = watcher;
        this.pauseMillis = pauseMillis;
    }

    /**
     * Fetches until everything promised by the server and by the file itself has arrived.
     *
     * @return the server's date of the file
     * @throws FetchException if it cannot be fetched
     * @throws IOException if it cannot be written
     */
    String run() throws FetchException, IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(15))
                .build()) {
            try {
                return run(client);
            } finally {
                // A hanging connection is not waited for.
                client.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The download was cancelled.");
        }
    }

    private String run(HttpClient client) throws FetchException, IOException, InterruptedException {
        int fruitless = 0;
        while (true) {
            long had = partial.version().isPresent() && !wholeOnly ? partial.bytes() : 0;
            try {
                Optional<String> age = attempt(client, had);
                if (age.isPresent()) {
                    return age.get();
                }
                fruitless = 0;
            } catch (RangeException e) {
                partial.discard();
                wholeOnly = true;
                fruitless++;
                if (fruitless >= ATTEMPTS) {
                    throw new FetchException(
                            "The server of " + address + " sends a different part of the file than it declares: "
                                    + e.getMessage() + ". Nothing was kept; try another server.",
                            e);
                }
            } catch (ConnectionLostException e) {
                boolean further = partial.version().isPresent() && !wholeOnly && partial.bytes() > had;
                fruitless = further ? 1 : fruitless + 1;
                if (fruitless >= ATTEMPTS || Unreachable.isCauseOf(e)) {
                    throw failed(e);
                }
                pause(pauseMillis * fruitless);
            }
        }
    }

    private void pause(long millis) throws InterruptedException {
        for (long slept = 0; slept < millis; slept += LOOK_MILLIS) {
            watcher.check("The download was cancelled.");
            Thread.sleep(Math.min(LOOK_MILLIS, millis - slept));
        }
    }

    /**
     * Handles one response; returns the server's date of the file if everything has arrived, empty if more must be
     * requested.
     */
    private Optional<String> attempt(HttpClient client, long at)
            throws FetchException, IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("User-Agent", "orrery").GET();
        if (at > 0) {
            request.header("Range", "bytes=" + at + "-")
                    .header("If-Range", partial.version().orElseThrow());
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = send(client, request.build());
        ResponseBody body = new ResponseBody(PATIENCE_MILLIS);
        answer.body().subscribe(body);
        try {
            return switch (answer.statusCode()) {
                case OK -> whole(answer, body);
                case PARTIAL -> part(answer, body, at);
                case BEYOND -> beyond(answer, at);
                case NOT_FOUND ->
                    throw new FetchException(address
                            + " does not exist (404). Check the server's own list; kernels move when newer ones come.");
                default ->
                    throw new FetchException(
                            "The server answered " + answer.statusCode() + " for " + address + ". Try again later.");
            };
        } finally {
            body.cancel();
        }
    }

    private Optional<String> whole(HttpResponse<?> answer, ResponseBody body)
            throws FetchException, IOException, InterruptedException {
        long total = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        bounds.ask(total, total);
        partial.discard();
        partial.version(version(answer));
        long here = take(body, 0, total, total);
        if (total < 0) {
            OptionalLong declared = partial.declaredSize();
            if (declared.isPresent() && here < declared.getAsLong()) {
                throw new ConnectionLostException(after(here, declared.getAsLong()));
            }
        }
        return Optional.of(age(answer));
    }

    private Optional<String> part(HttpResponse<?> answer, ResponseBody body, long at)
            throws FetchException, IOException, InterruptedException {
        String header = answer.headers().firstValue("Content-Range").orElse("no range");
        ContentRange range = ContentRange.of(header).orElseThrow(() -> new RangeException("it says " + header));
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(range.length());
        if (at == 0 || range.first() != at || length != range.length()) {
            throw new RangeException("from " + at + " was requested, but the answer is declared as " + header + ""
                    + " and has " + length + " bytes");
        }
        if (!version(answer).isEmpty()
                && !version(answer).equals(partial.version().orElse(""))) {
            throw new RangeException("it is a different version than what was received before");
        }
        bounds.ask(range.total(), range.length());
        long end = range.last() + 1;
        long here = take(body, at, end, range.total());
        return range.total() < 0 || here == range.total() ? Optional.of(age(answer)) : Optional.empty();
    }

    /** Nothing is left to receive, or the file has become shorter. */
    private Optional<String> beyond(HttpResponse<?> answer, long at) throws IOException {
        String header = answer.headers().firstValue("Content-Range").orElse("");
        if (at > 0 && ContentRange.lengthWhereNothingIsLeft(header) == at) {
            return Optional.of(age(answer));
        }
        throw new RangeException("there is nothing from " + at + " on");
    }

    private static String age(HttpResponse<?> answer) {
        return answer.headers().firstValue("Last-Modified").orElse("");
    }

    /** Identifies a version of the file: its ETag if it is a strong one, else its date. */
    private static String version(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> answer.headers().firstValue("Last-Modified"))
                .orElse("");
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpClient client, HttpRequest request)
            throws ConnectionLostException, InterruptedException {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> sent =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
        long waited = 0;
        while (true) {
            if (watcher.isCancelled()) {
                sent.cancel(true);
                throw new CancellationException("The download was cancelled.");
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

    /**
     * Appends what arrives to what is present.
     *
     * @param start position of the first byte
     * @param end position after the last byte, or -1 if the server does not say
     * @param total length of the whole file, or -1
     * @return position after the last byte
     */
    private long take(ResponseBody body, long start, long end, long total)
            throws FetchException, IOException, InterruptedException {
        try (FileChannel channel =
                FileChannel.open(partial.part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(start);
            channel.position(start);
            TransferRate rate = new TransferRate(start);
            List<ByteBuffer> pieces = next(body, start, end);
            while (pieces != null) {
                for (ByteBuffer piece : pieces) {
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
                if (end >= 0 && channel.position() > end) {
                    throw new RangeException("more arrived than was declared");
                }
                bounds.look(channel.position(), end);
                if (rate.isDue()) {
                    watcher.at(channel.position(), total, rate.at(channel.position()));
                }
                pieces = next(body, channel.position(), end);
            }
            channel.force(true);
            watcher.at(channel.position(), total, rate.at(channel.position()));
            if (end >= 0 && channel.position() != end) {
                throw new ConnectionLostException(after(channel.position(), end));
            }
            return channel.position();
        }
    }

    /** The next pieces; a lost connection is reported by how far it came, not in the protocol's terms. */
    private @Nullable List<ByteBuffer> next(ResponseBody body, long have, long end)
            throws ConnectionLostException, InterruptedException {
        try {
            return body.next(watcher);
        } catch (ConnectionLostException e) {
            throw e.getCause() == null ? e : new ConnectionLostException(after(have, end), e);
        }
    }

    private static String after(long have, long end) {
        return "after " + have + (end < 0 ? "" : " of " + end) + " bytes";
    }

    private FetchException failed(ConnectionLostException e) {
        long kept = partial.version().isPresent() ? partial.bytes() : 0;
        String rest = kept > 0 ? " " + kept + " bytes are kept; fetch again to resume." : "";
        if (Unreachable.isCauseOf(e)) {
            return new FetchException(
                    "No connection to " + address.getHost() + ": check the network, or the base address." + rest
                            + " The program needs no network: a kernel copied here in another way works as well.",
                    e);
        }
        return new FetchException(
                "The connection to " + address.getHost() + " was lost (" + e.getMessage() + ")."
                        + (rest.isEmpty() ? " Try again." : rest),
                e);
    }
}
