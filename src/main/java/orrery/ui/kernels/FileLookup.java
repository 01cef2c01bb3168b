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
 * Facts about a file that take a while to compute, such as its digest: computed once per version of the file, in the
 * background, for one file at a time. JavaFX thread only.
 */
final class FileLookup<T> {
    private final Inbox inbox;
    private final Words words;
    private final BiFunction<Appraisal, BackgroundTask, CompletableFuture<T>> work;
    private final Consumer<Appraisal> onFound;
    private final Map<Path, Result<T>> results = new HashMap<>();
    private @Nullable BackgroundTask running;
    private @Nullable Appraisal pending;

    /** The result: the fact, or why it could not be computed. */
    private record Result<T>(Appraisal of, Optional<T> found, String failure) {}

    /** @param onFound receives the file when its result is available */
    FileLookup(
            WorkbenchModel hub,
            BiFunction<Appraisal, BackgroundTask, CompletableFuture<T>> work,
            Consumer<Appraisal> onFound) {
        this.inbox = hub.inbox();
        this.words = hub.words();
        this.work = work;
        this.onFound = onFound;
    }

    /** Starts work on a file, unless its result is known or in progress; work on another file is cancelled. */
    void begin(Appraisal file) {
        if (file.equals(pending) || result(file).isPresent()) {
            return;
        }
        stop();
        BackgroundTask task = new BackgroundTask();
        running = task;
        pending = file;
        inbox.when(work.apply(file, task), (found, failure) -> {
            if (running == task) {
                running = null;
                pending = null;
            }
            if (!(failure instanceof CancellationException)) {
                results.put(
                        file.path(),
                        new Result<>(
                                file,
                                Optional.ofNullable(found),
                                failure == null ? "" : KernelTasks.message(failure, words)));
                onFound.accept(file);
            }
        });
    }

    /** Cancels the current work. */
    void stop() {
        BackgroundTask task = running;
        if (task != null) {
            task.cancel();
        }
        running = null;
        pending = null;
    }

    boolean isRunning() {
        return running != null;
    }

    /** The progress of work on this file, from 0 to 1, if in progress. */
    Optional<Double> fraction(Appraisal file) {
        BackgroundTask task = running;
        if (task == null || !file.equals(pending)) {
            return Optional.empty();
        }
        double fraction = task.fraction();
        return Optional.of(Double.isNaN(fraction) ? 0 : fraction);
    }

    /** The fact about the current version of a file, if known. */
    Optional<T> found(Appraisal file) {
        return result(file).flatMap(Result::found);
    }

    /** Why the fact about the current version of a file could not be computed, if so. */
    Optional<String> failure(Appraisal file) {
        return result(file).filter(r -> r.found.isEmpty()).map(Result::failure);
    }

    private Optional<Result<T>> result(Appraisal file) {
        // A file that has changed counts as a different one.
        return Optional.ofNullable(results.get(file.path()))
                .filter(r -> r.of.size() == file.size() && r.of.modified().equals(file.modified()));
    }
}
