package orrery.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartKitTest {
    private static final double NONE = Double.NaN;

    @Test
    void anAxisTakesValuesToPixelsAndBack() {
        ChartAxis up = new ChartAxis(0, 10, 120, 20);
        assertThat(up.pixel(0)).isEqualTo(120);
        assertThat(up.pixel(10)).isEqualTo(20);
        assertThat(up.value(up.pixel(3.25))).isCloseTo(3.25, within(1e-12));
        assertThat(up.length()).isEqualTo(100);
        assertThat(up.holds(20)).isTrue();
        assertThat(up.holds(19)).isFalse();
        assertThat(up.holds(NONE)).isFalse();
        assertThat(up.nearest(500)).isEqualTo(120);
        assertThat(new ChartAxis(5, 5, 0, 100).pixel(5)).isZero();
    }

    @Test
    void aLogarithmicAxisNamesNoMorePowersThanCanBeReadApart() {
        assertThat(new ChartAxis(-2.4, 3.1, 100, 0).powers(12)).containsExactly(3, 2, 1, 0, -1, -2);
        assertThat(new ChartAxis(-15, 8, 100, 0).powers(26)).containsExactly(8, 2, -4, -10);
    }

    @Test
    void labelsThatWouldLieOnEachOtherStandApart() {
        double[] at = EndLabels.apart(new double[] {50, 52, NONE, 10}, new double[] {1, 1, 1, 1}, 12, 0, 100);
        assertThat(at).containsExactly(50, 62, NONE, 10);
    }

    @Test
    void labelsAtTheBottomMoveUpAndTheHeaviestStayWhereThereIsNoRoom() {
        assertThat(EndLabels.apart(new double[] {99, 100}, new double[] {1, 1}, 12, 0, 100))
                .containsExactly(88, 100);
        assertThat(EndLabels.apart(new double[] {5, 6, 7}, new double[] {1, 3, 2}, 12, 0, 12))
                .containsExactly(NONE, 0, 12);
    }

    @Test
    void aZoomKeepsItsPlaceAndNeverLeavesTheWhole() {
        ZoomSpan zoom = new ZoomSpan(60);
        zoom.whole(0, 1000);
        zoom.zoom(0.5, 250);
        assertThat(zoom.from()).isEqualTo(125);
        assertThat(zoom.to()).isEqualTo(625);
        zoom.move(-1);
        assertThat(zoom.from()).isZero();
        assertThat(zoom.to()).isEqualTo(500);
        zoom.whole(0, 1000);
        assertThat(zoom.to()).as("the same whole keeps what is shown").isEqualTo(500);
        zoom.zoom(1e-9, 100);
        assertThat(zoom.to() - zoom.from()).as("the shortest").isEqualTo(60);
        zoom.all();
        assertThat(zoom.to()).isEqualTo(1000);
        zoom.whole(0, 30);
        zoom.zoom(0.1, 10);
        assertThat(zoom.to() - zoom.from())
                .as("a whole shorter than the shortest")
                .isEqualTo(30);
    }

    @Test
    void aSeriesIsReadAtTheLastPointThatIsNotBeyond() {
        Series line = new Series("used", new double[] {0, 10, 20}, new double[] {1, NONE, 3});
        assertThat(line.at(-1)).isNaN();
        assertThat(line.at(9)).isEqualTo(1);
        assertThat(line.at(15)).isNaN();
        assertThat(line.at(25)).isEqualTo(3);
        assertThat(new LinePlot(value -> value + " MB").readout(List.of(line, line), 25))
                .isEqualTo("used 3.0 MB · used 3.0 MB");
    }

    @Test
    void ofManyStretchesOneAPixelIsDrawn() {
        List<Integer> stretches = IntStream.range(0, 100_000).boxed().toList();
        List<Integer> drawn = Stretches.drawn(stretches, i -> i, i -> i + 1.0, new ChartAxis(20_000, 80_000, 0, 300));
        assertThat(drawn).hasSizeBetween(300, 302).isSorted();
        assertThat(drawn.getFirst()).isEqualTo(19_999);
        assertThat(Stretches.drawn(stretches, i -> i, i -> i + 1.0, new ChartAxis(10.5, 12.5, 0, 300)))
                .containsExactly(10, 11, 12);
    }
}
