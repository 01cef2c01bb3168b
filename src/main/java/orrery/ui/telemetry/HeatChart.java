package orrery.ui.telemetry;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.telemetry.LatencyHistogram;
import orrery.telemetry.LatencySample;
import orrery.ui.chart.Ink;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;

/**
 * The latency heat map: time on the x axis, latency on a logarithmic y axis, counts as shade, the median and p99 as two
 * marks per column. Service time (from the actual start of each query) and response time (from its intended start) are
 * two maps, each with its name.
 */
final class HeatChart extends TimeChart {
    private static final int ROWS = 96;
    /** Four rows per octave from 32 ns up: 32 ns to 0.5 s. */
    private static final double PER_OCTAVE = 4;

    private static final double LOWEST = 5;

    private final PixelImage image = new PixelImage();
    private final boolean response;
    private double[] cells = new double[0];
    private String readout = "";

    HeatChart(String title, boolean response, TimeWindow window, PulsePump pump) {
        super(title, TOP + BOTTOM + 1.5 * ROWS, window, pump);
        this.response = response;
    }

    private LatencyHistogram times(LatencySample.Group group) {
        return response ? group.response() : group.service();
    }

    private static double row(double nanos) {
        return (Math.log(Math.max(1, nanos)) / Math.log(2) - LOWEST) * PER_OCTAVE;
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        double bottom = height - BOTTOM;
        readout = readout();
        ink.heading(title(), readout);
        int columns = (int) Math.ceil(plotWidth());
        double most = count(columns);
        if (most == 0) {
            note(ink, response ? FigureText.word("heat.response.none") : FigureText.word("heat.service.none"));
            timeAxis(ink, bottom);
            return;
        }
        paint(columns, most);
        ink.canvas().setImageSmoothing(false);
        ink.canvas().drawImage(image.drawn(), LEFT, TOP, columns, bottom - TOP);
        double rowHeight = (bottom - TOP) / ROWS;
        double[] marks = {100, 1e4, 1e6, 1e8};
        for (double mark : marks) {
            double y = bottom - row(mark) * rowHeight;
            ink.text(
                    FigureText.time(mark),
                    LEFT - 8,
                    y,
                    TextAlignment.RIGHT,
                    palette().muted());
            ink.hairline(LEFT - 5, y, LEFT, y, palette().line());
        }
        ink.text(
                FigureText.word("log"),
                0,
                bottom - 6,
                TextAlignment.LEFT,
                palette().muted());
        key(ink, bottom, most);
        timeAxis(ink, bottom);
        crosshair(ink, TOP, bottom);
    }

    /** Distributes each interval's counts over the columns it spans. @return the greatest count of a cell */
    private double count(int columns) {
        cells = new double[columns * ROWS];
        double most = 0;
        for (LatencySample sample : shot.latency()) {
            int left = (int) Math.floor(x(sample.nanos() - sample.interval()) - LEFT);
            int right = Math.max(left, (int) Math.ceil(x(sample.nanos()) - LEFT) - 1);
            if (right < 0) {
                continue;
            }
            double share = 1.0 / (right - left + 1);
            for (LatencySample.Group group : sample.groups()) {
                LatencyHistogram times = times(group);
                for (int i = 0; i < times.buckets(); i++) {
                    int row = Math.clamp((int) row((times.lowest(i) + times.highest(i)) / 2.0), 0, ROWS - 1);
                    for (int x = Math.max(0, left); x <= Math.min(columns - 1, right); x++) {
                        double count = cells[x * ROWS + row] += times.count(i) * share;
                        most = Math.max(most, count);
                    }
                }
            }
        }
        return most;
    }

    private void paint(int columns, double most) {
        image.clear(columns, ROWS);
        double full = Math.log1p(most);
        for (int x = 0; x < columns; x++) {
            for (int row = 0; row < ROWS; row++) {
                double count = cells[x * ROWS + row];
                if (count > 0) {
                    image.set(x, ROWS - 1 - row, Palette.argb(shade(0.18 + 0.82 * Math.log1p(count) / full)));
                }
            }
        }
    }

    /**
     * One hue with uniform steps of lightness: from the background to the "running" color, and beyond it to the text
     * color.
     */
    private Color shade(double strength) {
        return strength < 0.7
                ? palette().space().interpolate(palette().running(), strength / 0.7)
                : palette().running().interpolate(palette().text(), (strength - 0.7) / 0.3);
    }

    private void key(Ink ink, double bottom, double most) {
        double x = LEFT + plotWidth() + 8;
        for (int i = 0; i < 40; i++) {
            ink.fill(x, bottom - 12 - i, 8, 1, shade(0.18 + 0.82 * i / 39));
        }
        ink.text(
                FigureText.count(most),
                x + 12,
                bottom - 50,
                TextAlignment.LEFT,
                palette().muted());
        ink.text("1", x + 12, bottom - 12, TextAlignment.LEFT, palette().muted());
    }

    private String readout() {
        long at = window.crosshair().orElse(shot.to());
        for (int i = shot.latency().size() - 1; i >= 0; i--) {
            LatencySample sample = shot.latency().get(i);
            if (sample.nanos() - sample.interval() <= at) {
                LatencyHistogram all = LatencyHistogram.EMPTY;
                for (LatencySample.Group group : sample.groups()) {
                    all = all.plus(times(group));
                }
                return all.count() == 0
                        ? ""
                        : FigureText.word(
                                "heat.readout",
                                FigureText.time(all.percentile(50)),
                                FigureText.time(all.percentile(99)),
                                FigureText.count(all.count()));
            }
        }
        return "";
    }

    @Override
    String summary() {
        return readout.isEmpty()
                ? FigureText.word("heat.summary.none", title())
                : FigureText.word("summary", title(), readout);
    }
}
