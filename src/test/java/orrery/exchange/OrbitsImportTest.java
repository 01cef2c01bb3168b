package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.forge.KuiperBelt;
import orrery.frames.InertialFrame;
import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/** Osculating elements, compared with JPL Horizons' positions of the same bodies a year later. */
class OrbitsImportTest {
    private static final Path SHIPPED = Path.of("kernels/orrery_1900_2100.bsp");
    private static final double EPOCH = (2_460_676.5 - 2_451_545.0) * Constants.DAY;
    private static final double GM = 1.3271244004127942E+11;

    private static KernelPool planets = KernelPool.of(List.of());

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void open() {
        planets = KernelPool.open(new KernelRegistry(), List.of(SHIPPED));
    }

    @AfterAll
    static void close() {
        planets.close();
    }

    /** A line of the figures. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, and not changed.
    private record Row(String name, int id, String kind, double[] first, String[] push, double[] second) {
        static List<Row> all() {
            List<Row> rows = new ArrayList<>();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(OrbitsImportTest.class.getResourceAsStream("orbits/horizons.csv")),
                    StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#") && !line.startsWith("name")) {
                        String[] f = line.split(",", -1);
                        rows.add(new Row(
                                f[0],
                                Integer.parseInt(f[1]),
                                f[2],
                                numbers(f, 3),
                                Arrays.copyOfRange(f, 9, 18),
                                numbers(f, 18)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows;
        }

        private static double[] numbers(String[] fields, int from) {
            double[] out = new double[6];
            for (int i = 0; i < 6; i++) {
                out[i] = Double.parseDouble(fields[from + i]);
            }
            return out;
        }
    }

    /** About the Sun in the ecliptic, of a state about the barycenter. */
    private static double[] aboutSun(double[] state, double et) {
        double[] sun = new double[6];
        Ephemeris.of(planets).state(NaifIds.SUN, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, sun);
        InertialFrame.byName("ECLIPJ2000").fromJ2000(sun);
        double[] out = new double[6];
        for (int i = 0; i < 6; i++) {
            out[i] = state[i] - sun[i];
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Elements q, e, i, om, w in au and degrees, and tp as a Julian date less that of the epoch, days. */
    private static double[] elements(double[] s) {
        double[] r = {s[0], s[1], s[2]};
        double[] v = {s[3], s[4], s[5]};
        double[] h = {r[1] * v[2] - r[2] * v[1], r[2] * v[0] - r[0] * v[2], r[0] * v[1] - r[1] * v[0]};
        double length = Math.sqrt(dot(r, r));
        double h2 = dot(h, h);
        double[] e = new double[3];
        double[] vh = {v[1] * h[2] - v[2] * h[1], v[2] * h[0] - v[0] * h[2], v[0] * h[1] - v[1] * h[0]};
        for (int i = 0; i < 3; i++) {
            e[i] = vh[i] / GM - r[i] / length;
        }
        double ecc = Math.sqrt(dot(e, e));
        double q = h2 / GM / (1 + ecc);
        double[] n = {-h[1], h[0], 0};
        double node = Math.atan2(n[1], n[0]);
        double inclination = Math.atan2(Math.hypot(h[0], h[1]), h[2]);
        double cos = dot(n, e);
        double[] hn = {h[1] * n[2] - h[2] * n[1], h[2] * n[0] - h[0] * n[2], h[0] * n[1] - h[1] * n[0]};
        double argument = Math.atan2(dot(hn, e) / Math.sqrt(h2), cos);
        double a = q / (1 - ecc);
        double rv = dot(r, v);
        double since;
        if (ecc < 1) {
            double big = Math.atan2(rv / Math.sqrt(GM * a), 1 - length / a);
            since = (big - ecc * Math.sin(big)) * Math.sqrt(a * a * a / GM);
        } else {
            double f = rv / Math.sqrt(-GM * a) / ecc;
            double big = Math.log(f + Math.sqrt(f * f + 1));
            since = (ecc * Math.sinh(big) - big) * Math.sqrt(-a * a * a / GM);
        }
        return new double[] {
            q / Constants.AU,
            ecc,
            Math.toDegrees(inclination),
            Math.toDegrees(node),
            Math.toDegrees(argument),
            -since / Constants.DAY
        };
    }

    /** A table of the Query API. */
    private static String table(List<Row> rows) {
        StringBuilder out =
                new StringBuilder("{\"signature\":{\"source\":\"NASA/JPL Small-Body Database (SBDB) Query API\","
                        + "\"version\":\"1.0\"},\"fields\":[\"full_name\",\"spkid\",\"kind\","
                        + "\"epoch\",\"q\",\"e\",\"i\",\"om\",\"w\","
                        + "\"tp\",\"A1\",\"A2\",\"A3\",\"DT\",\"ALN\",\"NM\",\"NN\",\"NK\",\"R0\"],\"data\":[");
        for (Row row : rows) {
            double[] e = elements(aboutSun(row.first(), EPOCH));
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ",\n")
                    .append("[\"" + row.name() + "\",\"" + row.id() + "\",\"" + row.kind() + "\",\"2460676.5\"");
            for (int i = 0; i < 5; i++) {
                out.append(",\"").append(e[i]).append('"');
            }
            out.append(",\"")
                    .append(new BigDecimal("2460676.5")
                            .add(new BigDecimal(e[5]))
                            .toPlainString())
                    .append('"');
            for (String push : row.push()) {
                out.append(push.isEmpty() ? ",null" : ",\"" + push + "\"");
            }
            out.append(']');
        }
        return out.append("],\"count\":" + rows.size() + "}\n").toString();
    }

    private Import read(String text, OrbitOptions orbits) throws IOException {
        Path file = folder.resolve("orbits.txt");
        Files.writeString(file, text);
        return Import.of(List.of(file), ImportOptions.NONE.with(orbits.with(planets)), Progress.NONE);
    }

    private static OrbitOptions over(double from, double to) {
        return new OrbitOptions(Optional.empty(), from, to, false, List.of(), 2, 1e-3);
    }

    @Test
    void bodiesAreWhereHorizonsHasThemAYearOn() throws IOException {
        List<Row> rows = Row.all();
        assertThat(rows).hasSize(15);
        Path out = folder.resolve("out.bsp");
        double later = EPOCH + Constants.JULIAN_YEAR;
        try (Import read = read(table(rows), over(EPOCH, later))) {
            read.write(out, Progress.NONE);
        }
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(out))) {
            for (Row row : rows) {
                for (int end = 0; end < 2; end++) {
                    double et = end == 0 ? EPOCH : later;
                    double[] meant = aboutSun(end == 0 ? row.first() : row.second(), et);
                    double[] is = new double[6];
                    Ephemeris.of(pool).state(row.id(), NaifIds.SUN, et, is);
                    InertialFrame.byName("ECLIPJ2000").fromJ2000(is);
                    double far = 0;
                    double fast = 0;
                    for (int i = 0; i < 3; i++) {
                        far = Math.hypot(far, is[i] - meant[i]);
                        fast = Math.hypot(fast, is[i + 3] - meant[i + 3]);
                    }
                    // 2 m are the fit's; after a year Apophis is the farthest, by 150 m.
                    assertThat(far).as(row.name()).isLessThan(end == 0 ? 0.002 : 0.2);
                    assertThat(fast).as(row.name()).isLessThan(end == 0 ? 1e-8 : 5e-8);
                }
            }
        }
    }

    /**
     * The three ways to give the same orbit: a line of the MPC, an object of the database, and the database's table.
     */
    private static final String CERES =
            "00001    3.34  0.15 K2669 274.41935   73.29420   80.24863   10.58803  0.0796923"
                    + "  0.21430445   2.7655526  0 MPO980521  7297 126 1801-2026 0.83 M-v 30k Veres      4000  "
                    + "    (1) Ceres"
                    + "              20260103\n";

    private static final String HALLEY =
            "0001P         1986 02  9.4589  0.574761  0.967482  111.8566   59.0994  162.2516  19860205   4.0  6.0"
                    + "  1P/Halley                                                 98, 1083\n";

    private static String answer(String object, String epoch, String elements) {
        return "{\"signature\":{\"source\":\"NASA/JPL Small-Body Database (SBDB) API\"},\"object\":{" + object
                + "},\"orbit\":{\"equinox\":\"J2000\",\"epoch\":\"" + epoch + "\",\"model_pars\":[],\"elements\":["
                + elements + "]}}\n";
    }

    private static String element(String name, String value) {
        return "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
    }

    private static double[] at(Path kernel, int target, double et) {
        double[] out = new double[6];
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            Ephemeris.of(pool).state(target, NaifIds.SUN, et, out);
        }
        return out;
    }

    private Path kernel(String text, OrbitOptions orbits) throws IOException {
        Path out = folder.resolve("out.bsp");
        try (Import read = read(text, orbits)) {
            read.write(out, Progress.NONE);
        }
        return out;
    }

    private static double apart(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    @Test
    void linesOfTheMinorPlanetCenterSayWhatTheDatabaseSays() throws IOException {
        double et = FileClock.TT.parse("2026-06-09T00:00:00").et();
        double later = et + 200 * Constants.DAY;
        double[] line = at(kernel(CERES, over(et, later)), 20_000_001, later);
        String same = answer(
                "\"des\":\"1\",\"spkid\":\"2000001\",\"kind\":\"an\",\"fullname\":\"1 Ceres (A801 AA)\"",
                "2461200.5",
                String.join(
                        ",",
                        element("e", "0.0796923"),
                        element("a", "2.7655526"),
                        element("i", "10.58803"),
                        element("om", "80.24863"),
                        element("w", "73.29420"),
                        element("ma", "274.41935")));
        // TT and TDB differ by two milliseconds.
        assertThat(apart(line, at(kernel(same, over(et, later)), 20_000_001, later)))
                .isLessThan(0.05);

        double past = FileClock.TT.parse("1986-02-05T00:00:00").et();
        double passed = past + 100 * Constants.DAY;
        double[] comet = at(kernel(HALLEY, over(past, passed)), 1_000_036, passed);
        String other = answer(
                "\"des\":\"1P\",\"spkid\":\"1000036\",\"kind\":\"cn\",\"fullname\":\"1P/Halley\"",
                "2446466.5",
                String.join(
                        ",",
                        element("e", "0.967482"),
                        element("q", "0.574761"),
                        element("i", "162.2516"),
                        element("om", "59.0994"),
                        element("w", "111.8566"),
                        element("tp", "2446470.9589")));
        assertThat(apart(comet, at(kernel(other, over(past, passed)), 1_000_036, passed)))
                .isLessThan(0.2);
    }

    @Test
    void theSunAloneMakesAConicThatComesBack() throws IOException {
        double et = FileClock.TT.parse("2026-06-09T00:00:00").et();
        double a = 2.7655526 * Constants.AU;
        double period = 2 * Math.PI * Math.sqrt(a * a * a / GM);
        OrbitOptions conic = new OrbitOptions(Optional.empty(), et - 1, et + 20 * period, true, List.of(), 2, 1e-3);
        Path kernel = kernel(CERES, conic);
        double[] first = at(kernel, 20_000_001, et);
        for (int turns = 1; turns <= 19; turns += 9) {
            assertThat(apart(first, at(kernel, 20_000_001, et + turns * period)))
                    .isLessThan(0.01);
        }
        // Kepler's third law gives the line's mean motion too.
        assertThat(360 / (period / Constants.DAY)).isCloseTo(0.21430445, within(2e-8));
    }

    @Test
    void objectsAreChosenByNumberNameOrDesignationAndGetIdsByOneRule() throws IOException {
        String many = CERES
                + "K23A12B"
                + CERES.substring(7).replace("(1) Ceres ", "2023 AB12 ").replace("274.41935", "174.41935")
                + "~000z" + "  "
                + CERES.substring(7).replace("(1) Ceres ", "(620061)  ").replace("274.41935", " 74.41935");
        double et = FileClock.TT.parse("2026-06-09T00:00:00").et();
        for (String name : List.of("1", "ceres", "(1) Ceres", "2023 ab12", "620061")) {
            OrbitOptions one = new OrbitOptions(Optional.empty(), et, et + 1e6, false, List.of(name), 2, 1e-3);
            try (Import read = read(many, one)) {
                assertThat(read.sources().getFirst().understood()).as(name).hasSize(2);
                assertThat(read.sources().getFirst().ignored()).containsExactly("2 objects that were not requested");
            }
        }
        try (Import read = read(many, over(et, et + 1e6))) {
            assertThat(read.sources().getFirst().understood())
                    .anyMatch(line -> line.startsWith("(1) Ceres: NAIF id 20000001,"))
                    .anyMatch(line -> line.startsWith("2023 AB12: NAIF id 1275374637,"))
                    .anyMatch(line -> line.startsWith("(620061): NAIF id 20620061,"));
        }
        OrbitOptions none = new OrbitOptions(Optional.empty(), et, et + 1e6, false, List.of("Pallas"), 2, 1e-3);
        assertThatThrownBy(() -> read(many, none))
                .hasMessage(
                        "orbits.txt: \"Pallas\" is not among its 3 objects; give a number, a designation or a name as"
                                + " the file has it.");
        assertThatThrownBy(() -> read(CERES, over(et, et + 100 * Constants.JULIAN_YEAR)))
                .hasMessageStartingWith("orbits.txt, line 1: \"(1) Ceres\" with elements of 2026-06-09 TDB to"
                        + " be integrated from 2026-06-09 TDB to 2126-06-10 TDB, and the planetary kernels do"
                        + " not cover the Sun over the whole span but from ");
    }

    /**
     * The Horizons kernel of JPL's solution 199, of 2017, relative to the barycenter of DE431: et and km, from CSPICE.
     * Its elements are of 2008.
     */
    private static final double[][] APOPHIS = {
        {631108800, 40213951.43525, 124791344.07824, 47488096.91665},
        {678069506.8880457, 19450761.07464, -108937494.87088, -39902961.10738},
        {726294626.0740651, -159754697.388, -6088504.43771, -6226830.46607},
        {774082969.8343874, -48322050.46455, 137837826.81175, 50023081.43995},
        {822379158.5893134, 113907592.89246, 5623900.70638, 4944004.48518},
        {870370316.9487687, -90055751.59443, -97902932.90886, -38672042.99866},
        {918673981.3734515, -145423789.08832, 72394914.78182, 23229064.88287}
    };

    @Test
    void apophisIsWithinAKilometerOfHorizonsTwentyYearsOnWhenTheBarycenterIsTheSame() throws IOException {
        String elements = answer(
                        "\"des\":\"99942\",\"spkid\":\"2099942\",\"kind\":\"an\","
                                + "\"fullname\":\"99942 Apophis (2004 MN4)\"",
                        "2454733.5",
                        String.join(
                                ",",
                                element("e", ".1911953048308701"),
                                element("q", ".7460724295867941"),
                                element("i", "3.331369520013644"),
                                element("om", "204.4460289189818"),
                                element("w", "126.401879524849"),
                                element("tp", "2454894.912519503203")))
                .replace("\"model_pars\":[]", "\"model_pars\":[" + element("A2", "-5.592840054057059E-14") + "]");
        Path out = kernel(elements, over(APOPHIS[0][0], APOPHIS[APOPHIS.length - 1][0]));
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(SHIPPED, out))) {
            double[] is = new double[6];
            for (double[] row : APOPHIS) {
                Ephemeris.of(pool).state(20_099_942, NaifIds.SOLAR_SYSTEM_BARYCENTER, row[0], is);
                // DE440 weighs thirty bodies of the Kuiper belt, DE431 none: their barycenters are 116 km apart.
                double[] belt = KuiperBelt.shift(row[0]);
                double far = 0;
                double asItStands = 0;
                for (int i = 0; i < 3; i++) {
                    far = Math.hypot(far, is[i] + belt[i] - row[i + 1]);
                    asItStands = Math.hypot(asItStands, is[i] - row[i + 1]);
                }
                assertThat(asItStands).isBetween(115.0, 117.0);
                assertThat(far).as("km at %s", row[0]).isLessThan(0.75);
            }
        }
    }

    @Test
    void ofAWholeCatalogueTheCountIsToldBeforeAnyWork() throws IOException {
        Path file = Files.writeString(folder.resolve("MPCORB.DAT"), CERES.repeat(20_001));
        assertThatThrownBy(() -> Import.of(List.of(file), ImportOptions.NONE.with(planets()), Progress.NONE))
                .hasMessage(
                        "MPCORB.DAT: it holds 20,001 orbits, and at most 20,000 are integrated when none are chosen;"
                                + " choose some with --body, by number, designation or name, or "
                                + "import parts of the file.");
    }

    @Test
    void ofAWholeCatalogueNotEvenConicsFitInOneKernel() throws IOException {
        Path file = Files.writeString(folder.resolve("MPCORB.DAT"), CERES.repeat(200_001));
        OrbitOptions conic = new OrbitOptions(Optional.empty(), Double.NaN, Double.NaN, true, List.of(), 2, 1e-3);
        assertThatThrownBy(() -> Import.of(List.of(file), ImportOptions.NONE.with(conic), Progress.NONE))
                .hasMessage(
                        "MPCORB.DAT: it holds 200,001 orbits, and at most 200,000 fit in one kernel; choose some with"
                                + " --body, by number, designation or name, or import parts of the file.");
    }

    @Test
    void anObjectThatIsNotTheOnlyOneOfAFileIsSaidToBeThat() {
        OrbitOptions pallas = new OrbitOptions(Optional.empty(), 0, 1e6, false, List.of("Pallas"), 2, 1e-3);
        assertThatThrownBy(() -> read(CERES, pallas))
                .hasMessage(
                        "orbits.txt: \"Pallas\" is not the object in it; give a number, a designation or a name as the"
                                + " file has it.");
    }

    private static OrbitOptions planets() {
        return OrbitOptions.NONE.with(planets);
    }

    @Test
    void theCommentAreaTellsElementsForcesAndBounds() throws IOException {
        Path out = kernel(table(Row.all().subList(3, 4)), over(EPOCH, EPOCH + 1e7));
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(out))) {
            assertThat(pool.members().getFirst().file().comments().text())
                    .contains("99942 Apophis, NAIF id 20099942:", "A1 4.99999987369e-13", "aln 1", "closes within")
                    .contains("orrery_1900_2100.bsp, SHA-256 ab2ce542");
        }
    }
}
