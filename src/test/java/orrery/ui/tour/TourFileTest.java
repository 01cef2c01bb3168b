package orrery.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/** Tours as text: written and read back, or refused with the line at fault and the cure, for any bytes. */
class TourFileTest {
    private static final String LINK = "orrery:view?date=2026-01-01&focus=399&km=60000";

    @TempDir
    private Path folder = Path.of("");

    private static Tour read(String text) throws IOException {
        return TourFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.tour");
    }

    private static String tour(String... lines) {
        return TourFile.FIRST_LINE + "\n" + TourFile.VIEW + "\nlink: " + LINK + "\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void whatIsWrittenReadsBackEqual() throws IOException {
        ViewLink view = new ViewLink(
                1234.5,
                Camera.first().at(599).distance(7e5),
                ScaleMode.LOGARITHMIC,
                SkyStyle.NO_CENTER,
                599,
                List.of(new ViewLink.Kernel("de440.bsp", "ab".repeat(32))));
        TourText caption = new TourText(Map.of("", "Jupiter: the largest", "de", "Jupiter", "pt-BR", "J\u00fapiter"));
        TourStop full = new TourStop(view, true, caption, 7.25, -86400 * 3.5, 0, -30.5, "audit");
        Tour tour = new Tour(
                new TourText(Map.of(TourText.OTHERS, "A tour")), List.of(full, TourStop.of(view, TourText.NONE)));
        Path file = folder.resolve("j.tour");
        TourFile.write(tour, file);
        assertThat(TourFile.read(file)).isEqualTo(tour);
        assertThat(Files.readString(file)).startsWith("orrery tour 1\ntitle: A tour\n\n[view]\nlink: orrery:view?");
    }

    @Test
    void theUsualTimesNeedNotBeWritten() throws IOException {
        Tour tour = read("\uFEFForrery tour 1\r\n\r\n# a remark\r\n[view]\r\n  link: " + LINK + "\r\n");
        TourStop stop = tour.stops().getFirst();
        assertThat(stop).isEqualTo(TourStop.of(stop.view(), TourText.NONE));
        assertThat(read(tour("date: now", "rate: -6h/s", "fly: cut")).stops().getFirst())
                .isEqualTo(new TourStop(stop.view(), true, TourText.NONE, 12, -6 * 3600, 0, 0, ""));
    }

    @Test
    void aCaptionIsSaidInTheLanguageOfTheReader() throws IOException {
        TourText caption = read(tour("caption: Moon", "caption.de: Mond", "caption.fr-CA: Lune"))
                .stops()
                .getFirst()
                .caption();
        assertThat(caption.in(Locale.GERMANY)).isEqualTo("Mond");
        assertThat(caption.in(Locale.CANADA_FRENCH)).isEqualTo("Lune");
        assertThat(caption.in(Locale.FRANCE)).isEqualTo("Moon");
        assertThat(new TourText(Map.of("de", "Mond")).in(Locale.ITALY)).isEqualTo("Mond");
        assertThat(TourText.NONE.in(Locale.ITALY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stay: 0s                      | 4 | a number from 0.500000 to 3600.00",
                "stay: long                    | 4 | such as 12s",
                "stay: NaN                     | 4 | such as 12s",
                "stay: 1e99s                   | 4 | such as 12s",
                "rate: fast                    | 4 | such as 6h",
                "rate: 1e300y                  | 4 | such as 6h",
                "fly: -1s                      | 4 | a number from 0.00000 to 120.000",
                "turn: round                   | 4 | such as 30 degrees",
                "date: 2026-01-01              | 4 | only now is possible here",
                "panel: ../audit               | 4 | a tab's name",
                "link: orrery:view?date=today  | 4 | is already in line 3",
                "title: late                   | 4 | Move this line up there",
                "color: red                   | 4 | is not known. Known names are title, caption",
                "stay.de: 12s                  | 4 | only title and caption have a language",
                "caption.German: x             | 4 | such as caption.de",
                "a line without a colon        | 4 | begins a view; # begins a comment",
                "[view]                        | 4 | begins in line 4 has no link",
            })
    void aWrongLineIsNamedWithTheCure(String line, int number, String cure) {
        assertThatThrownBy(() -> read(tour(line.strip())))
                .isInstanceOf(TourFormatException.class)
                .hasMessageStartingWith("a.tour, line " + number + ": ")
                .hasMessageContaining(cure)
                .extracting(e -> ((TourFormatException) e).line())
                .isEqualTo(number);
    }

    @Test
    void aWrongLinkIsNamedAndWhatIsNoTourIsSaidToBeNone() {
        assertThatThrownBy(() -> read("orrery tour 1\n[view]\nlink: orrery:view?date=2026-01-01&km=-3\n"))
                .hasMessage(
                        "a.tour, line 3: km=-3.0 in that link: a distance must be greater than 0. Copy the link again:"
                                + " Ctrl+C in the window.");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("a.tour, line 1: A tour file begins with the line");
        assertThatThrownBy(() -> read("<html>")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("orrery tour 1\nstay: 4s\n")).hasMessageContaining("belongs to a view");
        assertThatThrownBy(() -> read("orrery tour 1\n# nothing\n"))
                .hasMessageContaining("line 2: The tour has no view");
        assertThatThrownBy(() -> TourFile.read(new ByteArrayInputStream(new byte[] {'o', (byte) 0xff, '\n'}), "a.tour"))
                .hasMessage("a.tour, line 1: This line is not UTF-8 text. Save the file as UTF-8, or give a tour"
                        + " file.");
        assertThatThrownBy(() -> read(tour("caption: a\u0007b"))).hasMessageContaining("control character (7)");
        assertThatThrownBy(() -> read(tour("caption: a", "caption: b"))).hasMessageContaining("line 5");
    }

    /** What people give by mistake: a name that is none, a file that is not there, a folder, nothing. */
    @Test
    void whatIsNoTourAtAllIsToldWithItsCure() throws IOException {
        String included = "the name of an included tour: planets or proof.";
        assertThat(ShippedTours.find("proof").stops()).isNotEmpty();
        assertThatThrownBy(() -> ShippedTours.find("nothing"))
                .isInstanceOf(TourFormatException.class)
                .hasMessage("nothing: there is no such file. Give a tour file, or " + included);
        assertThatThrownBy(() -> ShippedTours.find(" "))
                .hasMessage("No tour is named. Give a tour file, or " + included);
        assertThatThrownBy(() -> ShippedTours.find(folder.toString()))
                .hasMessage(folder + " is a folder. Give a tour file, or " + included);
        Files.createFile(folder.resolve("b.tour"));
        Path first = Files.createFile(folder.resolve("a.tour"));
        assertThatThrownBy(() -> ShippedTours.find(folder.toString()))
                .hasMessage(folder + " is a folder. Give a tour in it, such as " + first + ", or " + included);
    }

    /** Endless bytes: a line that never ends, or lines that never end. */
    private static final class Endless extends InputStream {
        private final byte[] pattern;
        private long read;

        Endless(String pattern) {
            this.pattern = pattern.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return pattern[(int) (read++ % pattern.length)];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                into[from + i] = (byte) read();
            }
            return length;
        }
    }

    @Test
    void aFileWithoutEndIsRefusedAfterABoundedPartOfIt() {
        for (String pattern : List.of("x", "#\n", "\n", "\uFEFF")) {
            Endless endless = new Endless(pattern);
            InputStream file = new SequenceInputStream(
                    new ByteArrayInputStream("orrery tour 1\n".getBytes(StandardCharsets.UTF_8)), endless);
            assertThatThrownBy(() -> TourFile.read(file, "a.tour")).isInstanceOf(TourFormatException.class);
            assertThat(endless.read).isLessThan(TourLines.LONGEST_FILE + 100_000L);
        }
        String many = TourFile.VIEW + "\nlink: " + LINK + "\n";
        assertThatThrownBy(() -> read("orrery tour 1\n" + many.repeat(Tour.MOST_STOPS + 1)))
                .hasMessageContaining("can have 500 views");
        String languages = IntStream.range(0, 60)
                .mapToObj(i -> "caption.x" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + ": x")
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> read(tour(languages))).hasMessageContaining("at most 40 languages");
        assertThatThrownBy(() -> read(tour("caption: " + "x".repeat(2001)))).hasMessageContaining("2,001 characters");
    }

    @Test
    void anyBytesAreATourOrRefusedWithALine() throws IOException {
        byte[] sound = TourFile.format(ShippedTours.read("proof")).getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(20);
        int refused = 0;
        for (int round = 0; round < 4000; round++) {
            byte[] bytes = mutant(sound, random);
            try {
                Tour tour = TourFile.read(new ByteArrayInputStream(bytes), "a.tour");
                assertThat(TourFile.read(
                                new ByteArrayInputStream(TourFile.format(tour).getBytes(StandardCharsets.UTF_8)),
                                "again.tour"))
                        .isEqualTo(tour);
            } catch (TourFormatException e) {
                refused++;
                assertThat(e.line()).isPositive();
                assertThat(e).hasMessageStartingWith("a.tour, line " + e.line() + ": ");
                assertThat(e.getMessage()).endsWith(".").hasSizeLessThan(1000);
            }
        }
        assertThat(refused).isBetween(1000, 3999);
    }

    private static byte[] mutant(byte[] sound, SplittableRandom random) {
        byte[] bytes = Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = sound[random.nextInt(sound.length)];
                default -> System.arraycopy(sound, 0, bytes, at, Math.min(20, bytes.length - at));
            }
        }
        return bytes;
    }

    @Test
    void theToursThatShipAreSoundAndSpeakEnglishAndGerman() {
        for (String name : ShippedTours.NAMES) {
            assertThatCode(() -> ShippedTours.read(name)).doesNotThrowAnyException();
            Tour tour = ShippedTours.read(name);
            assertThat(tour.title().byLanguage()).containsOnlyKeys("", "de");
            assertThat(tour.stops())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(stop -> assertThat(stop.caption().byLanguage()).containsOnlyKeys("", "de"));
        }
    }
}
