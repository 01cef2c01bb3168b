package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.service.SkyFrame;
import orrery.service.SkyService;
import orrery.testing.BrokenKernels;
import orrery.testing.Eventually;
import orrery.testing.EveryType;
import orrery.testing.Screen;
import orrery.testing.Shared;
import orrery.testing.SmallSky;
import orrery.testing.TestTab;

/** Every real and every broken file goes through the tab: opened, examined on every page, or refused with a message. */
@ExtendWith(ApplicationExtension.class)
class EveryFileTest {

    @TempDir
    private static Path folder;

    // Made in start(), on the JavaFX thread.
    @SuppressWarnings("NullAway.Init")
    private TestTab<KernelsPanel> tab;

    @SuppressWarnings("NullAway.Init")
    private KernelsPanel panel;

    @SuppressWarnings("NullAway.Init")
    private SkyService service;

    @Start
    void start(Stage stage) throws Exception {
        tab = TestTab.kernels(stage, folder, 980, List.of(), SmallSky.write(folder.resolve("sky.bsp")));
        panel = tab.panel;
        service = tab.service;
    }

    @Stop
    void stop() {
        tab.close();
    }

    @Test
    void everyFileIsShownOrRefusedInPlainWordsAndTheSkyGoesOn() throws Exception {
        List<Path> files = new ArrayList<>(BrokenKernels.write(folder.resolve("broken")));
        files.add(EveryType.write(folder.resolve("every_type.bsp")));
        files.addAll(others());
        Eventually.some("the first kernel", service::catalogue);
        int opened = 0;
        for (Path file : files) {
            Notice told = open(file);
            assertThat(told.text())
                    .as(file + " is told of in words")
                    .hasSizeGreaterThan(20)
                    .doesNotContain("Exception", "java.", "null", "\tat ", "NaN");
            opened += told.wrong() ? 0 : 1;
            Optional<Appraisal> item = appraisal(file);
            assertThat(item).as(file + " stays in sight").isPresent();
            if (told.wrong()) {
                assertThat(item.orElseThrow().reason() + told.text())
                        .as(file + " has its reason")
                        .matches("(?s).*\\S{3,}.*\\.");
            }
            if (item.orElseThrow().contents().isPresent()) {
                lookInto(item.orElseThrow());
            }
            assertThat(service.catalogue()).isNotNull();
        }
        assertThat(opened).as("files that were opened").isGreaterThan(15);
        System.out.printf("%d files put through the tab, %d opened%n", files.size(), opened);
    }

    /** Files of others that stand beside the project, but for broken ones of whose kind it makes its own. */
    private static List<Path> others() throws IOException {
        List<Path> others = new ArrayList<>(Shared.filesIfAny("kernels/malformed"));
        others.removeIf(file -> file.getFileName().toString().matches("m\\d\\d_.*"));
        others.addAll(Shared.filesIfAny("kernels/real"));
        others.addAll(Shared.filesIfAny("kernels/constants"));
        return others;
    }

    /** Opens a file in place of the current ones, and returns the outcome. */
    private Notice open(Path file) {
        Notice opening = Screen.fx(() -> {
            panel.open(List.of(file), KernelOrigin.DROPPED);
            return panel.notice().get();
        });
        return Screen.value(
                "the end of opening " + file,
                () -> panel.hub().isBusy() ? null : panel.notice().get(),
                told -> !told.equals(opening));
    }

    private Optional<Appraisal> appraisal(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return Screen.fx(() -> panel.hub()
                .shelf()
                .find(path)
                .map(Shelf.Item::appraisal)
                .or(() -> panel.hub().found().stream()
                        .map(Shelf.Item::appraisal)
                        .filter(a -> a.path().equals(path))
                        .findFirst()));
    }

    /** Turns to every page with this kernel, and draws each. */
    private void lookInto(Appraisal kernel) {
        SkyFrame frame = service.frame();
        double et = frame == null ? 0 : frame.et();
        int body =
                kernel.contents().orElseThrow().targets().stream().findFirst().orElse(0);
        Screen.run(() -> {
            panel.turn(WorkbenchTab.INSIDE);
            panel.inside().inspect(kernel.path());
            assertThat(panel.inside().table().shown())
                    .as("segments of " + kernel.path())
                    .isEqualTo(kernel.contents().orElseThrow().segments());
            for (InsidePart part : InsidePart.values()) {
                panel.inside().turn(part);
                panel.settle(et, body);
            }
            for (WorkbenchTab page :
                    List.of(WorkbenchTab.COVERAGE, WorkbenchTab.COMPARE, WorkbenchTab.MAKE, WorkbenchTab.LIST)) {
                panel.turn(page);
                panel.settle(et, body);
            }
        });
    }
}
