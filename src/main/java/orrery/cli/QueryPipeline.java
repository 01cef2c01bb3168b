package orrery.cli;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of queries on their way: one thread reads them, a thread a core answers them, and they are given out in the order
 * in which they were read. The reader waits while as many blocks lie between it and {@link #next} as fit in the queue, so
 * that a file of any size takes the memory of a few.
 *
 * <p>What a thread has of its own is confined to it; what goes from one to another (a block, its answers) goes through a
 * queue or a future, and is not changed after. {@link #next} and {@link #close} are for one thread. The reader may be
 * waiting for a pipe when it is closed, which nothing can interrupt: it is a daemon, and does nothing more when it wakes.
 */
final class QueryPipeline implements AutoCloseable {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService workers;
    private final BlockingQueue<Future<QueryRows.@Nullable Answers>> inOrder = new ArrayBlockingQueue<>(2 * WORKERS);
    private final Thread reader;

    /**
     * Begins.
     *
     * @param in where blocks come from; used by the reader alone from here on
     * @param first a block that was read before, whose first line has been taken; null if there is none
     * @param rows what answers, made once in each thread
     */
    QueryPipeline(QueryBlocks in, @Nullable QueryBlock first, Supplier<QueryRows> rows) {
        workers = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().daemon().name("answers-", 1).factory());
        ThreadLocal<QueryRows> own = ThreadLocal.withInitial(rows);
        reader = Thread.ofPlatform().daemon().name("queries").start(() -> read(in, first, own));
    }

    private void read(QueryBlocks in, @Nullable QueryBlock first, ThreadLocal<QueryRows> rows) {
        try {
            try {
                for (QueryBlock block = first; block != null; block = in.next()) {
                    QueryBlock taken = block;
                    inOrder.put(workers.submit(() -> rows.get().answer(taken)));
                }
                inOrder.put(CompletableFuture.completedFuture(null));
            } catch (IOException | RuntimeException | Error e) {
                inOrder.put(CompletableFuture.failedFuture(e));
            }
        } catch (InterruptedException _) {
            // Closed: nobody asks for more.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The answers to the next block; null after the last.
     *
     * @throws UsageException if what is read is no file of queries
     * @throws IOException if it cannot be read
     */
    QueryRows.@Nullable Answers next() throws IOException {
        try {
            return inOrder.take().get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException file -> throw file;
                case RuntimeException plain -> throw plain;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        workers.shutdownNow();
    }
}
