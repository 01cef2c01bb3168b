package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import orrery.binding.KernelRegistry;
import orrery.cli.Snapshot;
import orrery.library.Appraisal;
import orrery.library.KernelList;
import orrery.service.SkyService;
import orrery.time.Dates;
import orrery.ui.fx.Theme;

/**
 * Draws the window where there is no display, with JavaFX's headless platform and its software pipeline.
 *
 * <p>A process has one JavaFX toolkit: after a picture it can open no display. Not to be called on the JavaFX thread.
 */
public final class Offscreen implements Snapshot {
    private static final long LARGEST = 100_000_000;
    private static final String NO_TAB = "none";

    /** Chooses the headless platform; before anything of JavaFX has begun. */
    private static void prepare() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * Draws a picture and writes it.
     *
     * @throws orrery.spk.KernelException if a kernel cannot be opened
     * @throws IOException if the file cannot be written
     */
    @Override
    public void write(Request request) throws IOException {
        if (request.width() < 1 || request.height() < 1 || (long) request.width() * request.height() > LARGEST) {
            throw new IllegalArgumentException("A picture of " + request.width() + " x " + request.height()
                    + " pixels cannot be drawn; choose up to 100 million.");
        }
        prepare();
        startToolkit();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            List<Path> kernels = KernelList.of(request.kernels().isEmpty() ? Homes.kernels() : request.kernels())
                    .kernels();
            join(service.open(kernels));
            List<Appraisal> described = kernels.stream()
                    .map(kernel -> Appraisal.of(kernel, service.registry()))
                    .toList();
            write(request.out(), join(drawn(request, service, described)));
        }
    }

    private static CompletableFuture<WritableImage> drawn(
            Request request, SkyService service, List<Appraisal> described) {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            try (OrreryWindow window = new OrreryWindow(
                    service,
                    request.et().orElseGet(Dates::now),
                    request.light() ? Theme.LIGHT : Theme.DARK,
                    owner -> List.of(),
                    request.width(),
                    request.height())) {
                window.kernels().show(described);
                if (!request.tab().isEmpty() && !request.tab().equals(NO_TAB)) {
                    window.tab(request.tab());
                }
                window.settle();
                picture.complete(window.scene().snapshot(null));
            } catch (RuntimeException | Error e) {
                picture.completeExceptionally(e);
            }
        });
        return picture;
    }

    private static void startToolkit() {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException e) {
            // Already running: that will do.
            started.complete(true);
        }
        Platform.setImplicitExit(false);
        join(started);
    }

    private static <T> T join(CompletableFuture<T> future) {
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
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(out, Png.of(image));
    }
}
