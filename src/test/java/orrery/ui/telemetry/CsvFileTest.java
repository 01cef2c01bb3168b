package orrery.ui.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.telemetry.HeapSample;
import orrery.telemetry.SamplerKind;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TelemetrySettings;
import orrery.testing.Eventually;

class CsvFileTest {
    @TempDir
    private Path directory;

    @Test
    void theVisibleWindowIsWrittenOneFigureARowAndNothingElseIsLeftBehind() throws Exception {
        TelemetrySettings heapOnly =
                new TelemetrySettings(Map.of(SamplerKind.HEAP, Duration.ofMillis(2)), TelemetrySettings.KEEP);
        TimeWindow window = new TimeWindow();
        try (Telemetry telemetry = new Telemetry(heapOnly)) {
            telemetry.start();
            Eventually.present("a look", () -> telemetry.latest(HeapSample.class));
            telemetry.stop();
            window.follow(System.nanoTime(), telemetry.originNanos());
            TelemetrySnapshot shot = TelemetrySnapshot.of(telemetry, window, TelemetrySnapshot.NONE);
            Path file = directory.resolve("window.csv");
            CsvFile.write(file, shot, telemetry);
            List<String> rows = Files.readAllLines(file);
            assertThat(rows.getFirst()).isEqualTo("t,sampler,of,figure,value,unit");
            assertThat(rows).hasSize(1 + 7 * shot.heap().size());
            assertThat(rows.get(1)).matches("\\d+\\.\\d{6},heap,,heap-used,\\d+,B");
            assertThat(rows).anyMatch(row -> row.matches("[\\d.]+,heap,,allocation-rate,,B/s"));
            try (var left = Files.list(directory)) {
                assertThat(left).containsExactly(file);
            }
        }
    }
}
