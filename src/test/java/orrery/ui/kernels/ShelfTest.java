package orrery.ui.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelRegistry;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.library.Precedence;
import orrery.testing.BrokenKernels;
import orrery.testing.EveryType;
import orrery.testing.Shared;
import orrery.testing.SmallSky;
import orrery.ui.chart.DateTicks;

/** The shelf as a model, with no window. */
class ShelfTest {
    @TempDir
    private Path folder;

    /** Whatever its size, at once. */
    private static <T> void atOnce(Supplier<T> what, Consumer<T> then) {
        then.accept(what.get());
    }

    private final KernelRegistry registry = new KernelRegistry();

    private Shelf.Item item(Path file) {
        return new Shelf.Item(Appraisal.of(file, registry), KernelOrigin.DIALOG, true, "");
    }

    @Test
    void aDraftIsOnlyADraftUntilItIsLoaded() throws IOException {
        Shelf.Item a = item(SmallSky.write(folder.resolve("a.bsp"), 0, SmallSky.YEAR));
        Shelf.Item b = item(SmallSky.write(folder.resolve("b.bsp"), 0, 2 * SmallSky.YEAR));
        Shelf shelf = new Shelf(ShelfTest::atOnce);
        shelf.loaded(List.of(a));
        shelf.add(List.of(b));
        assertThat(shelf.isPending()).isTrue();
        assertThat(shelf.changes())
                .contains(
                        new Precedence.Change(4, 0, SmallSky.YEAR, Optional.of("a.bsp"), Optional.of("b.bsp")),
                        new Precedence.Change(
                                4, SmallSky.YEAR, 2 * SmallSky.YEAR, Optional.empty(), Optional.of("b.bsp")));
        assertThat(shelf.precedence().kernels()).hasSize(1);
        shelf.move(1, 0);
        assertThat(shelf.wanted()).containsExactly(b.path(), a.path());
        shelf.revert();
        assertThat(shelf.wanted()).containsExactly(a.path());
        shelf.add(List.of(b));
        shelf.enable(0, false);
        shelf.settled();
        assertThat(shelf.isPending()).isFalse();
        assertThat(shelf.loaded()).extracting(Appraisal::name).containsExactly("b.bsp");
        shelf.remove(0);
        assertThat(shelf.isPending())
                .as("what was switched off makes no difference")
                .isFalse();
    }

    @Test
    void everyKernelThereIsGoesThroughTheTab() throws IOException {
        List<Path> all = new ArrayList<>(BrokenKernels.write(folder.resolve("broken")));
        all.add(EveryType.write(folder.resolve("every_type.bsp")));
        all.addAll(Shared.filesIfAny("kernels/real"));
        all.addAll(Shared.filesIfAny("kernels/malformed"));
        int usable = 0;
        for (Path file : all) {
            Shelf.Item item = item(file);
            Shelf shelf = new Shelf(ShelfTest::atOnce);
            shelf.add(List.of(item));
            // What every page asks of the model, for files of any kind.
            shelf.changes();
            shelf.drafted()
                    .bodies()
                    .forEach(body -> shelf.drafted().wins(body).forEach(w -> {
                        assertThat(w.start()).isLessThanOrEqualTo(w.end());
                        assertThat(KernelText.day(w.start())).isNotEmpty();
                        assertThat(KernelText.day(w.end())).isNotEmpty();
                        shelf.drafted().at(body, w.start());
                    }));
            item.appraisal().contents().ifPresent(c -> {
                DateTicks.of(c.start(), c.end(), 8);
                c.segments()
                        .forEach(s -> assertThat(KernelText.granule(s.granuleSeconds()))
                                .isNotEmpty());
            });
            if (item.appraisal().usable()) {
                usable++;
                assertThat(item.appraisal().contents()).as(file.toString()).isPresent();
            } else {
                assertThat(item.appraisal().reason()).as(file.toString()).isNotEmpty();
            }
        }
        assertThat(usable).isGreaterThan(15);
        assertThat(registry.mappings()).as("looking leaves nothing open").isEmpty();
    }

    @Test
    void ticksAreRoundAndFew() {
        assertThat(DateTicks.of(-100 * SmallSky.YEAR, 100 * SmallSky.YEAR, 5))
                .extracting(DateTicks.Tick::label)
                .containsExactly("1900", "1950", "2000", "2050", "2100");
        assertThat(DateTicks.of(0, 10 * 86_400, 6))
                .extracting(DateTicks.Tick::label)
                .contains("2000-01-02");
        assertThat(DateTicks.of(5, 5, 4)).isEmpty();
        // An axis of 260 pixels has room for three years, not for three days.
        assertThat(DateTicks.along(-150 * SmallSky.YEAR, 150 * SmallSky.YEAR, 260))
                .extracting(DateTicks.Tick::label)
                .containsExactly("1900", "2000", "2100");
        assertThat(DateTicks.along(0, 10 * 86_400, 260)).hasSizeLessThan(3);
        assertThat(DateTicks.along(0, 86_400, 300))
                .extracting(DateTicks.Tick::label)
                .containsExactly("2000-01-01 12:00", "2000-01-02 00:00", "2000-01-02 12:00");
        assertThat(DateTicks.text(0, 86_400)).isEqualTo("2000-01-01 12:00");
        assertThat(DateTicks.text(0, SmallSky.YEAR)).isEqualTo("2000-01-01");
    }

    @Test
    void theTermsLeftOutAreEstimatedFromHowTheLastOnesFall() {
        double[] falling = {1e6, 1e4, 1e2, 1, 1e-2, 1e-4};
        double[][] coefficients = {falling, new double[6], new double[6]};
        assertThat(CoefficientChart.leftOut(coefficients))
                .isCloseTo(1e-6, org.assertj.core.api.Assertions.withinPercentage(1));
        double[] flat = {1, 1, 1, 1, 1};
        assertThat(CoefficientChart.leftOut(new double[][] {flat, flat, flat})).isNaN();
    }
}
