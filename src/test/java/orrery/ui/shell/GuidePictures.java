package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.forge.Excerpt;
import orrery.math.Constants;
import orrery.service.SkyService;
import orrery.spk.NaifIds;
import orrery.testing.Eventually;
import orrery.testing.Screen;
import orrery.time.Dates;
import orrery.ui.fx.Png;
import orrery.ui.fx.Theme;
import orrery.ui.tour.TourPlayer;

/**
 * Draws the pictures of the guide from the window itself, off-screen, each after the same hand movements. Usage:
 * {@code GuidePictures FOLDER [NAME...]}; {@code mvn -Pguide test-compile exec:exec@pictures} draws them all where they
 * belong.
 */
public final class GuidePictures {
    /** The setup of a picture; it may wait. */
    @FunctionalInterface
    private interface Scene {
        void arrange(OrreryWindow window) throws Exception;
    }

    private static final double AROUND = Dates.parse("2026-01-10");
    private static final double SPAN = 5 * Constants.JULIAN_YEAR;
    private static final int WIDTH = 960;
    private static final int PATIENCE = 4;
    private static final int HEIGHT = 600;
    /** Of pictures whose page is longer than that. */
    private static final int TALL = 940;

    private static final Set<String> LONG = Set.of("audit", "events");

    /** What depends on the machine that drew it, and not on the program. */
    private static final List<String> HIDDEN = List.of("#status-rate", "#status-frames");

    private static final Map<String, Scene> PICTURES = new LinkedHashMap<>();

    private static final String HOME =
            "orrery:view?date=2026-01-10&focus=10&km=2600000000&yaw=0.5&pitch=0.6&chosen=399";

    static {
        PICTURES.put("window", window -> {
            act(window, "window.panel");
            link(window, HOME);
        });
        PICTURES.put("saturn", window -> {
            link(window, "orrery:view?date=2026-01-10&focus=6&km=700000&yaw=4.2&pitch=0.4&chosen=6");
        });
        PICTURES.put("loops", window -> {
            act(window, "view.milkyway", "view.trails", "view.trails");
            link(window, "orrery:view?date=2026-01-10&focus=399&km=700000000&yaw=0&pitch=1.5&center=399&chosen=399");
        });
        PICTURES.put("events", window -> {
            link(window, HOME);
            act(window, "body.events");
            Screen.value("events", () -> label("#events-message"), said -> said.contains("each to the second"));
        });
        PICTURES.put("coverage", window -> {
            act(window, "tab.kernels", "kernels.page.coverage");
            link(window, HOME);
            Screen.so("looked", () -> !window.kernels().isAtWork());
        });
        PICTURES.put("inside", window -> {
            act(window, "tab.kernels", "kernels.page.inside");
            link(window, HOME.replace("chosen=399", "chosen=301"));
            Screen.press("#part-tree");
            Screen.so("looked", () -> !window.kernels().isAtWork());
        });
        PICTURES.put("audit", window -> {
            link(window, HOME);
            act(window, "tab.audit", "time.play", "audit.run");
            awaitProof(window);
            // The folder of the ledger.
            hide("#audit-message");
        });
        PICTURES.put("telemetry", window -> {
            link(window, HOME);
            act(window, "tab.audit", "time.play", "audit.run");
            act(window, "tab.telemetry");
            Screen.so("workers", () -> window.telemetry().workers().size() > 20);
            double since = window.telemetry().seconds(System.nanoTime());
            Screen.so("four seconds", () -> window.telemetry().seconds(System.nanoTime()) > since + 4);
        });
        PICTURES.put("film", window -> {
            link(window, HOME);
            act(window, "share.film");
        });
        PICTURES.put("tour", window -> {
            act(window, "tab.tours");
            Screen.run(() -> threeSecondsOfTour(window));
            Screen.seen("#tour-caption");
        });
        PICTURES.put("guide", window -> {
            link(window, HOME);
            Screen.run(() -> window.side().open(false));
            act(window, "window.guide");
            Screen.so("the page", () -> window.scene().lookup(".guide-heading-1") != null);
        });
    }

    private GuidePictures() {}

    /** The names of all pictures. */
    static Set<String> names() {
        return PICTURES.keySet();
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> wanted = args.length > 1 ? List.of(args).subList(1, args.length) : List.copyOf(names());
        int failed = 0;
        for (String name : wanted) {
            try {
                Files.write(folder.resolve(name + ".png"), draw(name));
                System.out.println(folder.resolve(name + ".png"));
            } catch (IOException | RuntimeException | AssertionError e) {
                System.err.println(name + " could not be drawn: " + e);
                failed++;
            }
        }
        System.exit(failed);
    }

    /** One picture as the bytes of a PNG. */
    static byte[] draw(String name) throws Exception {
        toolkit();
        Path folder = Files.createTempDirectory("orrery-pictures");
        // Nothing remains from the picture before or from the user who draws it.
        System.setProperty("orrery.data", folder.resolve("data").toString());
        System.setProperty("orrery.ledgers", folder.resolve("ledgers").toString());
        Path small = folder.resolve("earth_and_moon.bsp");
        KernelRegistry registry = new KernelRegistry();
        try (SkyService service = new SkyService(registry, 2)) {
            Path shipped = DefaultPaths.kernels().getFirst();
            try (KernelHandle kernel = registry.open(shipped)) {
                new Excerpt(Set.of(NaifIds.EARTH, NaifIds.MOON), AROUND - SPAN, AROUND + SPAN)
                        .of(kernel)
                        .writer()
                        .write(small);
            }
            Shown shown = Screen.fx(() -> {
                OrreryWindow window = new OrreryWindow(
                        service,
                        AROUND,
                        Theme.DARK,
                        _ -> List.of(),
                        new Dimension2D(WIDTH, LONG.contains(name) ? TALL : HEIGHT));
                Stage stage = new Stage();
                window.systemMotion(true);
                window.open(name.equals("coverage") ? List.of(shipped, small) : List.of(shipped));
                window.show(stage);
                stage.setX(0);
                stage.setY(0);
                return new Shown(window, stage);
            });
            try {
                Screen.some("a picture", () -> shown.window().sky().picture());
                Objects.requireNonNull(PICTURES.get(name), name).arrange(shown.window());
                Screen.run(shown.window().sky()::endHint);
                Screen.unseen("#message");
                HIDDEN.forEach(GuidePictures::hide);
                Screen.run(shown.window()::settle);
                return Png.of(
                        Screen.<WritableImage>fx(() -> shown.window().scene().snapshot(null)));
            } finally {
                Screen.run(() -> {
                    shown.stage().hide();
                    shown.window().close();
                });
                // What a picture started, an audit say, ends a moment after its window and writes its ledger first.
                Eventually.so(
                        "the end of the audit",
                        () -> Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().equals("orrery-audit")));
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private record Shown(OrreryWindow window, Stage stage) {}

    private static void toolkit() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException e) {
            // It already runs, which is fine.
            started.complete(true);
        }
        Platform.setImplicitExit(false);
        started.join();
    }

    /**
     * The run takes ten seconds on a quiet machine and minutes on a busy one, where it may also be void: then it runs
     * once more.
     */
    private static void awaitProof(OrreryWindow window) {
        for (int run = 1; true; run++) {
            ended();
            String verdict = Screen.fx(() -> label("#verdict"));
            if (verdict.contains("Proven.")) {
                return;
            }
            if (run == PATIENCE) {
                throw new IllegalStateException("the audit says: " + verdict);
            }
            act(window, "audit.run");
        }
    }

    private static void ended() {
        for (int i = 1; true; i++) {
            try {
                Screen.so("the end of the audit", () -> label("#start").startsWith("Start"));
                return;
            } catch (ConditionTimeoutException e) {
                if (i == PATIENCE) {
                    throw e;
                }
            }
        }
    }

    /** Advanced by hand and paused before the next pulse: a slow machine draws the date that a fast one does. */
    private static void threeSecondsOfTour(OrreryWindow window) {
        window.run("tour.planets");
        TourPlayer player = window.tours().player();
        player.advance(3);
        player.pause();
    }

    private static void hide(String id) {
        Node node = Screen.node(id, Node.class);
        Screen.run(() -> node.setOpacity(0));
    }

    private static void link(OrreryWindow window, String link) {
        Screen.run(() -> window.link(link));
    }

    private static void act(OrreryWindow window, String... actions) {
        for (String action : actions) {
            Screen.run(() -> window.run(action));
        }
    }

    private static String label(String id) {
        return Screen.find(id, Node.class) instanceof Labeled label
                ? Objects.requireNonNullElse(label.getText(), "")
                : "";
    }
}
