package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.files.ccsds.definitions.BodyFacade;
import org.orekit.files.ccsds.definitions.CelestialBodyFrame;
import org.orekit.files.ccsds.definitions.FrameFacade;
import org.orekit.files.ccsds.definitions.TimeSystem;
import org.orekit.files.ccsds.ndm.WriterBuilder;
import org.orekit.files.ccsds.ndm.odm.OdmHeader;
import org.orekit.files.ccsds.ndm.odm.oem.InterpolationMethod;
import org.orekit.files.ccsds.ndm.odm.oem.Oem;
import org.orekit.files.ccsds.ndm.odm.oem.OemData;
import org.orekit.files.ccsds.ndm.odm.oem.OemMetadata;
import org.orekit.files.ccsds.ndm.odm.oem.OemSegment;
import org.orekit.files.ccsds.utils.generation.Generator;
import org.orekit.files.ccsds.utils.generation.KvnGenerator;
import org.orekit.files.ccsds.utils.generation.XmlGenerator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.TimeScale;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.TimeStampedPVCoordinates;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.math.TwoBody;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/** What Orekit writes is imported within 1 mm and 1 µm/s, also between the nodes; comments of a message are kept. */
class OemImportTest {
    private static final double GM = 398_600.4418;
    private static final double[] START = {6778.137, 0, 0, 0, 4.77, 5.96};
    private static final int NODES = 91;
    private static final double STEP = 60;

    @TempDir
    private Path folder = Path.of("");

    /** The orbit itself: a conic, in closed form. */
    private static double[] truth(double seconds) {
        TwoBody orbit = new TwoBody();
        assertThat(orbit.propagate(GM, START, seconds)).isTrue();
        return orbit.state.clone();
    }

    private static Oem message(String clock) {
        TimeScale scale = clock.equals("UTC")
                ? OrekitJudge.CONTEXT.getTimeScales().getUTC()
                : OrekitJudge.CONTEXT.getTimeScales().getTAI();
        OdmHeader header = new OdmHeader();
        header.setFormatVersion(2.0);
        header.setCreationDate(new AbsoluteDate(2026, 1, 1, scale));
        header.setOriginator("OREKIT");
        OemMetadata meta = new OemMetadata(7);
        meta.setObjectName("PROBE");
        meta.setObjectID("2026-001A");
        meta.setCenter(BodyFacade.create(org.orekit.files.ccsds.definitions.CenterName.EARTH, OrekitJudge.CONTEXT));
        meta.setReferenceFrame(FrameFacade.parse(
                CelestialBodyFrame.EME2000.name(),
                IERSConventions.IERS_2010,
                true,
                OrekitJudge.CONTEXT,
                true,
                false,
                false));
        meta.setTimeSystem(TimeSystem.valueOf(clock));
        meta.setInterpolationMethod(InterpolationMethod.HERMITE);
        meta.setInterpolationDegree(7);
        AbsoluteDate start = new AbsoluteDate(2026, 3, 1, 12, 0, 0, scale);
        OemData data = new OemData();
        data.addComment("made for a test");
        for (int i = 0; i < NODES; i++) {
            double[] s = truth(i * STEP);
            data.addData(
                    new TimeStampedPVCoordinates(
                            start.shiftedBy(i * STEP),
                            new Vector3D(1e3 * s[0], 1e3 * s[1], 1e3 * s[2]),
                            new Vector3D(1e3 * s[3], 1e3 * s[4], 1e3 * s[5])),
                    false);
        }
        meta.setStartTime(start);
        meta.setStopTime(start.shiftedBy((NODES - 1) * STEP));
        return new Oem(
                header,
                new ArrayList<>(List.of(new OemSegment(meta, data, GM * 1e9))),
                IERSConventions.IERS_2010,
                OrekitJudge.CONTEXT,
                GM * 1e9);
    }

    private Path written(String clock, boolean xml) throws IOException {
        Path file = folder.resolve("orekit.txt");
        try (Writer out = Files.newBufferedWriter(file);
                Generator generator = xml
                        ? new XmlGenerator(out, 2, "orekit.txt", -1, false, null)
                        : new KvnGenerator(out, 0, "orekit.txt", -1, 0)) {
            new WriterBuilder(OrekitJudge.CONTEXT).buildOemWriter().writeMessage(generator, message(clock));
        }
        return file;
    }

    private Path kernel(Path file) throws IOException {
        Path out = folder.resolve("out.bsp");
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            read.write(out, Progress.NONE);
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC kvn", "UTC xml", "TAI kvn", "TAI xml"})
    void whatOrekitWritesIsImportedToAMillimeter(String how) throws IOException {
        String clock = how.substring(0, 3);
        Path made = kernel(written(clock, how.endsWith("xml")));
        double[] out = new double[6];
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(made))) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            for (double t = 0; t <= (NODES - 1) * STEP; t += 7.5) {
                // Seconds of the file's clock; the position of the body at the very epoch that a double represents.
                long minute = Math.floorDiv((long) t, 60L);
                FileClock.Moment when = FileClock.valueOf(clock)
                        .parse("2026-03-01T%02d:%02d:%04.1f".formatted(12 + minute / 60, minute % 60, t % 60));
                ephemeris.state(-202_600_101, NaifIds.EARTH, when.et(), out);
                double[] meant = truth(t - when.rest());
                // Velocities are per second of the file's clock there, and per second of TDB here.
                double rate = when.rate();
                for (int i = 0; i < 6; i++) {
                    assertThat(Math.abs(out[i] - meant[i] * (i < 3 ? 1 : rate))).isLessThan(i < 3 ? 1e-6 : 1e-9);
                }
            }
        }
    }

    @Test
    void theKernelKeepsHeaderCommentsAndTheSourcesDigest() throws IOException {
        Path source = written("UTC", false);
        Path made = kernel(source);
        try (KernelHandle kernel = new KernelRegistry().open(made)) {
            assertThat(kernel.comment())
                    .contains("ORIGINATOR = OREKIT")
                    .contains("COMMENT made for a test")
                    .contains(orrery.files.Digest.of(source));
        }
    }

    @Test
    void theFrameOfABodyMayBeWrittenWithAHyphen() {
        // As in CCSDS's example of an OEM in XML.
        assertThat(ImportedFrame.of("IAU-Saturn", 699).orElseThrow().id())
                .isEqualTo(ImportedFrame.of("IAU_SATURN", 699).orElseThrow().id());
    }

    @Test
    void spansInterpolationAndWhatIsLeftOutAreTold() throws IOException {
        Path file = folder.resolve("some.txt");
        StringBuilder text = new StringBuilder("""
            CCSDS_OEM_VERS = 3.0
            MESSAGE_ID = 7
            PHASE = B
            META_START
            OBJECT_NAME = MGS
            OBJECT_ID = -94
            CENTER_NAME = MARS
            REF_FRAME = ICRF
            TIME_SYSTEM = TDB
            USEABLE_START_TIME = 2000-01-01T12:03:00
            USEABLE_STOP_TIME = 2000-01-01T12:06:00
            INTERPOLATION = LAGRANGE
            INTERPOLATION_DEGREE = 5
            META_STOP
            """);
        for (int i = 0; i < 10; i++) {
            text.append("2000-01-01T12:0").append(i).append(":00 ").append(i).append(" 0 0 1 0 0 0 0 0\n");
        }
        text.append("COVARIANCE_START\nEPOCH = 2000-01-01T12:00:00\n1\nCOVARIANCE_STOP\n");
        Files.writeString(file, text);
        Path out = folder.resolve("out.bsp");
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            Import.Source source = read.sources().getFirst();
            assertThat(source.understood()).anyMatch(line -> line.contains("type 8 (Lagrange, degree 5)"));
            assertThat(source.ignored())
                    .contains("the header's PHASE")
                    .anyMatch(line -> line.startsWith("1 covariance matrix"))
                    .anyMatch(line -> line.startsWith("the accelerations of 10 states"));
            read.write(out, Progress.NONE);
        }
        try (KernelHandle kernel = new KernelRegistry().open(out)) {
            var segment = kernel.file().segments().getFirst();
            assertThat(segment.target()).isEqualTo(-94);
            assertThat(segment.center()).isEqualTo(NaifIds.MARS);
            assertThat(segment.start()).isEqualTo(180);
            assertThat(segment.end()).isEqualTo(360);
        }
    }
}
