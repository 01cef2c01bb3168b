package orrery.ui.kernels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.OpenKernels;
import orrery.ephemeris.Ephemeris;
import orrery.files.Digest;
import orrery.files.Leftover;
import orrery.library.Appraisal;
import orrery.library.CommentPages;
import orrery.library.Download;
import orrery.library.Examination;
import orrery.library.KernelFolders;
import orrery.library.KernelHistory;
import orrery.library.KernelList;
import orrery.library.KernelOrigin;
import orrery.library.ReadFailure;
import orrery.library.WriteFailure;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.ui.fx.Words;

/**
 * The background work of the Kernels tab: everything that reads a file or contacts a server runs here, never on the
 * JavaFX thread. Short tasks run on one thread, long ones on another, and full reads of files on a third, so that a
 * download never delays a short task.
 *
 * <p>Thread-safe.
 */
final class KernelTasks implements AutoCloseable {
    /**
     * Files as given, after examination.
     *
     * @param items the kernels found, with meta-kernels expanded
     * @param unused entries of meta-kernels that are not used, in words
     */
    record ShelfLook(List<Shelf.Item> items, List<String> unused) {}

    private final SkyService service;
    private final KernelFolders places;
    private final Words words;
    private final KernelHistory memory;
    private final ExecutorService quick = worker("kernels-tasks");
    private final ExecutorService slow = worker("kernels-work");
    private final ExecutorService reader = worker("kernels-records");
    private final ExecutorService reckoner = worker("kernels-reckoner");

    KernelTasks(SkyService service, KernelFolders places, Words words) {
        this.words = words;
        this.service = service;
        this.places = places;
        this.memory = new KernelHistory(places.data());
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    KernelFolders places() {
        return places;
    }

    KernelHistory memory() {
        return memory;
    }

    KernelRegistry registry() {
        return service.registry();
    }

    /** Examines files; meta-kernels are expanded. */
    CompletableFuture<ShelfLook> look(List<Path> files, KernelOrigin place) {
        return now(quick, () -> {
            KernelList list = KernelList.of(files);
            List<Shelf.Item> items = list.all().stream()
                    .map(f -> new Shelf.Item(Appraisal.of(f, registry()), place, true, ""))
                    .toList();
            return new ShelfLook(
                    items,
                    list.unused().stream().map(KernelList.UnusedFile::toString).toList());
        });
    }

    /**
     * The files of all places: next to the program, the user's, the recent ones. A place that cannot be listed does not
     * hide the others.
     *
     * @param known kernels examined before, which are not examined again while their files are unchanged: one of each
     * kernel
     */
    CompletableFuture<KernelSearch.Found> find(List<Appraisal> known) {
        return now(quick, () -> new KernelSearch(registry(), known, words).in(places, memory));
    }

    /** Removes a file from the recent ones. */
    CompletableFuture<Path> forget(Path file) {
        return now(quick, () -> {
            memory.forget(file);
            return file;
        });
    }

    /** What is read for a body at an epoch, with the coefficients. */
    CompletableFuture<RouteReading> reading(int body, double et) {
        return now(quick, () -> {
            SkyCatalogue catalogue = service.catalogue();
            if (catalogue == null) {
                return RouteReading.NONE;
            }
            return RouteReading.of(Ephemeris.live(service.live()), body, catalogue.origin(), et);
        });
    }

    /** The SHA-256 of a file that is unchanged since it was appraised. */
    CompletableFuture<String> digest(Appraisal file, BackgroundTask task) {
        return now(slow, () -> asAppraised(file, Digest.of(file.path(), task::at, task::isCancelled)));
    }

    /** Reads every record of a file that is unchanged since it was appraised. */
    CompletableFuture<Examination> examine(Appraisal file, BackgroundTask task) {
        return now(reader, () -> {
            try (KernelHandle kernel = registry().open(file.path())) {
                return asAppraised(file, Examination.of(kernel, task));
            }
        });
    }

    /** Rejects a result if the file has changed meanwhile: it would be about another file. */
    private <T> T asAppraised(Appraisal file, T learnt) throws IOException {
        if (!file.isUpToDate()) {
            throw new IOException(words.get("error.changed", file.name()));
        }
        return learnt;
    }

    /** A page of a file's comments. */
    CompletableFuture<CommentPages.Page> comments(Path file, long page) {
        return now(quick, () -> {
            try (KernelHandle kernel = registry().open(file)) {
                return CommentPages.page(kernel, page);
            }
        });
    }

    /** The next match of a search text in a file's comments. */
    CompletableFuture<Optional<CommentPages.Match>> search(
            Path file, String wanted, long page, int at, BackgroundTask task) {
        return now(quick, () -> {
            try (KernelHandle kernel = registry().open(file)) {
                return CommentPages.find(kernel, wanted, page, at, task);
            }
        });
    }

    /** Examines again the files that have changed or vanished. */
    CompletableFuture<List<Appraisal>> changed(List<Appraisal> known) {
        return now(quick, () -> {
            List<Appraisal> anew = new ArrayList<>();
            for (Appraisal before : known) {
                if (!before.isUpToDate()) {
                    anew.add(Appraisal.of(before.path(), registry()));
                }
            }
            return anew;
        });
    }

    /** What killed runs left behind in the kernel folder. */
    CompletableFuture<List<Leftover>> leftovers() {
        return now(quick, () -> Files.isDirectory(places.user()) ? Leftover.in(places.user()) : List.of());
    }

    /** Downloads a file. */
    CompletableFuture<Download.Result> fetch(URI address, Path target, boolean renew, BackgroundTask task) {
        return now(slow, () -> new Download(address, target, memory, renew).run(task));
    }

    /** A long task with its own kernels: handles on our mappings, closed when it is done. */
    <T> CompletableFuture<T> with(List<Path> files, WithKernels<T> what) {
        return now(slow, () -> {
            try (OpenKernels kernels = OpenKernels.of(registry(), files)) {
                return what.run(kernels.handles());
            }
        });
    }

    /** A long task with two kernels, each as an ephemeris of its own. */
    <T> CompletableFuture<T> compare(Path a, Path b, Comparing<T> what) {
        return with(List.of(a, b), kernels -> {
            try (KernelPool one = KernelPool.of(kernels.getFirst());
                    KernelPool other = KernelPool.of(kernels.getLast())) {
                return what.run(Ephemeris.of(one), Ephemeris.of(other));
            }
        });
    }

    /** A task that reads no file, but is too much for the JavaFX thread. */
    <T> CompletableFuture<T> reckon(Callable<T> what) {
        return now(reckoner, what);
    }

    /** Any other short task. */
    <T> CompletableFuture<T> soon(Callable<T> what) {
        return now(quick, what);
    }

    /** Any other long task. */
    <T> CompletableFuture<T> work(Callable<T> what) {
        return now(slow, what);
    }

    /** A task with open kernels. */
    @FunctionalInterface
    interface WithKernels<T> {
        T run(List<KernelHandle> kernels) throws Exception;
    }

    /** A task with two ephemerides. */
    @FunctionalInterface
    interface Comparing<T> {
        T run(Ephemeris a, Ephemeris b) throws Exception;
    }

    private static <T> CompletableFuture<T> now(ExecutorService on, Callable<T> what) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return what.call();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                on);
    }

    /** Why a background task ended without a result, as a sentence; empty if there is no reason. */
    static String ended(@Nullable Throwable failure, Words words) {
        return isCancelled(failure) ? words.get("make.cancelled") : failure == null ? "" : message(failure, words);
    }

    /** Whether the user ended it, which is no error. */
    static boolean isCancelled(@Nullable Throwable failure) {
        return failure instanceof CancellationException;
    }

    /** An error in reading a file, as a sentence. */
    static String message(Throwable failure, Words words) {
        return switch (failure) {
            case UncheckedIOException e when e.getCause() != null -> message(e.getCause(), words);
            case FileSystemException e -> ReadFailure.message(e);
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    /** Why something was not written, as a sentence; as {@link #ended} if the file was not the cause. */
    static String unwritten(Path file, @Nullable Throwable failure, Words words) {
        return failure instanceof UncheckedIOException e && e.getCause() != null
                ? WriteFailure.message(file, e.getCause())
                : ended(failure, words);
    }

    @Override
    public void close() {
        quick.shutdownNow();
        slow.shutdownNow();
        reader.shutdownNow();
        reckoner.shutdownNow();
    }
}
