package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelRegistry;
import orrery.library.KernelFolders;
import orrery.library.KernelOrigin;
import orrery.service.SkyService;
import orrery.testing.Screen;
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
        panel.theme(Theme.DARK);
        Screen.show(stage, panel.view(), Theme.DARK, List.of(Theme.tokens()), width, 960);
        pump.start();
        if (kernels.length > 0) {
            panel.open(List.of(kernels), KernelOrigin.COMMAND_LINE);
        }
        panel.shown(true);
    }

    @Override
    public void close() {
        pump.stop();
        panel.close();
        service.close();
    }
}
