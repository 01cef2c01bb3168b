package orrery.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;
import orrery.spk.NotAnSpkException;
import orrery.spk.Segment;
import orrery.spk.Workspace;
import orrery.testing.MadeKernels;
import orrery.testing.Race;

/**
 * Races of opening, reading, closing and publishing. Each test states the only outcomes allowed and runs a few hundred
 * times; in the long profile thousands of times.
 */
class BindingRacesTest {
    private static final int FEW = 200;
    private static final int MANY = 5_000;
    private static final int RUNNERS = 8;

    @TempDir
    private Path folder;

    private Race race = new Race(RUNNERS);
    private Path file = Path.of("");

    @BeforeEach
    void makeKernel() throws IOException {
        race.close();
        race = new Race(RUNNERS);
        file = MadeKernels.planets(folder.resolve("planets.bsp"), 0);
    }

    @AfterEach
    void endThreads() {
        race.close();
    }

    // ---- opening ----

    @Test
    void aStampedeThroughAliasesOpensTheFileOnce() throws Exception {
        stampede(FEW);
    }

    @Test
    @Tag("long")
    void aStampedeThroughAliasesOpensTheFileOnceThousandsOfTimes() throws Exception {
        stampede(MANY);
    }

    private void stampede(int repeats) throws Exception {
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.bsp"), file);
        Path hard = Files.createLink(folder.resolve("hard.bsp"), file);
        Path relative = Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
        List<Path> aliases = List.of(file, symbolic, hard, relative);
        double[] right = answer(file);
        for (int i = 0; i < repeats; i++) {
            KernelRegistry registry = new KernelRegistry();
            List<KernelHandle> handles = race.run(n -> registry.open(aliases.get(n % aliases.size())));
            assertThat(registry.mapped()).isEqualTo(1);
            assertThat(registry.mappings())
                    .singleElement()
                    .satisfies(m -> assertThat(m.handles()).isEqualTo(RUNNERS));
            for (KernelHandle handle : handles) {
                assertThat(answer(handle)).isEqualTo(right);
            }
            race.run(n -> {
                handles.get(n).close();
                handles.get(n).close();
                return n;
            });
            assertThat(registry.mappings()).isEmpty();
            assertThat(registry.unmapped()).isEqualTo(1);
        }
    }

    @Test
    void aFailedFirstOpeningIsTypedForEverybodyAndTriedAgain() throws Exception {
        failedFirst(FEW);
    }

    @Test
    @Tag("long")
    void aFailedFirstOpeningIsTypedForEverybodyAndTriedAgainThousandsOfTimes() throws Exception {
        failedFirst(MANY);
    }

    private void failedFirst(int repeats) throws Exception {
        Path garbage = Files.writeString(folder.resolve("garbage.bsp"), "<html>not found</html>".repeat(100));
        Path late = folder.resolve("late.bsp");
        double[] right = answer(file);
        for (int i = 0; i < repeats; i++) {
            KernelRegistry registry = new KernelRegistry();
            Files.deleteIfExists(late);
            Files.createLink(late, garbage);
            Path spare = Files.createLink(folder.resolve("spare.bsp"), file);
            // One runner puts the right file in place while the others fail.
            List<Object> outcomes = race.run(n -> {
                if (n == 0) {
                    return Files.move(spare, late, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                try (KernelHandle handle = registry.open(late)) {
                    return answer(handle);
                } catch (KernelException e) {
                    return e;
                }
            });
            Files.deleteIfExists(spare);
            for (Object outcome : outcomes.subList(1, RUNNERS)) {
                if (outcome instanceof double[] answer) {
                    assertThat(answer).isEqualTo(right);
                } else {
                    assertThat(outcome).isInstanceOf(NotAnSpkException.class);
                }
            }
            assertThatThrownBy(() -> registry.open(garbage)).isInstanceOf(NotAnSpkException.class);
            try (KernelHandle handle = registry.open(late)) {
                assertThat(answer(handle)).isEqualTo(right);
            }
            assertThat(registry.mappings()).isEmpty();
        }
    }

    @Test
    void aFileRenamedOverOneAliasIsNeverTakenForTheOldOneByAnother() throws Exception {
        renamedOver(FEW);
    }

    @Test
    @Tag("long")
    void aFileRenamedOverOneAliasIsNeverTakenForTheOldOneByAnotherThousandsOfTimes() throws Exception {
        renamedOver(MANY);
    }

    private void renamedOver(int repeats) throws Exception {
        Path other = MadeKernels.planets(folder.resolve("other.bsp"), 1);
        Path alias = folder.resolve("alias.bsp");
        double[] old = answer(file);
        double[] young = answer(other);
        assertThat(old).isNotEqualTo(young);
        for (int i = 0; i < repeats; i++) {
            KernelRegistry registry = new KernelRegistry();
            Files.deleteIfExists(alias);
            Files.createLink(alias, file);
            Path spare = Files.createLink(folder.resolve("spare.bsp"), other);
            List<double[]> answers = race.run(n -> {
                if (n == 0) {
                    Files.move(spare, alias, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    return old;
                }
                try (KernelHandle handle = registry.open(n % 2 == 0 ? alias : file)) {
                    return answer(handle);
                }
            });
            for (int n = 1; n < RUNNERS; n++) {
                if (n % 2 == 0) {
                    assertThat(answers.get(n)).isIn(old, young);
                } else {
                    assertThat(answers.get(n))
                            .as("by the alias that never moved")
                            .isEqualTo(old);
                }
            }
            assertThat(registry.mappings()).isEmpty();
            assertThat(registry.unmapped()).isEqualTo(registry.mapped());
        }
    }

    // ---- reading and closing ----

    @Test
    void aCloseDuringReadsEndsThemInTheRightAnswerOrTyped() throws Exception {
        closeAgainstReads(FEW);
    }

    @Test
    @Tag("long")
    void aCloseDuringReadsEndsThemInTheRightAnswerOrTypedThousandsOfTimes() throws Exception {
        closeAgainstReads(MANY);
    }

    /** Runner 0 closes one handle, runner 1 the last sibling but one; the others read either, or the survivor. */
    private void closeAgainstReads(int repeats) throws Exception {
        Queries queries = new Queries(file, 64);
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < repeats; i++) {
            KernelRegistry registry = new KernelRegistry();
            boolean survivor = i % 2 == 0;
            KernelHandle first = registry.open(file);
            KernelHandle second = registry.open(file);
            KernelHandle third = survivor ? registry.open(file) : second;
            SplittableRandom random = new SplittableRandom(i);
            int delay = random.nextInt(2_000);
            race.run(n -> {
                if (n < 2) {
                    for (int spin = 0; spin < delay; spin++) {
                        Thread.onSpinWait();
                    }
                    (n == 0 ? first : second).close();
                    return 0;
                }
                KernelHandle mine = n % 3 == 0 ? first : n % 3 == 1 ? second : third;
                boolean mayEnd = mine != third || !survivor;
                try {
                    for (int k = 0; k < 300; k++) {
                        queries.check(mine, k);
                    }
                } catch (KernelClosedException e) {
                    assertThat(mayEnd)
                            .as("the survivor's siblings were closed, not it")
                            .isTrue();
                    ended.incrementAndGet();
                }
                return 0;
            });
            third.close();
            assertThat(registry.mappings()).isEmpty();
            assertThat(registry.unmapped()).isEqualTo(registry.mapped());
        }
        assertThat(ended).as("reads that met a close").hasPositiveValue();
    }

    @Test
    void aDuplicateTakenDuringACloseIsWholeOrRefused() throws Exception {
        duplicateAgainstClose(FEW);
    }

    @Test
    @Tag("long")
    void aDuplicateTakenDuringACloseIsWholeOrRefusedThousandsOfTimes() throws Exception {
        duplicateAgainstClose(MANY);
    }

    private void duplicateAgainstClose(int repeats) throws Exception {
        Queries queries = new Queries(file, 16);
        for (int i = 0; i < repeats; i++) {
            KernelRegistry registry = new KernelRegistry();
            KernelHandle handle = registry.open(file);
            race.run(n -> {
                if (n == 0) {
                    handle.close();
                    return 0;
                }
                try (KernelHandle twin = handle.duplicate()) {
                    for (int k = 0; k < 16; k++) {
                        queries.check(twin, k);
                    }
                } catch (KernelClosedException _) {
                    assertThat(handle.isClosed()).isTrue();
                }
                return 0;
            });
            assertThat(registry.mappings()).isEmpty();
            assertThat(registry.handles()).isZero();
            assertThat(registry.unmapped()).isEqualTo(registry.mapped()).isEqualTo(1);
        }
    }

    @Test
    void handlesAreCountedExactlyHoweverTheyComeAndGo() throws Exception {
        comeAndGo(FEW / 4);
    }

    @Test
    @Tag("long")
    void handlesAreCountedExactlyHoweverTheyComeAndGoThousandsOfTimes() throws Exception {
        comeAndGo(MANY);
    }

    private void comeAndGo(int repeats) throws Exception {
        for (int i = 0; i < repeats; i++) {
            KernelRegistry registry = new KernelRegistry();
            int round = i;
            List<List<KernelHandle>> kept = race.run(n -> {
                SplittableRandom random = new SplittableRandom(1_000L * round + n);
                List<KernelHandle> mine = new ArrayList<>();
                for (int k = 0; k < 60; k++) {
                    int choice = random.nextInt(3);
                    if (mine.isEmpty() || choice == 0) {
                        mine.add(registry.open(file));
                    } else if (choice == 1) {
                        mine.add(mine.get(random.nextInt(mine.size())).duplicate());
                    } else {
                        KernelHandle ended = mine.remove(random.nextInt(mine.size()));
                        ended.close();
                        ended.close();
                    }
                }
                return mine;
            });
            int open = kept.stream().mapToInt(List::size).sum();
            assertThat(registry.handles()).isEqualTo(open);
            assertThat(registry.mapped() - registry.unmapped()).isEqualTo(open == 0 ? 0 : 1);
            kept.forEach(list -> list.forEach(KernelHandle::close));
            assertThat(registry.handles()).isZero();
            assertThat(registry.mapped()).isEqualTo(registry.unmapped());
        }
    }

    // ---- publishing ----

    @Test
    void aQueryDuringAPublishSeesWhollyTheOldOrWhollyTheNewSet() throws Exception {
        publishAgainstReads(FEW / 10);
    }

    @Test
    @Tag("long")
    void aQueryDuringAPublishSeesWhollyTheOldOrWhollyTheNewSetThousandsOfTimes() throws Exception {
        publishAgainstReads(MANY / 10);
    }

    /** The chain 301 -> 3 -> 0 is in two files of each set, so that half a set would give a third answer. */
    private void publishAgainstReads(int repeats) throws Exception {
        KernelRegistry registry = new KernelRegistry();
        List<KernelPool> sets = new ArrayList<>();
        List<double[]> answers = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            Path moon = MadeKernels.one(folder.resolve("moon" + kind + ".bsp"), 301, 3, kind);
            Path barycenter = MadeKernels.one(folder.resolve("emb" + kind + ".bsp"), 3, 0, kind);
            try (KernelHandle a = registry.open(moon);
                    KernelHandle b = registry.open(barycenter)) {
                KernelPool pool = KernelPool.of(a, b);
                sets.add(pool);
                double[] state = new double[6];
                Ephemeris.of(pool).state(301, 0, 1234.5, state);
                answers.add(state);
            }
        }
        int own = registry.handles();
        for (int i = 0; i < repeats; i++) {
            LivePool live = new LivePool(sets.getFirst());
            Ephemeris ephemeris = Ephemeris.live(live);
            AtomicBoolean done = new AtomicBoolean();
            List<Integer> seen = race.run(n -> {
                if (n == 0) {
                    for (int k = 1; k <= 20; k++) {
                        live.publish(sets.get(k % 2));
                    }
                    done.set(true);
                    return 3;
                }
                double[] state = new double[6];
                int kinds = 0;
                while (!done.get()) {
                    ephemeris.state(301, 0, 1234.5, state);
                    kinds |= Arrays.equals(state, answers.get(0)) ? 1 : Arrays.equals(state, answers.get(1)) ? 2 : 4;
                }
                return kinds;
            });
            assertThat(seen).as("1 the old set, 2 the new, 4 neither").allMatch(kinds -> kinds < 4);
            live.close();
            assertThat(registry.handles()).isEqualTo(own);
            assertThatThrownBy(() -> ephemeris.state(301, 0, 1234.5, new double[6]))
                    .isInstanceOf(KernelClosedException.class);
        }
        sets.forEach(KernelPool::close);
        assertThat(registry.mappings()).isEmpty();
    }

    // ---- what is asked ----

    private static double[] answer(Path path) {
        try (KernelHandle handle = new KernelRegistry().open(path)) {
            return answer(handle);
        }
    }

    private static double[] answer(KernelHandle handle) {
        double[] state = new double[6];
        handle.state(handle.file().segments().getFirst(), 0, state, new Workspace());
        return state;
    }

    /** Queries of one file with their right answers, computed alone. */
    private static final class Queries {
        private final List<Segment> segments = new ArrayList<>();
        private final double[] epochs;
        private final double[][] right;

        Queries(Path path, int count) {
            epochs = new double[count];
            right = new double[count][6];
            SplittableRandom random = new SplittableRandom(7);
            try (KernelHandle handle = new KernelRegistry().open(path)) {
                List<Segment> all = handle.file().segments();
                for (int i = 0; i < count; i++) {
                    segments.add(all.get(random.nextInt(all.size())));
                    epochs[i] = random.nextDouble(MadeKernels.START, MadeKernels.END);
                    handle.state(segments.get(i), epochs[i], right[i], new Workspace());
                }
            }
        }

        void check(KernelHandle handle, int k) {
            int i = k % epochs.length;
            double[] out = new double[6];
            int index = segments.get(i).info().index();
            handle.state(handle.file().segments().get(index), epochs[i], out, new Workspace());
            assertThat(out).isEqualTo(right[i]);
        }
    }
}
