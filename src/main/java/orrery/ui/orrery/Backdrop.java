package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Palette;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;

/**
 * Everything at infinity: the empty sky, the Milky Way, the sky grid, the stars. Painted once for each direction of
 * view and copied under every frame while the camera does not turn.
 *
 * <p>Confined to one thread.
 */
final class Backdrop {
    /** The Milky Way is smooth: its brightness is sampled every few pixels and interpolated. */
    private static final int CELL = 8;

    private static final double STEP = Math.toRadians(3);
    private static final int EVERY_LATITUDE = 15;
    private static final int EVERY_LONGITUDE = 30;

    private record Key(Viewport viewport, SkyStyle style, boolean whole) {}

    private final Stroke stroke;
    private final boolean patient;
    private final StarPainter stars = new StarPainter();
    private final double[] seen = new double[3];
    private final double[] before = new double[3];
    private final double[] way = new double[3];
    private @Nullable Raster kept;
    private @Nullable Key key;
    private @Nullable Projection shown;
    private List<Picture.Tick> ticks = List.of();
    private double[] above = new double[0];
    private double[] below = new double[0];

    /** Circles of longitude and latitude. */
    private record Circles(Axes axes, int onDark, int onLight, boolean hours) {
        static final Circles ECLIPTIC = new Circles(Axes.ECLIPTIC, 0x8A6A2A, 0xA88A4A, false);
        static final Circles EQUATOR = new Circles(Axes.EQUATOR, 0x3E6FA0, 0x5A86B5, true);
    }

    /** @param patient whether to wait until the Milky Way is ready, or omit it until then */
    Backdrop(Stroke stroke, boolean patient) {
        this.stroke = stroke;
        this.patient = patient;
    }

    /** Replaces all pixels; returns the labels of the circles. */
    List<Picture.Tick> paint(Raster raster, Projection projection, Viewport viewport, SkyStyle style) {
        Galaxy galaxy = style.milkyWay() ? SurfacePrefetch.galaxy(patient) : null;
        // The rest of the style does not matter here.
        Key wanted = new Key(
                viewport,
                SkyStyle.first(style.theme())
                        .stars(style.stars())
                        .milkyWay(style.milkyWay())
                        .grid(style.grid()),
                galaxy != null);
        Raster sky = kept;
        Projection then = shown;
        if (sky == null
                || then == null
                || sky.width() != raster.width()
                || sky.height() != raster.height()
                || !wanted.equals(key)
                || !then.sameSky(projection)) {
            if (sky == null || sky.width() != raster.width() || sky.height() != raster.height()) {
                sky = new Raster(raster.width(), raster.height());
                kept = sky;
            }
            key = wanted;
            shown = projection;
            ticks = render(sky, projection, viewport, style, galaxy);
        }
        System.arraycopy(sky.pixels(), 0, raster.pixels(), 0, sky.pixels().length);
        return ticks;
    }

    private List<Picture.Tick> render(
            Raster raster, Projection projection, Viewport viewport, SkyStyle style, @Nullable Galaxy galaxy) {
        Palette palette = style.theme().palette();
        raster.fill(Palette.argb(palette.space()));
        if (galaxy != null) {
            milkyWay(raster, projection, galaxy, palette.dark());
        }
        List<Picture.Tick> words = new ArrayList<>();
        if (style.grid().ecliptic()) {
            circles(raster, projection, viewport, Circles.ECLIPTIC, palette.dark(), words);
        }
        if (style.grid().equator()) {
            circles(raster, projection, viewport, Circles.EQUATOR, palette.dark(), words);
        }
        if (style.stars()) {
            stars.paint(raster, projection, viewport, palette.dark());
        }
        return words;
    }

    private void milkyWay(Raster raster, Projection projection, Galaxy galaxy, boolean dark) {
        int columns = raster.width() / CELL + 2;
        if (above.length != columns) {
            above = new double[columns];
            below = new double[columns];
        }
        line(galaxy, projection, 0, below);
        for (int top = 0; top < raster.height(); top += CELL) {
            double[] swap = above;
            above = below;
            below = swap;
            line(galaxy, projection, top + CELL, below);
            for (int row = top; row < Math.min(top + CELL, raster.height()); row++) {
                double fy = (row + 0.5 - top) / CELL;
                for (int column = 0; column < raster.width(); column++) {
                    int cell = column / CELL;
                    double fx = (column + 0.5 - cell * CELL) / CELL;
                    double high = above[cell] + (above[cell + 1] - above[cell]) * fx;
                    double low = below[cell] + (below[cell + 1] - below[cell]) * fx;
                    double light = high + (low - high) * fy;
                    // A little fixed noise keeps the faint gradient from breaking into bands.
                    double noise = ((((row * 7919 + column * 104729) * 2654435761L) >>> 24) & 255) / 255.0 - 0.5;
                    int index = row * raster.width() + column;
                    if (dark) {
                        double dither = noise / 255;
                        raster.add(
                                index,
                                Math.max(0, light * 0.105 + dither),
                                Math.max(0, light * 0.108 + dither),
                                Math.max(0, light * 0.128 + dither));
                    } else {
                        raster.blend(index, 0xB9AE98, Math.max(0, light * 0.20 + noise / 128));
                    }
                }
            }
        }
    }

    private void line(Galaxy galaxy, Projection projection, int row, double[] out) {
        for (int i = 0; i < out.length; i++) {
            projection.ray(i * CELL, row, way);
            out[i] = galaxy.at(way[0], way[1], way[2]);
        }
    }

    private void circles(
            Raster raster,
            Projection projection,
            Viewport viewport,
            Circles circles,
            boolean dark,
            List<Picture.Tick> words) {
        stroke.begin(raster);
        stroke.pen(0.9 * viewport.scale());
        for (int latitude = -75; latitude <= 75; latitude += EVERY_LATITUDE) {
            double strength = latitude == 0 ? 0.75 : 0.28;
            for (double longitude = 0; longitude <= 2 * Math.PI + STEP / 2; longitude += STEP) {
                piece(circles.axes, projection, longitude, Math.toRadians(latitude), longitude == 0, strength);
            }
        }
        for (int longitude = 0; longitude < 360; longitude += EVERY_LONGITUDE) {
            for (double latitude = -Math.PI / 2; latitude <= Math.PI / 2 + STEP / 2; latitude += STEP) {
                piece(circles.axes, projection, Math.toRadians(longitude), latitude, latitude == -Math.PI / 2, 0.28);
            }
            word(circles, projection, viewport, longitude, words);
        }
        stroke.end(raster, dark ? circles.onDark : circles.onLight);
    }

    private void piece(
            Axes axes, Projection projection, double longitude, double latitude, boolean first, double strength) {
        boolean was = !first && before[2] > 0;
        double x = before[0];
        double y = before[1];
        before[2] = direct(axes, projection, longitude, latitude) ? 1 : 0;
        before[0] = seen[0];
        before[1] = seen[1];
        if (was && before[2] > 0) {
            stroke.segment(x, y, strength, before[0], before[1], strength);
        }
    }

    private boolean direct(Axes axes, Projection projection, double longitude, double latitude) {
        double c = Math.cos(latitude);
        axes.toSky(c * Math.cos(longitude), c * Math.sin(longitude), Math.sin(latitude), way);
        return projection.infinity(way[0], way[1], way[2], seen);
    }

    private void word(
            Circles circles, Projection projection, Viewport viewport, int longitude, List<Picture.Tick> words) {
        if (direct(circles.axes, projection, Math.toRadians(longitude), 0) && viewport.shows(seen[0], seen[1])) {
            String text = circles.hours ? longitude / 15 + "\u2009h" : longitude + "\u00b0";
            words.add(new Picture.Tick(seen[0], seen[1], text, 0.8));
        }
    }
}
