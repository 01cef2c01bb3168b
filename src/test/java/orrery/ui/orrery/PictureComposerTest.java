package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureComposerTest {
    @Test
    void aCaptionIsSmallerOnASmallPicture() {
        assertThat(PictureComposer.letters(1920, 1080)).isEqualTo(20);
        assertThat(PictureComposer.letters(1280, 720)).isEqualTo(20);
        assertThat(PictureComposer.letters(960, 540)).isEqualTo(15);
        assertThat(PictureComposer.letters(640, 360)).isEqualTo(12);
        assertThat(PictureComposer.letters(720, 1280)).isLessThan(20);
    }
}
