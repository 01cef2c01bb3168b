import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the application image {@code target/orrery} from what Maven left in {@code target/image}: the runtime, the
 * program and its libraries, the kernels, the launcher and the AOT caches. On Linux the launcher is the script {@code
 * src/dist/linux/orrery}; elsewhere {@code jpackage} makes one.
 *
 * <p>A cache holds what the virtual machine measured in its training run and is never the same twice; all else is, to
 * the byte. {@code -Dorrery.aot=no} leaves the caches out, so that two builds can be compared: then the program starts
 * slower and does the same.
 *
 * <p>Usage: {@code java [-Dorrery.aot=no] Image.java BASEDIR}.
 */
final class Image {
    static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.management,java.net.http,java.sql,java.xml,"
                    + "jdk.crypto.ec,jdk.jfr,jdk.management,jdk.management.agent,jdk.unsupported,"
                    + "javafx.controls,javafx.fxml";

    private static final String NATIVE = "--enable-native-access=javafx.graphics,ALL-UNNAMED";

    private final Path base;
    private final Path made;
    private final Path image;
    private final Path app;
    private final Path runtime;

    private Image(Path base) {
        this.base = base;
        made = base.resolve("target/image");
        image = base.resolve("target/orrery");
        app = LINUX ? image.resolve("lib/app") : made.resolve("lib");
        runtime = LINUX ? image.resolve("lib/runtime") : made.resolve("runtime");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Image(Path.of(args[0]).toAbsolutePath().normalize()).make();
    }

    private void make() throws IOException, InterruptedException {
        for (Path jar : jars(made.resolve("lib"))) {
            CurrentClasses.rewrite(jar, name(jar).startsWith("orrery-"));
        }
        if (LINUX) {
            layOut();
            train(app, "commands", rehearsal(false));
            train(app, "window", rehearsal(true));
        } else {
            link();
            train(app, "orrery", rehearsal(true));
            jpackage();
        }
    }

    private void layOut() throws IOException {
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve("lib"));
        link();
        copy(made.resolve("lib"), app);
        copy(base.resolve("kernels"), image.resolve("lib/kernels"));
        Path launcher = image.resolve("bin/orrery");
        Files.writeString(
                launcher,
                Files.readString(base.resolve("src/dist/linux/orrery"))
                        .replace(
                                "@CLASS_PATH@",
                                jars(app).stream()
                                        .map(jar -> "$app/" + jar.getFileName())
                                        .collect(Collectors.joining(":"))));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        date(image);
    }

    private void link() {
        tool(
                "jlink",
                "--module-path",
                made.resolve("javafx").toString(),
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--exclude-resources",
                "regex:/javafx\\..*\\.(so|dll|dylib)",
                "--output",
                runtime.toString());
        natives();
    }

    /**
     * JavaFX's own libraries stand where its loader looks first. From within its modules it would copy them into the
     * user's home at the first start, where they would stay when the program is removed.
     */
    private void natives() {
        Path folder = runtime.resolve(WINDOWS ? "bin" : "lib");
        try {
            for (Path jar : jars(made.resolve("javafx"))) {
                try (FileSystem inside = FileSystems.newFileSystem(jar);
                        Stream<Path> files = Files.list(inside.getPath("/"))) {
                    for (Path file : files.filter(each -> each.toString().matches(".*\\.(so|dll|dylib)"))
                            .toList()) {
                        Path library = folder.resolve(name(file));
                        // On Windows both bring the compiler's own; the runtime keeps its.
                        if (!Files.exists(library)) {
                            Files.copy(file, library);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's own jar comes first; a cache stays valid if entries are appended to the class path. */
    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing((Path file) -> !name(file).startsWith("orrery"))
                            .thenComparing(Image::name))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** The commands of the training runs, one command line per line. */
    private List<String> rehearsal(boolean window) throws IOException {
        Path scratch = Files.createDirectories(made.resolve("training"));
        Path queries = scratch.resolve("queries.csv");
        StringBuilder rows = new StringBuilder("target,center,et\n");
        for (int i = 0; i < 20_000; i++) {
            rows.append(i % 9 + 1).append(",0,").append(i * 1e5 - 1e9 + 0.125).append('\n');
        }
        Files.writeString(queries, rows);
        // The same lines wherever the clone is: relative paths, because a word with blanks cannot be written here.
        String kernel = "../../../kernels/orrery_1900_2100.bsp";
        List<String> lines = new ArrayList<>(List.of(
                "--version",
                "--help",
                "state --help",
                "brief " + kernel,
                "brief " + kernel + " --json",
                "brief " + kernel + " --by body",
                "comment " + kernel,
                "state --kernel " + kernel + " --target 4 --center sun --date 2026-01-01",
                "state -k " + kernel + " --target 399 --et 0 --abcorr LT+S --json --explain",
                "state -k " + kernel + " --target 399 --et 0 --frame ECLIPJ2000 --explain",
                "state -k " + kernel + " --target 4 --center 399 --et 0 --place true-equator",
                "state -k " + kernel + " --target nobody --et 0",
                "state -k " + kernel + " --queries queries.csv",
                "frame --from J2000 --to IAU_MARS --date 2026-01-01",
                "events -k " + kernel + " --from 2026-01-01 --to 2026-02-01 --kind opposition",
                "catalogue --help",
                "leftovers --help",
                "completion"));
        if (window) {
            lines.add("snapshot --out training.png --size 1280x800");
        }
        return lines;
    }

    /** Runs the program as its launcher does, and keeps what the virtual machine learned in a cache. */
    private void train(Path folder, String name, List<String> lines) throws IOException, InterruptedException {
        if (System.getProperty("orrery.aot", "").equals("no")) {
            return;
        }
        Path scratch = made.resolve("training");
        Path script = Files.write(scratch.resolve(name + ".txt"), lines);
        List<String> command = new ArrayList<>(List.of(
                runtime.resolve("bin/java").toString(),
                "-cp",
                jars(folder).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator"))),
                "-XX:AOTCacheOutput=" + folder.resolve(name + ".aot"),
                "-Dorrery.home=" + (LINUX ? image.resolve("lib") : base),
                NATIVE));
        if (name.equals("window")) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(List.of("orrery.Rehearsal", script.toString()));
        Process training = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve(name + ".log").toFile())
                .start();
        if (training.waitFor() != 0) {
            throw new IllegalStateException("The training run failed with status " + training.exitValue() + ": "
                    + scratch.resolve(name + ".log"));
        }
    }

    private void jpackage() throws IOException {
        Path icons = Files.createDirectories(made.resolve("icons"));
        Icons.main(new String[] {base.toString(), icons.toString()});
        List<String> words = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", "orrery",
                "--dest", base.resolve("target").toString(),
                "--input", app.toString(),
                "--main-jar", name(jarOfProgram()),
                "--main-class", "orrery.Main",
                "--runtime-image", runtime.toString(),
                "--app-content", base.resolve("kernels").toString(),
                "--java-options", "-Dorrery.home=$APPDIR/..",
                "--java-options", "-XX:AOTCache=$APPDIR/orrery.aot",
                "--java-options", "-Xlog:disable",
                // The window keeps its heap small, as the launcher for Linux says.
                "--java-options", "-Xms96m",
                "--java-options", "-XX:MaxNewSize=32m",
                "--java-options", "-XX:G1HeapRegionSize=1m",
                "--java-options", "-XX:MinHeapFreeRatio=10",
                "--java-options", "-XX:MaxHeapFreeRatio=25"));
        words.addAll(List.of("--java-options", NATIVE));
        if (WINDOWS) {
            // What commands print goes to a console; the menu starts the window without one.
            words.addAll(List.of(
                    "--win-console",
                    "--add-launcher",
                    "Orrery Window=" + base.resolve("src/dist/windows/window.properties")));
        }
        words.addAll(List.of(
                "--icon", icons.resolve(WINDOWS ? "orrery.ico" : "orrery.icns").toString()));
        tool("jpackage", words.toArray(String[]::new));
    }

    private Path jarOfProgram() {
        try {
            return jars(app).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tool(String name, String... words) {
        int status = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "."))
                .run(System.out, System.err, words);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with status " + status + ".");
        }
    }

    /** Copies a tree; links stay links. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(
                            file,
                            copy,
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /**
     * Gives everything below a folder one date. A cache only accepts jars with the size and the date that it has seen.
     */
    static void date(Path root) throws IOException {
        FileTime epoch = FileTime.from(epoch());
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, epoch);
                }
            }
        }
    }

    /** The release date of this version, whatever date the files get. */
    static Instant released() {
        return Instant.parse(System.getProperty("orrery.timestamp", "2026-01-01T00:00:00Z"));
    }

    /** The date of all files: {@code SOURCE_DATE_EPOCH}, or else that of the build's own jars. */
    static Instant epoch() {
        String given = System.getenv("SOURCE_DATE_EPOCH");
        return given == null || given.isBlank() ? released() : Instant.ofEpochSecond(Long.parseLong(given.strip()));
    }
}
