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
 * Brings the bytes of one file into its {@link PartialDownload}, over as many connections as it takes. A part that the
 * server sends is held against what was asked for; one that does not fit is thrown away, and the file asked for whole.
 *
 * <p>For one thread, once, which has the file's turn.
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
     * Fetches until all is here that the server and the file itself tell of.
     *
     * @return what the server said of the file's age
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
                // A connection that hangs is not waited for.
                client.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The download was called off.");
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
                            "The server of " + address + " sends another part of the file than it says: "
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
            watcher.check("The download was called off.");
            Thread.sleep(Math.min(LOOK_MILLIS, millis - slept));
        }
    }

    /** One answer; what it said of the file's age if all is here now, empty if there is more to ask for. */
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
                            + " is not there (404). Look at the server's own list; kernels move when newer ones come.");
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
            OptionalLong told = partial.told();
            if (told.isPresent() && here < told.getAsLong()) {
                throw new ConnectionLostException(after(here, told.getAsLong()));
            }
        }
        return Optional.of(age(answer));
    }

    private Optional<String> part(HttpResponse<?> answer, ResponseBody body, long at)
            throws FetchException, IOException, InterruptedException {
        String said = answer.headers().firstValue("Content-Range").orElse("no range");
        ContentRange range = ContentRange.of(said).orElseThrow(() -> new RangeException("it says " + said));
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(range.length());
        if (at == 0 || range.first() != at || length != range.length()) {
            throw new RangeException("from " + at + " was asked, it says " + said + " and has " + length + " bytes");
        }
        if (!version(answer).isEmpty()
                && !version(answer).equals(partial.version().orElse(""))) {
            throw new RangeException("it is of another version than what came before");
        }
        bounds.ask(range.total(), range.length());
        long end = range.last() + 1;
        long here = take(body, at, end, range.total());
        return range.total() < 0 || here == range.total() ? Optional.of(age(answer)) : Optional.empty();
    }

    /** Nothing is left to come, or the file has become shorter. */
    private Optional<String> beyond(HttpResponse<?> answer, long at) throws IOException {
        String said = answer.headers().firstValue("Content-Range").orElse("");
        if (at > 0 && ContentRange.lengthWhereNothingIsLeft(said) == at) {
            return Optional.of(age(answer));
        }
        throw new RangeException("nothing is there from " + at + " on");
    }

    private static String age(HttpResponse<?> answer) {
        return answer.headers().firstValue("Last-Modified").orElse("");
    }

    /** What tells one version of the file from another: its ETag if it is a strong one, else its age. */
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

    /**
     * Writes what comes behind what is here.
     *
     * @param start where the first byte goes
     * @param end where the last one has gone, or -1 if the server does not tell
     * @param total length of the whole file, or -1
     * @return where the last one has gone
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
                    throw new RangeException("more came than it said");
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

    /** The next pieces; a broken connection is told by how far it came, not in the protocol's words. */
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
        String rest = kept > 0 ? " " + kept + " bytes are kept; fetch again to go on from there." : "";
        if (Unreachable.isCauseOf(e)) {
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
}
