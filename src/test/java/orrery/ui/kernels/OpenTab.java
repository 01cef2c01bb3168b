package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;
import orrery.binding.KernelRegistry;
import orrery.library.KernelFolders;
import orrery.library.KernelOrigin;
import orrery.service.SkyService;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;

/** The Kernels tab alone in a window, over a sky of its own, with these kernels opened in it, if any. */
final class OpenTab implements AutoCloseable {
    final SkyService service = new SkyService(new KernelRegistry(), 2);
    final PulsePump pump = new PulsePump();
    final KernelsPanel panel;
    /** What the file dialog answers. */
    final List<Path> choice = new ArrayList<>();

    /**
     * JavaFX thread.
     *
     * @param home holds its places, the folders for kernels, one's own and data, and what is saved comes
     *     here
     */
    OpenTab(Stage stage, Path home, double width, Path... kernels) {
        FileChoice files = new FileChoice() {
            @Override
            public List<Path> choose(@Nullable Window owner) {
                return List.copyOf(choice);
            }

            @Override
            public Optional<Path> save(@Nullable Window owner, String name) {
                return Optional.of(home.resolve(name));
            }
        };
        KernelFolders places = new KernelFolders(home.resolve("kernels"), home.resolve("mine"), home.resolve("data"));
        panel = new KernelsPanel(service, pump, files, places, service::focus);
        Scene scene = new Scene(new StackPane(panel.view()), width, 960);
        Theme.DARK.dress(scene, List.of(Theme.tokens()));
        panel.theme(Theme.DARK);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        pump.start();
        if (kernels.length > 0) {
            panel.open(List.of(kernels), KernelOrigin.COMMAND_LINE);
        }
        panel.shown(true);
    }

    static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }

    @Override
    public void close() {
        pump.stop();
        panel.close();
        service.close();
    }
}
