package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.data.DataSource;
import org.orekit.files.ccsds.ndm.odm.oem.Oem;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.files.stk.STKEphemerisFile.STKCoordinateSystem;
import org.orekit.files.stk.STKEphemerisFileParser;
import org.orekit.frames.FramesFactory;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.TimeStampedPVCoordinates;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.files.Digest;
import orrery.forge.RawSegment;
import orrery.forge.SpkWriter;
import orrery.math.TwoBody;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.spk.Segment;
import orrery.testing.EveryType;
import orrery.testing.SmallSky;
import orrery.time.Dates;
import orrery.time.TimeScale;

/** Orekit reads what is exported; imported again it is the same within 1 mm and 1 µm/s, also between the states. */
class ExportTest {
    private static final int SATELLITE = -7;
    private static final double GM = 398_600.4418;
    private static final double[] INCLINED = {7178, 0, 0, 0, 5.2, 5.3};
    private static final double START = Dates.parse("2026-03-01T12:00:00.25");
    private static final int NODES = 241;
    private static final double STEP = 60;

    @TempDir
    private Path folder = Path.of("");

    private Path kernel = Path.of("");

    @BeforeEach
    void make() throws IOException {
        kernel = folder.resolve("in.bsp");
        double[] data = new double[6 * NODES + 4];
        TwoBody orbit = new TwoBody();
        for (int i = 0; i < NODES; i++) {
            orbit.propagate(GM, INCLINED, i * STEP);
            System.arraycopy(orbit.state, 0, data, 6 * i, 6);
        }
        data[6 * NODES] = START;
        data[6 * NODES + 1] = STEP;
        data[6 * NODES + 2] = 3;
        data[6 * NODES + 3] = NODES;
        SpkWriter.littleEndian()
                .add(new RawSegment(SATELLITE, NaifIds.EARTH, 1, 12, START, START + (NODES - 1) * STEP, "orbit", data))
                .write(kernel);
    }

    private static Export export(ExportFormat format, TimeScale scale, double step, boolean own) {
        return export(format, "J2000", scale, step, own);
    }

    private static Export export(ExportFormat format, String frame, TimeScale scale, double step, boolean own) {
        return new Export(
                format,
                List.of(),
                OptionalInt.empty(),
                frame,
                scale,
                step,
                own,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Export.USUAL_BOUND,
                Export.USUAL_SPEED_BOUND,
                Export.USUAL_DEGREE);
    }

    private Path exported(Export export) throws IOException {
        Path file = folder.resolve("out.txt");
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            Export.ExportedFile written = export.of(pool, file, Progress.NONE);
            assertThat(written.blocks()).allSatisfy(block -> {
                assertThat(block.bound()).isLessThanOrEqualTo(Export.USUAL_BOUND);
                assertThat(block.speed()).isLessThanOrEqualTo(Export.USUAL_SPEED_BOUND);
            });
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "OEM,J2000,TDB",
        "OEM,J2000,UTC",
        "OEM_XML,J2000,TAI",
        "CSV,J2000,TDB",
        "CSV,J2000,UTC",
        "OEM,J2000,GPS",
        "OEM_XML,J2000,TT",
        "OEM,ECLIPJ2000,UTC",
        "OEM_XML,ECLIPJ2000,GPS",
        "CSV,B1950,TAI",
        "OEM_XML,B1950,TDB",
        "OEM,IAU_EARTH,UTC",
        "OEM_XML,IAU_EARTH,TDB",
        "CSV,IAU_EARTH,TAI"
    })
    void whatComesBackIsTheSameToAMillimeter(ExportFormat format, String frame, TimeScale scale) throws IOException {
        Path file = exported(export(format, frame, scale, Double.NaN, false));
        Path back = folder.resolve("back.bsp");
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            read.write(back, Progress.NONE);
        }
        double[] was = new double[6];
        double[] is = new double[6];
        try (KernelPool one = KernelPool.open(new KernelRegistry(), List.of(kernel));
                KernelPool two = KernelPool.open(new KernelRegistry(), List.of(back))) {
            for (double t = 1; t < (NODES - 1) * STEP - 1; t += 11.3) {
                Ephemeris.of(one).state(SATELLITE, NaifIds.EARTH, START + t, was);
                Ephemeris.of(two).state(SATELLITE, NaifIds.EARTH, START + t, is);
                for (int i = 0; i < 6; i++) {
                    assertThat(Math.abs(is[i] - was[i])).isLessThan(i < 3 ? 1e-6 : 1e-9);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theProgressShowsHowFarOneLongBlockIsMeasured(boolean own) throws IOException {
        List<Double> reported = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void at(double fraction) {
                reported.add(fraction);
            }
        };
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            export(ExportFormat.OEM, TimeScale.TDB, own ? Double.NaN : STEP / 10, own)
                    .of(pool, folder.resolve("out.txt"), progress);
        }
        assertThat(reported).isSorted().allMatch(done -> 0 <= done && done <= 1);
        assertThat(reported.stream().filter(done -> done > 0.1 && done < 0.4)).isNotEmpty();
    }

    @Test
    void nothingIsWrittenOverTheKernel() throws IOException {
        byte[] before = Files.readAllBytes(kernel);
        Path alias = Files.createSymbolicLink(folder.resolve("alias.oem"), kernel);
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            for (Path out : List.of(kernel, alias)) {
                assertThatThrownBy(() -> export(ExportFormat.OEM, TimeScale.TDB, STEP, false)
                                .of(pool, out, Progress.NONE))
                        .isInstanceOf(Export.RefusedException.class)
                        .hasMessage(out + " is the source itself; choose another name. Nothing was written.");
            }
        }
        assertThat(kernel).hasBinaryContent(before);
    }

    @Test
    void ownEpochsKeepTheInterpolationOfTheSegment() throws IOException {
        kernel = EveryType.write(folder.resolve("every_type.bsp"));
        List<String> methods = new ArrayList<>();
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            for (Segment segment : pool.members().getFirst().file().segments()) {
                if (Set.of(8, 9, 12, 13, 18).contains(segment.info().type())) {
                    Export one = new Export(
                            ExportFormat.OEM,
                            List.of(segment.target()),
                            OptionalInt.empty(),
                            "J2000",
                            TimeScale.TDB,
                            Double.NaN,
                            true,
                            EveryType.START,
                            EveryType.END,
                            Export.USUAL_BOUND,
                            Export.USUAL_SPEED_BOUND,
                            Export.USUAL_DEGREE);
                    ExportedBlock block = one.of(pool, folder.resolve("out.oem"), Progress.NONE)
                            .blocks()
                            .getFirst();
                    methods.add(segment.info().type() + " " + block.method() + " " + block.degree());
                }
            }
        }
        assertThat(methods)
                .containsExactly(
                        "8 LAGRANGE 7",
                        "9 LAGRANGE 8",
                        "12 HERMITE 7",
                        "13 HERMITE 5",
                        "18 HERMITE 7",
                        "18 LAGRANGE 5");
    }

    @ParameterizedTest
    @CsvSource({"OEM,UTC", "OEM_XML,UTC", "OEM,TAI"})
    void orekitReadsTheMessage(ExportFormat format, TimeScale scale) throws IOException {
        Oem message = OrekitJudge.oem(exported(export(format, scale, Double.NaN, false)));
        assertThat(message.getSegments()).hasSize(1);
        OemSegment segment = message.getSegments().getFirst();
        assertThat(segment.getMetadata().getObjectID()).isEqualTo("-7");
        assertThat(String.join("\n", segment.getMetadata().getComments())).contains(Digest.of(kernel));
        assertThat(segment.getCoordinates()).hasSizeGreaterThan(100);
        for (TimeStampedPVCoordinates state : segment.getCoordinates()) {
            holds(state, scale);
        }
    }

    /** Compared with the conic itself, at Orekit's own date: no epoch passes through a double. */
    private void holds(TimeStampedPVCoordinates state, TimeScale scale) {
        org.orekit.time.TimeScale utc = OrekitJudge.CONTEXT.getTimeScales().getUTC();
        AbsoluteDate day = new AbsoluteDate(2026, 3, 1, utc);
        double past = state.getDate().durationFrom(day);
        FileClock.Moment midnight = FileClock.UTC.parse("2026-03-01T00:00:00");
        // TT seconds past midnight, as TDB seconds past the kernel's start.
        double et = midnight.et() + past;
        double tdb = past
                + midnight.rest()
                + (midnight.et() - START)
                + orrery.time.TerrestrialTime.tdbMinusTt(et)
                - orrery.time.TerrestrialTime.tdbMinusTt(midnight.et());
        TwoBody orbit = new TwoBody();
        orbit.propagate(GM, INCLINED, tdb);
        double rate = FileClock.valueOf(scale.name()).rate(et);
        double[] is = {
            state.getPosition().getX(), state.getPosition().getY(),
                    state.getPosition().getZ(),
            state.getVelocity().getX(), state.getVelocity().getY(),
                    state.getVelocity().getZ()
        };
        for (int i = 0; i < 6; i++) {
            assertThat(Math.abs(is[i] / 1e3 - (i < 3 ? orbit.state[i] : orbit.state[i] / rate)))
                    .isLessThan(i < 3 ? 1e-6 : 1e-9);
        }
    }

    @Test
    void orekitReadsTheStkEphemeris() throws IOException {
        Path file = exported(export(ExportFormat.STK, TimeScale.UTC, Double.NaN, false));
        var parser = new STKEphemerisFileParser(
                "7",
                GM * 1e9,
                OrekitJudge.CONTEXT.getTimeScales().getUTC(),
                Map.of(STKCoordinateSystem.ICRF, FramesFactory.getGCRF()));
        var segment = Objects.requireNonNull(parser.parse(new DataSource(file.toFile()))
                        .getSatellites()
                        .get("7"))
                .getSegments()
                .getFirst();
        assertThat(segment.getCoordinates()).hasSizeGreaterThan(100);
        assertThat(segment.getInterpolationSamples()).isEqualTo(4);
        for (TimeStampedPVCoordinates state : segment.getCoordinates()) {
            holds(state, TimeScale.TT);
        }
        // Between the states Orekit interpolates as the file specifies.
        var carried = segment.getPropagator();
        AbsoluteDate first = segment.getStart();
        double length = segment.getStop().durationFrom(first);
        for (double t = 1.7; t < length; t += 97.3) {
            holds(carried.getPVCoordinates(first.shiftedBy(t), FramesFactory.getGCRF()), TimeScale.TT);
        }
    }

    @Test
    void theSegmentsOwnEpochsGiveTheSameSegmentAgain() throws IOException {
        Path file = exported(export(ExportFormat.OEM, TimeScale.TDB, Double.NaN, true));
        Path back = folder.resolve("back.bsp");
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            read.write(back, Progress.NONE);
        }
        try (KernelPool one = KernelPool.open(new KernelRegistry(), List.of(kernel));
                KernelPool two = KernelPool.open(new KernelRegistry(), List.of(back))) {
            var was = one.members().getFirst().file().segments().getFirst();
            var is = two.members().getFirst().file().segments().getFirst();
            assertThat(is.info().type()).isEqualTo(was.info().type());
            assertThat(is.records()).isEqualTo(was.records());
            double[] a = new double[6];
            double[] b = new double[6];
            for (double t = 0; t <= (NODES - 1) * STEP; t += 13) {
                Ephemeris.of(one).state(SATELLITE, NaifIds.EARTH, START + t, a);
                Ephemeris.of(two).state(SATELLITE, NaifIds.EARTH, START + t, b);
                // The state at a node results from the interpolation, rounded.
                assertThat(b).containsExactly(a, within(1e-11));
            }
        }
    }

    /**
     * The Earth's rotation angle is as large as a double holds to 0.05 mm on the orbit: no bound below that can be met.
     */
    @Test
    void aTurningFrameThatCannotMeetTheBoundSaysWhatTheBestStepGives() throws IOException {
        Path file = folder.resolve("out.txt");
        Export turning = new Export(
                ExportFormat.OEM,
                List.of(),
                OptionalInt.empty(),
                "IAU_EARTH",
                TimeScale.UTC,
                Double.NaN,
                false,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                1e-9,
                Export.USUAL_SPEED_BOUND,
                Export.USUAL_DEGREE);
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            assertThatExceptionOfType(Export.RefusedException.class)
                    .isThrownBy(() -> turning.of(pool, file, Progress.NONE))
                    .withMessageMatching(
                            ".* at steps of \\d+.0 s, which are the best, \\w+'s interpolation of degree 7 is up to"
                                    + " \\S+e-0[89] km and .*; give a wider bound, of position or of speed\\.");
            assertThat(Files.exists(file)).isFalse();
        }
    }

    /**
     * SGP4's velocities are not the derivatives of its positions: Hermite's interpolation is 30 mm/s off at any step.
     */
    @Test
    void twoLineElementsGoOutWithAnInterpolationThatHoldsAndComeBack() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.txt"), """
                1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
                2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
                """);
        Path was = folder.resolve("lines.bsp");
        Path message = folder.resolve("lines.oem");
        Path back = folder.resolve("back.bsp");
        try (Import read = Import.of(List.of(lines), ImportOptions.NONE, Progress.NONE)) {
            read.write(was, Progress.NONE);
        }
        double first = FileClock.UTC.parse("2008-09-20T12:00:00").et();
        double last = first + 10_000;
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(was))) {
            new Export(
                            ExportFormat.OEM,
                            List.of(),
                            OptionalInt.empty(),
                            "J2000",
                            TimeScale.UTC,
                            Double.NaN,
                            false,
                            first,
                            last,
                            Export.USUAL_BOUND,
                            Export.USUAL_SPEED_BOUND,
                            Export.USUAL_DEGREE)
                    .of(pool, message, Progress.NONE);
        }
        assertThat(message).content().contains("INTERPOLATION = LAGRANGE", "INTERPOLATION_DEGREE = 7");
        try (Import read = Import.of(List.of(message), ImportOptions.NONE, Progress.NONE)) {
            read.write(back, Progress.NONE);
        }
        double[] a = new double[6];
        double[] b = new double[6];
        try (KernelPool one = KernelPool.open(new KernelRegistry(), List.of(was));
                KernelPool two = KernelPool.open(new KernelRegistry(), List.of(back))) {
            for (double et = first + 1; et < last; et += 17.3) {
                Ephemeris.of(one).state(-125_544, NaifIds.EARTH, et, a);
                Ephemeris.of(two).state(-125_544, NaifIds.EARTH, et, b);
                for (int i = 0; i < 6; i++) {
                    assertThat(Math.abs(b[i] - a[i])).isLessThan(i < 3 ? 1e-6 : 1e-9);
                }
            }
        }
    }

    private void refused(Path from, Export export, String sentence) throws IOException {
        Path file = folder.resolve("out.txt");
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(from))) {
            assertThatExceptionOfType(Export.RefusedException.class)
                    .isThrownBy(() -> export.of(pool, file, Progress.NONE))
                    .withMessage(sentence);
            assertThat(Files.exists(file)).isFalse();
        }
    }

    private static Export about(ExportFormat format, int body, int center, double step, boolean own, double from) {
        return new Export(
                format,
                List.of(body),
                OptionalInt.of(center),
                "J2000",
                TimeScale.TDB,
                step,
                own,
                from,
                Double.POSITIVE_INFINITY,
                Export.USUAL_BOUND,
                Export.USUAL_SPEED_BOUND,
                Export.USUAL_DEGREE);
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneSentence() throws IOException {
        Path sky = SmallSky.write(folder.resolve("sky.bsp"), 0, 100 * 86400.0);
        refused(
                sky,
                about(ExportFormat.OEM, 4, 0, Double.NaN, false, 1e9),
                "The kernels contain nothing of these bodies in this span; choose others, or list "
                        + "what there is with `orrery"
                        + " brief`.");
        refused(
                sky,
                export(ExportFormat.STK, TimeScale.TDB, Double.NaN, false),
                "An STK ephemeris contains one trajectory, and this would be 6; choose one body and "
                        + "a span that one segment"
                        + " covers, or write CCSDS OEM.");
        refused(
                sky,
                about(ExportFormat.OEM, 4, 0, 1e-4, false, 0),
                "Mars (barycenter) (4) relative to Solar system barycenter (0) would take "
                        + "86,400,000,000 states at steps of"
                        + " 1.0E-4 s; give a shorter span, a wider bound or a longer step.");
        refused(
                sky,
                about(ExportFormat.OEM, 301, 0, Double.NaN, true, 0),
                "Moon (301) relative to Solar system barycenter (0) has no epochs of its own: several segments answer"
                        + " together. Give no center, or a step instead.");
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        asked(0, 1e-9, 7, 60, "A bound of 0.0 km is not positive; give a positive one such as 1mm.");
        asked(1e-6, Double.NaN, 7, 60, "A bound of NaN km is not positive; give a positive one such as 1mm.");
        asked(1e-6, 1e-9, 8, 60, "A Hermite interpolation has an odd degree from 3 to 27, not 8.");
        asked(1e-6, 1e-9, 29, 60, "A Hermite interpolation has an odd degree from 3 to 27, not 29.");
        asked(1e-6, 1e-9, 7, 0, "A step of 0.0 s is not positive; give a positive one.");
    }

    private static void asked(double bound, double speed, int degree, double step, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Export(
                        ExportFormat.OEM,
                        List.of(),
                        OptionalInt.empty(),
                        "J2000",
                        TimeScale.TDB,
                        step,
                        false,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        bound,
                        speed,
                        degree))
                .withMessage(sentence);
    }

    @Test
    void oneStateAsideIsSeenHoweverWideTheStepsThatAreEnoughForTheRest() throws IOException {
        // A state a minute for thirty days, one of them 10 km aside: it was lost between the states of an export every
        // 12 h, said to be within 0.3 mm.
        int count = 43_200;
        double[] words = new double[6 * count + 4];
        double rate = 2 * Math.PI / (27 * 86_400);
        for (int i = 0; i < count; i++) {
            double cos = 4e5 * Math.cos(rate * 60 * i);
            double sin = 4e5 * Math.sin(rate * 60 * i);
            double[] state = {cos + (i == 21_700 ? 10 : 0), sin, 0, -rate * sin, rate * cos, 0};
            System.arraycopy(state, 0, words, 6 * i, 6);
        }
        System.arraycopy(new double[] {0, 60, 3, count}, 0, words, 6 * count, 4);
        SpkWriter.littleEndian()
                .add(new RawSegment(SATELLITE, NaifIds.EARTH, 1, 12, 0, 60 * (count - 1), "spike", words))
                .write(kernel);
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            Export.ExportedFile written = export(ExportFormat.OEM, TimeScale.TDB, Double.NaN, false)
                    .of(pool, folder.resolve("out.txt"), Progress.NONE);
            assertThat(written.blocks())
                    .singleElement()
                    .satisfies(block -> assertThat(block.states()).isEqualTo(count));
            assertThatExceptionOfType(Export.RefusedException.class)
                    .isThrownBy(() -> export(ExportFormat.OEM, TimeScale.TDB, 43_200, false)
                            .of(pool, folder.resolve("wide.txt"), Progress.NONE))
                    .withMessageContaining("2000-01-16T13:40:00");
        }
    }

    @Test
    void aStepThatIsTooWideIsRefusedWithItsFigure() throws IOException {
        Path file = folder.resolve("out.txt");
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            assertThatExceptionOfType(Export.RefusedException.class)
                    .isThrownBy(() ->
                            export(ExportFormat.OEM, TimeScale.TDB, 600, false).of(pool, file, Progress.NONE))
                    .withMessageMatching(".* at steps of 600.0 s, \\w+'s interpolation of degree 7 is up to \\S+ km and"
                            + " .*; give a smaller step, or none\\.");
            assertThat(Files.exists(file)).isFalse();
        }
    }
}
