package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.ephemeris.Ephemeris;
import orrery.testing.MadeKernels;

/** The override of the live pool: nested, masked, left by an exception, passed on, and never leaked. */
class KernelScopeTest {
    @TempDir
    private Path folder;

    private final KernelRegistry registry = new KernelRegistry();
    private final List<KernelPool> pools = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void makePools() throws IOException {
        for (int kind = 0; kind < 3; kind++) {
            try (KernelHandle handle =
                    registry.open(MadeKernels.planets(folder.resolve("kind" + kind + ".bsp"), kind))) {
                pools.add(KernelPool.of(handle));
            }
        }
        open.addAll(pools);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void scopesNestAndMaskAndEndWithTheirTask() throws Exception {
        assertThat(KernelScope.bound()).isEmpty();
        KernelScope.where(pools.get(0)).run(() -> {
            assertThat(KernelScope.bound()).contains(pools.get(0));
            KernelScope.where(pools.get(1))
                    .run(() -> assertThat(KernelScope.bound()).contains(pools.get(1)));
            assertThat(KernelScope.bound()).contains(pools.get(0));
        });
        assertThat(KernelScope.bound()).isEmpty();
        assertThat(KernelScope.where(pools.get(2)).call(KernelScope::bound)).contains(pools.get(2));
    }

    @Test
    void aTaskThatThrowsLeavesNothingBound() {
        assertThatThrownBy(() -> KernelScope.where(pools.get(0)).run(() -> {
                    KernelScope.where(pools.get(1)).run(() -> {
                        throw new IllegalStateException("inner");
                    });
                }))
                .hasMessage("inner");
        assertThat(KernelScope.bound()).isEmpty();
    }

    @Test
    void anUncapturedTaskSeesNothingWhoeverRunsIt() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            KernelScope.where(pools.get(0)).call(() -> {
                assertThat(pool.submit(KernelScope::bound).get()).isEmpty();
                assertThat(virtual.submit(KernelScope::bound).get()).isEmpty();
                assertThat(CompletableFuture.supplyAsync(KernelScope::bound).get())
                        .isEmpty();
                assertThat(CompletableFuture.supplyAsync(KernelScope::bound, pool)
                                .get())
                        .isEmpty();
                return 0;
            });
        }
    }

    @Test
    void aCapturedTaskSeesItsScopeWhoeverRunsItAndTheNextTaskDoesNot() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(1);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                KernelPool bound = pools.get(i % 3);
                KernelScope scope = KernelScope.where(bound).call(KernelScope::capture);
                Future<Boolean> captured =
                        pool.submit(scope.wrap(() -> KernelScope.bound().orElseThrow() == bound));
                Future<Boolean> next = pool.submit(() -> KernelScope.bound().isEmpty());
                Future<Boolean> light =
                        virtual.submit(scope.wrap(() -> KernelScope.bound().orElseThrow() == bound));
                List<Boolean> staged = new ArrayList<>();
                CompletableFuture.runAsync(
                                scope.wrap(() -> {
                                    staged.add(KernelScope.bound().orElseThrow() == bound);
                                }),
                                pool)
                        .thenRun(() -> staged.add(KernelScope.bound().isEmpty()))
                        .get();
                assertThat(captured.get()).isTrue();
                assertThat(next.get()).isTrue();
                assertThat(light.get()).isTrue();
                assertThat(staged).containsExactly(true, true);
            }
        }
    }

    @Test
    void whatWasCapturedWhereNothingWasBoundHidesTheRunnersOwnScope() throws Exception {
        KernelScope nothing = KernelScope.capture();
        KernelScope.where(pools.get(0)).run(() -> {
            nothing.run(() -> assertThat(KernelScope.bound()).isEmpty());
            assertThat(KernelScope.bound()).contains(pools.get(0));
        });
    }

    @Test
    void queriesUseTheBoundPoolAndOutsideItTheLiveOne() {
        LivePool live = new LivePool(pools.get(0));
        open.add(live);
        Ephemeris ephemeris = Ephemeris.current(live);
        double[] own = state(Ephemeris.of(pools.get(0)));
        double[] other = state(Ephemeris.of(pools.get(1)));
        assertThat(own).isNotEqualTo(other);
        assertThat(state(ephemeris)).isEqualTo(own);
        KernelScope.where(pools.get(1)).run(() -> {
            assertThat(state(ephemeris)).isEqualTo(other);
            live.publish(pools.get(2));
            assertThat(state(ephemeris)).isEqualTo(other);
        });
        assertThat(state(ephemeris)).isEqualTo(state(Ephemeris.of(pools.get(2))));
    }

    @Test
    void aClosedPoolThatIsBoundFailsTypedAndNeverFallsBackToTheLiveOne() {
        LivePool live = new LivePool(pools.get(0));
        open.add(live);
        Ephemeris ephemeris = Ephemeris.current(live);
        KernelScope.where(pools.get(1)).run(() -> {
            pools.get(1).close();
            assertThatThrownBy(() -> state(ephemeris)).isInstanceOf(KernelClosedException.class);
        });
    }

    private static double[] state(Ephemeris ephemeris) {
        double[] out = new double[6];
        ephemeris.state(301, 0, 99.5, out);
        return out;
    }
}
