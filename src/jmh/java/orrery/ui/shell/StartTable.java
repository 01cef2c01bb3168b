package orrery.ui.shell;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The table of starts: the time from process launch to the first picture of the sky, for the image that {@code mvn
 * -Pdist package} makes. It alternates with its floor: an empty JavaFX window of the same size with its own AOT cache,
 * on the same display. Argument: the image's folder. Medians and minima of 11 starts each.
 */
public final class StartTable {
    private static final int STARTS = 11;
    private static final String DRAWN = "first frame";

    private StartTable() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path image = Path.of(args[0]).toAbsolutePath();
        Path folder = Files.createTempDirectory("orrery-empty-");
        Path cache = folder.resolve("empty.aot");
        Path jar = jar(folder.resolve("empty.jar"));
        List<String> empty = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.concat(
                                Stream.of(jar.toString()),
                                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                        .filter(entry -> entry.contains("javafx") && entry.endsWith(".jar")))
                        .collect(Collectors.joining(File.pathSeparator)),
                EmptyMain.class.getName());
        try {
            start(with(empty, "-XX:AOTCacheOutput=" + cache));
            List<String> floor = with(empty, "-XX:AOTCache=" + cache);
            List<String> sky = List.of(image.resolve("bin/orrery").toString());
            long[] floors = new long[STARTS];
            long[] skies = new long[STARTS];
            for (int i = 0; i < STARTS; i++) {
                floors[i] = start(floor);
                skies[i] = start(sky);
            }
            System.out.println("| start | median ms | least ms |");
            System.out.println("|---|---:|---:|");
            say("an empty window", floors);
            say("the sky", skies);
            System.out.printf(
                    Locale.ROOT, "sky / empty window: %.2f%n", (double) skies[STARTS / 2] / floors[STARTS / 2]);
        } finally {
            Files.deleteIfExists(cache);
            Files.deleteIfExists(jar);
            Files.deleteIfExists(folder);
        }
    }

    /** The classes of the empty window in a jar, because an AOT cache accepts none from a folder. */
    private static Path jar(Path file) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("StartTable$EmptyMain", "StartTable$Empty", "StartTable$Empty$1")) {
                String entry = StartTable.class.getPackageName().replace('.', '/') + "/" + name + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in =
                        Objects.requireNonNull(StartTable.class.getClassLoader().getResourceAsStream(entry))) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return file;
    }

    private static void say(String what, long[] times) {
        Arrays.sort(times);
        System.out.println("| " + what + " | " + times[STARTS / 2] + " | " + times[0] + " |");
    }

    private static List<String> with(List<String> command, String option) {
        List<String> all = new ArrayList<>(command);
        all.add(1, option);
        return all;
    }

    /** Milliseconds from launch to the line that reports the first picture. */
    private static long start(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-D" + FirstFrame.PROPERTY + "=true");
        long began = System.nanoTime();
        long drawn = -1;
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(DRAWN)) {
                    drawn = (System.nanoTime() - began) / 1_000_000;
                }
            }
        }
        process.waitFor();
        if (drawn < 0) {
            throw new IOException("no first frame from " + command);
        }
        return drawn;
    }

    /** Starts the floor: on the class path, a main class must not be an application itself. */
    public static final class EmptyMain {
        private EmptyMain() {}

        public static void main(String[] args) {
            Application.launch(Empty.class, args);
        }
    }

    /** The floor: a window with nothing in it. */
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(), 1600, 900));
            stage.show();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses == 2) {
                        stop();
                        System.out.printf(
                                "first frame %d ms after the start of the virtual machine%n",
                                ManagementFactory.getRuntimeMXBean().getUptime());
                        Platform.exit();
                    }
                }
            }.start();
        }
    }
}
