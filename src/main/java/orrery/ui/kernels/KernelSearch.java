package orrery.ui.kernels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orrery.binding.KernelRegistry;
import orrery.library.Appraisal;
import orrery.library.KernelFolders;
import orrery.library.KernelHistory;
import orrery.library.KernelOrigin;
import orrery.ui.fx.Words;

/** Looks through the known places for kernels, once. For the thread that reads files. */
final class KernelSearch {
    /** More than people keep in a folder; what is beyond is not looked into. */
    private static final int MOST = 200;

    /**
     * What the known places hold.
     *
     * @param items each file only once
     * @param failures why a place could not be looked into, in sentences
     */
    record Found(List<Shelf.Item> items, List<String> failures) {}

    private final KernelRegistry registry;
    private final Words words;
    private final Map<Path, Appraisal> before = new HashMap<>();
    private final List<Shelf.Item> found = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /** @param known what was looked into already, and is not again while its file is as it was */
    KernelSearch(KernelRegistry registry, List<Appraisal> known, Words words) {
        this.registry = registry;
        this.words = words;
        known.forEach(appraisal -> before.put(appraisal.path(), appraisal));
    }

    /** Beside the program, then the user's folder, then the recent files. A place that cannot be listed hides no other. */
    Found in(KernelFolders places, KernelHistory memory) {
        add(list(places.shipped()), KernelOrigin.SHIPPED);
        add(list(places.user()), KernelOrigin.USER);
        add(memory.recents(), KernelOrigin.RECENT);
        return new Found(found, failures);
    }

    private List<Path> list(Path folder) {
        try {
            return KernelFolders.kernelsIn(folder);
        } catch (IOException | UncheckedIOException e) {
            failures.add(KernelTasks.message(e, words));
            return List.of();
        }
    }

    private void add(List<Path> files, KernelOrigin place) {
        for (Path file : files) {
            Path path = file.toAbsolutePath().normalize();
            if (found.size() < MOST && seen.add(path)) {
                Appraisal same = before.get(path);
                Appraisal now = same != null && same.isUpToDate() ? same : Appraisal.of(file, registry);
                found.add(new Shelf.Item(now, place, false, ""));
            }
        }
    }
}
