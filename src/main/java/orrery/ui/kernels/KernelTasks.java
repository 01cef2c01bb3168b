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
 * The background of the Kernels tab: whatever reads a file or speaks to a server is done here, never on the JavaFX thread.
 * Short things on one thread, long ones on another, reading a file through on a third, so that a download never keeps a
 * look waiting.
 *
 * <p>Thread-safe.
 */
final class KernelTasks implements AutoCloseable {
    /**
     * Files as they were named, looked into.
     *
     * @param items what was found, meta-kernels taken apart
     * @param unused what meta-kernels name that is not used, in words
     */
    record Looked(List<Shelf.Item> items, List<String> unused) {}

    private final SkyService service;
    private final KernelFolders places;
    private final Words words;
    private final KernelHistory memory;
    private final ExecutorService quick = worker("kernels-desk");
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

    /** Looks into files, meta-kernels taken apart. */
    CompletableFuture<Looked> look(List<Path> files, KernelOrigin place) {
        return now(quick, () -> {
            KernelList list = KernelList.of(files);
            List<Shelf.Item> items = list.all().stream()
                    .map(f -> new Shelf.Item(Appraisal.of(f, registry()), place, true, ""))
                    .toList();
            return new Looked(
                    items,
                    list.unused().stream().map(KernelList.Unused::toString).toList());
        });
    }

    /**
     * The files of all places: beside the program, the user's, the recent ones. One that cannot be listed hides no other.
     *
     * @param known what was looked into already, and is not again while its file is as it was: there is one of each kernel
     */
    CompletableFuture<KernelSearch.Found> find(List<Appraisal> known) {
        return now(quick, () -> new KernelSearch(registry(), known, words).in(places, memory));
    }

    /** Takes a file out of the recent ones. */
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

    /** The SHA-256 of a file that is still as it was appraised. */
    CompletableFuture<String> digest(Appraisal file, BackgroundTask task) {
        return now(slow, () -> asAppraised(file, Digest.of(file.path(), task::at, task::isCancelled)));
    }

    /** Reads every record of a file that is still as it was appraised. */
    CompletableFuture<Examination> examine(Appraisal file, BackgroundTask task) {
        return now(reader, () -> {
            try (KernelHandle kernel = registry().open(file.path())) {
                return asAppraised(file, Examination.of(kernel, task));
            }
        });
    }

    /** What was learnt of a file, unless the file has become another since: it would be told of the wrong one. */
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

    /** The next place in a file's comments at which words stand. */
    CompletableFuture<Optional<CommentPages.Match>> search(
            Path file, String wanted, long page, int at, BackgroundTask task) {
        return now(quick, () -> {
            try (KernelHandle kernel = registry().open(file)) {
                return CommentPages.find(kernel, wanted, page, at, task);
            }
        });
    }

    /** Looks again into those files that are not as they were, or that are not there any more. */
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

    /** What killed runs left in the folder for kernels. */
    CompletableFuture<List<Leftover>> leftovers() {
        return now(quick, () -> Files.isDirectory(places.user()) ? Leftover.in(places.user()) : List.of());
    }

    /** Downloads a file. */
    CompletableFuture<Download.Result> fetch(URI address, Path target, boolean renew, BackgroundTask task) {
        return now(slow, () -> new Download(address, target, memory, renew).run(task));
    }

    /** Something long with kernels of its own: handles on our mappings, closed when it is done. */
    <T> CompletableFuture<T> with(List<Path> files, WithKernels<T> what) {
        return now(slow, () -> {
            try (OpenKernels kernels = OpenKernels.of(registry(), files)) {
                return what.run(kernels.handles());
            }
        });
    }

    /** Something long with two kernels, each as an ephemeris of its own. */
    <T> CompletableFuture<T> compare(Path a, Path b, Comparing<T> what) {
        return with(List.of(a, b), kernels -> {
            try (KernelPool one = KernelPool.of(kernels.getFirst());
                    KernelPool other = KernelPool.of(kernels.getLast())) {
                return what.run(Ephemeris.of(one), Ephemeris.of(other));
            }
        });
    }

    /** Something that reads no file, but is too much for the JavaFX thread. */
    <T> CompletableFuture<T> reckon(Callable<T> what) {
        return now(reckoner, what);
    }

    /** Something else that is short. */
    <T> CompletableFuture<T> soon(Callable<T> what) {
        return now(quick, what);
    }

    /** Something else that is long. */
    <T> CompletableFuture<T> work(Callable<T> what) {
        return now(slow, what);
    }

    /** What is done with open kernels. */
    @FunctionalInterface
    interface WithKernels<T> {
        T run(List<KernelHandle> kernels) throws Exception;
    }

    /** What is done with two ephemerides. */
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

    /** Why something that ran aside ended with no result, as a person reads it; nothing if there is no reason. */
    static String ended(@Nullable Throwable failure, Words words) {
        return failure instanceof CancellationException
                ? words.get("make.cancelled")
                : failure == null ? "" : message(failure, words);
    }

    /** An error as a person reads it; one of a file that was read. */
    static String message(Throwable failure, Words words) {
        return switch (failure) {
            case UncheckedIOException e when e.getCause() != null -> message(e.getCause(), words);
            case FileSystemException e -> ReadFailure.message(e);
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    /** Why something was not written, as a person reads it; as {@link #ended} where it was not the file. */
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
