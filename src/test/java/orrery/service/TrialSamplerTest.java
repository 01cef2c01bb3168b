package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.testing.SmallSky;

/** What is tried out is sampled as it would be if it were loaded. */
class TrialSamplerTest {
    @TempDir
    private Path folder = Path.of("");

    private TrialSampler.Sampled sample(Progress progress) throws IOException {
        Path file = SmallSky.write(folder.resolve("sky.bsp"));
        try (KernelHandle kernel = new KernelRegistry().open(file);
                KernelPool pool = KernelPool.of(kernel)) {
            return TrialSampler.of(kernel, Ephemeris.of(pool), progress);
        }
    }

    @Test
    void aWayReachesAsFarAsTheBodyAndHoldsItsEpochs() throws IOException {
        TrialSampler.Sampled sampled = sample(Progress.NONE);
        SkyTrial.Way mars = sampled.trial().ways().stream()
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
