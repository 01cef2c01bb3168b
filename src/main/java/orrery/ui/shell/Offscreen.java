package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.image.WritableImage;
import orrery.binding.KernelRegistry;
import orrery.cli.SnapshotRenderer;
import orrery.ephemeris.Bodies;
import orrery.files.PartFile;
import orrery.library.Appraisal;
import orrery.library.KernelList;
import orrery.service.PlaceWish;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.spk.NaifIds;
import orrery.time.Dates;
import orrery.ui.fx.Png;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Ground;
import orrery.ui.orrery.LinkFormatException;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.ViewLink;
import orrery.ui.orrery.ViewSide;

/**
 * Draws the window off-screen, with JavaFX's headless platform and its software pipeline.
 *
 * <p>A process has one JavaFX toolkit: after a picture it can no longer open a display. Must not be called on the
 * JavaFX thread.
 */
public final class Offscreen implements SnapshotRenderer {
    private static final long LARGEST = 100_000_000;
    private static final long LOOK_MILLIS = 20;
    private static final int LOOKS = 1500;
    private static final long SAMPLED_MILLIS = 3000;

    /** Selects the headless platform; must be called before any use of JavaFX. */
    static void prepare() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * Draws a picture and writes it to a file.
     *
     * @throws RefusedException if the size or the link makes no sense
     * @throws NotHeldException if the kernels lack data for the picture, or are not those named in the link
     * @throws orrery.spk.KernelException if a kernel cannot be opened
     * @throws NotStartedException if the process lacks what drawing needs
     * @throws IOException if the file cannot be written
     */
    @Override
    public void write(Request request) throws IOException {
        if (request.width() < 1 || request.height() < 1 || (long) request.width() * request.height() > LARGEST) {
            throw new RefusedException("A picture of " + request.width() + " x " + request.height()
                    + " pixels cannot be drawn; choose up to 100 million.");
        }
        Optional<ViewLink> link = link(request);
        prepare();
        startToolkit();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            List<Path> kernels = LinkKernels.of(
                    link.stream().toList(), KernelList.of(request.kernels()).all(), new KernelSums());
            SkyCatalogue catalogue = join(service.open(kernels));
            link.ifPresent(view -> LinkKernels.check(view, catalogue));
            List<Appraisal> described = kernels.stream()
                    .map(kernel -> Appraisal.of(kernel, service.registry()))
                    .toList();
            CompletableFuture<OrreryWindow> made = onFx(() -> window(request, link, service, described));
            OrreryWindow window = join(made);
            try {
                if (request.tab() == Tab.TELEMETRY) {
                    sample(window);
                }
                if (request.tab() == Tab.KERNELS) {
                    rest(window);
                }
                write(request.out(), join(onFx(() -> draw(request, window))));
            } finally {
                join(onFx(() -> {
                    window.close();
                    return window;
                }));
            }
        }
    }

    private static Optional<ViewLink> link(Request request) {
        try {
            return request.look().link().map(ViewLink::parse);
        } catch (LinkFormatException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static OrreryWindow window(
            Request request, Optional<ViewLink> link, SkyService service, List<Appraisal> described) {
        double et = request.et().orElseGet(() -> link.map(ViewLink::et).orElseGet(Dates::now));
        OrreryWindow window = new OrreryWindow(
                service,
                et,
                request.light() ? Theme.LIGHT : Theme.DARK,
                owner -> List.of(),
                new Dimension2D(request.width(), request.height()));
        window.kernels().show(described);
        window.body().place(PlaceWish.PLAIN.in(request.frame()));
        window.systemMotion(true);
        window.model().follow();
        link.ifPresent(view -> LinkActions.show(window.model(), view));
        if (request.et().isPresent() || link.isPresent()) {
            window.model().clock().jump(et);
        }
        window.model().clock().play();
        look(
                window.model(),
                request.look(),
                service.compute(window.model().clock().et()));
        panel(request.tab()).ifPresent(window::tab);
        return window;
    }

    /** Moves instantly to the requested place. */
    static void look(SkyModel model, Look look, SkyFrame frame) {
        look.scale().ifPresent(scale -> model.style().set(model.style().get().scale(mode(scale))));
        model.aim(frame);
        look.center().ifPresent(body -> model.center(held(model, body)));
        look.follow().ifPresent(body -> model.follow(held(model, body), frame));
        look.view().ifPresent(view -> model.look(side(view)));
        look.from()
                .ifPresent(from -> model.stand(
                        held(model, from),
                        look.follow().isPresent() ? held(model, look.follow().getAsInt()) : NaifIds.SUN,
                        look.field().orElse(40),
                        look.ground().map(at -> new Ground(at.longitude(), at.latitude()))));
        look.distance().ifPresent(km -> model.rig().set(model.rig().camera().distance(km)));
        model.aim(frame);
    }

    private static ScaleMode mode(Scale scale) {
        return switch (scale) {
            case TRUE -> ScaleMode.TRUE;
            case LOG -> ScaleMode.LOGARITHMIC;
            case SCHEMATIC -> ScaleMode.SCHEMATIC;
        };
    }

    private static ViewSide side(View view) {
        return switch (view) {
            case TOP -> ViewSide.TOP;
            case SIDE -> ViewSide.SIDE;
            case ISOMETRIC -> ViewSide.ISOMETRIC;
            case EARTH -> ViewSide.EARTH;
        };
    }

    /** The id of the panel that a tab shows. */
    private static Optional<String> panel(Tab tab) {
        return switch (tab) {
            case BODY -> Optional.of("body");
            case AUDIT -> Optional.of("audit");
            case TELEMETRY -> Optional.of("telemetry");
            case KERNELS -> Optional.of("kernels");
            case TABLE -> Optional.of("table");
            case TOURS -> Optional.of("tours");
            case NONE -> Optional.empty();
        };
    }

    private static int held(SkyModel model, int body) {
        return model.held(body)
                .orElseThrow(() -> new NotHeldException(
                        "The kernels do not contain " + Bodies.label(body) + ". Choose a body that they contain."));
    }

    /** Lets the window run for a while, so that there is telemetry to show. */
    private static void sample(OrreryWindow window) {
        double et = join(onFx(() -> {
            // Charts draw only what is visible, which is known only after layout.
            window.settle();
            window.start();
            return window.model().clock().et();
        }));
        pass(SAMPLED_MILLIS);
        join(onFx(() -> {
            window.model().clock().jump(et);
            return et;
        }));
    }

    /** Waits until the Kernels tab has examined the kernels, up to a time limit. */
    private static void rest(OrreryWindow window) {
        for (int i = 0; i < LOOKS && join(onFx(window.kernels()::isAtWork)); i++) {
            pass(LOOK_MILLIS);
        }
    }

    private static void pass(long millis) {
        join(CompletableFuture.supplyAsync(
                () -> true, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)));
    }

    private static WritableImage draw(Request request, OrreryWindow window) {
        if (request.look().bare()) {
            return window.bare(request.width(), request.height());
        }
        window.settle();
        return window.scene().snapshot(null);
    }

    static <T> CompletableFuture<T> onFx(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Platform::runLater);
    }

    static void startToolkit() {
        StartNeeds.check();
        QuietExit.watch();
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException e) {
            // Already running, which is fine.
            started.complete(true);
        }
        Platform.setImplicitExit(false);
        join(started);
    }

    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void write(Path out, WritableImage image) throws IOException {
        byte[] bytes = Png.of(image);
        PartFile.write(out, to -> to.write(bytes));
    }
}
