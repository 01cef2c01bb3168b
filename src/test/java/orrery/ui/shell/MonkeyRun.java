package orrery.ui.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.testing.SmallSky;
import orrery.testing.TangledKernels;
import orrery.time.Dates;
import orrery.ui.fx.Png;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileChoice;
import orrery.ui.telemetry.ExportTarget;

/**
 * The window under random clicks, keys, drags, wheels and resizes: {@code MonkeyRun SEED MINUTES}. The same seed makes
 * the same moves. Requirements: the window stays open, always answers within half a minute, and writes no exception to
 * standard error; and within a minute of the last move live memory and the process's handles are back to their values
 * before the first. The exit status is 0 if all of this held, else 1; it prints its measurements in any case.
 *
 * <p>{@code src/test/bash/monkey} starts it on a separate display.
 */
public final class MonkeyRun {
    /** The moves that are printed after a failure. */
    private static final int TOLD = 25;

    /** The first moves, before anything is measured, take so long or a tenth of the time. */
    private static final double WARM_MINUTES = 3;

    private static final long ANSWER_SECONDS = 30;
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final long LOOK_NANOS = 60_000_000_000L;
    /** Allowed growth from beginning to end: caches fill up, and are bounded. */
    private static final double MORE_HEAP_MB = 60;

    /** What opens a sheet, a list or the guide over the window. */
    private static final List<String> SHEETS = List.of(
            "window.keys",
            "window.command",
            "window.guide",
            "share.picture",
            "share.film",
            "time.coverage",
            "body.find");

    private static final int MORE_HANDLES = 12;
    private static final int MORE_THREADS = 12;

    private static final KeyCode[] LETTERS = {
        KeyCode.A,
        KeyCode.B,
        KeyCode.C,
        KeyCode.D,
        KeyCode.E,
        KeyCode.F,
        KeyCode.G,
        KeyCode.H,
        KeyCode.I,
        KeyCode.J,
        KeyCode.K,
        KeyCode.L,
        KeyCode.M,
        KeyCode.N,
        KeyCode.O,
        KeyCode.P,
        KeyCode.Q,
        KeyCode.R,
        KeyCode.S,
        KeyCode.T,
        KeyCode.U,
        KeyCode.V,
        KeyCode.W,
        KeyCode.X,
        KeyCode.Y,
        KeyCode.Z,
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT8,
        KeyCode.DIGIT9,
        KeyCode.SPACE,
        KeyCode.ENTER,
        KeyCode.TAB,
        KeyCode.ESCAPE,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.PAGE_UP,
        KeyCode.PAGE_DOWN,
        KeyCode.DELETE,
        KeyCode.BACK_SPACE,
        KeyCode.F1,
        KeyCode.SLASH,
        KeyCode.PERIOD,
        KeyCode.COMMA,
        KeyCode.SEMICOLON,
        KeyCode.QUOTE,
        KeyCode.EQUALS,
        KeyCode.MINUS,
        KeyCode.OPEN_BRACKET,
        KeyCode.CLOSE_BRACKET,
        KeyCode.BACK_SLASH
    };
    private static final KeyCode[] MODIFIERS = {KeyCode.SHIFT, KeyCode.CONTROL};

    private final Random random;
    private final Path home;
    private final List<Path> kernels;
    private final Deque<String> moves = new ArrayDeque<>();
    private final AtomicInteger faults = new AtomicInteger();
    private int count;
    private long slowest;

    // Made on the JavaFX thread before the first move.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private OrreryWindow window;

    @SuppressWarnings("NullAway.Init")
    private SkyService service;

    @SuppressWarnings("NullAway.Init")
    private Robot robot;

    /** What the process holds. */
    private record Measure(double heap, double resident, long handles, long threads, long mappings) {
        static Measure now() throws IOException {
            for (int i = 0; i < 3; i++) {
                System.gc();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            Runtime java = Runtime.getRuntime();
            return new Measure(
                    (java.totalMemory() - java.freeMemory()) / 1e6,
                    residentSize(),
                    count(Path.of("/proc/self/fd")),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    lines(Path.of("/proc/self/maps")));
        }

        private static double residentSize() throws IOException {
            try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                        .findFirst()
                        .orElse(Double.NaN);
            }
        }

        private static long count(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.count();
            }
        }

        private static long lines(Path file) throws IOException {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.count();
            }
        }

        boolean isBack(Measure before) {
            return heap <= before.heap + MORE_HEAP_MB
                    && handles <= before.handles + MORE_HANDLES
                    && threads <= before.threads + MORE_THREADS;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "heap alive %.0f MB, resident %.0f MB, handles %d, threads %d, mappings %d",
                    heap,
                    resident,
                    handles,
                    threads,
                    mappings);
        }
    }

    private MonkeyRun(long seed) throws IOException {
        random = new Random(seed);
        home = Files.createTempDirectory("monkey");
        System.setProperty("orrery.data", home.resolve("data").toString());
        System.setProperty("orrery.ledgers", home.resolve("ledgers").toString());
        // Every fetch fails at once, so that no server is troubled.
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", "9");
        Path shipped = Path.of("kernels/orrery_1900_2100.bsp").toAbsolutePath();
        Path commented = TangledKernels.commented(home.resolve("words.bsp"), 3_000_000);
        Path tangled = TangledKernels.circle(home.resolve("circle.bsp"), 5_000);
        Path chain = TangledKernels.chain(home.resolve("chain.bsp"), 2_000);
        Path meta = Files.writeString(
                home.resolve("set.tm"),
                "KPL/MK\n\\begindata\nKERNELS_TO_LOAD = ( '" + shipped + "' '" + commented + "' )\n");
        kernels = List.of(
                shipped,
                SmallSky.write(home.resolve("small.bsp")),
                commented,
                tangled,
                chain,
                meta,
                home.resolve("no.bsp"));
    }

    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        double minutes = Double.parseDouble(args[1]);
        System.out.println("seed " + seed + ", " + minutes + " minutes");
        MonkeyRun run = new MonkeyRun(seed);
        int code = run.run(minutes) ? 0 : 1;
        System.exit(code);
    }

    private boolean run(double minutes) throws Exception {
        PrintStream before = System.err;
        System.setErr(new PrintStream(new Watched(before), true, StandardCharsets.UTF_8));
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(() -> {
            open();
            up.countDown();
        });
        if (!up.await(2, TimeUnit.MINUTES)) {
            return failed("no window came up");
        }
        // What views, lists and their tables keep of what they have shown once is there before anything is measured.
        String trouble = moves(Math.max(WARM_MINUTES, minutes / 10));
        calm();
        Measure first = Measure.now();
        System.out.println("before: " + first);
        if (trouble.isEmpty()) {
            trouble = moves(minutes);
        }
        if (!trouble.isEmpty()) {
            return failed(trouble);
        }
        System.out.println(count + " moves made");
        calm();
        Measure last = Measure.now();
        long wait = System.nanoTime() + LOOK_NANOS;
        while (!last.isBack(first) && System.nanoTime() < wait) {
            LockSupport.parkNanos(20 * PAUSE_NANOS);
            last = Measure.now();
        }
        System.out.println("after: " + last + ", slowest answer " + slowest / 1_000_000 + " ms");
        if (faults.get() > 0) {
            return failed(faults.get() + " lines of exceptions on standard error");
        }
        return last.isBack(first) || failed("memory or handles are not back a minute after the last move");
    }

    /** Makes moves for so long; what went wrong, or nothing. */
    private String moves(double minutes) throws Exception {
        long end = System.nanoTime() + (long) (minutes * 60e9);
        long look = System.nanoTime() + LOOK_NANOS;
        while (System.nanoTime() < end) {
            String move = next();
            moves.addLast(count + " " + move);
            if (moves.size() > TOLD) {
                moves.removeFirst();
            }
            String trouble = answer();
            if (!trouble.isEmpty()) {
                return trouble;
            }
            count++;
            LockSupport.parkNanos((long) (PAUSE_NANOS * random.nextDouble()));
            if (System.nanoTime() > look) {
                look += LOOK_NANOS;
                System.out.println(
                        count + " moves: " + Measure.now() + ", slowest answer " + slowest / 1_000_000 + " ms");
            }
        }
        return "";
    }

    private void open() {
        service = new SkyService(new KernelRegistry(), SkyService.fittingWorkers());
        stage = new Stage();
        FileChoice files = new FileChoice() {
            @Override
            public List<Path> choose(@Nullable Window owner) {
                return List.of(kernels.get(random.nextInt(kernels.size())));
            }

            @Override
            public Optional<Path> save(@Nullable Window owner, String name) {
                return Optional.of(home.resolve("made-" + random.nextInt(3) + ".bsp"));
            }
        };
        ExportTarget exports = new ExportTarget() {
            @Override
            public Optional<Path> choose(@Nullable Window owner, String name) {
                return Optional.of(home.resolve("export-" + random.nextInt(3)));
            }

            @Override
            public void picture(Path file, WritableImage image) throws IOException {
                Files.write(file, Png.of(image));
            }
        };
        window = new OrreryWindow(service, Dates.now(), Theme.DARK, files, exports, new Dimension2D(1280, 850));
        new FaultNotice(window::say).install();
        window.open(List.of(kernels.getFirst()));
        stage.setX(0);
        stage.setY(0);
        window.show(stage);
        robot = new Robot();
    }

    /** Every kernel has been open once, with its segments in view, because the list of the Kernels tab keeps them. */
    private void everyKernel() throws Exception {
        fx(() -> window.tab("kernels"));
        for (Path kernel : kernels) {
            fx(() -> window.open(List.of(kernel)));
            LockSupport.parkNanos(20 * PAUSE_NANOS);
            pages();
        }
        fx(() -> window.open(List.of(kernels.getFirst())));
        LockSupport.parkNanos(20 * PAUSE_NANOS);
    }

    /** Everything has been in view once before the first measurement. */
    private void tour() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (String tab : List.of("audit", "telemetry", "kernels", "table", "tours", "body")) {
                fx(() -> window.tab(tab));
                LockSupport.parkNanos(20 * PAUSE_NANOS);
                pages();
            }
            for (String sheet : SHEETS) {
                fx(() -> window.run(sheet));
                LockSupport.parkNanos(10 * PAUSE_NANOS);
                fx(() -> robot.keyType(KeyCode.ESCAPE));
                LockSupport.parkNanos(10 * PAUSE_NANOS);
            }
            for (Theme theme : Theme.values()) {
                fx(() -> window.theme(theme));
                LockSupport.parkNanos(10 * PAUSE_NANOS);
            }
        }
        fx(() -> window.theme(Theme.DARK));
        LockSupport.parkNanos(50 * PAUSE_NANOS);
    }

    /** Every page of the open tab, once: each is made when it is first shown. */
    private void pages() throws Exception {
        List<ToggleButton> buttons = new ArrayList<>();
        fx(() -> stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(button -> button.getToggleGroup() != null && button.isVisible() && !button.isDisabled())
                .forEach(buttons::add));
        for (ToggleButton button : buttons) {
            fx(button::fire);
            LockSupport.parkNanos(3 * PAUSE_NANOS);
        }
    }

    /** Makes the next move on the JavaFX thread; in words. */
    private String next() {
        double x = random.nextDouble();
        double y = random.nextDouble();
        int kind = random.nextInt(100);
        if (kind < 45) {
            MouseButton button = random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
            int times = random.nextInt(6) == 0 ? 2 : 1;
            Platform.runLater(() -> {
                point(x, y);
                for (int i = 0; i < times; i++) {
                    robot.mouseClick(button);
                }
            });
            return "click " + button + " x" + times + at(x, y);
        }
        if (kind < 75) {
            KeyCode key = LETTERS[random.nextInt(LETTERS.length)];
            KeyCode held = random.nextInt(4) == 0 ? MODIFIERS[random.nextInt(MODIFIERS.length)] : KeyCode.UNDEFINED;
            Platform.runLater(() -> {
                if (held != KeyCode.UNDEFINED) {
                    robot.keyPress(held);
                }
                robot.keyType(key);
                if (held != KeyCode.UNDEFINED) {
                    robot.keyRelease(held);
                }
            });
            return "key " + (held == KeyCode.UNDEFINED ? "" : held + "+") + key;
        }
        if (kind < 87) {
            double toX = random.nextDouble();
            double toY = random.nextDouble();
            MouseButton button = random.nextInt(4) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
            Platform.runLater(() -> {
                point(x, y);
                robot.mousePress(button);
            });
            for (int i = 1; i <= 4; i++) {
                double part = i / 4.0;
                Platform.runLater(() -> point(x + (toX - x) * part, y + (toY - y) * part));
                LockSupport.parkNanos(PAUSE_NANOS / 10);
            }
            Platform.runLater(() -> robot.mouseRelease(button));
            return "drag " + button + at(x, y) + " to" + at(toX, toY);
        }
        if (kind < 97) {
            int notches = random.nextInt(9) - 4;
            Platform.runLater(() -> {
                point(x, y);
                robot.mouseWheel(notches);
            });
            return "wheel " + notches + at(x, y);
        }
        double width = 720 + random.nextInt(820);
        double height = 520 + random.nextInt(450);
        Platform.runLater(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        return "size " + width + " x " + height;
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, " at %.3f %.3f", x, y);
    }

    /** Moves the pointer to a place within the scene. */
    private void point(double x, double y) {
        robot.mouseMove(
                stage.getX() + stage.getScene().getX() + x * (stage.getScene().getWidth() - 2) + 1,
                stage.getY() + stage.getScene().getY() + y * (stage.getScene().getHeight() - 2) + 1);
    }

    /** Waits until the JavaFX thread has done what was requested; returns what is wrong, or nothing. */
    private String answer() throws InterruptedException {
        long begin = System.nanoTime();
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        Platform.runLater(() -> there.complete(stage.isShowing()));
        try {
            boolean showing = there.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            slowest = Math.max(slowest, System.nanoTime() - begin);
            return showing ? "" : "the window is gone";
        } catch (TimeoutException e) {
            Thread.getAllStackTraces().forEach((thread, trace) -> {
                if (thread.getName().startsWith("JavaFX Application")) {
                    System.out.println(thread.getName());
                    Stream.of(trace).limit(40).forEach(line -> System.out.println("    at " + line));
                }
            });
            return "the window does not answer for " + ANSWER_SECONDS + " s";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Back to the beginning: no key held, nothing open, the first kernel, one tab. */
    private void calm() throws Exception {
        fx(() -> {
            for (KeyCode held : MODIFIERS) {
                robot.keyRelease(held);
            }
            for (MouseButton button : List.of(MouseButton.PRIMARY, MouseButton.SECONDARY)) {
                robot.mouseRelease(button);
            }
            for (int i = 0; i < 6; i++) {
                robot.keyType(KeyCode.ESCAPE);
            }
        });
        LockSupport.parkNanos(20 * PAUSE_NANOS);
        fx(() -> {
            new ArrayList<>(Window.getWindows())
                    .stream().filter(w -> !w.equals(stage)).forEach(Window::hide);
            stage.setFullScreen(false);
            stage.setWidth(1280);
            stage.setHeight(850);
            window.theme(Theme.DARK);
        });
        everyKernel();
        tour();
    }

    private static void fx(Runnable what) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                what.run();
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.get(2 * ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private boolean failed(String why) {
        System.out.println("FAILED: " + why + ". The last moves:");
        moves.forEach(move -> System.out.println("  " + move));
        return false;
    }

    /** Standard error, checked line by line. */
    private final class Watched extends OutputStream {
        private final PrintStream to;
        private final StringBuilder line = new StringBuilder();

        Watched(PrintStream to) {
            this.to = Objects.requireNonNull(to);
        }

        @Override
        public synchronized void write(int b) {
            to.write(b);
            if (b != '\n') {
                line.append((char) b);
                return;
            }
            if (line.indexOf("Exception") >= 0 || line.indexOf("Error") >= 0) {
                faults.incrementAndGet();
            }
            line.setLength(0);
        }

        @Override
        public void flush() {
            to.flush();
            if (to.checkError()) {
                throw new UncheckedIOException(new IOException("standard error is gone"));
            }
        }
    }
}
