package orrery.ui.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Colors in BT.709, limited range: the figures are the standard's own (Rec. ITU-R BT.709-6, 8 bits). */
class VideoPlanesTest {
    private static int[] planes(int argb) {
        int[] pixels = new int[4];
        Arrays.fill(pixels, argb);
        byte[][] planes = {new byte[16 * 16], new byte[8 * 8], new byte[8 * 8]};
        VideoPlanes.write(pixels, 2, 2, 16, 16, planes);
        // Pixels beyond the picture get its last row and column.
        assertThat(planes[0]).containsOnly(planes[0][0]);
        assertThat(planes[1]).containsOnly(planes[1][0]);
        return new int[] {planes[0][0] + 128, planes[1][0] + 128, planes[2][0] + 128};
    }

    @Test
    void blackWhiteAndThePrimariesAreTheStandards() {
        assertThat(planes(0xFF000000)).containsExactly(16, 128, 128);
        assertThat(planes(0xFFFFFFFF)).containsExactly(235, 128, 128);
        assertThat(planes(0xFFFF0000)).containsExactly(63, 102, 240);
        assertThat(planes(0xFF00FF00)).containsExactly(173, 42, 26);
        assertThat(planes(0xFF0000FF)).containsExactly(32, 240, 118);
    }
}
