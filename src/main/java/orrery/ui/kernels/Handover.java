package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import orrery.ui.fx.Words;

/**
 * Takes what somebody has dropped or chosen, told by content: kernels one way, other programs' trajectories another, and says
 * of anything else what to do with it. JavaFX thread only; files are looked into at the desk.
 */
final class Handover {
    private final WorkbenchModel hub;
    private final Words words;
    private final Consumer<List<Path>> offer;

    /** @param offer is given what can be imported */
    Handover(WorkbenchModel hub, Consumer<List<Path>> offer) {
        this.hub = hub;
        this.words = hub.words();
        this.offer = offer;
    }

    /**
     * Takes files.
     *
     * @param kernels is given those that are kernels, if there are any
     */
    void take(List<Path> files, Consumer<List<Path>> kernels) {
        if (files.isEmpty()) {
            return;
        }
        hub.begin();
        hub.inbox().when(hub.trials().sort(files), (sorted, failure) -> {
            hub.end();
            if (sorted == null) {
                hub.say(KernelTasks.ended(failure, words), true);
                return;
            }
            if (!sorted.trajectories().isEmpty()) {
                offer.accept(sorted.trajectories());
            }
            if (!sorted.kernels().isEmpty()) {
                kernels.accept(sorted.kernels());
            }
            if (!sorted.refused().isEmpty()) {
                hub.say(refusal(sorted.refused()), true);
            }
        });
    }

    private String refusal(List<String> sentences) {
        return sentences.size() == 1
                ? sentences.getFirst()
                : words.get("import.refused", sentences.size(), sentences.getFirst());
    }
}
