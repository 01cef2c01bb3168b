package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.forge.ChebyshevLayout;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.frames.UnknownFrameException;
import orrery.spk.DamagedSegmentException;
import orrery.spk.KernelException;
import orrery.spk.OutsideCoverageException;
import orrery.spk.UnsupportedSegmentTypeException;
import orrery.testing.BrokenKernels;

/** Which segments answer, on both sides of every boundary; each segment gives one number, its own. */
class RoutesTest {
    private static final int J2000 = 1;
    private static final int ECLIPTIC = 17;

    @TempDir
    private Path dir;

    private final KernelRegistry registry = new KernelRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();
    private int files;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void aRouteChangesWithTheEpochOnBothSidesOfEachBoundary() throws Exception {
        Ephemeris ephemeris = ephemeris(
                kernel(still(3, 0, 0, 100, 1000), still(399, 3, 0, 100, 100), still(301, 3, 0, 100, 10)),
                kernel(still(301, 399, 40, 60, 1)));
        assertThat(x(ephemeris, 301, 0, 0)).isEqualTo(1010);
        assertThat(x(ephemeris, 301, 0, Math.nextDown(40))).isEqualTo(1010);
        assertThat(x(ephemeris, 301, 0, 40)).isEqualTo(1101);
        assertThat(x(ephemeris, 301, 0, 60)).isEqualTo(1101);
        assertThat(x(ephemeris, 301, 0, Math.nextUp(60))).isEqualTo(1010);
        assertThat(x(ephemeris, 301, 0, 100)).isEqualTo(1010);
        assertThat(x(ephemeris, 301, 399, 39)).isEqualTo(-90);
        assertThat(x(ephemeris, 301, 399, 50)).isEqualTo(1);
        assertThat(x(ephemeris, 399, 301, 50)).isEqualTo(-1);
        assertThat(ephemeris.explain(301, 0, 50)).hasSize(3);
        assertThat(ephemeris.explain(301, 0, 61)).hasSize(2);
    }

    @Test
    void ofTwoHalvesTheOneStoredLastAnswersAtTheirCommonEnd() throws Exception {
        RawSegment early = still(4, 0, 0, 50, 1);
        RawSegment late = still(4, 0, 50, 100, 2);
        assertThat(x(ephemeris(kernel(early, late)), 4, 0, 50)).isEqualTo(2);
        assertThat(x(ephemeris(kernel(late, early)), 4, 0, 50)).isEqualTo(1);
        Ephemeris both = ephemeris(kernel(early, late));
        assertThat(x(both, 4, 0, Math.nextDown(50))).isEqualTo(1);
        assertThat(x(both, 4, 0, Math.nextUp(50))).isEqualTo(2);
        assertThat(both.coverage(4, 0).spans()).containsExactly(new Coverage.Span(0, 100));
    }

    @Test
    void theKernelLoadedLastWinsAndItsGapsFallThrough() throws Exception {
        Ephemeris ephemeris =
                ephemeris(kernel(still(4, 0, 0, 100, 1)), kernel(still(4, 0, 10, 20, 2), still(4, 0, 30, 40, 3)));
        assertThat(x(ephemeris, 4, 0, 9)).isEqualTo(1);
        assertThat(x(ephemeris, 4, 0, 10)).isEqualTo(2);
        assertThat(x(ephemeris, 4, 0, 20)).isEqualTo(2);
        assertThat(x(ephemeris, 4, 0, 25)).isEqualTo(1);
        assertThat(x(ephemeris, 4, 0, 30)).isEqualTo(3);
        assertThat(x(ephemeris, 4, 0, 41)).isEqualTo(1);
    }

    @Test
    void aGapThatNothingFillsIsAnErrorThatNamesTheNearestEpoch() throws Exception {
        Ephemeris ephemeris = ephemeris(kernel(still(4, 0, 0, 10, 1), still(4, 0, 30, 40, 3)));
        assertThatThrownBy(() -> x(ephemeris, 4, 0, 12))
                .isInstanceOf(OutsideCoverageException.class)
                .hasMessageContaining("gap")
                .hasMessageContaining("(et 10.0)");
        assertThat(ephemeris.coverage(4, 0).spans())
                .containsExactly(new Coverage.Span(0, 10), new Coverage.Span(30, 40));
    }

    @Test
    void bodiesMeetAtTheirFirstCommonCenterWhereverItLies() throws Exception {
        // No chain reaches 0; a spacecraft and a moon meet at 499.
        Ephemeris ephemeris = ephemeris(kernel(still(-5, 499, 0, 10, 7), still(401, 499, 0, 10, 5)));
        assertThat(x(ephemeris, -5, 401, 5)).isEqualTo(2);
        assertThat(x(ephemeris, 401, 499, 5)).isEqualTo(5);
        assertThat(x(ephemeris, 499, 401, 5)).isEqualTo(-5);
        assertThatThrownBy(() -> x(ephemeris, -5, 0, 5)).isInstanceOf(NoDataException.class);
    }

    @Test
    void aSegmentThatGivesNoStatesKeepsItsPlace() throws Exception {
        RawSegment broken = new RawSegment(4, 0, J2000, 2, 0, 50, "broken", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        RawSegment unknown = new RawSegment(4, 0, J2000, 99, 60, 70, "unknown", new double[] {1, 2, 3});
        Ephemeris ephemeris = ephemeris(kernel(still(4, 0, 0, 100, 1)), kernel(broken, unknown));
        assertThatThrownBy(() -> x(ephemeris, 4, 0, 25))
                .isInstanceOf(DamagedSegmentException.class)
                .hasMessageContaining("set aside");
        assertThatThrownBy(() -> x(ephemeris, 4, 0, 65)).isInstanceOf(UnsupportedSegmentTypeException.class);
        assertThat(x(ephemeris, 4, 0, 55)).isEqualTo(1);
        assertThat(x(ephemeris, 4, 0, 75)).isEqualTo(1);
    }

    @Test
    void hopsInOtherInertialFramesAreRotatedOnTheWay() throws Exception {
        // y in the ecliptic is (0, cos, sin) of the obliquity 84381.448 arcseconds in J2000.
        Ephemeris ephemeris =
                ephemeris(kernel(still(4, 0, 0, 10, 100), constant(499, 4, ECLIPTIC, 0, 10, new double[] {0, 7, 0})));
        double obliquity = Math.toRadians(84381.448 / 3600);
        double[] state = new double[6];
        ephemeris.state(499, 0, 5, state);
        assertThat(state[0]).isCloseTo(100, within(1e-13));
        assertThat(state[1]).isCloseTo(7 * Math.cos(obliquity), within(1e-14));
        assertThat(state[2]).isCloseTo(7 * Math.sin(obliquity), within(1e-14));
        ephemeris.state(0, 499, 5, state);
        assertThat(state[1]).isCloseTo(-7 * Math.cos(obliquity), within(1e-14));
    }

    @Test
    void aFrameThatIsNotInertialIsAnErrorThatNamesIt() throws Exception {
        Ephemeris ephemeris = ephemeris(kernel(still(4, 0, 0, 10, 100), constant(499, 4, -7, 0, 10, new double[3])));
        assertThatThrownBy(() -> x(ephemeris, 499, 0, 5))
                .isInstanceOfSatisfying(
                        UnknownFrameException.class, e -> assertThat(e.frame()).isEqualTo(-7))
                .hasMessageContaining("-7");
        assertThat(x(ephemeris, 4, 0, 5)).isEqualTo(100);
    }

    @Test
    void aSegmentInADamagedFrameIsReadableInItsOwn() throws IOException {
        Path damaged = dir.resolve("frame.bsp");
        Files.write(damaged, BrokenKernels.all().get("m33_seg_frame_-7.bsp"));
        try (KernelHandle handle = registry.open(damaged);
                KernelPool pool = KernelPool.of(handle)) {
            var segment = handle.file().segments().getLast();
            handle.state(segment, 0, new double[6], new orrery.spk.Workspace());
            assertThatThrownBy(() -> Ephemeris.of(pool).state(segment.target(), 0, 0, new double[6]))
                    .isInstanceOf(UnknownFrameException.class)
                    .isInstanceOf(KernelException.class);
        }
    }

    private static double x(Ephemeris ephemeris, int target, int center, double et) {
        double[] state = new double[6];
        ephemeris.state(target, center, et, state);
        return state[0];
    }

    private static RawSegment still(int target, int center, double start, double end, double x) {
        return constant(target, center, J2000, start, end, new double[] {x, 0, 0});
    }

    private static RawSegment constant(int target, int center, int frame, double start, double end, double[] at) {
        double[][][] coefficients = {{{at[0], 0}, {at[1], 0}, {at[2], 0}}};
        return new ChebyshevLayout(start, end - start, coefficients).type2(target, center, frame, start, end, "still");
    }

    private KernelHandle kernel(RawSegment... segments) throws IOException {
        Path file = dir.resolve(files++ + ".bsp");
        SpkWriter.littleEndian().addAll(List.of(segments)).write(file);
        KernelHandle handle = registry.open(file);
        open.add(handle);
        return handle;
    }

    private Ephemeris ephemeris(KernelHandle... handles) {
        KernelPool pool = KernelPool.of(handles);
        open.add(pool);
        return Ephemeris.of(pool);
    }
}
