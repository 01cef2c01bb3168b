package orrery.ui.kernels;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.text.TextAlignment;
import orrery.forge.KernelDiff;
import orrery.spk.NaifIds;
import orrery.ui.chart.ChartAxis;
import orrery.ui.chart.DateTicks;
import orrery.ui.chart.Ink;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Words;

/**
 * How far two kernels put a body apart, over time: the distance relative to each center from zero up, beneath it the
 * same radial, along and across the track about the center that is chosen, and at the bottom the angle seen from the
 * Earth. The mark reads them off. JavaFX thread only.
 */
final class DifferenceChart extends KernelChart {
    private static final double LEFT = 72;
    private static final double RIGHT = 72;
    private static final double TOP = 22;
    private static final double BOTTOM = 22;

    /** What stands above a band: what it is, or what the mark reads. */
    private static final double BETWEEN = 24;

    /** Less than this for all bands together leaves no room for the parts. */
    private static final double ROOM_FOR_PARTS = 120;

    private List<KernelDiff.Series> series = List.of();
    private int center;

    DifferenceChart(PulsePump pump, Words words) {
        super(pump, words, words.get("compare.accessible"));
        reads(this::across);
    }

    /** Shows these, all of one body, each about another center; the parts are those about {@code about}. */
    void show(List<KernelDiff.Series> now, int about) {
        series = now.stream().filter(s -> s.et().length > 1).toList();
        center = about;
        changed();
    }

    private ChartAxis across() {
        double from = series.stream().mapToDouble(s -> s.et()[0]).min().orElse(0);
        double to = series.stream()
                .mapToDouble(s -> s.et()[s.et().length - 1])
                .max()
                .orElse(1);
        return new ChartAxis(from, to, LEFT, getWidth() - RIGHT);
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        if (series.isEmpty()) {
            empty(ink, words.get("compare.empty"));
            return;
        }
        ChartAxis across = across();
        DateTicks.below(ink, across, height - BOTTOM);
        DifferenceBand angles = angles();
        double room = height - TOP - BOTTOM - (angles.isEmpty() ? 0 : BETWEEN);
        DifferenceBand parts =
                room < ROOM_FOR_PARTS ? new DifferenceBand(List.of(), true, ColumnUnit::ofLength) : parts();
        room -= parts.isEmpty() ? 0 : BETWEEN;
        double third = angles.isEmpty() ? 0 : parts.isEmpty() ? 0.4 : 0.22;
        double second = parts.isEmpty() ? 0 : 0.42;
        boolean reads = across.holds(readingX());
        double et = across.value(readingX());
        if (reads) {
            ink.hairline(readingX(), TOP, readingX(), height - BOTTOM, palette().sun());
        }

        DifferenceBand distances = distances();
        double bottom = TOP + room * (1 - second - third);
        distances.draw(ink, across, TOP, bottom);
        if (reads) {
            above(
                    ink,
                    TOP,
                    DateTicks.text(et, across.high() - across.low()) + "  " + distances.readout(et, KernelText::km));
        }
        if (!parts.isEmpty()) {
            double top = bottom + BETWEEN;
            bottom = top + room * second;
            parts.draw(ink, across, top, bottom);
            above(
                    ink,
                    top,
                    reads
                            ? parts.readout(et, KernelText::km)
                            : words.get(
                                    "compare.parts", about(track().orElseThrow().center())));
        }
        if (!angles.isEmpty()) {
            angles.draw(ink, across, bottom + BETWEEN, height - BOTTOM);
            above(ink, bottom + BETWEEN, reads ? angles.readout(et, KernelText::mas) : "");
        }
    }

    /** A line above a band: near the mark, or at its beginning where it says what the band is. */
    private void above(Ink ink, double top, String text) {
        if (!across().holds(readingX())) {
            ink.text(text, LEFT, top - 10, TextAlignment.LEFT, palette().muted());
            return;
        }
        String fitted = Ink.fit(text, getWidth());
        double half = Ink.width(fitted) / 2;
        double middle = Math.max(half, Math.min(readingX(), getWidth() - half));
        ink.text(fitted, middle, top - 11, TextAlignment.CENTER, palette().text());
    }

    private DifferenceBand distances() {
        return new DifferenceBand(
                IntStream.range(0, series.size())
                        .mapToObj(i -> new DifferenceBand.Line(
                                about(series.get(i).center()),
                                series.get(i).et(),
                                series.get(i).km(),
                                tint(i + 1),
                                Ink.dash(i)))
                        .toList(),
                false,
                ColumnUnit::ofLength);
    }

    /** About the center that is chosen; else about the Sun, where a planet's track is. */
    private Optional<KernelDiff.Series> track() {
        return series.stream().filter(s -> s.center() == center).findFirst().or(() -> Optional.of(series.getLast()));
    }

    private DifferenceBand parts() {
        KernelDiff.Series track = track().orElseThrow();
        return new DifferenceBand(
                List.of(
                        part(track, "import.radial", track.radial(), 0),
                        part(track, "import.along", track.along(), 1),
                        part(track, "import.cross", track.cross(), 2)),
                true,
                ColumnUnit::ofLength);
    }

    private DifferenceBand.Line part(KernelDiff.Series track, String key, double[] value, int line) {
        return new DifferenceBand.Line(words.get(key), track.et(), value, tint(line + 3), Ink.dash(line));
    }

    private DifferenceBand angles() {
        return new DifferenceBand(
                series.stream()
                        .map(s -> new DifferenceBand.Line(
                                words.get("compare.seen"),
                                s.et(),
                                s.mas(),
                                palette().text(),
                                Ink.dash(0)))
                        .filter(line -> !line.isEmpty())
                        .limit(1)
                        .toList(),
                false,
                ColumnUnit::ofAngle);
    }

    private String about(int other) {
        return words.get(
                switch (other) {
                    case NaifIds.SOLAR_SYSTEM_BARYCENTER -> "compare.ssb";
                    case NaifIds.SUN -> "compare.sun";
                    default -> "compare.earth";
                });
    }
}
