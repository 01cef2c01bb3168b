package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import orrery.ui.fx.Words;

/**
 * Dispatches dropped or chosen files by content: kernels one way, other programs' trajectories another; for anything
 * else it says what to do. JavaFX thread only; files are examined in the background.
 */
final class Handover {
    private final WorkbenchModel hub;
    private final Words words;
    private final Consumer<List<Path>> offer;

    /** @param offer receives the files that can be imported */
    Handover(WorkbenchModel hub, Consumer<List<Path>> offer) {
        this.hub = hub;
        this.words = hub.words();
        this.offer = offer;
    }

    /**
     * Accepts files.
     *
     * @param kernels receives the kernels, if any
     */
    void take(List<Path> files, Consumer<List<Path>> kernels) {
        if (files.isEmpty()) {
            return;
        }
        hub.begin();
        hub.inbox().when(hub.previews().sort(files), (sorted, failure) -> {
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
