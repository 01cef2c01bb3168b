package orrery.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditPlan;
import orrery.audit.AuditPreset;
import orrery.audit.AuditRun;
import orrery.binding.KernelRegistry;
import orrery.service.SkyService;
import orrery.testing.CrowdKernel;
import orrery.ui.fx.Theme;

/**
 * Frames per second of the window at 1000 x 1000 on the current display: an empty canvas and the playing sky in turn,
 * then the sky with Telemetry open, with crowds of bodies, and with both during a Deep audit. It counts pulses of the
 * scene and pictures of the sky that reached it. First argument: the kernel. The window is drawn in software ({@code
 * -Dprism.order=sw}).
 */
public final class FrameTable {
    private FrameTable() {}

    public static void main(String[] args) {
        Application.launch(Table.class, args);
    }

    /** The one window that shows everything in turn; public because JavaFX creates it. */
    public static final class Table extends Application {
        private static final double SIZE = 1000;
        private static final int SETTLE = 4;
        private static final int SECONDS = 8;
        private static final int TURNS = 3;
        private static final int[] CROWDS = {500, 5_000, 20_000};
        private static final double ET = 8e8;

        private Stage stage = new Stage();

        private record Rate(double pulses, double pictures) {
            @Override
            public String toString() {
                return String.format(Locale.ROOT, "%.1f | %.1f", pulses, pictures);
            }
        }

        @Override
        public void start(Stage first) {
            stage = first;
            Path kernel = Path.of(getParameters().getRaw().getFirst());
            Thread.ofPlatform().name("table").start(() -> {
                int status = 0;
                try {
                    table(kernel);
                } catch (Exception e) {
                    System.err.println("The table ended early: " + e);
                    status = 1;
                }
                Platform.exit();
                Runtime.getRuntime().halt(status);
            });
        }

        private void table(Path kernel) throws Exception {
            System.out.println("| window | pulses a second | pictures of the sky a second |");
            System.out.println("|---|---:|---:|");
            double[] ratios = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                Rate empty = empty();
                say("an empty canvas", empty);
                Rate sky = window(List.of(kernel), "body", false, false);
                say("the sky, playing", sky);
                ratios[turn] = sky.pulses / empty.pulses;
            }
            Arrays.sort(ratios);
            System.out.printf(Locale.ROOT, "playing / empty, median of %d: %.2f%n", TURNS, ratios[TURNS / 2]);
            say("the sky and Telemetry", window(List.of(kernel), "telemetry", true, false));
            for (int bodies : CROWDS) {
                Path many = Files.createTempFile("orrery-crowd-", ".bsp");
                try {
                    CrowdKernel.write(many, ET, bodies);
                    Rate rate = window(List.of(kernel, many), "body", false, false);
                    say(String.format(Locale.ROOT, "%,d bodies more, playing", bodies), rate);
                } finally {
                    Files.delete(many);
                }
            }
            say("the sky, Deep audit running", window(List.of(kernel), "body", false, true));
            say("the sky, Telemetry, Deep audit running", window(List.of(kernel), "telemetry", true, true));
        }

        private static void say(String what, Rate rate) {
            System.out.println("| " + what + " | " + rate + " |");
        }

        private Rate empty() throws Exception {
            Canvas canvas = new Canvas(SIZE, SIZE);
            on(() -> {
                stage.setScene(new Scene(new Group(canvas), SIZE, SIZE));
                stage.show();
            });
            return count(() -> {
                canvas.getGraphicsContext2D().setFill(Color.BLACK);
                canvas.getGraphicsContext2D().fillRect(0, 0, SIZE, SIZE);
                return new Object();
            });
        }

        private Rate window(List<Path> kernels, String tab, boolean open, boolean deep) throws Exception {
            KernelRegistry registry = new KernelRegistry();
            try (SkyService service = new SkyService(registry, SkyService.fittingWorkers())) {
                OrreryWindow[] made = new OrreryWindow[1];
                on(() -> {
                    OrreryWindow window =
                            new OrreryWindow(service, ET, Theme.DARK, _ -> List.of(), new Dimension2D(SIZE, SIZE));
                    made[0] = window;
                    window.open(kernels);
                    window.show(stage);
                    if (open) {
                        window.tab(tab);
                    }
                });
                OrreryWindow window = made[0];
                AuditRun run = deep
                        ? AuditRun.of(AuditPlan.of(AuditPreset.DEEP, kernels).besideAWindow(), registry)
                        : null;
                Thread auditing = Thread.ofPlatform().daemon().unstarted(() -> {
                    if (run != null) {
                        var _ = run.run();
                    }
                });
                if (run != null) {
                    auditing.start();
                }
                Rate rate = count(window.sky()::picture);
                if (run != null) {
                    if (!auditing.isAlive()) {
                        System.out.println("(the audit had ended before the count)");
                    }
                    run.stop();
                    auditing.join(10_000);
                }
                on(window::close);
                return rate;
            }
        }

        private interface Seen {
            @Nullable
            Object picture();
        }

        /** Counts on the JavaFX thread over {@link #SECONDS}, after {@link #SETTLE}. */
        private static Rate count(Seen seen) throws Exception {
            CountDownLatch done = new CountDownLatch(1);
            long[] counts = new long[3];
            AnimationTimer timer = new AnimationTimer() {
                private long began;
                private @Nullable Object last = new Object();

                @Override
                @SuppressWarnings("ReferenceEquality") // each picture is a new object
                public void handle(long now) {
                    began = began == 0 ? now : began;
                    Object picture = seen.picture();
                    long lasted = now - began;
                    if (lasted > TimeUnit.SECONDS.toNanos(SETTLE)) {
                        counts[0]++;
                        counts[1] += picture != last ? 1 : 0;
                        counts[2] = lasted - TimeUnit.SECONDS.toNanos(SETTLE);
                    }
                    last = picture;
                    if (lasted > TimeUnit.SECONDS.toNanos(SETTLE + SECONDS)) {
                        stop();
                        done.countDown();
                    }
                }
            };
            on(timer::start);
            done.await();
            return new Rate(counts[0] * 1e9 / counts[2], counts[1] * 1e9 / counts[2]);
        }

        private static void on(Runnable what) throws Exception {
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    what.run();
                } finally {
                    done.countDown();
                }
            });
            done.await();
        }
    }
}
