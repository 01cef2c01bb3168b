package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.files.Digest;
import orrery.testing.ClosedPort;
import orrery.testing.FileServer;
import orrery.testing.SmallSky;

/** Fetching from a local server that cuts connections, changes files and sends wrong data. */
class DownloadTest {
    @TempDir
    private Path folder;

    // Made before each test.
    @SuppressWarnings("NullAway.Init")
    private FileServer server;

    @SuppressWarnings("NullAway.Init")
    private byte[] kernel;

    @SuppressWarnings("NullAway.Init")
    private KernelHistory memory;

    @BeforeEach
    void serve() throws IOException {
        server = new FileServer();
        kernel = Files.readAllBytes(SmallSky.write(folder.resolve("source.bsp")));
        server.put("planets/small.bsp", kernel);
        memory = new KernelHistory(folder.resolve("memory"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Download download(boolean renew) {
        return new Download(
                server.base().resolve("planets/small.bsp"),
                folder.resolve("got/small.bsp"),
                memory,
                renew,
                Download.LIMIT,
                0);
    }

    @Test
    void aFileComesWholeAndItsDigestIsLearnt() throws Exception {
        List<Long> seen = new ArrayList<>();
        Download.Result result = download(false).run(new Download.Watcher() {
            @Override
            public void at(long have, long total, double rate) {
                seen.add(have);
                assertThat(total).isEqualTo(kernel.length);
            }
        });
        assertThat(Files.readAllBytes(result.file())).isEqualTo(kernel);
        assertThat(result.knownBefore()).isFalse();
        assertThat(result.sha256()).isEqualTo(Digest.of(folder.resolve("source.bsp")));
        assertThat(seen).isNotEmpty().last().isEqualTo((long) kernel.length);
        assertThat(memory.fetched(server.base() + "planets/small.bsp"))
                .get()
                .extracting(FetchRecord::bytes)
                .isEqualTo((long) kernel.length);
        assertThat(folder.resolve("got")).isDirectoryContaining("glob:**small.bsp");
        try (var files = Files.list(folder.resolve("got"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aCutConnectionIsTakenUpAgainFromWhereItWasCut() throws Exception {
        server.cutAfter(100_000, 50_000);
        Download.Result result = download(false).run(Download.Watcher.NONE);
        assertThat(Files.readAllBytes(result.file())).isEqualTo(kernel);
        assertThat(server.ranges()).containsExactly("", "100000-", "150000-");
    }

    @Test
    void whatHasComeIsKeptForTheNextAttempt() throws Exception {
        server.cutAfter(100_000, 0, 0, 0, 0);
        assertThatThrownBy(() -> download(false).run(Download.Watcher.NONE))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("was lost (after 100000 of " + kernel.length + " bytes). 100000 bytes are kept");
        assertThat(folder.resolve("got/small.bsp")).doesNotExist();
        assertThat(new PartialDownload(folder.resolve("got/small.bsp"), URI.create("")).bytes())
                .isEqualTo(100_000);
        Download.Result result = download(false).run(Download.Watcher.NONE);
        assertThat(result.resumedFrom()).isEqualTo(100_000);
        assertThat(Files.readAllBytes(result.file())).isEqualTo(kernel);
    }

    @Test
    void twoVersionsAreNeverJoined() throws Exception {
        server.cutAfter(100_000, 0, 0, 0, 0);
        assertThatThrownBy(() -> download(false).run(Download.Watcher.NONE)).isInstanceOf(FetchException.class);
        byte[] other = Files.readAllBytes(SmallSky.write(folder.resolve("other.bsp"), 0, 12 * SmallSky.YEAR));
        server.put("planets/small.bsp", other);
        server.tag("two");
        assertThat(Files.readAllBytes(download(false).run(Download.Watcher.NONE).file()))
                .isEqualTo(other);
    }

    @Test
    void callingItOffKeepsWhatHasCome() {
        assertThatThrownBy(() -> download(false).run(new Download.Watcher() {
                    private int asked;

                    @Override
                    public boolean isCancelled() {
                        return ++asked > 4;
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("got/small.bsp")).doesNotExist();
    }

    @Test
    void aFileThatChangedSinceTheFirstFetchIsRefusedUntilRenewed() throws Exception {
        Path file = download(false).run(Download.Watcher.NONE).file();
        Files.delete(file);
        assertThat(download(false).run(Download.Watcher.NONE).knownBefore()).isTrue();
        Files.delete(file);
        byte[] changed = kernel.clone();
        changed[changed.length - 2000] ^= 1;
        server.put("planets/small.bsp", changed);
        assertThatThrownBy(() -> download(false).run(Download.Watcher.NONE))
                .hasMessageContaining("SHA-256")
                .hasMessageContaining("--renew");
        assertThat(file).doesNotExist();
        assertThat(Files.readAllBytes(download(true).run(Download.Watcher.NONE).file()))
                .isEqualTo(changed);
    }

    @Test
    void aFileThatIsHereIsNotFetchedAgain() throws Exception {
        download(false).run(Download.Watcher.NONE);
        assertThat(download(false).run(Download.Watcher.NONE).knownBefore()).isTrue();
        assertThat(server.ranges()).hasSize(1);
        Files.writeString(folder.resolve("got/small.bsp"), "something else");
        assertThatThrownBy(() -> download(false).run(Download.Watcher.NONE)).hasMessageContaining("already exists");
    }

    @Test
    void aWebPageInTheFilesPlaceIsNoKernel() {
        server.put("planets/small.bsp", "<html><body>Please log in</body></html>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> download(false).run(Download.Watcher.NONE))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("web page");
        assertThat(folder.resolve("got/small.bsp")).doesNotExist();
    }

    @Test
    void whereThereIsNoServerOrNoFileItSaysSo() throws Exception {
        assertThatThrownBy(() -> absent(server.base()).run(Download.Watcher.NONE))
                .hasMessageContaining("404");
        try (ClosedPort nobody = new ClosedPort()) {
            assertThatThrownBy(() -> absent(nobody.base()).run(Download.Watcher.NONE))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("No connection to 127.0.0.1")
                    .hasMessageContaining("needs no network");
        }
    }

    private Download absent(URI base) {
        return new Download(base.resolve("none.bsp"), folder.resolve("none.bsp"), memory, false, Download.LIMIT, 0);
    }

    @Test
    void theCatalogueTurnsNamesPathsAndAddressesIntoAddresses() throws Exception {
        URI base = URI.create("http://localhost:9/spk");
        assertThat(Catalogue.address("DE440s", base)).hasToString("http://localhost:9/spk/planets/de440s.bsp");
        assertThat(Catalogue.address("/x/y.bsp", base)).hasToString("http://localhost:9/spk/x/y.bsp");
        assertThat(Catalogue.address("https://a.example/z.bsp", base)).hasToString("https://a.example/z.bsp");
        assertThatThrownBy(() -> Catalogue.address("ftp://a.example/z.bsp", base))
                .isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> Catalogue.address("de 440", base)).hasMessageContaining("catalogue");
    }
}
