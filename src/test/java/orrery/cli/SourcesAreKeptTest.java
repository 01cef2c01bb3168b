package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    @Test
    void theEvidenceOfAnAuditOverItsKernelIsRefused() throws IOException {
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        for (String option : new String[] {"--trace", "--jfr"}) {
            refused(kernel, "audit", "-k", kernel.toString(), "--claims", "A2", option, kernel.toString());
        }
    }

    @Test
    void anImportOverItsFileOrTheKernelOfThePlanetsIsRefused() throws IOException {
        Path kernel = SmallSky.write(folder.resolve("small.bsp"));
        Path table = Files.writeString(
                folder.resolve("a.csv"),
                "et,x,y,z,vx,vy,vz\n0,1,2,3,0,0,0\n60,1,2,3,0,0,0\n120,1,2,3,0,0,0\n180,1,2,3,0,0,0\n");
        String[] words = {"import", table.toString(), "--target", "-99", "--center", "399", "-k", kernel.toString()};
        for (Path source : new Path[] {kernel, table}) {
            String[] all = Arrays.copyOf(words, words.length + 2);
            all[words.length] = "--out";
            all[words.length + 1] = source.toString();
            refused(source, all);
        }
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
