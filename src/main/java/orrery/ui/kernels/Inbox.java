package orrery.ui.kernels;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Messages from background threads to the window, processed once a pulse. Any thread may put, one thread takes. */
final class Inbox {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Passes the outcome of a task, its value or its failure, to the taking thread. */
    <T> void when(CompletableFuture<T> task, BiConsumer<@Nullable T, @Nullable Throwable> done) {
        var _ = task.whenComplete((value, failure) -> waiting.add(() -> done.accept(value, cause(failure))));
    }

    /** Processes what has arrived. */
    void take() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
