package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;

/** Whatever a command writes, it never writes it over what it reads. */
class SourcesAreKeptTest {
    @TempDir
    private Path folder;

    private void refused(Path source, String... words) throws IOException {
        byte[] before = Files.readAllBytes(source);
        CommandRun run = CommandRun.of(words);
        assertThat(run.err()).contains(source + " is the source itself; choose another name. Nothing was written.");
        assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
        assertThat(source).hasBinaryContent(before);
    }

    @Test
    void anExportOverItsKernelOrMetaKernelIsRefused() throws IOException {
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        Path meta = Files.writeString(
                folder.resolve("all.tm"),
                "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = '" + kernel.toString().replace('\\', '/') + "'\n");
        refused(kernel, "export", kernel.toString(), "--bodies", "4", "--out", kernel.toString());
        refused(kernel, "export", meta.toString(), "--bodies", "4", "--out", kernel.toString());
        refused(meta, "export", meta.toString(), "--bodies", "4", "--out", meta.toString());
    }

    @Test
    void theTableOfADifferenceOverAKernelIsRefused() throws IOException {
        Path one = SmallSky.write(folder.resolve("one.bsp"));
        Path other = SmallSky.write(folder.resolve("other.bsp"));
        refused(other, "diff", one.toString(), other.toString(), "--csv", other.toString());
    }

    @Test
    void aPictureOrAFilmOverAKernelIsRefused() throws IOException {
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        refused(kernel, "snapshot", "-k", kernel.toString(), "--size", "64x64", "--out", kernel.toString());
        refused(
                kernel,
                "movie",
                "-k",
                kernel.toString(),
                "--from",
                "2000-02-01",
                "--seconds",
                "1",
                "--fps",
                "1",
                "--size",
                "64x64",
                "--encoder",
                "jcodec",
                "--out",
                kernel.toString());
    }

    /** Told rather than refused: nearer is not possible. */
    @Test
    void aBoundBelowTheRoundingIsSaidNotToBeMet() throws IOException {
        String kernel = SoundKernels.shipped().toString();
        String out = folder.resolve("mars.oem").toString();
        CommandRun run = CommandRun.of(
                "export",
                kernel,
                "--bodies",
                "4",
                "--from",
                "2000-01-01",
                "--to",
                "2000-02-01",
                "--bound",
                "1e-20km",
                "--out",
                out);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("is more than --bound, but as near as the rounding of such distances allows.");
    }
}
