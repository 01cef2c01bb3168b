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
import java.util.Optional;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.spk.Progress;
import orrery.testing.TextMutants;

/**
 * Files made to break the reader, and files damaged on the way: each becomes a kernel or is refused with a message,
 * soon and in little memory. The time limits only catch standstills.
 */
class FuzzedInputsTest {
    private static final int QUICK = 250;
    private static final int LONG = 100_000;
    /** Some of those that can be read are written as well. */
    private static final int WRITTEN = 10;

    /** Otherwise orbits need planets, and their integration takes longer than everything else here. */
    private static final ImportOptions WITH_THE_SUN_ALONE = ImportOptions.NONE.with(new OrbitOptions(
            Optional.empty(), Double.NaN, Double.NaN, true, List.of(), 2, OrbitOptions.USUAL_TOLERANCE));

    @TempDir
    private Path folder;

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

    /** The outcome: empty, or the message. */
    private String read(Path file, boolean write) throws IOException {
        Throwable thrown = catchThrowable(() -> {
            try (Import made = Import.of(List.of(file), WITH_THE_SUN_ALONE, Progress.NONE)) {
                if (write) {
                    made.write(folder.resolve("made.bsp"), Progress.NONE);
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

    private void fuzz(List<byte[]> sound, List<byte[]> bad, int count, long first) throws Exception {
        Path file = folder.resolve("fuzzed");
        int taken = 0;
        for (long seed = first; seed < first + count; seed++) {
            Random random = new Random(seed);
            List<byte[]> seeds = random.nextInt(4) == 0 ? bad : sound;
            byte[] mutant = TextMutants.of(seeds.get(random.nextInt(seeds.size())), seed);
            if (random.nextBoolean()) {
                mutant = TradedText.summed(mutant);
            }
            Files.write(file, mutant);
            try {
                taken += read(file, seed % WRITTEN == 0).isEmpty() ? 1 : 0;
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(taken).as("taken of " + count).isBetween(count / 50, count - count / 50);
    }

    @ParameterizedTest
    @EnumSource(TradedText.class)
    void whatTheMutantsAreMadeOfIsSound(TradedText text) throws IOException {
        assertThat(read(Files.write(folder.resolve("sound"), text.bytes()), true))
                .isEmpty();
    }

    @Test
    void nothingButAKernelOrASentenceComesOfAMutant() throws Exception {
        List<byte[]> all = Stream.of(TradedText.values()).map(TradedText::bytes).toList();
        fuzz(all, bad(), QUICK, 0);
    }

    @ParameterizedTest
    @Tag("long")
    @EnumSource(TradedText.class)
    void norOfAHundredThousandOfEachFormat(TradedText text) throws Exception {
        List<byte[]> alone = List.of(text.bytes());
        fuzz(alone, alone, LONG, QUICK);
    }

    @Test
    @Tag("long")
    void norOfThoseThatWereBadBefore() throws Exception {
        List<byte[]> bad = bad();
        List<byte[]> all = Stream.of(TradedText.values()).map(TradedText::bytes).toList();
        fuzz(all, bad, LONG, QUICK);
    }

    static Stream<Arguments> encoded() {
        String umlaut = TradedText.OEM_XML.text.replace("PROBE", "S\u00f6nde");
        return Stream.of(
                Arguments.of(umlaut, StandardCharsets.UTF_8, ""),
                Arguments.of("\ufeff" + umlaut, StandardCharsets.UTF_8, ""),
                Arguments.of(
                        "\ufeff" + umlaut.replace("UTF-8", "UTF-16"),
                        StandardCharsets.UTF_16LE,
                        "it is text in UTF-16; save it as UTF-8"),
                Arguments.of(umlaut.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1, ""),
                Arguments.of(umlaut.replace("UTF-8", "no such"), StandardCharsets.UTF_8, ""),
                // Not the encoding that it declares: the declaration is ignored.
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

    /** Each of these once hung for more than a minute, or overflowed the stack. */
    static Stream<Arguments> slow() {
        String first = "1 25544U 98067A   20045.18587073  .00000950  00000-0  25302-4 0  9990";
        return Stream.of(
                Arguments.of("blank lines", "\n".repeat(65_000) + "x\n"),
                Arguments.of("line ends of two kinds", first + "\r\n\n".repeat(20_000) + "x\n"),
                Arguments.of("brackets", "CCSDS_OMM_VERS = 2.0\nOBJECT_NAME = " + "[".repeat(200_000)),
                Arguments.of("a field without a colon", before("A" + " ".repeat(200_000) + "x")),
                Arguments.of(
                        "a date with blanks",
                        TradedText.HORIZONS.text.replace("2000-Jan-02", " ".repeat(200_000) + "\u0085")),
                Arguments.of("letters without a sign", TradedText.HORIZONS.text.replace(" LT= ", "A".repeat(200_000))),
                Arguments.of(
                        "a name of blanks",
                        TradedText.HORIZONS.text.replace("Mars (499)", "a" + " ".repeat(200_000) + "b")),
                Arguments.of("a remark of blanks", "#" + " ".repeat(200_000) + "!\n" + TradedText.CSV.text),
                Arguments.of("a column of blanks", "a" + " ".repeat(200_000) + "b,et,x,y,z\\n1,2,3,4,5\\n"),
                Arguments.of(
                        "a comet of blanks",
                        "0001P         1986 02  9.4589" + " ".repeat(200_000) + "0.574761  0.967482 111.8566"),
                Arguments.of("deep JSON", "[".repeat(300_000) + "\"MEAN_MOTION\""),
                Arguments.of("deep XML", "<ndm><oem version='2.0'>" + "<body>".repeat(100_000)));
    }

    private static String before(String line) {
        return TradedText.HORIZONS.text.replace("$$SOE", line + "\n$$SOE");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void noLineTakesTheSquareOfItsLength(String name, String text) throws IOException {
        read(Files.writeString(folder.resolve("slow"), text), false);
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of(TradedText.HORIZONS.text.replace("(499)", "(49999999999999)"), ""),
                Arguments.of(
                        TradedText.HORIZONS.text.replace("2451546.0", "99999999999999999999999999.0"),
                        "instead of a date or three"),
                Arguments.of(TradedText.CSV.text.replace("-555", "99999999999999999"), "without a target"),
                Arguments.of(TradedText.OMM_CSV.text.replace("25544", "3e9"), "NORAD_CAT_ID is \"3e9\""),
                Arguments.of(TradedText.OMM_CSV.text.replace("25544", "7.5"), "NORAD_CAT_ID is \"7.5\""),
                Arguments.of(TradedText.OMM_CSV.text.replace("264.6", "1e999"), "a number that is not finite"),
                Arguments.of("MEAN_MOTION" + ",C".repeat(300) + "\n1" + ",1".repeat(300) + "\n", "301 columns"),
                Arguments.of(
                        TradedText.sum(TradedText.TLE.text.replace("20045.18587073", "20000.18587073")),
                        "the epoch \"20000.18587073\""),
                Arguments.of(
                        TradedText.sum(TradedText.TLE.text.replace("20045.18587073", "20405.18587073")),
                        "the epoch \"20405.18587073\""),
                Arguments.of(TradedText.sum(TradedText.TLE.text.replace("25544", " 9E99")), "the number of a"),
                Arguments.of(TradedText.TLE.text.replace("212791", "21279\u009b"), "the checksum"),
                // Both its lines are too short.
                Arguments.of(
                        new String(TextMutants.of(TradedText.MPC_ASTEROIDS.bytes(), 890), StandardCharsets.UTF_8),
                        "none of its lines is an orbit"));
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
            sets.append(TradedText.sum(TradedText.TLE.text.replace("25544", Integer.toString(i))));
        }
        Thread writer = Thread.ofPlatform().daemon().start(() -> {
            try {
                Files.writeString(pipe, sets);
            } catch (IOException _) {
                // The reader is closed early, because it alone is tested.
            }
        });
        try (Import made = Import.of(List.of(pipe), ImportOptions.NONE, Progress.NONE)) {
            assertThat(made.write(folder.resolve("all.bsp"), Progress.NONE).segments())
                    .isEqualTo(1_000);
        }
        writer.join();
    }
}
