package orrery.ui.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/** The contents of each frame of a film, worked out by hand. */
class FilmPathTest {
    private static final SkyStyle STYLE = SkyStyle.first(Theme.DARK);

    private static ViewLink view(double et, Camera camera, int chosen) {
        return new ViewLink(et, camera, ScaleMode.TRUE, SkyStyle.NO_CENTER, chosen, List.of());
    }

    @Test
    void theFirstFrameIsTheFirstViewAndTheLastFrameTheLast() {
        ViewLink a = view(100, Camera.first(), 399);
        ViewLink b = view(1100, Camera.first().at(5), 5);
        FilmPath path = new FilmPath(List.of(a, b), STYLE, 10, 30, 0);
        assertThat(path.frames()).isEqualTo(300);
        assertThat(path.at(0).et()).isEqualTo(100);
        assertThat(path.at(0).fraction()).isZero();
        assertThat(path.at(299).et()).isEqualTo(1100);
        assertThat(path.at(299).fraction()).isEqualTo(1);
        assertThat(path.at(299).style().selected()).isEqualTo(5);
        double half = path.at(150).et() - path.at(149).et();
        assertThat(half).isCloseTo(1000.0 / 299, within(1e-9));
    }

    @Test
    void threeViewsAreGoneThroughInEqualTimes() {
        FilmPath path = new FilmPath(
                List.of(view(0, Camera.first(), 399), view(10, Camera.first(), 4), view(1000, Camera.first(), 5)),
                STYLE,
                201,
                1,
                0);
        assertThat(path.at(100).et()).isEqualTo(10);
        assertThat(path.at(50).et()).isEqualTo(5);
        assertThat(path.at(150).et()).isEqualTo(505);
        assertThat(path.at(20).style().selected()).isEqualTo(399);
        assertThat(path.at(80).style().selected()).isEqualTo(4);
    }

    @Test
    void anOrbitIsWholeAtTheLastFrame() {
        FilmPath path = new FilmPath(List.of(view(0, Camera.first(), 399)), STYLE, 2, 10, Math.PI);
        assertThat(path.at(0).turn()).isZero();
        assertThat(path.at(19).turn()).isEqualTo(Math.PI);
        assertThat(path.at(7).et()).isZero();
    }

    @Test
    void aFilmOfOneFrameIsItsFirstView() {
        FilmPath path =
                new FilmPath(List.of(view(3, Camera.first(), 399), view(9, Camera.first(), 4)), STYLE, 0.01, 30, 1);
        assertThat(path.frames()).isEqualTo(1);
        assertThat(path.at(0).et()).isEqualTo(3);
    }

    @Test
    void aFilmOfNothingOrOfTooMuchIsRefusedWithTheNumbers() {
        List<ViewLink> one = List.of(view(0, Camera.first(), 399));
        assertThatThrownBy(() -> new FilmPath(one, STYLE, 0, 30, 0)).hasMessageContaining("0.0 s at 30 frames");
        assertThatThrownBy(() -> new FilmPath(one, STYLE, 1e9, 30, 0)).hasMessageContaining("120,000");
        assertThatThrownBy(() -> new FilmPath(List.of(), STYLE, 1, 30, 0)).hasMessageContaining("needs a view");
    }
}
