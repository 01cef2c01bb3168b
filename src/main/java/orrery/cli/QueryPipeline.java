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
 * A pipeline for blocks of queries: one thread reads them, one thread per core answers them, and the answers come out
 * in the order in which the blocks were read. The reader waits while the queue between it and {@link #next} is full, so
 * that a file of any size takes the memory of a few blocks.
 *
 * <p>Each thread's own objects are confined to it; what is passed between threads (a block, its answers) goes through a
 * queue or a future and is not changed afterwards. {@link #next} and {@link #close} are for one thread. The reader may
 * be blocked on a pipe at close, which nothing can interrupt: it is a daemon thread and does nothing more when it
 * wakes.
 */
final class QueryPipeline implements AutoCloseable {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService workers;
    private final BlockingQueue<Future<QueryRows.@Nullable Answers>> inOrder = new ArrayBlockingQueue<>(2 * WORKERS);
    private final Thread reader;

    /**
     * Starts the pipeline.
     *
     * @param in source of the blocks; used only by the reader from here on
     * @param first a block read earlier, whose first line has been consumed; null if none
     * @param rows creates the answering object of each thread
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
            // Closed: nobody requests more.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The answers to the next block; null after the last.
     *
     * @throws UsageException if the input is not a query file
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
