package orrery.ui.orrery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prepares surfaces and the Milky Way in the background: a painter that must not wait starts them here, omits them for
 * a few frames, and learns from {@link #finished} that a better picture is possible. Thread-safe.
 */
final class SurfacePrefetch {
    private static final int GALAXY = Integer.MIN_VALUE;
    private static final int MOST_KEPT = 34;
    private static final Map<Integer, Object> DONE = new ConcurrentHashMap<>();
    private static final Map<Integer, Thread> BEGUN = new ConcurrentHashMap<>();
    private static final AtomicInteger FINISHED = new AtomicInteger();

    private SurfacePrefetch() {}

    /** The number of finished tasks; when it has changed, pictures should be repainted. */
    static int finished() {
        return FINISHED.get();
    }

    /** The Milky Way; null if it is not ready and the caller does not wait. */
    static @Nullable Galaxy galaxy(boolean patient) {
        if (patient) {
            return Galaxy.get();
        }
        return DONE.get(GALAXY) instanceof Galaxy galaxy ? galaxy : begin(GALAXY, Galaxy::get);
    }

    /** A body's globe; null if it is not ready and the caller does not wait. */
    static @Nullable Globe globe(BodyLook look, boolean patient) {
        if (patient) {
            return Globe.of(look);
        }
        int id = look.body().id();
        return DONE.get(id) instanceof Globe globe ? globe : begin(id, () -> Globe.of(look));
    }

    private static <T> @Nullable T begin(int id, Supplier<T> work) {
        if (DONE.size() >= MOST_KEPT) {
            DONE.keySet().removeIf(old -> old != GALAXY);
            BEGUN.keySet().removeIf(old -> old != GALAXY);
        }
        BEGUN.computeIfAbsent(
                id,
                key -> Thread.ofPlatform().name("sky-atelier").daemon().start(() -> {
                    Object made = work.get();
                    if (made != null) {
                        DONE.put(key, made);
                        FINISHED.incrementAndGet();
                    }
                }));
        return null;
    }
}
