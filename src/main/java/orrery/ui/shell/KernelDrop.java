package orrery.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import orrery.library.KernelOrigin;
import orrery.ui.kernels.KernelsPanel;
import orrery.ui.kernels.Notice;

/** Files dropped on the window: kernels to open, trajectories to import, a tour, and messages about the others. */
final class KernelDrop {
    private final KernelsPanel kernels;
    private final Consumer<Path> tours;
    private final Consumer<Notice> notices;

    KernelDrop(KernelsPanel kernels, Consumer<Path> tours, Consumer<Notice> notices) {
        this.kernels = kernels;
        this.tours = tours;
        this.notices = notices;
    }

    void listen(WindowLayout root) {
        DropHint hint = new DropHint(root);
        // Filters, because the list of kernels consumes what is for it.
        root.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles() && event.getTarget() instanceof Node over) {
                hint.show(
                        over,
                        event.getDragboard().getFiles().stream()
                                .map(File::getName)
                                .toList());
            }
        });
        root.addEventFilter(DragEvent.DRAG_DROPPED, event -> hint.hide());
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> hint.hide());
        root.addEventHandler(DragEvent.DRAG_OVER, this::draggedOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void draggedOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            List<String> names =
                    event.getDragboard().getFiles().stream().map(File::toString).toList();
            kernels.take(WindowStart.kernels(names), KernelOrigin.DROPPED);
            WindowStart.tour(names).ifPresent(tours);
            String refusals = WindowStart.refusals(names);
            if (!refusals.isEmpty()) {
                notices.accept(new Notice(refusals, true));
            }
        }
        event.setDropCompleted(files);
        event.consume();
    }
}
