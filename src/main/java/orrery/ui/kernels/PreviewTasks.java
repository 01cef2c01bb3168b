package orrery.ui.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.exchange.ImportOptions;
import orrery.forge.KernelOutput;
import orrery.frames.PoolFiles;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.spk.KernelException;

/**
 * The background work of importing, on the one thread of the {@link KernelTasks} for long tasks: so a preview is closed
 * after everything started with it before. Thread-safe.
 */
final class PreviewTasks {
    private final KernelTasks tasks;
    private final SkyService service;

    PreviewTasks(KernelTasks tasks, SkyService service) {
        this.tasks = tasks;
        this.service = service;
    }

    /** Separates kernels from files to import. */
    CompletableFuture<FileSorting> sort(List<Path> files) {
        List<Path> all = List.copyOf(files);
        return tasks.soon(() -> FileSorting.of(all));
    }

    /** Reads files, makes a temporary kernel from them, samples it and compares it with what is loaded now. */
    CompletableFuture<ImportPreview> read(List<Path> files, ImportOptions options, BackgroundTask task) {
        return tasks.work(() -> {
            SkyCatalogue catalogue = service.catalogue();
            List<Path> loaded = catalogue == null ? List.of() : catalogue.kernels();
            KernelRegistry registry = service.registry();
            if (loaded.isEmpty() || options.orbits().twoBody()) {
                return ImportPreview.of(files, options, registry, loaded, task);
            }
            KernelPool planets;
            try {
                planets = PoolFiles.open(registry, loaded);
            } catch (KernelException _) {
                // One of them has vanished since: then nothing attracts, and nothing is compared.
                return ImportPreview.of(files, options, registry, List.of(), task);
            }
            try (planets) {
                return ImportPreview.of(files, options.with(options.orbits().with(planets)), registry, loaded, task);
            }
        });
    }

    /** Writes a preview's kernel. */
    CompletableFuture<KernelOutput.OutputFile> write(ImportPreview preview, Path target, BackgroundTask task) {
        return tasks.work(() -> preview.write(target, task));
    }

    /** Closes a preview, if there is one, after everything started with it. */
    void close(@Nullable ImportPreview preview) {
        if (preview != null) {
            var _ = tasks.work(() -> {
                preview.close();
                return true;
            });
        }
    }
}
