package orrery.ui.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.telemetry.Measurement;
import orrery.telemetry.PageMap;
import orrery.telemetry.ResidencySample;
import orrery.telemetry.WatchedRegion;
import orrery.ui.chart.Ink;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;

/**
 * Each mapped kernel as a strip of its pages from the start of the file to its end. A page in this process's page
 * tables is drawn full, one only in the system's cache half, others dark; segments are distinguished by their tint and
 * by a tick at their start; pages new since the last sample glow; granules now being read are marked above.
 */
final class PageMapChart extends TimeChart {
    static final int STRIP = 26;
    private static final int GAP = 36;
    /** Segments closer together than this have no line between them, pixels. */
    private static final double LEAST_SEGMENT = 3;

    private final Map<String, PixelImage> images = new HashMap<>();
    private List<ReadRange> readings = List.of();
    private List<String> names = List.of();

    PageMapChart(String title, TimeWindow window, PulsePump pump) {
        super(title, TOP + 4 * (STRIP + GAP), window, pump);
    }

    void reading(List<ReadRange> now) {
        readings = List.copyOf(now);
        changed();
    }

    @Override
    boolean isTimed() {
        return false;
    }

    @Override
    void show(TelemetrySnapshot taken) {
        names = taken.pages().map(pages -> List.copyOf(pages.maps().keySet())).orElse(List.of());
        super.show(taken);
    }

    @Override
    public double prefHeight(double width) {
        return TOP + Math.max(1, names.size()) * (STRIP + GAP) + 8;
    }

    @Override
    protected void draw(Ink ink, double width, double height) {
        ink.heading(title(), FigureText.word("pages.key"));
        ResidencySample sample = shot.pages().orElse(null);
        if (sample == null || names.isEmpty()) {
            note(ink, FigureText.word("pages.none"));
            return;
        }
        double top = TOP;
        for (String name : names) {
            Measurement<PageMap> map =
                    sample.maps().getOrDefault(name, Measurement.notAvailable(FigureText.word("pages.unlooked")));
            ink.text(
                    Ink.fit(name, width),
                    0,
                    top + 4,
                    TextAlignment.LEFT,
                    palette().text());
            switch (map) {
                case Measurement.Value<PageMap>(PageMap pages) -> strip(ink, width, top + 26, pages);
                case Measurement.NotAvailable<PageMap>(String why) ->
                    ink.text(
                            FigureText.MISSING + ": " + why,
                            0,
                            top + 20,
                            TextAlignment.LEFT,
                            palette().muted());
            }
            top += STRIP + GAP;
        }
    }

    private void strip(Ink ink, double width, double top, PageMap pages) {
        GraphicsContext g = ink.canvas();
        int columns = Math.max(1, (int) width);
        String text = FigureText.word(
                pages.fresh() == 0 ? "pages.told" : "pages.told.fresh",
                FigureText.bytes((double) pages.mapped() * pages.pageSize()),
                FigureText.bytes((double) pages.pages() * pages.pageSize()),
                FigureText.bytes((double) pages.cached() * pages.pageSize()),
                FigureText.whole(pages.fresh()));
        ink.text(text, 0, top - 8, TextAlignment.LEFT, palette().muted());
        PixelImage image = images.computeIfAbsent(pages.region().name(), _ -> new PixelImage());
        image.clear(columns, STRIP);
        List<WatchedRegion.Range> ranges = pages.region().ranges();
        int range = 0;
        for (int x = 0; x < columns; x++) {
            int from = (int) ((long) pages.pages() * x / columns);
            int to = Math.max(from + 1, (int) ((long) pages.pages() * (x + 1) / columns));
            long offset = (long) from * pages.pageSize();
            while (range < ranges.size() - 1 && ranges.get(range + 1).offset() <= offset) {
                range++;
            }
            double size = to - from;
            double mapped = pages.mappedIn(from, to) / size;
            double cached = pages.cachedIn(from, to) / size;
            boolean fresh = pages.freshIn(from, to) > 0;
            Color tint = tint(range);
            Color color = palette().line().interpolate(tint, Math.max(mapped, 0.45 * cached));
            int argb = Palette.argb(fresh ? color.interpolate(palette().text(), 0.7) : color);
            // The lit part is also higher, so that shade is not the only difference.
            int high = 4 + (int) Math.round((STRIP - 4) * Math.max(mapped, 0.5 * cached));
            for (int y = STRIP - high; y < STRIP; y++) {
                image.set(x, y, argb);
            }
        }
        g.drawImage(image.drawn(), 0, top);
        double last = Double.NEGATIVE_INFINITY;
        for (WatchedRegion.Range segment : ranges) {
            double x = segment.offset() / (double) pages.region().length() * columns;
            // With more segments than pixels, ticks would form a comb.
            if (x - last >= LEAST_SEGMENT) {
                ink.hairline(x, top, x, top + STRIP - 1, palette().space());
                last = x;
            }
        }
        g.setFill(palette().sun());
        for (ReadRange reading : readings) {
            if (reading.region().equals(pages.region().name())) {
                double x = reading.offset() / (double) pages.region().length() * columns;
                g.fillPolygon(new double[] {x - 3, x + 3, x}, new double[] {top - 1, top - 1, top + 5}, 3);
            }
        }
    }

    private Color tint(int range) {
        Color base = palette().running();
        // Neighbors differ in lightness, so that they are distinguishable without hue.
        return switch (range % 3) {
            case 0 -> base;
            case 1 -> base.interpolate(palette().proven(), 0.75).deriveColor(0, 1, 0.85, 1);
            default -> base.interpolate(palette().text(), 0.35);
        };
    }

    @Override
    String summary() {
        ResidencySample sample = shot.pages().orElse(null);
        if (sample == null || names.isEmpty()) {
            return FigureText.word("pages.summary.none", title());
        }
        List<String> text = new ArrayList<>();
        sample.counts()
                .forEach((name, counts) -> text.add(counts.map(c -> FigureText.word(
                                "pages.summary",
                                name,
                                percent(c, ResidencySample.Counts::mapped),
                                percent(c, ResidencySample.Counts::cached)))
                        .value()
                        .orElse(name + " " + FigureText.MISSING)));
        return FigureText.word("summary", title(), String.join("; ", text));
    }

    private static String percent(ResidencySample.Counts counts, ToDoubleFunction<ResidencySample.Counts> part) {
        return FigureText.percent(100.0 * part.applyAsDouble(counts) / Math.max(1, counts.pages()));
    }
}
