package orrery.ui.orrery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where surfaces and the Milky Way are drawn before they are needed for good: a painter that may not wait begins them here,
 * does without for some frames, and learns by {@link #finished} that a picture would look better now. Thread-safe.
 */
final class SurfacePrefetch {
    private static final int GALAXY = Integer.MIN_VALUE;
    private static final int MOST_KEPT = 40;
    private static final Map<Integer, Object> DONE = new ConcurrentHashMap<>();
    private static final Map<Integer, Thread> BEGUN = new ConcurrentHashMap<>();
    private static final AtomicInteger FINISHED = new AtomicInteger();

    private SurfacePrefetch() {}

    /** How many works have been finished; when it has changed, pictures are to be painted anew. */
    static int finished() {
        return FINISHED.get();
    }

    /** The Milky Way; null where it is not ready and the caller is not patient. */
    static @Nullable Galaxy galaxy(boolean patient) {
        if (patient) {
            return Galaxy.get();
        }
        return DONE.get(GALAXY) instanceof Galaxy galaxy ? galaxy : begin(GALAXY, Galaxy::get);
    }

    /** A body's globe; null where it is not ready and the caller is not patient. */
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
