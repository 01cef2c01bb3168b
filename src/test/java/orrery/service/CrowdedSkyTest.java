package orrery.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Coverage;
import orrery.testing.CrowdKernel;
import orrery.testing.SmallSky;
import orrery.testing.TangledKernels;

/** A sky has room for a limited number of bodies, and says how many more there are. */
class CrowdedSkyTest {
    @TempDir
    private Path folder;

    @Test
    void planetsHaveRoomBeforeThousandsOfOthers() throws IOException {
        KernelRegistry registry = new KernelRegistry();
        Path many = TangledKernels.sound(folder.resolve("many.bsp"), 20_100);
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        try (KernelHandle first = registry.open(sky);
                KernelHandle second = registry.open(many);
                KernelPool pool = KernelPool.of(first, second)) {
            SkyCatalogue found = KernelSet.catalogue(pool, List.of(sky, many), 1);
            assertThat(found.size()).isEqualTo(KernelSet.MOST_BODIES);
            assertThat(found.left()).isEqualTo(20_106 - KernelSet.MOST_BODIES);
            for (int body : new int[] {3, 4, 5, 10, 301, 399}) {
                assertThat(found.indexOf(body)).isNotNegative();
            }
            assertThat(found.bodies()).extracting(SkyBody::id).isSorted();
        }
    }

    @Test
    void ofACrowdOnlyTheFirstAndTheChosenOneHavePaths() throws IOException {
        Path many = CrowdKernel.write(folder.resolve("crowd.bsp"), SmallSky.YEAR, 400);
        Path sky = SmallSky.write(folder.resolve("sky.bsp"));
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            SkyCatalogue found = service.open(List.of(sky, many)).join();
            assertThat(IntStream.range(0, found.size()).filter(found::isCrowd).count())
                    .isEqualTo(360);
            int first = CrowdKernel.FIRST;
            int last = first + 399;
            PathWish all = new PathWish(true, 399, PathWish.NONE, PathWish.NONE);
            PathWish chosen = new PathWish(true, 399, PathWish.NONE, last);
            for (PathWish wish : List.of(all, chosen, all)) {
                SkyPaths paths = service.computePaths(SmallSky.YEAR, wish);
                for (Map<Integer, SkyPath> kind : List.of(paths.byBody(), paths.osculating(), paths.centered())) {
                    assertThat(kind).containsKeys(5, first, first + 39).doesNotContainKeys(first + 40, last - 1);
                    assertThat(kind.containsKey(last)).isEqualTo(wish.equals(chosen));
                }
            }
        }
    }

    @Test
    void aFewHundredAreNoCrowd() throws IOException {
        Path some = CrowdKernel.write(folder.resolve("some.bsp"), SmallSky.YEAR, 300);
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            SkyCatalogue found = service.open(List.of(SmallSky.write(folder.resolve("sky.bsp")), some))
                    .join();
            assertThat(IntStream.range(0, found.size()).filter(found::isCrowd)).isEmpty();
        }
    }

    @Test
    void howManyAreHeldIsCountedAsAWalkWould() {
        Random random = new Random(22);
        for (int round = 0; round < 50; round++) {
            List<SkyBody> bodies = IntStream.range(1, 8)
                    .mapToObj(id -> new SkyBody(id, 0, 0, coverage(random)))
                    .toList();
            SkyCatalogue catalogue = new SkyCatalogue(1, 0, List.of(), Path.of("many.bsp"), bodies, 0);
            int most = 0;
            for (double et = -1; et <= 101; et += 0.25) {
                double at = et;
                int held = (int) bodies.stream().filter(b -> b.covers(at)).count();
                assertThat(catalogue.held(et)).isEqualTo(held);
                most = et == Math.rint(et) ? most : Math.max(most, held);
            }
            Coverage.Span rich = catalogue.richest();
            assertThat(catalogue.held((rich.start() + rich.end()) / 2)).isEqualTo(most);
        }
    }

    private static Coverage coverage(Random random) {
        double[] ends =
                random.doubles(12, 0, 100).map(Math::rint).sorted().distinct().toArray();
        List<Coverage.Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < ends.length; i += 2) {
            spans.add(new Coverage.Span(ends[i], ends[i + 1]));
        }
        return new Coverage(spans);
    }
}
