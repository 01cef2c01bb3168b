package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.ephemeris.TextFacts;
import orrery.frames.FrameSystem;
import orrery.frames.PoolFiles;
import orrery.math.StateRotation;
import orrery.testing.SoundKernels;

/** Frames, orientation, names and sizes of loaded kernels, as passed to the window. */
class TextKernelsInTheSkyTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final Path SHIPPED = SoundKernels.shipped();

    @TempDir
    private Path folder = Path.of("");

    private final SkyService service = new SkyService(new KernelRegistry(), 1);

    private static Path resource(String name) {
        return BASE.resolve("src/test/resources/orrery/frames").resolve(name);
    }

    private SkyService open(Path... more) {
        List<Path> all = new ArrayList<>(List.of(SHIPPED));
        all.addAll(Arrays.asList(more));
        service.open(all).join();
        return service;
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), "KPL/PCK\n\\begindata\n" + text + "\n");
    }

    @AfterEach
    void close() {
        service.close();
        TextFacts.forget();
    }

    @Test
    void theGlobesTurnWithTheLoadedOrientation() {
        double[] drawn = new double[9];
        double[] asked = StateRotation.identity();
        SkyFrame frame = open().compute(864_000);
        assertThat(frame.turn(frame.catalogue().indexOf(399), drawn)).isTrue();
        FrameSystem.builtIn()
                .rotation(1, FrameSystem.builtIn().byName("IAU_EARTH").id(), 864_000, asked);
        assertThat(drawn).containsExactly(Arrays.copyOf(asked, 9));
        frame = open(resource("turning.bpc"), resource("turning.tf")).compute(864_000);
        assertThat(frame.turn(frame.catalogue().indexOf(399), drawn)).isTrue();
        FrameSystem loaded = Ephemeris.live(service.live()).frames();
        loaded.rotation(1, loaded.byName("ITRF93").id(), 864_000, asked);
        assertThat(drawn).containsExactly(Arrays.copyOf(asked, 9));
        assertThat(frame.turn(frame.catalogue().indexOf(4), drawn))
                .as("a barycenter is drawn as its planet")
                .isTrue();
        loaded.rotation(1, loaded.byName("IAU_MARS").id(), 864_000, asked);
        assertThat(drawn).containsExactly(Arrays.copyOf(asked, 9));
    }

    @Test
    void aFrameWhosePoolIsReplacedMeanwhileLeavesAGlobeUnturnedAndItsWorkerAlive() {
        List<Path> files = List.of(SHIPPED, resource("turning.bpc"), resource("turning.tf"));
        KernelPool pool = PoolFiles.open(new KernelRegistry(), files);
        SkyCatalogue catalogue = KernelSet.catalogue(pool, files, 1);
        SkyAxes axes = SkyAxes.of(catalogue, Ephemeris.of(pool));
        double[] all = axes.room();
        int earth = catalogue.indexOf(399);
        axes.turn(earth, 864_000, all, SkyAxes.scratch());
        assertThat(axes.read(earth, all, new double[9])).isTrue();
        pool.close();
        double[] after = axes.room();
        axes.turn(earth, 864_001, after, SkyAxes.scratch());
        assertThat(axes.read(earth, after, new double[9])).isFalse();
    }

    @Test
    void subPointsAndPositionsAreInTheFrameThatIsChosen() {
        open(resource("turning.bpc"), resource("turning.tf"));
        BodyFacts.Surface own = service.computeFacts(399, 864_000).surface().orElseThrow();
        assertThat(own.frame()).isEqualTo("ITRF93");
        assertThat(own.sources()).containsExactly("ITRF93: turning.bpc");
        assertThat(own.earth()).as("nobody is beneath himself").isEmpty();
        service.place(new PlaceWish(OptionalInt.of(301), "IAU_EARTH", Aberration.CN_S));
        BodyFacts facts = service.computeFacts(399, 864_000);
        assertThat(facts.surface().orElseThrow().frame()).isEqualTo("IAU_EARTH");
        double[] state = new double[6];
        Ephemeris ephemeris = Ephemeris.live(service.live());
        double lightTime = ephemeris.planetAt(
                399, 301, 864_000, Aberration.CN_S, ephemeris.frames().byName("IAU_EARTH"), state);
        BodyFacts.State told = facts.framed().state().orElseThrow();
        assertThat(new double[] {told.x(), told.y(), told.z(), told.vx(), told.vy(), told.vz()})
                .containsExactly(state);
        assertThat(facts.framed().lightTime()).isEqualTo(lightTime);
        assertThat(facts.framed().sources()).containsExactly("IAU_EARTH: built in (pck00011.tpc)");
        service.place(PlaceWish.PLAIN.in("NOWHERE"));
        assertThat(service.computeFacts(399, 864_000).framed().trouble().orElseThrow())
                .startsWith("No frame is named \"NOWHERE\"");
        service.place(PlaceWish.PLAIN.in("ITRF93"));
        assertThat(service.computeFacts(399, 1e9).framed().trouble().orElseThrow())
                .contains("turning.bpc", "Load a binary PCK");
        assertThat(service.computeFacts(399, 1e9).surface().orElseThrow().frame())
                .isEqualTo("IAU_EARTH");
    }

    @Test
    void framesWithDataAreOfferedThoseOfKernelsFirst() {
        assertThat(open().frames())
                .extracting(f -> f.name())
                .contains("J2000", "ECLIPJ2000", "IAU_MARS")
                .doesNotContain("ITRF93");
        assertThat(open(resource("turning.bpc"), resource("turning.tf"), resource("tk.tf"))
                        .frames())
                .extracting(f -> f.name())
                .contains("MADE_MOON", "TEST_MATRIX", "TEST_ANGLES")
                .contains("ITRF93");
    }

    @Test
    void loadedNamesAndSizesHold() throws IOException {
        double before =
                open().computeFacts(4, 0).seen().orElseThrow().diameter().orElseThrow();
        open(text(
                "big.tpc",
                "BODY499_RADII = ( 6792.38 6792.38 6752.4 )" + " NAIF_BODY_NAME = 'MY MOON' NAIF_BODY_CODE = 301"));
        assertThat(service.computeFacts(4, 0).seen().orElseThrow().diameter().orElseThrow())
                .isCloseTo(2 * before, within(1e-9));
        assertThat(Bodies.name(301)).isEqualTo("MY MOON");
        open();
        assertThat(Bodies.name(301)).as("gone with its kernel").isEqualTo("Moon");
    }

    @Test
    void withoutPositionsNothingIsShownAndAnUnsoundTextChangesNothing() throws IOException {
        open();
        Path names = text("names.tf", "NAIF_BODY_NAME = 'A' ");
        assertThatThrownBy(() -> service.open(List.of(resource("tk.tf"))).join())
                .hasMessageContaining("None of these kernels holds positions");
        assertThatThrownBy(() -> open(names)).hasMessageContaining("names.tf, line 3: NAIF_BODY_NAME is given without");
        assertThat(service.catalogue()).isNotNull();
        assertThat(service.compute(0).catalogue().kernels()).containsExactly(SHIPPED);
    }
}
