package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.library.Examination;
import orrery.ui.fx.Words;

/**
 * The reading of every record of the kernel that is looked into: once a file as it is, in the background, called off by the
 * choice of another. JavaFX thread only.
 */
final class RecordCheck {
    private final Hub hub;
    private final Words words;
    private final Consumer<Appraisal> told;
    private final Map<Path, Result> results = new HashMap<>();
    private @Nullable Task running;
    private @Nullable Appraisal read;

    /** What came of it: the examination, or why there is none. */
    private record Result(Appraisal of, Optional<Examination> found, String failure) {}

    /** @param told the kernel whose reading has ended */
    RecordCheck(Hub hub, Consumer<Appraisal> told) {
        this.hub = hub;
        this.words = hub.words();
        this.told = told;
    }

    /** Begins to read a kernel, unless it has been read, or is being read. */
    void begin(Appraisal kernel) {
        if (kernel.equals(read) || result(kernel).isPresent()) {
            return;
        }
        stop();
        Task task = new Task();
        running = task;
        read = kernel;
        hub.inbox().when(hub.desk().examine(kernel.path(), task), (found, failure) -> {
            if (running == task) {
                running = null;
                read = null;
            }
            if (!(failure instanceof CancellationException)) {
                results.put(
                        kernel.path(),
                        new Result(
                                kernel, Optional.ofNullable(found), failure == null ? "" : Desk.said(failure, words)));
                told.accept(kernel);
            }
        });
    }

    /** Calls off what is being read. */
    void stop() {
        Task task = running;
        if (task != null) {
            task.cancel();
        }
        running = null;
        read = null;
    }

    /** Whether a kernel is being read. */
    boolean isRunning() {
        return running != null;
    }

    /** What was found in a kernel as it is now, if it has been read. */
    Optional<Examination> found(Appraisal kernel) {
        return result(kernel).flatMap(Result::found);
    }

    /** How it stands with a kernel, in a sentence. */
    String said(Appraisal kernel) {
        Task task = running;
        if (task != null && kernel.equals(read)) {
            double fraction = task.fraction();
            return words.get("records.reading", Double.isNaN(fraction) ? 0 : (int) (100 * fraction));
        }
        Result result = result(kernel).orElse(null);
        if (result == null) {
            return "";
        }
        if (result.found.isEmpty()) {
            return words.get("records.failed", result.failure);
        }
        long segments = result.found.get().segments();
        return segments == 0
                ? words.get("records.sound")
                : segments == 1 ? words.get("records.flagged.one") : words.get("records.flagged", segments);
    }

    private Optional<Result> result(Appraisal kernel) {
        // A file that has changed since is another.
        return Optional.ofNullable(results.get(kernel.path()))
                .filter(r -> r.of.size() == kernel.size() && r.of.modified().equals(kernel.modified()));
    }
}
