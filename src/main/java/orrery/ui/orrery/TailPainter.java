package orrery.ui.orrery;

import orrery.math.Constants;
import orrery.spk.NaifIds;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Stroke;

/**
 * Tails of comets: a straight one of gas away from the Sun, and a broader one of dust that lags behind the comet's way.
 * How long and how bright they are hangs on the distance from the Sun alone; beyond three and a half au there are none.
 * They are for looking at: no kernel tells how much a comet gives off.
 *
 * <p>Confined to one thread.
 */
final class TailPainter {
    /** Where tails end, au. */
    private static final double FARTHEST = 3.5;
    /** Of a comet at one au, as a part of its distance from the Sun; shrinks with the square of that. */
    private static final double LENGTH = 0.2;

    private static final double LONGEST = 0.8;
    private static final int PIECES = 24;
    private static final double[] FAN = {0, 0.16, 0.3, 0.42};
    private static final int GAS = 0x8FB8E8;
    private static final int DUST = 0xE6D9B8;
    private static final int GAS_INK = 0x4A78B0;
    private static final int DUST_INK = 0x9A8352;

    private final Stroke stroke;
    private final double[] sun = new double[3];
    private final double[] head = new double[3];
    private final double[] velocity = new double[3];
    private final double[] seen = new double[3];

    TailPainter(Stroke stroke) {
        this.stroke = stroke;
    }

    /** How long a tail is at a distance, as a part of that; 0 where there is none. */
    static double length(double au) {
        return au >= FARTHEST ? 0 : Math.min(LONGEST, LENGTH / (au * au)) * fade(au);
    }

    /** From full at two au and nearer to nothing at the end. */
    private static double fade(double au) {
        return Math.clamp((FARTHEST - au) / 1.5, 0.0, 1.0);
    }

    /** Paints the tails of a comet. */
    void paint(
            Raster raster, DrawnBody comet, DrawnPositions places, Projection projection, double scale, boolean dark) {
        if (comet.gone() || !places.of(NaifIds.SUN, sun) || !places.of(comet.id(), head)) {
            return;
        }
        int at = places.frame().catalogue().indexOf(comet.id());
        int center = places.frame().catalogue().indexOf(NaifIds.SUN);
        double au = at < 0 || center < 0 ? FARTHEST : places.frame().distance(at, center) / Constants.AU;
        double part = length(au);
        if (part <= 0) {
            return;
        }
        double away = Math.hypot(Math.hypot(head[0] - sun[0], head[1] - sun[1]), head[2] - sun[2]);
        boolean moving = places.velocity(comet.id(), velocity);
        double speed = moving ? Math.hypot(Math.hypot(velocity[0], velocity[1]), velocity[2]) : 0;
        double strength = comet.strength() * (0.35 + 0.5 * fade(au)) * (dark ? 0.8 : 0.9);
        stroke.begin(raster);
        stroke.pen(1.6 * scale);
        if (speed > 0) {
            for (double lag : FAN) {
                curve(projection, part * 0.7, away * lag / speed, strength * 0.4);
            }
        }
        stroke.end(raster, dark ? DUST : DUST_INK);
        stroke.begin(raster);
        stroke.pen(1.5 * scale);
        curve(projection, part, 0, strength);
        stroke.end(raster, dark ? GAS : GAS_INK);
    }

    /**
     * One line of a tail, which fades towards its end.
     *
     * @param part how long, of the comet's distance from the Sun
     * @param lag seconds of the comet's own motion by which its end stays behind, for a tail as long as that distance
     */
    private void curve(Projection projection, double part, double lag, double strength) {
        double x0 = 0;
        double y0 = 0;
        boolean have = false;
        for (int i = 0; i <= PIECES; i++) {
            double s = part * i / PIECES;
            double behind = lag * s * (double) i / PIECES;
            projection.project(
                    head[0] + s * (head[0] - sun[0]) - behind * velocity[0],
                    head[1] + s * (head[1] - sun[1]) - behind * velocity[1],
                    head[2] + s * (head[2] - sun[2]) - behind * velocity[2],
                    seen);
            boolean front = projection.inFront(seen[2]);
            if (front && have) {
                double from = strength * (1 - (i - 1.0) / PIECES);
                double to = strength * (1 - (double) i / PIECES);
                stroke.segment(x0, y0, from, seen[0], seen[1], to);
            }
            have = front;
            x0 = seen[0];
            y0 = seen[1];
        }
    }
}
