package orrery.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void whatIsWrittenIsReadBackByAnotherReaderPixelForPixel() throws Exception {
        WritableImage image = new WritableImage(37, 23);
        Random random = new Random(1);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                image.getPixelWriter().setArgb(x, y, 0xFF000000 | random.nextInt(1 << 24));
            }
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(image)));
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(image.getPixelReader().getArgb(x, y));
            }
        }
    }
}
