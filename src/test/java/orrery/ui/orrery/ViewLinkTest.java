package orrery.ui.orrery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewLinkTest {
    private static final List<ScaleMode> SCALES = List.of(ScaleMode.values());
    private static final String SUM = "0123456789abcdef".repeat(4);

    @Test
    void aLinkReadsBackToTheSameBits() {
        Random random = new Random(6);
        CameraFrame[] frames = {
            CameraFrame.ECLIPTIC,
            CameraFrame.EQUATOR,
            CameraFrame.pair(399, 301),
            CameraFrame.from(-31),
            CameraFrame.from(301, 7.3),
            CameraFrame.from(301, 7.3).on(Optional.of(new Ground(-30.5, 20.25)))
        };
        for (int i = 0; i < 200; i++) {
            CameraFrame frame = frames[i % 6];
            Camera camera = new Camera(
                    random.nextInt(1000),
                    random.nextGaussian() * 1e9,
                    random.nextGaussian() * 1e-3,
                    random.nextGaussian(),
                    random.nextDouble() * 3,
                    random.nextDouble() - 0.5,
                    Math.exp(random.nextDouble() * 28),
                    i % 3 == 0,
                    frame,
                    i % 6 == 1 ? Axes.EQUATOR : Axes.ECLIPTIC,
                    0);
            ViewLink link = new ViewLink(
                    random.nextGaussian() * 3e9,
                    camera,
                    SCALES.get(i % 3),
                    i % 2 == 0 ? SkyStyle.NO_CENTER : 499,
                    -98,
                    List.of(new ViewLink.Kernel("a kernel & more+.bsp", SUM), new ViewLink.Kernel("b@c.bsp", SUM)));
            assertThat(ViewLink.parse(link.format())).isEqualTo(link);
        }
    }

    @Test
    void whatIsNoLinkIsRefusedInASentence() {
        assertThatThrownBy(() -> ViewLink.parse("https://example.org"))
                .isInstanceOf(LinkFormatException.class)
                .hasMessageContaining("begins with orrery:view?");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-02-30"))
                .isInstanceOf(LinkFormatException.class)
                .hasMessageContaining("date");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&km=-4"))
                .hasMessageContaining("greater than 0");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&kernel=../../etc/passwd@" + SUM))
                .hasMessageContaining("kernel");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&yaw=NaN"))
                .hasMessageContaining("not a number");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&frame=from,301&fov=150"))
                .hasMessageContaining("at most 120 degrees");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&fov=15"))
                .hasMessageContaining("requires");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&ground=1,2"))
                .hasMessageContaining("go with frame=from");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&frame=from,301&ground=1,91"))
                .hasMessageContaining("-90 to 90");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=2026-01-01&frame=pair,1"))
                .hasMessageContaining("2 numbers");
        assertThatThrownBy(() -> ViewLink.parse("orrery:view?date=%zz")).hasMessageContaining("%");
    }

    @Test
    void hostileTextsGiveNothingButThatError() {
        Random random = new Random(66);
        String sound = new ViewLink(
                        1e8,
                        Camera.first(),
                        ScaleMode.TRUE,
                        SkyStyle.NO_CENTER,
                        399,
                        List.of(new ViewLink.Kernel("x.bsp", SUM)))
                .format();
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(sound);
            for (int k = 0; k <= i % 5; k++) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            }
            try {
                ViewLink.parse(text.toString());
            } catch (LinkFormatException e) {
                refused++;
                assertThat(e.getMessage()).endsWith(".");
            }
        }
        assertThat(refused).isBetween(500, 4900);
    }
}
