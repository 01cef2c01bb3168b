package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Coverage;
import orrery.forge.ChebyshevLayout;
import orrery.forge.SpkWriter;
import orrery.testing.Shared;
import orrery.testing.SmallSky;
import orrery.testing.SoundKernels;

class PrecedenceTest {
    private static final Set<String> OTHERS = Set.of(
            "gmat_ceres_1900_2100.bsp",
            "astronoby_de440s_2000_2030_excerpt.bsp",
            "skyfield_de441-1969.bsp",
            "calceph_example1.bsp");

    @TempDir
    private Path folder;

    private Path kernel(String name, double... spans) throws IOException {
        SpkWriter writer = SpkWriter.littleEndian();
        for (int i = 0; i < spans.length; i += 2) {
            writer.add(ChebyshevLayout.zero(4, 0, 1, spans[i], spans[i + 1], "s" + i));
        }
        Path file = folder.resolve(name);
        writer.write(file);
        return file;
    }

    private static List<KernelContents> read(Path... files) {
        List<KernelContents> all = new ArrayList<>();
        for (Path file : files) {
            all.add(Appraisal.of(file, new KernelRegistry()).contents().orElseThrow());
        }
        return all;
    }

    @Test
    void theLastWinsAndAGapFallsThrough() throws IOException {
        Precedence both = Precedence.of(read(kernel("a.bsp", 0, 100), kernel("b.bsp", 20, 40, 60, 70)));
        assertThat(both.wins(4))
                .extracting(w -> w.start() + ".." + w.end() + " " + w.kernel())
                .containsExactly("0.0..20.0 0", "20.0..40.0 1", "40.0..60.0 0", "60.0..70.0 1", "70.0..100.0 0");
        assertThat(both.at(4, 40)).get().extracting(Precedence.Win::kernel).isEqualTo(1);
        assertThat(both.at(4, 101)).isEmpty();
    }

    @Test
    void whatIsDrawnAgainAndAgainIsWorkedOutOnce() throws IOException {
        Precedence both = Precedence.of(read(kernel("a.bsp", 0, 100), kernel("b.bsp", 20, 40, 60, 70)));
        assertThat(both.wins(4)).isSameAs(both.wins(4));
        assertThat(both.data(1, 4)).isSameAs(both.data(1, 4));
        assertThat(both.data(1, 4).spans()).containsExactly(new Coverage.Span(20, 40), new Coverage.Span(60, 70));
        assertThat(both.data(1, 5).spans()).isEmpty();
    }

    @Test
    void aBodyWithOneSegmentIsAnsweredByIt() throws IOException {
        Precedence alone = Precedence.of(read(kernel("a.bsp", 0, 100)));
        assertThat(alone.wins(4)).isEqualTo(alone.segments(4)).hasSize(1);
        assertThat(alone.at(4, 100)).contains(alone.wins(4).getFirst());
        assertThat(alone.at(4, 101)).isEmpty();
        assertThat(alone.has(5)).isFalse();
        assertThat(alone.wins(5)).isEmpty();
        assertThat(alone.data(0, 4).spans()).as("one kernel").isEmpty();
    }

    @Test
    void aChangeOfOrderIsToldByBodyAndTime() throws IOException {
        List<KernelContents> ab = read(kernel("a.bsp", 0, 100), kernel("b.bsp", 20, 40, 60, 170));
        Precedence before = Precedence.of(ab);
        Precedence after = Precedence.of(ab.reversed());
        assertThat(after.since(before))
                .containsExactly(
                        new Precedence.Change(4, 20, 40, Optional.of("b.bsp"), Optional.of("a.bsp")),
                        new Precedence.Change(4, 60, 100, Optional.of("b.bsp"), Optional.of("a.bsp")));
        assertThat(Precedence.of(ab.subList(0, 1)).since(before))
                .contains(new Precedence.Change(4, 100, 170, Optional.of("b.bsp"), Optional.empty()));
        assertThat(before.since(before)).isEmpty();
    }

    @Test
    void itSaysWhatAPoolOfTheseKernelsDoes() throws IOException {
        List<Path> files = new ArrayList<>(List.of(
                SoundKernels.manyBigEndian(folder.resolve("ceres.bsp")),
                SoundKernels.shipped(),
                SmallSky.write(folder.resolve("sky.bsp"), 0, 4 * SmallSky.YEAR),
                SmallSky.shifted(folder.resolve("shifted.bsp"), SmallSky.YEAR, 2 * SmallSky.YEAR, 100)));
        // Those of others, where they stand beside the project.
        files.addAll(Shared.filesIfAny("kernels/real").stream()
                .filter(file -> OTHERS.contains(file.getFileName().toString()))
                .toList());
        Precedence precedence = Precedence.of(read(files.toArray(Path[]::new)));
        KernelRegistry registry = new KernelRegistry();
        List<KernelHandle> handles = files.stream().map(registry::open).toList();
        Random random = new Random(3);
        int compared = 0;
        try (KernelPool pool = KernelPool.of(handles)) {
            for (int body : pool.targets()) {
                TargetSchedule schedule = pool.schedule(body);
                for (int i = 0; i < 200 && schedule != null; i++) {
                    double et = schedule.start() + random.nextDouble() * (schedule.end() - schedule.start());
                    Link link = schedule.at(et);
                    Optional<Path> wins = precedence.at(body, et).map(w -> files.get(w.kernel()));
                    assertThat(wins.map(Path::getFileName))
                            .as("%d at %s", body, et)
                            .isEqualTo(Optional.ofNullable(link)
                                    .map(l -> l.kernel().path().getFileName()));
                    compared++;
                }
            }
        } finally {
            handles.forEach(KernelHandle::close);
        }
        assertThat(compared).isGreaterThan(2000);
    }
}
