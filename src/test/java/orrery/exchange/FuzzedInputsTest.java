package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.spk.Progress;
import orrery.testing.TextMutants;

/**
 * Files that somebody made to break the reader, and files that broke on the way: each becomes a kernel or is refused in a
 * sentence, soon, in little memory. The time limits are against standing still only.
 */
class FuzzedInputsTest {
    private static final int QUICK = 250;
    private static final int LONG = 100_000;
    /** Every so many of those that can be read are written too. */
    private static final int WRITTEN = 10;

    private static final String TLE = """
            ISS (ZARYA)
            1 25544U 98067A   20045.18587073  .00000950  00000-0  25302-4 0  9990
            2 25544  51.6443 242.0161 0004885 264.6060 207.3845 15.49165514212791
            """;

    private static final String OEM = """
            CCSDS_OEM_VERS = 2.0
            CREATION_DATE = 2020-01-01T00:00:00
            ORIGINATOR = X
            META_START
            OBJECT_NAME = PROBE
            OBJECT_ID = 2020-001A
            CENTER_NAME = EARTH
            REF_FRAME = EME2000
            TIME_SYSTEM = UTC
            START_TIME = 2020-01-01T00:00:00
            STOP_TIME = 2020-01-01T00:03:00
            INTERPOLATION = HERMITE
            INTERPOLATION_DEGREE = 7
            META_STOP
            COMMENT states
            2020-01-01T00:00:00.000 7000.1 0.2 1e-3 0.1 7.5 0.0
            2020-01-01T00:01:00.000 7000.2 450 1e-3 0.1 7.5 0.0
            2020-01-01T00:02:00.000 7000.3 900 1e-3 0.1 7.5 0.0
            2020-01-01T00:03:00.000 7000.4 1350 1e-3 0.1 7.5 0.0
            COVARIANCE_START
            EPOCH = 2020-01-01T00:00:00
            1.0
            COVARIANCE_STOP
            """;

    private static final String OEM_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oem id="CCSDS_OEM_VERS" version="2.0"><header><ORIGINATOR>X</ORIGINATOR></header><body><segment>
            <metadata><OBJECT_NAME>PROBE</OBJECT_NAME><OBJECT_ID>2020-001A</OBJECT_ID><CENTER_NAME>EARTH</CENTER_NAME>
            <REF_FRAME>ICRF</REF_FRAME><TIME_SYSTEM>TDB</TIME_SYSTEM></metadata><data>
            <stateVector><EPOCH>2020-01-01T00:00:00</EPOCH><X units="km">7000</X><Y>1</Y><Z>2</Z><X_DOT>0</X_DOT>
            <Y_DOT>7.5</Y_DOT><Z_DOT>0</Z_DOT></stateVector>
            <stateVector><EPOCH>2020-01-01T00:01:00</EPOCH><X>7000</X><Y>451</Y><Z>2</Z><X_DOT>0</X_DOT>
            <Y_DOT>7.5</Y_DOT><Z_DOT>0</Z_DOT></stateVector></data></segment></body></oem>
            """;

    private static final String OMM = """
            CCSDS_OMM_VERS = 2.0
            OBJECT_NAME = ISS
            OBJECT_ID = 1998-067A
            CENTER_NAME = EARTH
            REF_FRAME = TEME
            TIME_SYSTEM = UTC
            MEAN_ELEMENT_THEORY = SGP4
            EPOCH = 2020-02-14T04:27:39.231
            MEAN_MOTION = 15.49165514 [rev/day]
            ECCENTRICITY = 0.0004885
            INCLINATION = 51.6443
            RA_OF_ASC_NODE = 242.0161
            ARG_OF_PERICENTER = 264.6060
            MEAN_ANOMALY = 207.3845
            NORAD_CAT_ID = 25544
            BSTAR = 0.000025302
            MEAN_MOTION_DOT = 0.0000095
            MEAN_MOTION_DDOT = 0
            """;

    private static final String OMM_JSON = """
            [{"OBJECT_NAME":"ISS","OBJECT_ID":"1998-067A","EPOCH":"2020-02-14T04:27:39.231","MEAN_MOTION":15.49,
            "ECCENTRICITY":0.0004885,"INCLINATION":51.6443,"RA_OF_ASC_NODE":242.0161,"ARG_OF_PERICENTER":264.6,
            "MEAN_ANOMALY":207.3845,"NORAD_CAT_ID":25544,"BSTAR":2.5302e-5,"MEAN_MOTION_DOT":9.5e-6}]
            """;

    private static final String OMM_CSV = """
            OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,NORAD_CAT_ID,BSTAR
            ISS,1998-067A,2020-02-14T04:27:39.231,15.49,0.0004885,51.6443,242.0161,264.6,207.3845,25544,2.5e-5
            """;

    private static final String HORIZONS = """
            *******************************************************************************
            API VERSION: 1.2
            Target body name: Mars (499)                      {source: mar099}
            Center body name: Sun (10)                        {source: DE441}
            Center-site name: BODY CENTER
            Start time      : A.D. 2000-Jan-01 12:00:00.0000 TDB
            Output units    : KM-S
            Output type     : GEOMETRIC cartesian states
            Reference frame : ICRF
            $$SOE
            2451545.000000000 = A.D. 2000-Jan-01 12:00:00.0000 TDB
             X = 2.0805E+08 Y =-2.0070E+06 Z =-5.1562E+06
             VX= 1.1627E+00 VY= 2.6294E+01 VZ= 5.2229E-01
             LT= 6.9422E+02 RG= 2.0812E+08 RR= 8.9589E-01
            2451546.000000000 = A.D. 2000-Jan-02 12:00:00.0000 TDB
             X = 2.0813E+08 Y = 2.6520E+05 Z =-5.1108E+06
             VX= 9.0962E-01 VY= 2.6300E+01 VZ= 5.2857E-01
            $$EOE
            """;

    private static final String TABLE = """
            # target = -555
            # center = 399
            # frame = J2000
            # time_system = UTC
            utc,x_km,y_km,z_km,vx,vy,vz,note
            2020-01-01T00:00:00,7000,0,0,0,7.5,0,a
            2020-01-01T00:01:00,7000,450,0,0,7.5,0,b
            2020-01-01T00:02:00,7000,900,0,0,7.5,0,c
            """;

    @TempDir
    private Path folder;

    private static List<byte[]> sound() {
        String json = "{\"signature\":{\"source\":\"NASA/JPL Horizons API\"},\"result\":\""
                + HORIZONS.replace("\n", "\\n") + "\"}";
        return Stream.of(sum(TLE), OEM, OEM_XML, OMM, OMM_JSON, OMM_CSV, HORIZONS, json, TABLE)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<byte[]> bad() throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>();
        URI bad = Objects.requireNonNull(FuzzedInputsTest.class.getResource("bad"))
                .toURI();
        try (Stream<Path> files = Files.list(Path.of(bad))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    /** What came of it: nothing said, or the sentence. */
    private String read(Path file, boolean write) throws IOException {
        Throwable thrown = catchThrowable(() -> {
            try (Import made = Import.of(List.of(file), ImportOptions.NONE, Progress.NONE)) {
                if (write) {
                    made.write(folder.resolve("made.bsp"));
                }
            }
        });
        if (thrown == null) {
            return "";
        }
        assertThat(thrown).isInstanceOf(BadInputException.class);
        String said = Objects.requireNonNull(thrown.getMessage());
        assertThat(said.chars().noneMatch(Character::isISOControl)).as(said).isTrue();
        assertThat(said).hasSizeLessThan(700).endsWith(".");
        return said;
    }

    private void fuzz(int count, long first) throws Exception {
        List<byte[]> sound = sound();
        List<byte[]> bad = bad();
        Path file = folder.resolve("fuzzed");
        int taken = 0;
        for (long seed = first; seed < first + count; seed++) {
            Random random = new Random(seed);
            List<byte[]> seeds = random.nextInt(4) == 0 ? bad : sound;
            byte[] mutant = TextMutants.of(seeds.get(random.nextInt(seeds.size())), seed);
            if (random.nextBoolean()) {
                mutant = summed(mutant);
            }
            Files.write(file, mutant);
            try {
                taken += read(file, seed % WRITTEN == 0).isEmpty() ? 1 : 0;
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(taken).as("taken of " + count).isBetween(count / 20, count - count / 20);
    }

    /** With the checksums of element sets put right, so that what else is wrong with them is met. */
    private static byte[] summed(byte[] text) {
        StringBuilder out = new StringBuilder();
        for (String line : new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            boolean set = line.length() == 69 && (line.startsWith("1 ") || line.startsWith("2 "));
            int sum = 0;
            for (int i = 0; set && i < 68; i++) {
                char c = line.charAt(i);
                sum += c >= '0' && c <= '9' ? c - '0' : c == '-' ? 1 : 0;
            }
            out.append(out.isEmpty() ? "" : "\n").append(set ? line.substring(0, 68) + sum % 10 : line);
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatTheMutantsAreMadeOfIsSound() throws IOException {
        for (byte[] text : sound()) {
            assertThat(read(Files.write(folder.resolve("sound"), text), true)).isEmpty();
        }
    }

    @Test
    void nothingButAKernelOrASentenceComesOfAMutant() throws Exception {
        fuzz(QUICK, 0);
    }

    @Test
    @Tag("long")
    void norOfAHundredThousand() throws Exception {
        fuzz(LONG, QUICK);
    }

    static Stream<Arguments> encoded() {
        String umlaut = OEM_XML.replace("PROBE", "S\u00f6nde");
        return Stream.of(
                Arguments.of(umlaut, StandardCharsets.UTF_8, ""),
                Arguments.of("\ufeff" + umlaut, StandardCharsets.UTF_8, ""),
                Arguments.of("\ufeff" + umlaut.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16LE, "it is no text"),
                Arguments.of(umlaut.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1, ""),
                Arguments.of(umlaut.replace("UTF-8", "no such"), StandardCharsets.UTF_8, ""),
                // Not the encoding that it names: the name is only a name.
                Arguments.of(umlaut, StandardCharsets.ISO_8859_1, ""));
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void xmlIsReadInItsEncodingAndWhatIsNoTextIsNotShoutedAbout(String text, Charset encoding, String said)
            throws IOException {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
        try {
            String refused = read(Files.write(folder.resolve("message"), text.getBytes(encoding)), false);
            assertThat(refused).contains(said).matches(r -> r.isEmpty() == said.isEmpty());
        } finally {
            System.setErr(before);
        }
        assertThat(words.toString(StandardCharsets.UTF_8)).doesNotContain("Fatal");
    }

    /** Each of these stood still for more than a minute, or overflowed the stack. */
    static Stream<Arguments> slow() {
        String first = "1 25544U 98067A   20045.18587073  .00000950  00000-0  25302-4 0  9990";
        return Stream.of(
                Arguments.of("blank lines", "\n".repeat(65_000) + "x\n"),
                Arguments.of("line ends of two kinds", first + "\r\n\n".repeat(20_000) + "x\n"),
                Arguments.of("brackets", "CCSDS_OMM_VERS = 2.0\nOBJECT_NAME = " + "[".repeat(200_000)),
                Arguments.of("a field without a colon", before("A" + " ".repeat(200_000) + "x")),
                Arguments.of("a date with blanks", HORIZONS.replace("2000-Jan-02", " ".repeat(200_000) + "\u0085")),
                Arguments.of("letters without a sign", HORIZONS.replace(" LT= ", "A".repeat(200_000))),
                Arguments.of("a name of blanks", HORIZONS.replace("Mars (499)", "a" + " ".repeat(200_000) + "b")),
                Arguments.of("a remark of blanks", "#" + " ".repeat(200_000) + "!\n" + TABLE),
                Arguments.of("a column of blanks", "a" + " ".repeat(200_000) + "b,et,x,y,z\\n1,2,3,4,5\\n"),
                Arguments.of(
                        "a comet of blanks",
                        "0001P         1986 02  9.4589" + " ".repeat(200_000) + "0.574761  0.967482 111.8566"),
                Arguments.of("deep JSON", "[".repeat(300_000) + "\"MEAN_MOTION\""),
                Arguments.of("deep XML", "<ndm><oem version='2.0'>" + "<body>".repeat(100_000)));
    }

    private static String before(String line) {
        return HORIZONS.replace("$$SOE", line + "\n$$SOE");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void noLineTakesTheSquareOfItsLength(String name, String text) throws IOException {
        read(Files.writeString(folder.resolve("slow"), text), false);
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of(HORIZONS.replace("(499)", "(49999999999999)"), ""),
                Arguments.of(HORIZONS.replace("2451546.0", "99999999999999999999999999.0"), "where a date or three"),
                Arguments.of(TABLE.replace("-555", "99999999999999999"), "of a body that nothing names"),
                Arguments.of(OMM_CSV.replace("25544", "3e9"), "NORAD_CAT_ID is \"3e9\""),
                Arguments.of(OMM_CSV.replace("25544", "7.5"), "NORAD_CAT_ID is \"7.5\""),
                Arguments.of(OMM_CSV.replace("264.6", "1e999"), "a number that is not finite"),
                Arguments.of("MEAN_MOTION" + ",C".repeat(300) + "\n1" + ",1".repeat(300) + "\n", "301 columns stand"),
                Arguments.of(sum(TLE.replace("20045.18587073", "20000.18587073")), "the epoch \"20000.18587073\""),
                Arguments.of(sum(TLE.replace("20045.18587073", "20405.18587073")), "the epoch \"20405.18587073\""),
                Arguments.of(sum(TLE.replace("25544", " 9E99")), "the number of a"));
    }

    private static String sum(String text) {
        return new String(summed(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void numbersThatNothingHasAreSaidToBeThat(String text, String said) throws IOException {
        assertThat(read(Files.writeString(folder.resolve("odd"), text), true)).contains(said);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatComesThroughAPipeIsReadWhole() throws Exception {
        Path pipe = folder.resolve("sets");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        StringBuilder sets = new StringBuilder();
        for (int i = 10_000; i < 11_000; i++) {
            sets.append(sum(TLE.replace("25544", Integer.toString(i))));
        }
        Thread writer = Thread.ofPlatform().daemon().start(() -> {
            try {
                Files.writeString(pipe, sets);
            } catch (IOException _) {
                // The reader went away; it is what is judged.
            }
        });
        try (Import made = Import.of(List.of(pipe), ImportOptions.NONE, Progress.NONE)) {
            assertThat(made.write(folder.resolve("all.bsp")).segments()).isEqualTo(1_000);
        }
        writer.join();
    }
}
