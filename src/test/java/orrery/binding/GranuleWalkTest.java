package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.Segment;
import orrery.testing.EveryType;

/** A segment is walked over to its end, whatever its directory says. */
class GranuleWalkTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void granulesThatEndBeforeTheirSegmentAreWalkedOverToItsEnd() throws Exception {
        RawSegment sound = EveryType.segments().stream()
                .filter(segment -> segment.type() == 3)
                .findFirst()
                .orElseThrow();
        double[] data = sound.data().clone();
        // Where the first granule begins: the last one ends before the segment now.
        data[data.length - 4] -= 15_000;
        Path file = folder.resolve("early.bsp");
        SpkWriter.littleEndian()
                .add(new RawSegment(
                        sound.target(), sound.center(), 1, 3, sound.start(), sound.end(), sound.name(), data))
                .write(file);
        try (KernelHandle kernel = new KernelRegistry().open(file)) {
            Segment segment = kernel.file().segments().getFirst();
            double late = segment.end() - 1;
            assertThat(segment.granule(late).end()).isLessThan(late);
            assertThat(new GranuleWalk(kernel, segment).end(late)).isGreaterThan(segment.end());
        }
    }
}
