package orrery.ui.kernels;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What background threads have to say to the window: it is taken once a pulse. Anyone may put, one thread takes. */
final class Inbox {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Hands the end of a task, its value or its failure, to the thread that takes. */
    <T> void when(CompletableFuture<T> task, BiConsumer<@Nullable T, @Nullable Throwable> done) {
        var _ = task.whenComplete((value, failure) -> waiting.add(() -> done.accept(value, cause(failure))));
    }

    /** Does what has come. */
    void take() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
