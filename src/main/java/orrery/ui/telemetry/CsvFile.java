package orrery.ui.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.files.CsvCell;
import orrery.files.PartFile;
import orrery.telemetry.Lane;
import orrery.telemetry.Sample;
import orrery.telemetry.SampleFigure;
import orrery.telemetry.SampleLine;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TimelineSnapshot;

/**
 * The visible time window as comma-separated values, one figure per row: {@code t,sampler,of,figure,value,unit}, and
 * one run of a thread's lane per row, with the state in {@code figure} and its length in {@code value}. {@code t} is in
 * seconds since telemetry began; an unavailable figure has an empty value.
 */
final class CsvFile {
    private static final String HEADER = "t,sampler,of,figure,value,unit";

    private CsvFile() {}

    /** Writes it completely or not at all. */
    static void write(Path file, TelemetrySnapshot shot, Telemetry telemetry) throws IOException {
        String text = String.join(System.lineSeparator(), rows(shot, telemetry)) + System.lineSeparator();
        PartFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static List<String> rows(TelemetrySnapshot shot, Telemetry telemetry) {
        List<String> rows = new ArrayList<>();
        rows.add(HEADER);
        List<List<? extends Sample>> all = List.of(
                shot.latency(),
                shot.threads(),
                shot.heap(),
                shot.process(),
                shot.mappings(),
                shot.residency(),
                shot.cost());
        for (List<? extends Sample> samples : all) {
            for (Sample sample : samples) {
                if (sample.nanos() >= shot.from()) {
                    sample.lines().forEach(line -> add(rows, line, telemetry));
                }
            }
        }
        for (Lane lane : shot.lanes()) {
            lane.worker()
                    .ifPresent(worker -> add(
                            rows,
                            "lane",
                            worker.name(),
                            worker.timeline().snapshotSince(shot.from()),
                            shot,
                            telemetry));
            add(rows, "lane-jvm", lane.name(), lane.jvm().snapshotSince(shot.from()), shot, telemetry);
        }
        return rows;
    }

    private static void add(List<String> rows, SampleLine line, Telemetry telemetry) {
        for (SampleFigure figure : line.figures()) {
            String value = figure.value().value().map(Object::toString).orElse("");
            rows.add(row(
                    telemetry.seconds(line.nanos()), line.sampler(), line.of(), figure.name(), value, figure.unit()));
        }
    }

    private static <S extends Enum<S>> void add(
            List<String> rows,
            String kind,
            String of,
            TimelineSnapshot<S> runs,
            TelemetrySnapshot shot,
            Telemetry telemetry) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.start(i) <= shot.to()) {
                String state = runs.state(i).name().toLowerCase(Locale.ROOT).replace('_', '-');
                String length = Long.toString(runs.end(i) - runs.start(i));
                rows.add(row(telemetry.seconds(runs.start(i)), kind, of, state, length, "ns"));
            }
        }
    }

    private static String row(double t, String sampler, String of, String figure, String value, String unit) {
        return String.format(Locale.ROOT, "%.6f,%s,%s,%s,%s,%s", t, sampler, CsvCell.of(of), figure, value, unit);
    }
}
