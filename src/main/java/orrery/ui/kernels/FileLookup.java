package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orrery.library.Appraisal;
import orrery.ui.fx.Words;

/**
 * What takes a while to learn of a file, such as its digest: learnt once of a file as it is, in the background, of one file
 * at a time. JavaFX thread only.
 */
final class FileLookup<T> {
    private final Inbox inbox;
    private final Words words;
    private final BiFunction<Appraisal, BackgroundTask, CompletableFuture<T>> work;
    private final Consumer<Appraisal> told;
    private final Map<Path, Result<T>> results = new HashMap<>();
    private @Nullable BackgroundTask running;
    private @Nullable Appraisal asked;

    /** What came of it: what was learnt, or why it was not. */
    private record Result<T>(Appraisal of, Optional<T> found, String failure) {}

    /** @param told the file of which something has been learnt, or cannot be */
    FileLookup(
            WorkbenchModel hub,
            BiFunction<Appraisal, BackgroundTask, CompletableFuture<T>> work,
            Consumer<Appraisal> told) {
        this.inbox = hub.inbox();
        this.words = hub.words();
        this.work = work;
        this.told = told;
    }

    /** Begins with a file, unless it is known, or being worked on; work on another is called off. */
    void begin(Appraisal file) {
        if (file.equals(asked) || result(file).isPresent()) {
            return;
        }
        stop();
        BackgroundTask task = new BackgroundTask();
        running = task;
        asked = file;
        inbox.when(work.apply(file, task), (found, failure) -> {
            if (running == task) {
                running = null;
                asked = null;
            }
            if (!(failure instanceof CancellationException)) {
                results.put(
                        file.path(),
                        new Result<>(
                                file,
                                Optional.ofNullable(found),
                                failure == null ? "" : KernelTasks.message(failure, words)));
                told.accept(file);
            }
        });
    }

    /** Calls off what is being done. */
    void stop() {
        BackgroundTask task = running;
        if (task != null) {
            task.cancel();
        }
        running = null;
        asked = null;
    }

    boolean isRunning() {
        return running != null;
    }

    /** How far the work on this file is, from 0 to 1, if it is being done. */
    Optional<Double> fraction(Appraisal file) {
        BackgroundTask task = running;
        if (task == null || !file.equals(asked)) {
            return Optional.empty();
        }
        double fraction = task.fraction();
        return Optional.of(Double.isNaN(fraction) ? 0 : fraction);
    }

    /** What was learnt of a file as it is now, if anything. */
    Optional<T> found(Appraisal file) {
        return result(file).flatMap(Result::found);
    }

    /** Why nothing could be learnt of a file as it is now, if that is so. */
    Optional<String> failure(Appraisal file) {
        return result(file).filter(r -> r.found.isEmpty()).map(Result::failure);
    }

    private Optional<Result<T>> result(Appraisal file) {
        // A file that has changed since is another.
        return Optional.ofNullable(results.get(file.path()))
                .filter(r -> r.of.size() == file.size() && r.of.modified().equals(file.modified()));
    }
}
