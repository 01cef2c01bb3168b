package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.frames.FramesFactory;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import orrery.Main;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.math.Constants;
import orrery.spk.EarthEquator;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.testing.ChildJvm;
import orrery.time.TerrestrialTime;

/** Two-line elements, OMM in each of its notations, and Horizons' tables in each of their forms. */
class ElementsImportTest {
    /** A set of the verification of SGP4 (AIAA 2006-6753): 28057, a low orbit; and 8195, in resonance. */
    private static final String LOW = """
        CBERS 2
        1 28057U 03049A   06177.78615833  .00000060  00000-0  35940-4 0  1836
        2 28057  98.4283 247.6961 0000884  88.1964 271.9322 14.35478080140550
        """;

    private static final String RESONANT = """
        1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
        2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656
        """;

    private static final String[] VALUES = {
        "CBERS 2",
        "2003-049A",
        "2006-06-26T18:52:04.079712",
        "14.35478080",
        "0.0000884",
        "98.4283",
        "247.6961",
        "88.1964",
        "271.9322",
        "28057",
        "0.00003594",
        "SGP4"
    };
    private static final String[] KEYS = {
        "OBJECT_NAME",
        "OBJECT_ID",
        "EPOCH",
        "MEAN_MOTION",
        "ECCENTRICITY",
        "INCLINATION",
        "RA_OF_ASC_NODE",
        "ARG_OF_PERICENTER",
        "MEAN_ANOMALY",
        "NORAD_CAT_ID",
        "BSTAR",
        "MEAN_ELEMENT_THEORY"
    };

    @TempDir
    private Path folder = Path.of("");

    private Path kernel(String... texts) throws IOException {
        Path file = folder.resolve("some.file");
        Files.writeString(file, String.join("", texts));
        Path out = folder.resolve("out.bsp");
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            read.write(out, Progress.NONE);
        }
        return out;
    }

    private static double[] state(Path kernel, int target, int center, double et) {
        double[] out = new double[6];
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            Ephemeris.of(pool).state(target, center, et, out);
        }
        return out;
    }

    @Test
    void twoLineElementsMoveAsOrekitMovesThem() throws IOException {
        Path kernel = kernel(LOW, RESONANT);
        for (String text : List.of(LOW, RESONANT)) {
            List<String> lines = text.lines().filter(l -> l.matches("[12] .*")).toList();
            TLE tle = new TLE(
                    lines.get(0),
                    lines.get(1),
                    OrekitJudge.CONTEXT.getTimeScales().getUTC());
            TLEPropagator orekit = TLEPropagator.selectExtrapolator(
                    tle, FrameAlignedProvider.of(FramesFactory.getGCRF()), 1000, FramesFactory.getGCRF());
            AbsoluteDate j2000 = new AbsoluteDate(
                    2000, 1, 1, 12, 0, 0.0, OrekitJudge.CONTEXT.getTimeScales().getTT());
            double epoch = TerrestrialTime.toTdb(tle.getDate().durationFrom(j2000));
            for (double hours = -48; hours <= 48; hours += 7) {
                AbsoluteDate date = tle.getDate().shiftedBy(hours * 3600);
                double et = TerrestrialTime.toTdb(date.durationFrom(j2000));
                double[] is = state(kernel, -100_000 - tle.getSatelliteNumber(), NaifIds.EARTH, et);
                // Type 10 counts seconds of TDB where SGP4 means seconds of time on Earth (SPICE: SPKE10). At the time
                // that it counts it agrees to what SPICE's constants are rounded to.
                double[] counted = orekit(orekit, tle.getDate().shiftedBy(et - epoch), et);
                double[] meant = orekit(orekit, date, et);
                double speed = Math.sqrt(meant[3] * meant[3] + meant[4] * meant[4] + meant[5] * meant[5]);
                assertThat(apart(is, counted, 0)).isLessThan(2e-5);
                assertThat(apart(is, counted, 3)).isLessThan(2e-8);
                // And at the intended time it is off by the difference of the two clocks, half a meter in two days.
                double clocks = Math.abs(et - epoch - hours * 3600);
                assertThat(clocks).isLessThan(6e-5);
                assertThat(apart(is, meant, 0)).isLessThan(2e-5 + clocks * speed);
            }
        }
    }

    /** Where Orekit's SGP4 has the satellite at a date, turned to J2000 as of an epoch: km, km/s. */
    private static double[] orekit(TLEPropagator orekit, AbsoluteDate date, double et) {
        PVCoordinates pv = orekit.getPVCoordinates(date, orekit.getFrame());
        double[] state = {
            pv.getPosition().getX() / 1e3, pv.getPosition().getY() / 1e3,
                    pv.getPosition().getZ() / 1e3,
            pv.getVelocity().getX() / 1e3, pv.getVelocity().getY() / 1e3,
                    pv.getVelocity().getZ() / 1e3
        };
        new EarthEquator().toJ2000(et, state);
        return state;
    }

    private static double apart(double[] a, double[] b, int from) {
        return Math.sqrt(Math.pow(a[from] - b[from], 2)
                + Math.pow(a[from + 1] - b[from + 1], 2)
                + Math.pow(a[from + 2] - b[from + 2], 2));
    }

    /** As in the file that SGP4 is verified with (AIAA 2006-6753). */
    @Test
    void whatStandsBehindALineIsIgnored() throws IOException {
        String more = LOW.replace("140550", "140550     -1440.0      1440.0        10.0");
        Path file = folder.resolve("verification");
        Files.writeString(file, more);
        try (Import read = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
            assertThat(read.sources().getFirst().ignored()).containsExactly("text beyond column 69 of a line");
        }
    }

    @Test
    void severalEpochsOfASatelliteAreOneSegmentInTheirOrder() throws IOException {
        String later = """
            1 28057U 03049A   06178.78615833  .00000060  00000-0  35940-4 0  1837
            2 28057  98.4283 248.6961 0000884  88.1964 271.9322 14.35478080140551
            """;
        Path kernel = kernel(later, LOW);
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            var segments = pool.members().getFirst().file().segments();
            assertThat(segments).hasSize(1);
            assertThat(segments.getFirst().records()).isEqualTo(2);
            assertThat(segments.getFirst().end() - segments.getFirst().start())
                    .isCloseTo(7 * Constants.DAY, within(1.0));
        }
    }

    /** A gigabyte of elements did not fit into 256 MB; here, 300,000 lines in 32 MB, of which they took 60. */
    @Test
    void aCatalogueOfAnyLengthTakesTheMemoryOfItsSatellites() throws Exception {
        Path file = folder.resolve("catalogue.tle");
        try (PrintStream to = new PrintStream(file.toFile(), StandardCharsets.US_ASCII)) {
            List<String> lines =
                    LOW.lines().filter(line -> line.matches("[12] .*")).toList();
            for (int i = 0; i < 150_000; i++) {
                for (String line : lines) {
                    to.println(summed(line.substring(0, 2) + (10_000 + i % 1000) + line.substring(7, 68)));
                }
            }
        }
        Path out = folder.resolve("catalogue.bsp");
        Process process = new ProcessBuilder(ChildJvm.command(
                        List.of("-Xmx32m", "-Djava.io.tmpdir=" + folder),
                        Main.class,
                        "import",
                        file.toString(),
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("1,000 segments", "(149000 times)");
    }

    private static String summed(String line) {
        return line
                + line.chars()
                                .map(c -> c >= '0' && c <= '9' ? c - '0' : c == '-' ? 1 : 0)
                                .sum()
                        % 10;
    }

    @Test
    void theProgressLeavesRoomForWhatComesAfterReading() throws IOException {
        Path file = folder.resolve("some.file");
        StringBuilder text = new StringBuilder();
        for (int i = 10_000; i < 12_000; i++) {
            text.append(TradedText.sum(TradedText.TLE.text.replace("25544", Integer.toString(i))));
        }
        Files.writeString(file, text);
        List<Double> reported = new ArrayList<>();
        Import.of(List.of(file), ImportOptions.NONE, new Progress() {
                    @Override
                    public void at(double fraction) {
                        reported.add(fraction);
                    }
                })
                .close();
        assertThat(reported).isSorted();
        assertThat(reported.stream().filter(done -> done > 0.5)).hasSize(1_999);
    }

    @Test
    void anOmmSaysTheSameInEachNotation() throws IOException {
        StringBuilder kvn = new StringBuilder("CCSDS_OMM_VERS = 2.0\n");
        StringBuilder xml = new StringBuilder("<ndm><omm id=\"CCSDS_OMM_VERS\" version=\"2.0\"><body><segment>");
        StringBuilder json = new StringBuilder("[{");
        for (int i = 0; i < KEYS.length; i++) {
            kvn.append(KEYS[i]).append(" = ").append(VALUES[i]).append('\n');
            xml.append("<%s>%s</%s>".formatted(KEYS[i], VALUES[i], KEYS[i]));
            json.append(i == 0 ? "" : ",").append("\"%s\":\"%s\"".formatted(KEYS[i], VALUES[i]));
        }
        String csv = String.join(",", KEYS) + "\n" + String.join(",", VALUES) + "\n";
        double et = FileClock.UTC.parse("2006-06-27T07:30:00").et();
        double[] meant = state(kernel(LOW), -128_057, NaifIds.EARTH, et);
        for (String text : List.of(kvn.toString(), xml + "</segment></body></omm></ndm>", json + "}]", csv)) {
            double[] is = state(kernel(text), -128_057, NaifIds.EARTH, et);
            for (int i = 0; i < 6; i++) {
                // The epoch of two-line elements has eight decimals of a day, that of an OMM microseconds.
                assertThat(Math.abs(is[i] - meant[i])).isLessThan(i < 3 ? 1e-5 : 1e-8);
            }
        }
    }

    private static String table(String units, boolean csv, boolean labels, double unit, double day) {
        StringBuilder text = new StringBuilder("""
            *****
            Target body name: Mars (499)                      {source: mar099}
            Center body name: Sun (10)                        {source: mar099}
            Center-site name: BODY CENTER
            Start time      : A.D. 2026-Jan-01 00:00:00.0000 TDB
            Output type     : GEOMETRIC cartesian states
            Reference frame : Ecliptic of J2000.0
            """);
        text.append("Output units    : ").append(units).append("\n*****\n");
        text.append(csv ? " JDTDB, Calendar Date (TDB), X, Y, Z, VX, VY, VZ, LT, RG, RR,\n" : "JDTDB\n X Y Z\n");
        text.append("*****\n$$SOE\n");
        for (int i = 0; i < 8; i++) {
            double x = (1e8 + Constants.DAY * 20 * i) / unit;
            double v = 20 / unit * day;
            double jd = 2_461_041.5 + i;
            String date = "%.9f".formatted(jd);
            String calendar = "A.D. 2026-Jan-%02d 00:00:00.0000".formatted(1 + i);
            text.append(
                    csv
                            ? "%s, %s, %.16E, 0.0, 0.0, %.16E, 0.0, 0.0, 1.0, 2.0, 3.0,%n"
                                    .formatted(date, calendar, x, v)
                            : labels
                                    ? ("%s = %s TDB %n X = %.16E Y = 0.0 Z =-0.0%n VX=%.16E VY= 0.0 VZ= 0.0%n"
                                                    + " LT= 1.0 RG= 2.0 RR= 3.0%n")
                                            .formatted(date, calendar, x, v)
                                    : "%s = %s TDB %n %.16E 0.0 0.0%n %.16E 0.0 0.0%n 1.0 2.0 3.0%n"
                                            .formatted(date, calendar, x, v));
        }
        return text.append("$$EOE\n").toString();
    }

    @Test
    void aHorizonsTableSaysTheSameInEachShapeAndUnit() throws IOException {
        double au = Constants.AU;
        double et = FileClock.TDB.parse("2026-01-04T06:00:00").et();
        for (String text : List.of(
                table("KM-S", false, true, 1, 1),
                table("KM-S", false, false, 1, 1),
                table("KM-S", true, false, 1, 1),
                table("KM-D", true, false, 1, Constants.DAY),
                table("AU-D", false, true, au, Constants.DAY),
                "{\"signature\":{\"source\":\"NASA/JPL Horizons API\"},\"result\":\""
                        + table("AU-D", true, false, au, Constants.DAY).replace("\n", "\\n") + "\"}")) {
            double[] is = state(kernel(text), NaifIds.MARS, NaifIds.SUN, et);
            assertThat(is[0]).isCloseTo(1e8 + 20 * Constants.DAY * 3.25, within(1e-5));
            assertThat(is[3]).isCloseTo(20, within(1e-9));
        }
    }
}
