package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private final Region content = new Region();
    private final Zoom zoom = new Zoom(content);

    private double shownAt(double width) {
        zoom.resize(width, 600);
        zoom.layout();
        return content.getLocalToParentTransform().getMxx();
    }

    @Test
    void aWindowTooNarrowForTheSizeAskedForTakesWhatFitsAndAWiderOneAll() {
        zoom.factor(2);
        assertThat(shownAt(720)).isEqualTo(1.44);
        assertThat(content.getWidth()).isEqualTo(500);
        zoom.larger();
        assertThat(zoom.factor()).as("what was asked for").isEqualTo(2);
        assertThat(shownAt(1400)).isEqualTo(2);
    }

    @Test
    void aWindowNarrowerStillIsNotMadeSmallerThanUsual() {
        zoom.factor(1.3);
        assertThat(shownAt(300)).isEqualTo(1);
        zoom.factor(0.8);
        assertThat(shownAt(300)).isEqualTo(0.8);
    }

    @Test
    void oneStepSmallerIsSmallerThanWhatIsSeen() {
        zoom.factor(2);
        shownAt(720);
        zoom.smaller();
        assertThat(shownAt(720)).isCloseTo(1.3, offset(1e-12));
    }
}
