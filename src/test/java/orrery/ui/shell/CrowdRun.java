package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.testing.Screen;
import orrery.time.Dates;
import orrery.ui.fx.Png;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileChoice;
import orrery.ui.telemetry.ExportTarget;

/**
 * A kernel of very many segments in the real window: {@code CrowdRun FOLDER KERNEL...} opens the kernels, turns to
 * every tab and page, clicks, drags and turns the wheel there, and searches. It prints for each action how long the
 * JavaFX thread did not answer, and what it was doing if that was long. A picture of each page goes into the folder.
 * {@code orrery.testing.TangledKernels} writes such kernels. It only measures; the user judges.
 */
public final class CrowdRun {
    /** If the JavaFX thread does not answer for longer than this, its stack is printed, nanoseconds. */
    private static final long LONG = 120_000_000L;

    private static final long TICK = 10_000_000L;
    private static final int FRAMES = 5;

    private final Path folder;
    private final List<Path> kernels;
    private final Thread sampler = new Thread(this::sample, "sampler");
    private volatile long asked;
    private volatile long answered;
    private volatile long longest;
    /** The JavaFX thread while it did not answer: its stack in our classes, and how often it was seen. */
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    private volatile @Nullable Thread ui;

    // Made on the JavaFX thread before the first action.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    private CrowdRun(Path folder, List<Path> kernels) {
        this.folder = folder;
        this.kernels = kernels;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        System.setProperty("orrery.data", folder.resolve("data").toString());
        List<Path> kernels =
                Stream.of(args).skip(1).map(Path::of).map(Path::toAbsolutePath).toList();
        new CrowdRun(folder, kernels).run();
        System.exit(0);
    }

    private void run() throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(() -> {
            open();
            up.countDown();
        });
        up.await();
        sampler.setDaemon(true);
        sampler.start();
        rest(5);
        act("open", 30, () -> window.open(kernels));
        for (String tab : List.of("body", "audit", "telemetry", "table", "tours", "kernels")) {
            act("tab " + tab, 4, () -> window.tab(tab));
            hands(tab);
        }
        for (String page : List.of("list", "coverage", "inside", "compare", "make", "fetch")) {
            act("page " + page, 6, () -> window.run("kernels.page." + page));
            hands(page);
        }
        pages();
        act("whole", 3, () -> window.run("window.whole"));
        for (String page : List.of("list", "coverage", "inside", "compare", "make")) {
            act("whole page " + page, 3, () -> window.run("kernels.page." + page));
        }
        act("not whole", 3, () -> window.run("window.whole"));
        act("tab body", 2, () -> window.tab("body"));
        act("events", 6, () -> press("#events-open"));
        for (int i = 0; i < 4; i++) {
            act("next body", 1, () -> window.run("body.next"));
        }
        act("find", 2, () -> window.run("body.find"));
        for (KeyCode key : List.of(KeyCode.DIGIT1, KeyCode.DIGIT0, KeyCode.DIGIT0, KeyCode.ENTER)) {
            act("type " + key, 1, () -> robot.keyType(key));
        }
        act("command", 2, () -> window.run("window.command"));
        for (KeyCode key : List.of(KeyCode.B, KeyCode.O, KeyCode.D, KeyCode.ESCAPE)) {
            act("type " + key, 1, () -> robot.keyType(key));
        }
        for (String action : List.of(
                "view.all",
                "view.orbits",
                "view.trails",
                "view.labels",
                "view.center",
                "view.turning",
                "time.coverage",
                "window.keys",
                "window.keys",
                "share.copy",
                "share.picture",
                "time.play",
                "time.year.forward",
                "time.now",
                "kernels.ghost",
                "kernels.revert")) {
            act(action, 2, () -> window.run(action));
        }
        act("theme", 3, () -> window.theme(Theme.LIGHT));
        act("size", 3, () -> stage.setWidth(900));
        act("add", 10, () -> window.kernels().show(List.of()));
    }

    private void open() {
        ui = Thread.currentThread();
        FileChoice files = new FileChoice() {
            @Override
            public List<Path> choose(@Nullable Window owner) {
                return kernels;
            }

            @Override
            public Optional<Path> save(@Nullable Window owner, String name) {
                return Optional.of(folder.resolve(name));
            }
        };
        ExportTarget exports = new ExportTarget() {
            @Override
            public Optional<Path> choose(@Nullable Window owner, String name) {
                return Optional.of(folder.resolve(name));
            }

            @Override
            public void picture(Path file, WritableImage image) throws IOException {
                Files.write(file, Png.of(image));
            }
        };
        stage = new Stage();
        window = new OrreryWindow(
                new SkyService(new KernelRegistry(), SkyService.fittingWorkers()),
                Dates.now(),
                Theme.DARK,
                files,
                exports,
                new Dimension2D(1500, 860));
        new FaultNotice(window::say).install();
        stage.setX(0);
        stage.setY(0);
        window.show(stage);
        robot = new Robot();
    }

    /** The actions on each page. */
    private void pages() throws Exception {
        act("page inside", 3, () -> window.run("kernels.page.inside"));
        for (String page :
                List.of("#part-segments", "#part-tree", "#part-coefficients", "#part-comment", "#part-file")) {
            act("inside " + page, 4, () -> press(page));
            hands("inside " + page);
        }
    }

    private static void press(String id) {
        Node node = Screen.find(id, Node.class);
        if (node == null) {
            System.out.println("    no node " + id);
        } else if (node instanceof ButtonBase button) {
            button.fire();
        } else {
            Screen.clickInto(node);
        }
    }

    /** Clicks, turns the wheel and drags on what the panel shows. */
    private void hands(String name) throws Exception {
        act(name + ": click", 1, () -> {
            at(0.82, 0.35);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        act(name + ": wheel", 1, () -> {
            at(0.82, 0.5);
            robot.mouseWheel(10);
        });
        act(name + ": end", 1, () -> robot.keyType(KeyCode.END));
        act(name + ": down", 1, () -> robot.keyType(KeyCode.DOWN));
        act(name + ": drag", 1, () -> {
            at(0.8, 0.5);
            robot.mousePress(MouseButton.PRIMARY);
            at(0.9, 0.6);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
    }

    private void at(double x, double y) {
        Bounds scene = stage.getScene()
                .getRoot()
                .localToScreen(stage.getScene().getRoot().getLayoutBounds());
        robot.mouseMove(scene.getMinX() + x * scene.getWidth(), scene.getMinY() + y * scene.getHeight());
    }

    /** Does this, waits some seconds, and prints how long the JavaFX thread did not answer meanwhile. */
    private void act(String name, int seconds, Runnable what) throws Exception {
        longest = 0;
        seen.clear();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                System.out.println("    " + e);
            }
            done.complete(true);
        });
        done.get(10, TimeUnit.MINUTES);
        rest(seconds);
        while (System.nanoTime() - answered > 500_000_000L) {
            rest(1);
        }
        Runtime java = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%-28s %6d ms   heap %d MB%n",
                name,
                longest / 1_000_000,
                (java.totalMemory() - java.freeMemory()) / 1_000_000);
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .forEach(e -> System.out.println("        " + e.getValue() + " x " + e.getKey()));
        WritableImage[] image = new WritableImage[1];
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        if (!name.contains(":")) {
            Platform.runLater(() -> {
                image[0] = stage.getScene().snapshot(null);
                drawn.complete(true);
            });
            drawn.get(10, TimeUnit.MINUTES);
            Files.write(
                    folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".png"),
                    Png.of(Objects.requireNonNull(image[0])));
            rest(1);
        }
    }

    private static void rest(double seconds) {
        LockSupport.parkNanos((long) (seconds * 1e9));
    }

    /** Sends requests repeatedly, and reads the stack of the JavaFX thread while it does not answer. */
    private void sample() {
        while (true) {
            asked = System.nanoTime();
            Platform.runLater(() -> answered = System.nanoTime());
            while (answered < asked) {
                LockSupport.parkNanos(TICK);
                long late = System.nanoTime() - asked;
                Thread thread = ui;
                if (late > LONG && thread != null) {
                    Stream.of(thread.getStackTrace())
                            .map(String::valueOf)
                            .filter(line -> line.startsWith("orrery.") && !line.contains("ulse("))
                            .limit(FRAMES)
                            .reduce((a, b) -> a + " < " + b)
                            .ifPresent(stack -> seen.merge(stack, 1, Integer::sum));
                }
                longest = Math.max(longest, late);
            }
            LockSupport.parkNanos(TICK);
        }
    }
}
