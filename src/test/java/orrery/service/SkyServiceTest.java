package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.spk.KernelException;
import orrery.testing.Eventually;
import orrery.testing.MadeKernels;
import orrery.testing.SmallSky;

/** The service runs with no window. */
class SkyServiceTest {
    private static final double EPOCH = 3.3 * SmallSky.YEAR;

    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();
    private SkyService service = new SkyService(registry, 2);

    @BeforeEach
    void open() throws Exception {
        service.open(List.of(SmallSky.write(folder.resolve("small.bsp")))).join();
    }

    @AfterEach
    void close() {
        service.close();
        assertThat(registry.handles()).as("handles left open").isZero();
    }

    @Test
    void aFrameHoldsOfEachBodyTheSameBitsThatTheEphemerisGives() {
        SkyFrame frame = service.compute(EPOCH);
        double[] out = new double[6];
        assertThat(frame.catalogue().bodies()).extracting(SkyBody::id).containsExactly(3, 4, 5, 10, 301, 399);
        for (SkyBody body : frame.catalogue().bodies()) {
            Ephemeris.live(service.live()).state(body.id(), 0, EPOCH, out);
            int index = frame.catalogue().indexOf(body.id());
            for (int k = 0; k < 6; k++) {
                assertThat(Double.doubleToRawLongBits(frame.component(index, k)))
                        .isEqualTo(Double.doubleToRawLongBits(out[k]));
            }
        }
    }

    private Path write(String name, RawSegment... segments) throws Exception {
        SpkWriter writer = SpkWriter.littleEndian().internalName("Few").comment("For tests.");
        for (RawSegment segment : segments) {
            writer = writer.add(segment);
        }
        Path file = folder.resolve(name);
        writer.write(file);
        return file;
    }

    private static RawSegment still(int target, int center, double start, double end) {
        return ChebyshevLayout.zero(target, center, 1, start, end, "Still");
    }

    @Test
    void whatAllTheRestIsMeasuredFromIsDrawnThoughNothingSaysWhereItIs() throws Exception {
        SkyCatalogue alone = service.open(List.of(write("craft.bsp", still(-41, 499, 0, 9e6))))
                .join();
        assertThat(alone.origin()).isEqualTo(499);
        assertThat(alone.bodies()).extracting(SkyBody::id).containsExactly(-41, 499);
        assertThat(alone.bodies().getLast().isOrigin()).isTrue();
        SkyFrame frame = service.compute(5e6);
        assertThat(frame.known(1)).isTrue();
        assertThat(frame.component(1, 0)).isZero();
        assertThat(service.computeFacts(499, 5e6).trouble().orElseThrow()).contains("do not say where it is");
        // A center of mass is no body.
        SkyCatalogue moons = service.open(List.of(write("moons.bsp", still(601, 6, 0, 9e6), still(699, 6, 0, 9e6))))
                .join();
        assertThat(moons.bodies()).extracting(SkyBody::id).containsExactly(601, 699);
    }

    @Test
    void aSpacecraftWhoseChainEndsAtAPlanetIsDrawnAboutThePlanetsBarycenter() throws Exception {
        Path planets = SmallSky.write(folder.resolve("planets.bsp"));
        Path craft = write("mars.bsp", still(-41, 499, EPOCH - 9e6, EPOCH + 9e6));
        SkyCatalogue both = service.open(List.of(planets, craft)).join();
        int index = both.indexOf(-41);
        assertThat(index).isNotNegative();
        assertThat(both.bodies().get(index).root()).isEqualTo(499);
        assertThat(both.placeOf(499)).isEqualTo(both.indexOf(4));
        SkyFrame frame = service.compute(EPOCH);
        for (int k = 0; k < 6; k++) {
            assertThat(frame.component(index, k)).isEqualTo(frame.component(both.indexOf(4), k));
        }
        // The barycenter of Earth and Moon is not where the Earth is.
        Path low = write("earth.bsp", still(-99, 999, EPOCH - 9e6, EPOCH + 9e6));
        assertThat(service.open(List.of(planets, low)).join().indexOf(-99)).isNegative();
    }

    @Test
    void theRichestTimeIsTheLongestOverWhichMostBodiesAreHeld() throws Exception {
        SkyCatalogue catalogue = service.open(List.of(write(
                        "spans.bsp",
                        still(10, 0, 0, 1e9),
                        still(-1, 10, 1e8, 2e8),
                        still(-2, 10, 1.5e8, 4e8),
                        still(-3, 10, 3e8, 9e8))))
                .join();
        // Three are held from 1.5e8 to 2e8, and from 3e8 to 4e8.
        assertThat(catalogue.richest()).isEqualTo(new Coverage.Span(3e8, 4e8));
        assertThat(catalogue.held(3.5e8)).isEqualTo(3);
        assertThat(catalogue.held(2.5e8)).isEqualTo(2);
    }

    @Test
    void theFirstFrameIsOfTheFirstTimeAskedFor() {
        service.request(EPOCH);
        SkyFrame first = Eventually.some("a frame", service::frame);
        assertThat(first.et()).isEqualTo(EPOCH);
        assertThat(first.sequence()).as("frames computed").isEqualTo(1);
    }

    @Test
    void aTimeAskedForBeforeThereAreKernelsIsShownOnceTheyAreThere() throws Exception {
        try (SkyService early = new SkyService(registry, 1)) {
            early.request(EPOCH);
            early.open(List.of(folder.resolve("small.bsp"))).join();
            assertThat(Eventually.some("a frame", early::frame).et()).isEqualTo(EPOCH);
        }
    }

    @Test
    void theFrameOfTheNewestWishArrivesWhateverCameBefore() {
        for (int i = 0; i <= 500; i++) {
            service.request(EPOCH + i * 60);
        }
        SkyFrame frame = Eventually.value("the last frame", service::frame, at -> at.et() == EPOCH + 500 * 60);
        int earth = frame.catalogue().indexOf(399);
        double[] expected = SmallSky.place(SmallSky.AU, SmallSky.YEAR, frame.et());
        for (int k = 0; k < 3; k++) {
            assertThat(frame.component(earth, k)).isCloseTo(expected[k], offset(1.0));
        }
    }

    @Test
    void aBodyOutsideItsCoverageIsNotInTheFrame() throws Exception {
        Path first = SmallSky.write(folder.resolve("first.bsp"), 0, SmallSky.YEAR);
        service.open(List.of(first)).join();
        SkyFrame frame = service.compute(2 * SmallSky.YEAR);
        assertThat(frame.known(frame.catalogue().indexOf(399))).isFalse();
        assertThat(frame.troubles()).isEmpty();
    }

    @Test
    void aBodyWhoseDataAreDamagedSpoilsNoOtherOfItsFrame() throws Exception {
        RawSegment mars = MadeKernels.segment(4, 0, 0);
        // Coefficients about the middle of the span, but no epoch and no directory: nothing shows before it is asked.
        double[] data = mars.data();
        int record = (int) data[data.length - 2];
        int records = (int) data[data.length - 1];
        for (int i = records / 3 * record; i < records * 2 / 3 * record; i++) {
            if (i % record >= 2) {
                data[i] = Double.NaN;
            }
        }
        Path partly = folder.resolve("partly.bsp");
        SpkWriter.littleEndian()
                .add(MadeKernels.segment(10, 0, 0))
                .add(new RawSegment(4, 0, 1, 2, mars.start(), mars.end(), mars.name(), data))
                .add(MadeKernels.segment(5, 0, 0))
                .write(partly);
        service.open(List.of(partly)).join();
        SkyFrame frame = service.compute(0);
        assertThat(frame.known(frame.catalogue().indexOf(10))).isTrue();
        assertThat(frame.known(frame.catalogue().indexOf(5))).isTrue();
        assertThat(frame.known(frame.catalogue().indexOf(4))).isFalse();
        assertThat(frame.troubles()).containsOnlyKeys(4);
        assertThat(frame.troubles().get(4)).contains("not finite");
    }

    @Test
    void aBadKernelLeavesTheOldOneRunningAndSaysWhy() throws Exception {
        Path bad = Files.writeString(folder.resolve("page.bsp"), "<html>not found</html>".repeat(100));
        SkyCatalogue before = service.catalogue();
        assertThatThrownBy(() -> service.open(List.of(bad)).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(KernelException.class);
        assertThat(service.catalogue()).isSameAs(before);
        assertThat(service.compute(EPOCH).known(0)).isTrue();
    }

    @Test
    void kernelsAreChangedUnderARunningSkyAndNoFrameMixesThem() throws Exception {
        Path longer = SmallSky.write(folder.resolve("longer.bsp"), -SmallSky.YEAR, SmallSky.END);
        for (int round = 0; round < 20; round++) {
            service.request(EPOCH + round);
            SkyCatalogue now = service.open(List.of(round % 2 == 0 ? longer : folder.resolve("small.bsp")))
                    .join();
            double et = EPOCH + round + 0.5;
            service.request(et);
            SkyFrame frame = Eventually.value("a frame of this epoch", service::frame, at -> at.et() == et);
            assertThat(frame.catalogue().generation()).isEqualTo(now.generation());
            assertThat(frame.troubles()).isEmpty();
        }
        assertThat(registry.mappings()).hasSize(1);
    }

    @Test
    void factsNameTheKernelAndTheSegmentsThatAnswered() {
        BodyFacts facts = service.computeFacts(301, EPOCH);
        assertThat(facts.sources()).extracting(BodyFacts.Source::kernel).containsOnly("small.bsp");
        assertThat(facts.sources()).extracting(BodyFacts.Source::target).containsExactly(301, 3);
        assertThat(facts.fromEarth().orElseThrow().distance()).isCloseTo(380_000 * tilt(27.3 * 86400), offset(1.0));
        assertThat(facts.fromEarth().orElseThrow().lightTime())
                .isCloseTo(facts.fromEarth().orElseThrow().distance() / 299_792.458, offset(1e-12));
    }

    private static double tilt(double period) {
        double sine = Math.sin(2 * Math.PI * EPOCH / period);
        return Math.sqrt(1 + 0.01 * sine * sine);
    }

    @Test
    void aPathPassesThroughItsBodyWithinKilometersEvenBetweenItsKnots() {
        SkyPaths paths = service.computePaths(EPOCH);
        SkyPath earth = Objects.requireNonNull(paths.of(399));
        assertThat(earth.osculating()).isFalse();
        double worst = 0;
        double[] point = new double[3];
        for (int knot = 0; knot + 1 < earth.size(); knot++) {
            earth.between(knot, 0.37, point);
            double[] there = SmallSky.place(SmallSky.AU, SmallSky.YEAR, earth.et(knot) + 0.37 * earth.step());
            worst = Math.max(
                    worst, Math.hypot(Math.hypot(point[0] - there[0], point[1] - there[1]), point[2] - there[2]));
        }
        // A cubic through both ends errs by h^4/384 of the fourth derivative: 2 pi/360 a knot gives 36 m at 1 au.
        assertThat(worst).isBetween(0.02, 0.04);
    }

    @Test
    void whereTheKernelHoldsNoWholeTurnTheEllipseOfNowStandsIn() {
        SkyPaths paths = service.computePaths(EPOCH);
        SkyPath jupiter = Objects.requireNonNull(paths.of(5));
        assertThat(jupiter.osculating()).isTrue();
        SkyFrame frame = service.compute(EPOCH);
        int index = frame.catalogue().indexOf(5);
        int middle = jupiter.size() / 2;
        for (int k = 0; k < 3; k++) {
            assertThat(jupiter.component(middle, k)).isCloseTo(frame.component(index, k), offset(1.0));
        }
    }
}
