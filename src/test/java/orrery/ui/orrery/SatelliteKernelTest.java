package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.ui.fx.Theme;

/** A kernel of one planet's moons, with the few bodies that lead from there to the Sun and the Earth. */
class SatelliteKernelTest {
    private static final double AU = 149_597_870.7;
    private static final double END = 1e6;
    private static final int[] MOONS = {501, 502, 503, 504};
    private static final double[] AWAY = {421_800, 671_100, 1_070_400, 1_882_700};

    @TempDir
    private Path folder;

    private static RawSegment at(int target, int center, double x, double y) {
        return new ChebyshevLayout(0, END, new double[][][] {{{x, 0}, {y, 0}, {0, 0}}})
                .type2(target, center, 1, 0, END, "still");
    }

    private Path jovian() throws Exception {
        SpkWriter writer = SpkWriter.littleEndian()
                .internalName("jovian")
                .add(ChebyshevLayout.zero(10, 0, 1, 0, END, "Sun"))
                .add(at(3, 0, AU, 0))
                .add(ChebyshevLayout.zero(399, 3, 1, 0, END, "Earth"))
                .add(at(5, 0, 0, 5.2 * AU))
                .add(ChebyshevLayout.zero(599, 5, 1, 0, END, "Jupiter"));
        for (int i = 0; i < MOONS.length; i++) {
            writer.add(at(MOONS[i], 5, i % 2 == 0 ? AWAY[i] : -AWAY[i], 0));
        }
        Path file = folder.resolve("jovian.bsp");
        writer.write(file);
        return file;
    }

    private Path planets() throws Exception {
        SpkWriter writer =
                SpkWriter.littleEndian().internalName("planets").add(ChebyshevLayout.zero(10, 0, 1, 0, END, "Sun"));
        for (int planet = 1; planet <= 9; planet++) {
            writer.add(at(planet, 0, planet * AU, 0));
        }
        Path file = folder.resolve("planets.bsp");
        writer.write(file);
        return file;
    }

    private static SkyModel model(SkyService service) {
        SkyModel model = new SkyModel(service, END / 2, Theme.DARK);
        model.follow();
        return model;
    }

    @Test
    void whatItHoldsFillsThePicture() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(jovian())).join();
            SkyModel model = model(service);
            SkyFrame frame = service.compute(model.clock().et());
            model.aim(frame);
            assertThat(model.rig().camera().focus()).isEqualTo(599);
            assertThat(model.selected().get()).isEqualTo(599);
            Viewport view = Viewport.open(1000, 1000);
            DrawnPositions places = new DrawnPositions(frame, ScaleMode.TRUE);
            Projection projection = SkyPainter.projection(places, model.rig().camera(), view);
            double[] at = new double[3];
            double[] seen = new double[3];
            double left = 1000;
            double right = 0;
            for (int moon : MOONS) {
                places.of(moon, at);
                projection.project(at[0], at[1], at[2], seen);
                assertThat(seen[0]).as("column of " + moon).isBetween(0.0, 1000.0);
                assertThat(seen[1]).as("row of " + moon).isBetween(0.0, 1000.0);
                left = Math.min(left, seen[0]);
                right = Math.max(right, seen[0]);
            }
            assertThat(right - left).as("width of the system").isGreaterThan(250);
        }
    }

    @Test
    void aFrameOfATimeBeforeItsMoonsDoesNotSayHowFarTheyReach() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(jovian())).join();
            SkyModel model = model(service);
            model.aim(service.compute(-END));
            assertThat(model.rig().camera()).isEqualTo(Camera.first());
            model.aim(service.compute(model.clock().et()));
            assertThat(model.rig().camera().focus()).isEqualTo(599);
            assertThat(model.rig().camera().distance()).isGreaterThan(AWAY[3]);
        }
    }

    @Test
    void whoeverHasGoneElsewhereInTheMeantimeStaysThere() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(jovian())).join();
            SkyModel model = model(service);
            Camera chosen = Camera.first().distance(3 * AU);
            model.rig().set(chosen);
            model.aim(service.compute(model.clock().et()));
            assertThat(model.rig().camera()).isEqualTo(chosen);
        }
    }

    @Test
    void besideThePlanetsTheWholeSystemIsWhatThereIsToSee() throws Exception {
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            service.open(List.of(planets(), jovian())).join();
            SkyModel model = model(service);
            model.aim(service.compute(model.clock().et()));
            assertThat(model.rig().camera()).isEqualTo(Camera.first());
        }
    }
}
