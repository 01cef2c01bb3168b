package orrery.testing;

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
import orrery.ui.fx.Panel;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.kernels.FileChoice;
import orrery.ui.kernels.KernelsPanel;

/**
 * One tab of the program's window alone on the stage of the tests, over a sky of its own: {@link TestWindow} without
 * the window. What it shows is read through {@link Screen}.
 *
 * @param <P> the tab
 */
public final class TestTab<P extends Panel> implements AutoCloseable {
    public final SkyService service = new SkyService(new KernelRegistry(), 2);
    public final PulsePump pump = new PulsePump();
    public final P panel;

    /** Makes the tab. JavaFX thread. */
    @FunctionalInterface
    public interface Maker<P extends Panel> {
        P make(SkyService service, PulsePump pump);
    }

    /**
     * Shows a tab in the dark theme. JavaFX thread.
     *
     * @param sheets those it is dressed in, beside the theme's own
     */
    public TestTab(Stage stage, double width, double height, List<String> sheets, Maker<P> maker) {
        panel = maker.make(service, pump);
        panel.theme(Theme.DARK);
        List<String> all = new ArrayList<>(List.of(Theme.tokens()));
        all.addAll(sheets);
        Screen.show(stage, panel.view(), Theme.DARK, all, width, height);
        pump.start();
        panel.shown(true);
    }

    /**
     * The Kernels tab, with these kernels opened in it, if any. JavaFX thread.
     *
     * @param home holds its places, the folders for kernels, one's own and data, and what is saved comes here
     * @param choice what the file dialog answers, whenever it is asked
     */
    public static TestTab<KernelsPanel> kernels(
            Stage stage, Path home, double width, List<Path> choice, Path... kernels) {
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
        TestTab<KernelsPanel> tab = new TestTab<>(
                stage,
                width,
                960,
                List.of(),
                (service, pump) -> new KernelsPanel(service, pump, files, places, service::focus));
        if (kernels.length > 0) {
            tab.panel.open(List.of(kernels), KernelOrigin.COMMAND_LINE);
        }
        return tab;
    }

    @Override
    public void close() {
        pump.stop();
        panel.close();
        service.close();
    }
}
