package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.LivePool;
import orrery.ephemeris.Ephemeris;
import orrery.testing.Eventually;
import orrery.testing.SmallSky;

/** What fails in one turn of the service's threads, as for lack of memory, does not end them. */
@SuppressWarnings("NullAway.Init")
class SurvivedFailuresTest {
    private static final int FAILURES = 7;

    @TempDir
    private Path folder;

    private final Queue<Throwable> reported = new ConcurrentLinkedQueue<>();
    private Path kernel;

    private @Nullable UncaughtExceptionHandler before;

    @BeforeEach
    void writeKernel() throws Exception {
        kernel = SmallSky.write(folder.resolve("small.bsp"));
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> reported.add(failure));
    }

    @AfterEach
    void putBack() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private static OutOfMemoryError noMemory() {
        return new OutOfMemoryError("of a test");
    }

    @Test
    void framesGoOn() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel));
                LivePool live = new LivePool(pool);
                FrameCrew crew = new FrameCrew(
                        live,
                        Ephemeris.live(live),
                        done -> {
                            if (failures.incrementAndGet() <= FAILURES) {
                                throw noMemory();
                            }
                            return done.frame(new GhostSlot(() -> {}));
                        },
                        2)) {
            crew.start();
            crew.show(FrameCrew.Setting.of(KernelSet.catalogue(live.current(), List.of(kernel), 1), live.current()));
            for (int i = 1; i <= FAILURES; i++) {
                crew.request(i);
                int failed = i;
                Eventually.so("a frame that fails", () -> failures.get() >= failed);
            }
            crew.request(1e6);
            SkyFrame frame = Eventually.some("a frame", crew::frame);
            assertThat(frame.et()).isEqualTo(1e6);
            assertThat(reported).hasSize(FAILURES);
        }
    }

    @Test
    void whatAccompaniesFramesGoesOn() {
        AtomicInteger looks = new AtomicInteger();
        KernelRegistry registry = new KernelRegistry();
        FrameExtras.Sky sky = new FrameExtras.Sky() {
            @Override
            public @Nullable SkyFrame frame() {
                if (looks.incrementAndGet() <= FAILURES) {
                    throw noMemory();
                }
                return null;
            }

            @Override
            public @Nullable SkyCatalogue catalogue() {
                return null;
            }

            @Override
            public @Nullable KernelOffset ghost() {
                return null;
            }

            @Override
            public void refresh() {}
        };
        try (KernelPool pool = KernelPool.open(registry, List.of(kernel));
                FrameExtras extras = new FrameExtras(Ephemeris.of(pool), registry, List.of(), sky)) {
            extras.start();
            ServiceStatus status = Eventually.value("a status", extras::status, now -> !now.equals(ServiceStatus.NONE));
            assertThat(status.mappings()).hasSize(1);
            assertThat(looks.get()).isGreaterThan(FAILURES);
            assertThat(reported).hasSize(FAILURES);
        }
    }
}
