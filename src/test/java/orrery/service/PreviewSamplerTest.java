package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.forge.SpkWriter;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.testing.SmallSky;

/** A preview is sampled as it would be if it were loaded. */
class PreviewSamplerTest {
    @TempDir
    private Path folder = Path.of("");

    private PreviewSampler.PreviewSample sample(Progress progress) throws IOException {
        Path file = SmallSky.write(folder.resolve("sky.bsp"));
        try (KernelHandle kernel = new KernelRegistry().open(file);
                KernelPool pool = KernelPool.of(kernel)) {
            return PreviewSampler.of(kernel, Ephemeris.of(pool), progress);
        }
    }

    @Test
    void aWayReachesAsFarAsTheBodyAndHoldsItsEpochs() throws IOException {
        PreviewSampler.PreviewSample sampled = sample(Progress.NONE);
        SkyPreview.Way mars = sampled.preview().ways().stream()
                .filter(way -> way.path().body() == 4)
                .findFirst()
                .orElseThrow();
        assertThat(mars.path().parent()).isEqualTo(NaifIds.SOLAR_SYSTEM_BARYCENTER);
        assertThat(mars.name()).isEqualTo("Mars (barycenter)");
        assertThat(mars.reach()).isCloseTo(1.5 * SmallSky.AU * Math.sqrt(1.01), within(1e4));
        assertThat(mars.covers(SmallSky.START)).isTrue();
        assertThat(mars.covers(SmallSky.END + 1)).isFalse();
        double[] between = new double[3];
        double position = mars.position(SmallSky.YEAR * 3.3);
        mars.path().between((int) position, position - (int) position, between);
        double[] exact = SmallSky.place(1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, SmallSky.YEAR * 3.3);
        assertThat(between[0]).isCloseTo(exact[0], within(5e3));
        assertThat(between[1]).isCloseTo(exact[1], within(5e3));
        assertThat(sampled.cut()).isEmpty();
        assertThat(sampled.troubles()).isEmpty();
    }

    /** Mars twice, with nothing between. */
    private Path broken(double gapStart, double gapEnd) throws IOException {
        Path file = folder.resolve("broken" + gapEnd + ".bsp");
        SpkWriter.littleEndian()
                .comment("""
                        \\begindata
                        NAIF_BODY_NAME = ( 'MARS BARYCENTER', 'Wanderer' )
                        NAIF_BODY_CODE = ( -4, -999044 )
                        """)
                .add(SmallSky.circle(-999_044, 0, SmallSky.AU, SmallSky.YEAR, 0, SmallSky.END))
                .add(SmallSky.circle(4, 0, 1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, 0, gapStart))
                .add(SmallSky.circle(4, 0, 1.5 * SmallSky.AU, 1.9 * SmallSky.YEAR, gapEnd, SmallSky.END))
                .write(file);
        return file;
    }

    @Test
    void noLineLeadsOverATimeWithoutAStateEvenWhereALoadedKernelHasOne() throws IOException {
        Path loaded = SmallSky.write(folder.resolve("sky.bsp"));
        double from = 800 * 86400.0;
        // A second is between any two knots, four days are some knots wide.
        for (double to : new double[] {from + 1, from + 4 * 86400}) {
            try (KernelHandle kernel = new KernelRegistry().open(broken(from, to));
                    KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(loaded, kernel.path()))) {
                List<SkyPreview.Way> ways = PreviewSampler.of(kernel, Ephemeris.of(pool), Progress.NONE)
                        .preview()
                        .ways();
                // As the kernel's own comments call it, and by its common name.
                assertThat(ways).extracting(SkyPreview.Way::name).containsExactly("Wanderer", "Mars (barycenter)");
                SkyPath path = ways.getLast().path();
                double[] between = new double[3];
                for (double et : new double[] {from + 0.1, (from + to) / 2, to - 0.1}) {
                    int knot = (int) ((et - path.start()) / path.step());
                    path.between(knot, 0.5, between);
                    assertThat(between[0]).as("%s of %s", et, to).isNaN();
                }
                int whole = 0;
                for (int knot = 0; knot + 1 < path.size(); knot++) {
                    path.between(knot, 0.5, between);
                    whole += Double.isNaN(between[0]) ? 0 : 1;
                }
                assertThat(path.size() - 1 - whole).as("pieces left out").isBetween(1, 8);
            }
        }
    }

    @Test
    void itIsCalledOff() {
        Progress off = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        Assertions.assertThatThrownBy(() -> sample(off)).isInstanceOf(CancellationException.class);
    }
}
