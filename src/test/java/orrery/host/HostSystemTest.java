package orrery.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One place knows the operating system, and what follows from it. */
class HostSystemTest {
    private static final Path SOURCES = Path.of(System.getProperty("orrery.basedir", "."), "src");

    /**
     * The system's name, in quotes as a property or as a constant of libraries that query it; files that exist only on
     * Linux.
     */
    private static final Pattern ASKING = Pattern.compile("\"os\\.(?:name|version)\"|SystemUtils|PlatformUtil"
            + "|(?:Path\\.of|Paths\\.get|new File|FileReader|FileInputStream)\\(\\s*\"/(?:proc|sys)\\b"
            + "|separatorChar == ");

    private static final Path HOME = Path.of("/home/a");

    @Test
    void whatIsNotPretendedIsWhatTheMachineSays() {
        assertThat(HostSystem.name()).isEqualTo(System.getProperty("os.name"));
        assertThat(HostSystem.isLinux()).isEqualTo(HostSystem.proc("self").equals(Path.of("/proc/self")));
        assertThat(HostSystem.described())
                .startsWith(System.getProperty("os.name"))
                .doesNotContain("pretending");
    }

    @Test
    void aSystemIsToldByItsName() {
        assertThat(Stream.of("Linux", "Windows 11", "Mac OS X", "Darwin", "FreeBSD")
                        .map(name -> HostSystem.isLinux(name) + " " + HostSystem.isWindows(name) + " "
                                + HostSystem.isMac(name)))
                .containsExactly(
                        "true false false",
                        "false true false",
                        "false false true",
                        "false false false",
                        "false false false");
    }

    @Test
    void foldersAreWhereEachSystemHasThem() {
        Map<String, String> set = Map.of(
                "XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "APPDATA", "/u/Roaming", "LOCALAPPDATA", "/u/Local");
        Map<String, String> relative = Map.of("XDG_CONFIG_HOME", "not/absolute", "XDG_DATA_HOME", "nor/this");
        assertThat(places("Linux", Map.of())).containsExactly("/home/a/.config/orrery", "/home/a/.local/share/orrery");
        assertThat(places("Linux", relative)).isEqualTo(places("Linux", Map.of()));
        assertThat(places("Linux", set)).containsExactly("/c/orrery", "/d/orrery");
        assertThat(places("Mac OS X", set))
                .containsOnly("/home/a/Library/Application Support/Orrery")
                .hasSize(2);
        assertThat(places("Windows 11", Map.of()))
                .containsExactly("/home/a/AppData/Roaming/Orrery", "/home/a/AppData/Local/Orrery");
        assertThat(places("Windows 11", set)).containsExactly("/u/Roaming/Orrery", "/u/Local/Orrery");
    }

    private static List<String> places(String system, Map<String, String> environment) {
        return Stream.of(
                        SystemFolders.configuration(system, HOME, environment),
                        SystemFolders.data(system, HOME, environment))
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void theProgramsArchiveIsFoundByItsOwnClass() throws IOException {
        URI jar = URI.create("jar:" + Path.of("/a b/\u00e4.jar").toUri() + "!/orrery/host/ProgramBuild.class");
        assertThat(ProgramBuild.archive(jar.toURL())).contains(Path.of("/a b/\u00e4.jar"));
        assertThat(ProgramBuild.archive(
                        Path.of("/classes/ProgramBuild.class").toUri().toURL()))
                .isEmpty();
    }

    @Test
    void nothingElseAsksForTheSystem() throws IOException {
        assertThat(List.of("get(\"os.name\")", "Path.of(\"/proc/self/maps\")", "File.separatorChar == '/'"))
                .allMatch(code -> ASKING.matcher(code).find());
        Map<String, String> found = new TreeMap<>();
        for (String tree : List.of("main/java", "reader/java")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(tree))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    Matcher asking = ASKING.matcher(Files.readString(file));
                    if (asking.find() && !file.endsWith(Path.of("host", "HostSystem.java"))) {
                        found.put(SOURCES.relativize(file).toString(), asking.group());
                    }
                }
            }
        }
        assertThat(found).as("HostSystem is who is asked").isEmpty();
    }
}
