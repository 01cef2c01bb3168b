package orrery.habits;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import orrery.cli.MovieRenderer;
import orrery.cli.SnapshotRenderer;
import orrery.cli.TourService;
import orrery.testing.Concurrent;

/**
 * The rules of the house: each package is a room that uses only what its row names; only the window knows JavaFX or
 * AWT; a name, a spelling, an id and a constant are one thing each.
 */
@Concurrent
class RoomsTest {
    private static final JavaClasses CLASSES = ProgramClasses.all();

    private static final Path SOURCES = Path.of(System.getProperty("orrery.basedir", "."), "src");
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed|non-sealed|strictfp) )*(?:class|record|enum|interface|@interface)"
                    + " (\\w+)",
            Pattern.MULTILINE);

    private static final Pattern BRITISH = Pattern.compile(
            "(?<!_)cent(?:re|ring)|\\b(?:kilo)?metres?\\b|(?:col|neighb)our"
                    + "|(?:synchron|initial)is[ei]|labelled|licence",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

    /**
     * Ids of the Sun's planets and the Moon that mean nothing else as a rule, arithmetic that makes one id of another,
     * and au, c, day, Julian year and century.
     */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(?:[1-8]99|301)(?![\\w.])"
            + "|\\* 100 \\+ 99\\b|% 100 == 99\\b"
            + "|(?<![\\w.])(?:149_?597_?870|299_?792|86_?400|36_?525|365\\.25)(?:\\.\\d+)?(?![\\w.])");

    /**
     * Files in which such numbers are part of a published table or are the definition itself, and the stand, which
     * knows the JDK alone.
     */
    private static final Set<String> TABLES = Set.of(
            "CalcephReader.java",
            "Constants.java",
            "DafFormat.java",
            "NaifIds.java",
            "Nutation1980.java",
            "PublishedPoints.java");

    private static final int LONGEST = 400;

    private static final int WIDEST = 120;

    /** What an agency's file or another program's output looks like, quoted line by line. */
    private static final Pattern QUOTED = Pattern.compile("\"\"\"\\n.*?\"\"\"", Pattern.DOTALL);

    /** A table or a command of a page, which cannot be broken. */
    private static final Pattern UNBREAKABLE =
            Pattern.compile("^\\|[^\n]*|^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Transcriptions of published algorithms. */
    private static final Set<String> LONG = Set.of("DeepSpace.java", "Sgp4.java");

    private static final Set<String> READER = Set.of("math", "time", "spk", "binding", "frames", "ephemeris");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("math", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("host", Set.of()),
            Map.entry("time", Set.of("math")),
            Map.entry("spk", Set.of("math", "time")),
            Map.entry("binding", Set.of("spk", "time")),
            Map.entry("frames", Set.of("binding", "spk", "time", "math")),
            Map.entry("ephemeris", Set.of("frames", "binding", "spk", "time", "math")),
            Map.entry("forge", with(READER, "files")),
            Map.entry("exchange", with(READER, "forge", "files")),
            Map.entry("library", with(READER, "files", "host")),
            Map.entry("jfr", Set.of("ephemeris", "binding", "files")),
            Map.entry("telemetry", Set.of("host")),
            Map.entry("stand", Set.of("telemetry", "host")),
            Map.entry("audit", with(READER, "stand", "forge", "telemetry", "jfr", "files", "host")),
            Map.entry("service", with(READER, "telemetry")),
            Map.entry("cli", belowTheWindow()),
            Map.entry("ui.fx", Set.of()),
            Map.entry("ui.chart", Set.of("ui.fx", "time", "math")),
            Map.entry("ui.guide", Set.of("ui.fx")),
            Map.entry("ui.orrery", features()),
            Map.entry("ui.audit", features()),
            Map.entry("ui.telemetry", features()),
            Map.entry("ui.kernels", features()),
            Map.entry("ui.film", with(features(), "ui.orrery")),
            Map.entry("ui.tour", with(features(), "ui.orrery", "ui.film")),
            Map.entry(
                    "ui.shell",
                    with(
                            features(),
                            "ui.orrery",
                            "ui.guide",
                            "ui.film",
                            "ui.tour",
                            "ui.audit",
                            "ui.telemetry",
                            "ui.kernels")));

    private static Set<String> belowTheWindow() {
        return with(
                READER,
                "files",
                "host",
                "forge",
                "exchange",
                "library",
                "telemetry",
                "jfr",
                "stand",
                "audit",
                "service");
    }

    private static Set<String> features() {
        return with(belowTheWindow(), "ui.fx", "ui.chart");
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new TreeSet<>(rooms);
        all.addAll(Set.of(more));
        return all;
    }

    @Test
    void everyRoomUsesOnlyWhatItsRowNames() {
        MAY_USE.forEach((room, may) -> {
            String[] allowed = may.stream().map(RoomsTest::packageOf).toArray(String[]::new);
            DescribedPredicate<JavaClass> stranger = resideInAnyPackage("orrery..")
                    .and(not(resideInAnyPackage(packageOf(room))))
                    .and(not(resideInAnyPackage(allowed)));
            // The shell implements the command line's renderers, and knows nothing else of it.
            DescribedPredicate<JavaClass> snapshot =
                    belongToAnyOf(SnapshotRenderer.class, MovieRenderer.class, TourService.class);
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(room))
                    .should()
                    .dependOnClassesThat(room.equals("ui.shell") ? stranger.and(not(snapshot)) : stranger)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void noRoomOutsideTheWindowKnowsJavaFxOrAwt() {
        noClasses()
                .that()
                .resideOutsideOfPackages("orrery.ui..", "orrery")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .check(CLASSES);
    }

    @Test
    void everyClassLivesInARoomThatHasARow() {
        classes().should().resideInAnyPackage(rooms()).check(CLASSES);
        assertThat(CLASSES.size()).isGreaterThan(50);
    }

    @Test
    void theReadmeNamesEveryRoom() throws IOException {
        String readme = Files.readString(SOURCES.resolveSibling("README.md"));
        assertThat(MAY_USE.keySet())
                .allSatisfy(room -> assertThat(readme).containsAnyOf("`orrery." + room + "`", "`" + room + "`"));
    }

    @Test
    void noNameStandsInTwoRooms() throws IOException {
        Map<String, List<String>> homes = new TreeMap<>();
        for (Path file : javaFiles()) {
            Matcher type = TYPE.matcher(Files.readString(file));
            while (type.find()) {
                homes.computeIfAbsent(type.group(1), name -> new ArrayList<>())
                        .add(SOURCES.relativize(file).toString());
            }
        }
        assertThat(homes).hasSizeGreaterThan(300);
        homes.values().removeIf(files -> files.size() == 1);
        assertThat(homes).as("simple names that stand for more than one type").isEmpty();
    }

    @Test
    void aClassFitsOnAFewScreens() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        int read = 0;
        for (Path file : javaFiles()) {
            String name = file.getFileName().toString();
            if (file.startsWith(SOURCES.resolve("main")) && !LONG.contains(name)) {
                long lines;
                try (Stream<String> all = Files.lines(file)) {
                    lines = all.count();
                }
                read++;
                if (lines > LONGEST) {
                    found.put(name, lines);
                }
            }
        }
        assertThat(read).isGreaterThan(600);
        assertThat(found)
                .as("classes of more than %d lines: split them by what they do", LONGEST)
                .isEmpty();
    }

    @Test
    void aLineFitsInItsColumns() throws IOException {
        assertThat(widest("x".repeat(121), QUOTED)).isEqualTo(121);
        assertThat(widest("\"\"\"\n" + "x".repeat(121) + "\"\"\"", QUOTED)).isLessThan(WIDEST);
        Map<String, Integer> found = new TreeMap<>();
        for (Path file : javaFiles()) {
            found.put(SOURCES.relativize(file).toString(), widest(Files.readString(file), QUOTED));
        }
        for (Path file : pages()) {
            found.put(SOURCES.relativize(file).toString(), widest(Files.readString(file), UNBREAKABLE));
        }
        assertThat(found).hasSizeGreaterThan(1_300).containsKey("../README.md".replace('/', File.separatorChar));
        found.values().removeIf(width -> width <= WIDEST);
        assertThat(found)
                .as("files with lines of more than %d characters", WIDEST)
                .isEmpty();
    }

    private static int widest(String text, Pattern excepted) {
        return excepted.matcher(text)
                .replaceAll("")
                .lines()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max()
                .orElse(0);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(SOURCES.resolveSibling("README.md"), SOURCES.resolveSibling(".github/CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(SOURCES.resolve("site/markdown"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    @Test
    void aWordIsSpelledInOneWay() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles()) {
            Matcher word = BRITISH.matcher(Files.readString(file));
            if (word.find() && !file.endsWith("RoomsTest.java")) {
                found.add(SOURCES.relativize(file).toString());
            }
        }
        assertThat(found)
                .as("center, color, meter and the like, as identifiers are spelled")
                .isEmpty();
    }

    @Test
    void idsAndConstantsAreWrittenInOnePlace() throws IOException {
        assertThat(numbers("import orrery.x.Y;\nint a = 399; // 299"))
                .as("what is looked for")
                .containsExactly("399");
        assertThat(numbers("id * 100 + 99, 86_400.0, 149597870.7, \"399\", 1399, 399.5, 0x399"))
                .containsExactly("* 100 + 99", "86_400.0", "149597870.7");
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : javaFiles()) {
            String name = SOURCES.relativize(file).toString().replace('\\', '/');
            if (name.startsWith("main/") && !TABLES.contains(name.substring(name.lastIndexOf('/') + 1))) {
                List<String> numbers = numbers(Files.readString(file));
                if (!numbers.isEmpty()) {
                    found.put(name, numbers);
                }
            }
        }
        assertThat(found)
                .as("ids of bodies that NaifIds names, and constants that math.Constants does")
                .isEmpty();
    }

    private static List<String> numbers(String java) {
        List<String> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(NO_CODE.matcher(java).replaceAll(" "));
        while (number.find()) {
            found.add(number.group());
        }
        return found;
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String[] rooms() {
        Set<String> rooms = new TreeSet<>(Set.of("orrery"));
        MAY_USE.keySet().forEach(room -> rooms.add(packageOf(room)));
        return rooms.toArray(String[]::new);
    }

    private static String packageOf(String room) {
        return "orrery." + room;
    }
}
