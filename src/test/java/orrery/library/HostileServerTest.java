package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.files.Digest;
import orrery.testing.FileServer;
import orrery.testing.SmallSky;

/**
 * Servers that send something other than they announce, and fetches that run at the same time: nothing wrong is kept or
 * learned.
 */
class HostileServerTest {
    private static final String NAME = "small.bsp";

    @TempDir
    private Path folder;

    // Made before each test.
    @SuppressWarnings("NullAway.Init")
    private FileServer server;

    @SuppressWarnings("NullAway.Init")
    private byte[] kernel;

    @BeforeEach
    void serve() throws IOException {
        server = new FileServer();
        kernel = Files.readAllBytes(SmallSky.write(folder.resolve("source.bsp"), 0, SmallSky.YEAR));
        server.put(NAME, kernel);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private KernelHistory history() {
        return new KernelHistory(folder.resolve("memory"));
    }

    private Download.Result fetch(String name) throws FetchException {
        return fetch(name, Download.LIMIT);
    }

    private Download.Result fetch(String name, long limit) throws FetchException {
        return new Download(server.base().resolve(name), target(name), history(), false, limit, 0)
                .run(Download.Watcher.NONE);
    }

    private Path target(String name) {
        return folder.resolve("got").resolve(name);
    }

    private List<String> got() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("got"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private boolean isLearnt(String name) {
        return history().fetched(server.base() + name).isPresent();
    }

    private void assertWhole(Download.Result result) throws IOException {
        assertThat(Files.readAllBytes(result.file())).isEqualTo(kernel);
        assertThat(result.sha256()).isEqualTo(Digest.of(folder.resolve("source.bsp")));
        assertThat(got()).containsExactly(NAME);
    }

    private static FileServer.Answer partSaid(String range) {
        return (out, file, from) -> {
            FileServer.head(
                    out,
                    "HTTP/1.1 206 Partial Content",
                    range,
                    "Content-Length: " + (file.length - from),
                    "ETag: \"one\"");
            out.write(file, 0, file.length - from);
        };
    }

    @Test
    void aPartOtherThanTheOneAskedForIsNeverJoined() throws Exception {
        for (String range : new String[] {
            "Content-Range: bytes 0-" + (kernel.length - 1) + "/" + kernel.length,
            "Content-Range: bytes 9000-" + (kernel.length - 1) + "/" + kernel.length,
            "Content-Range: nonsense",
            "X-No-Range: at all",
        }) {
            Files.deleteIfExists(target(NAME));
            FileServer.Answer cut = (out, file, from) -> {
                FileServer.head(out, "HTTP/1.1 200 OK", "Content-Length: " + file.length, "ETag: \"one\"");
                out.write(file, 0, 10_000);
            };
            server.answerWith(cut, partSaid(range));
            assertWhole(fetch(NAME));
        }
    }

    @Test
    void aPartThatEndsEarlyIsGoneOnWith() throws Exception {
        FileServer.Answer some = (out, file, from) -> {
            int last = Math.min(file.length, from + 7_000) - 1;
            boolean begins = from == 0;
            FileServer.head(
                    out,
                    begins ? "HTTP/1.1 200 OK" : "HTTP/1.1 206 Partial Content",
                    begins ? "X-Begins: here" : "Content-Range: bytes " + from + "-" + last + "/" + file.length,
                    "Content-Length: " + (begins ? file.length : last - from + 1),
                    "ETag: \"one\"");
            out.write(file, from, last - from + 1);
        };
        server.alwaysAnswerWith(some);
        assertWhole(fetch(NAME));
        assertThat(server.ranges()).startsWith("", "7000-", "14000-").hasSize((kernel.length + 6_999) / 7_000);
    }

    @Test
    void aBodyCutWithoutALengthIsCutByWhatTheKernelsHeadTells() throws Exception {
        FileServer.Answer cut = (out, file, from) -> {
            FileServer.head(out, "HTTP/1.1 200 OK", "ETag: \"one\"");
            out.write(file, 0, 20_000);
        };
        server.answerWith(cut);
        assertWhole(fetch(NAME));
        assertThat(server.ranges()).containsExactly("", "20000-");
    }

    @Test
    void aBodyThatIsAlwaysCutIsNeverTakenForWholeAndWhatCannotBeResumedIsNotKept() throws Exception {
        server.alwaysAnswerWith((out, file, from) -> {
            FileServer.head(out, "HTTP/1.1 200 OK");
            out.write(file, 0, 20_000);
        });
        assertThatThrownBy(() -> fetch(NAME))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("was lost (after 20000 of ");
        assertThat(got()).isEmpty();
        assertThat(isLearnt(NAME)).isFalse();
    }

    @Test
    void aKernelThatIsCutOnTheServerIsRefusedThoughItsLengthIsAsTheServerSays() throws Exception {
        server.put("cut.bsp", Arrays.copyOf(kernel, kernel.length / 2));
        assertThatThrownBy(() -> fetch("cut.bsp"))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("cut short")
                .hasMessageContaining("Nothing was kept");
        assertThat(got()).isEmpty();
        assertThat(isLearnt("cut.bsp")).isFalse();
    }

    @Test
    void tenBytesThatBeginAsAKernelAreNone() throws Exception {
        server.put("ten.bsp", "DAF/SPK 00".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> fetch("ten.bsp"))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("10 bytes");
        assertThat(got()).isEmpty();
        assertThat(isLearnt("ten.bsp")).isFalse();
    }

    @Test
    void aBodyWithoutAnEndIsEndedAndNothingOfItKept() throws Exception {
        server.alwaysAnswerWith((out, file, from) -> {
            FileServer.head(out, "HTTP/1.1 200 OK", "ETag: \"one\"");
            out.write(file);
            byte[] more = new byte[100_000];
            while (true) {
                out.write(more);
            }
        });
        assertThatThrownBy(() -> fetch(NAME)).isInstanceOf(FetchException.class).hasMessageContaining("does not end");
        assertThat(got()).isEmpty();
        assertThatThrownBy(() -> fetch(NAME, 50_000))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("50,000 are allowed");
        assertThat(got()).isEmpty();
    }

    @Test
    void whatIsLargerThanAllowedOrThanTheDiskIsNotBegun() throws Exception {
        assertThatThrownBy(() -> fetch(NAME, kernel.length - 1L)).hasMessageContaining("--limit");
        server.answerWith((out, file, from) ->
                FileServer.head(out, "HTTP/1.1 200 OK", "Content-Length: " + Long.MAX_VALUE / 4, "ETag: \"one\""));
        assertThatThrownBy(() -> fetch(NAME, Long.MAX_VALUE)).hasMessageContaining("bytes free");
        assertThat(got()).isEmpty();
    }

    @Test
    void whatIsAlreadyAllHereIsNotFetchedAgain() throws Exception {
        server.cutAfter(10_000, 0, 0, 0, 0);
        assertThatThrownBy(() -> fetch(NAME)).isInstanceOf(FetchException.class);
        Files.write(target(NAME + ".part"), kernel);
        server.answerWith((out, file, from) -> FileServer.head(
                out,
                "HTTP/1.1 416 Range Not Satisfiable",
                "Content-Range: bytes */" + file.length,
                "Content-Length: 0"));
        assertWhole(fetch(NAME));
    }

    @Test
    void sixFetchesOfOneFileAtOnceFetchItOnceAndTellTheSame() throws Exception {
        List<Download.Result> results = together(6, _ -> NAME);
        results.forEach(result -> assertThat(result.bytes()).isEqualTo(kernel.length));
        assertThat(server.ranges()).containsExactly("");
        assertWhole(results.getFirst());
    }

    @Test
    void eightFetchesAtOnceLoseNoDigest() throws Exception {
        for (int i = 0; i < 8; i++) {
            server.put(i + ".bsp", kernel);
        }
        together(8, i -> i + ".bsp");
        for (int i = 0; i < 8; i++) {
            assertThat(history().fetched(server.base() + "" + i + ".bsp"))
                    .get()
                    .extracting(FetchRecord::sha256)
                    .isEqualTo(Digest.of(folder.resolve("source.bsp")));
        }
    }

    /** Each with a history of its own, as programs have. */
    private List<Download.Result> together(int count, IntFunction<String> names) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Download.Result> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Future<Download.Result>> later = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = names.apply(i);
                later.add(pool.submit(() -> {
                    start.await();
                    return fetch(name);
                }));
            }
            start.countDown();
            for (Future<Download.Result> one : later) {
                results.add(one.get());
            }
        }
        return results;
    }
}
