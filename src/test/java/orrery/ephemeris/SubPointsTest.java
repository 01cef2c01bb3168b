package orrery.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.frames.ReferenceFrame;
import orrery.spk.NaifIds;
import orrery.testing.SoundKernels;

class SubPointsTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));

    @Test
    void bothPointsAreSpices() throws IOException {
        List<String> rows = Files.readAllLines(BASE.resolve("src/test/resources/orrery/ephemeris/sub_points.csv"));
        double worst = 0;
        int count = 0;
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(SoundKernels.shipped()))) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            SubPoints points = new SubPoints(ephemeris);
            for (String row : rows) {
                if (row.startsWith("#")) {
                    continue;
                }
                String[] cells = row.split(",", -1);
                int body = Integer.parseInt(cells[0]);
                ReferenceFrame frame = ephemeris.frames().byName(cells[1]);
                double et = Double.parseDouble(cells[2]);
                var radii = Bodies.of(body).radii();
                worst = Math.max(worst, off(points.beneath(NaifIds.EARTH, body, frame, radii, et), cells[3], cells[4]));
                if (body != NaifIds.SUN) {
                    worst = Math.max(
                            worst, off(points.beneathSun(NaifIds.EARTH, body, frame, radii, et), cells[5], cells[6]));
                }
                count++;
            }
        }
        assertThat(count).isEqualTo(24);
        assertThat(worst).as("radians").isCloseTo(0, within(1e-11));
    }

    private static double off(SubPoints.Point point, String longitude, String latitude) {
        return Math.max(
                Math.abs(Math.IEEEremainder(point.longitude() - Double.parseDouble(longitude), 2 * Math.PI)),
                Math.abs(point.latitude() - Double.parseDouble(latitude)));
    }
}
