package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.KernelScope;
import orrery.binding.LivePool;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.Segment;
import orrery.testing.MadeKernels;
import orrery.time.Dates;

/** The examples in the reader's javadoc, which includes them from here. */
class ReaderExamplesTest {
    @TempDir
    private Path dir;

    @Test
    void ephemeris() throws Exception {
        Path kernel = MadeKernels.planets(dir.resolve("planets.bsp"), 1);
        List<Double> found = new ArrayList<>();
        // @start region="ephemeris"
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(kernel))) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double et = Dates.parse("2000-06-21 12:00 UTC");

            double[] state = new double[6]; // x, y, z in km and vx, vy, vz in km/s, ICRF
            ephemeris.state(NaifIds.MOON, NaifIds.EARTH, et, state);

            double[] seen = new double[6];
            double lightTime =
                    ephemeris.planetAt(NaifIds.MERCURY_BARYCENTER, NaifIds.EARTH, et, PlaceKind.APPARENT, seen);

            for (Hop hop : ephemeris.explain(NaifIds.MOON, NaifIds.EARTH, et)) {
                System.out.println(hop.segment() + " of " + hop.kernel().name());
            }
            // @end
            found.add(state[0]);
            found.add(seen[0]);
            found.add(lightTime);
        }
        assertThat(found).allSatisfy(number -> assertThat(number).isFinite().isNotZero());
    }

    @Test
    void registry() throws Exception {
        Path kernel = MadeKernels.planets(dir.resolve("planets.bsp"), 1);
        int[] count = new int[2];
        // @start region="registry"
        KernelRegistry registry = new KernelRegistry(); // one for the whole program
        try (KernelHandle mine = registry.open(kernel);
                KernelHandle yours = registry.open(kernel)) { // the same mapping, with a life of its own
            for (Segment segment : mine.file().segments()) {
                System.out.println(segment + ", " + segment.typeName());
            }
            count[0] = registry.mappings().size(); // 1
            count[1] = registry.handles(); // 2
            System.out.println(yours.path());
        }
        // @end
        assertThat(count).containsExactly(1, 2);
        assertThat(registry.mappings()).isEmpty();
    }

    @Test
    void pool() throws Exception {
        Path planets = MadeKernels.planets(dir.resolve("planets.bsp"), 1);
        Path newer = MadeKernels.one(dir.resolve("newer.bsp"), NaifIds.MOON, NaifIds.EARTH_BARYCENTER, 2);
        double[] state = new double[6];
        // @start region="pool"
        KernelRegistry registry = new KernelRegistry();
        try {
            KernelPool pool;
            try (KernelHandle base = registry.open(planets);
                    KernelHandle better = registry.open(newer)) {
                pool = KernelPool.of(base, better); // with handles of its own; the last has the highest precedence
            }
            try (pool) {
                Ephemeris.of(pool).state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, 0.0, state);
            }
        } catch (KernelException e) {
            System.err.println(e.getMessage()); // which file, what is wrong with it, what to do
        }
        // @end
        double[] expected = new double[6];
        try (KernelPool both = KernelPool.open(new KernelRegistry(), List.of(planets, newer))) {
            Ephemeris.of(both).state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, 0.0, expected);
        }
        assertThat(state).isEqualTo(expected);
    }

    @Test
    void scope() throws Exception {
        Path planets = MadeKernels.planets(dir.resolve("planets.bsp"), 1);
        Path others = MadeKernels.planets(dir.resolve("others.bsp"), 2);
        double[] usual = new double[6];
        double[] tried = new double[6];
        double[] elsewhere = new double[6];
        // @start region="scope"
        KernelRegistry registry = new KernelRegistry();
        try (KernelPool first = KernelPool.open(registry, List.of(planets));
                KernelPool trial = KernelPool.open(registry, List.of(others));
                LivePool live = new LivePool(first);
                ExecutorService workers = Executors.newFixedThreadPool(1)) {
            Ephemeris ephemeris = Ephemeris.current(live);
            ephemeris.state(NaifIds.EARTH, NaifIds.SUN, 0.0, usual); // from the live pool

            KernelScope scope = KernelScope.where(trial);
            scope.run(() -> ephemeris.state(NaifIds.EARTH, NaifIds.SUN, 0.0, tried)); // from the trial's

            // A worker sees the scope only if it is passed on.
            workers.submit(scope.wrap(() -> ephemeris.state(NaifIds.EARTH, NaifIds.SUN, 0.0, elsewhere)))
                    .get();
        }
        // @end
        assertThat(tried).isNotEqualTo(usual).isEqualTo(elsewhere);
    }
}
