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

/** Searches the known places for kernels, once. For the thread that reads files. */
final class KernelSearch {
    /** More than people keep in a folder; further files are not examined. */
    private static final int MOST = 200;

    /**
     * The kernels in the known places.
     *
     * @param items each file once
     * @param failures why places could not be read, as sentences
     */
    record Found(List<Shelf.Item> items, List<String> failures) {}

    private final KernelRegistry registry;
    private final Words words;
    private final Map<Path, Appraisal> before = new HashMap<>();
    private final List<Shelf.Item> found = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /** @param known kernels examined before, which are not examined again while their files are unchanged */
    KernelSearch(KernelRegistry registry, List<Appraisal> known, Words words) {
        this.registry = registry;
        this.words = words;
        known.forEach(appraisal -> before.put(appraisal.path(), appraisal));
    }

    /**
     * Next to the program, then the user's folder, then the recent files. A place that cannot be listed does not hide
     * the others.
     */
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
