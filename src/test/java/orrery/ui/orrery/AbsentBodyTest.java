package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.testing.SmallSky;
import orrery.ui.fx.Theme;

/** Going to bodies that no kernel holds now. */
class AbsentBodyTest {
    private static final int PHOBOS = 401;
    private static final int COMET = 1_000_036;
    private static final int MARS = 4;
    private static final double LATER = 3 * SmallSky.YEAR;

    @TempDir
    private Path folder;

    private Path moonAndComet() throws Exception {
        SpkWriter writer = SpkWriter.littleEndian().internalName("later");
        for (int[] body : new int[][] {{PHOBOS, MARS}, {COMET, 10}}) {
            writer.add(new ChebyshevLayout(LATER, 1000, new double[][][] {{{9000, 0}, {0, 0}, {0, 0}}})
                    .type2(body[0], body[1], 1, LATER, LATER + 1000, "later"));
        }
        Path file = folder.resolve("later.bsp");
        writer.write(file);
        return file;
    }

    @Test
    void oneFliesToItsPlanetAndForABodyOfTheSunStaysWhereOneIs() throws Exception {
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(small, moonAndComet())).join();
            SkyModel model = new SkyModel(service, SmallSky.YEAR, Theme.DARK);
            model.follow();
            Camera before = model.rig().camera();
            SkyFrame frame = service.compute(SmallSky.YEAR);
            model.follow(COMET, frame);
            assertThat(model.rig().camera()).isEqualTo(before);
            model.follow(PHOBOS, frame);
            assertThat(model.rig().camera().focus()).isEqualTo(499);
            assertThat(model.selected().get()).isEqualTo(PHOBOS);
            model.follow(PHOBOS, service.compute(LATER + 500));
            assertThat(model.rig().camera().focus()).isEqualTo(PHOBOS);
        }
    }
}
