package orrery.ephemeris;

import java.util.Optional;
import orrery.math.Matrix3;
import orrery.math.Vectors;

/**
 * The line from a far body through a nearer one, which hides it, and the point of the Earth's spheroid (WGS84) nearest
 * to that line (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 11.3: the fundamental plane). Vectors
 * are from the Earth's center, km. Confined to one thread.
 */
final class ShadowAxis {
    /** Each round gains at least two digits: the outline is almost a circle. */
    private static final int ROUNDS = 8;

    private static final double SQUARE = (1 - Site.FLATTENING) * (1 - Site.FLATTENING);

    /** The unit vector to the far body; where the line passes the Earth's center. */
    private final double[] k = new double[3];

    private final double[] foot = new double[3];
    private final double[] point = new double[3];
    private double along;
    private double length;

    /** Lays the line through two bodies. */
    void through(double[] near, double[] far) {
        for (int i = 0; i < 3; i++) {
            k[i] = far[i] - near[i];
        }
        length = Vectors.hat(k, 0, k, 0);
        along = Vectors.dot(near, 0, k, 0);
        for (int i = 0; i < 3; i++) {
            foot[i] = near[i] - along * k[i];
        }
    }

    /** How far before the nearer body the line passes the center; negative if it does so beyond both. */
    double along() {
        return along;
    }

    /** The distance at which the line passes the center. */
    double miss() {
        return Vectors.norm(foot, 0);
    }

    /** Turns the line to axes that rotate with the Earth. */
    void turn(double[] axes) {
        Matrix3.multiply(axes, k, 0);
        Matrix3.multiply(axes, foot, 0);
    }

    /**
     * The place from which the far body is hidden most, on the turned axes; empty if it is hidden nowhere.
     *
     * @param nearer the radius of the nearer body, km
     * @param farther the radius of the farther one
     */
    Optional<Site> nearest(double nearer, double farther) {
        if (!meets()) {
            double off = outline();
            double sin = (nearer + farther) / length;
            double height = along - Vectors.dot(point, 0, k, 0);
            if (off > (height * sin + nearer) / StrictMath.sqrt(1 - sin * sin)) {
                return Optional.empty();
            }
        }
        double longitude = StrictMath.atan2(point[1], point[0]);
        double latitude = StrictMath.atan2(point[2], SQUARE * Math.hypot(point[0], point[1]));
        return Optional.of(Site.at(Math.toDegrees(longitude), Math.toDegrees(latitude), 0));
    }

    /** Whether the line meets the spheroid; the point is where it enters. */
    private boolean meets() {
        // Stretched along the pole, the spheroid is a sphere.
        double a = k[0] * k[0] + k[1] * k[1] + k[2] * k[2] / SQUARE;
        double b = foot[0] * k[0] + foot[1] * k[1] + foot[2] * k[2] / SQUARE;
        double c = foot[0] * foot[0] + foot[1] * foot[1] + foot[2] * foot[2] / SQUARE - Site.EQUATOR * Site.EQUATOR;
        double square = b * b - a * c;
        if (square < 0) {
            return false;
        }
        double height = (StrictMath.sqrt(square) - b) / a;
        for (int i = 0; i < 3; i++) {
            point[i] = foot[i] + height * k[i];
        }
        return true;
    }

    /** Finds the point of the Earth's outline, as seen along the line, that is nearest to it; returns the distance. */
    private double outline() {
        double sin = k[2];
        double cos = Math.hypot(k[0], k[1]);
        double[] east = cos > 0 ? new double[] {-k[1] / cos, k[0] / cos, 0} : new double[] {1, 0, 0};
        double[] north = new double[3];
        Vectors.cross(k, east, north);
        double b = Site.EQUATOR * StrictMath.sqrt(sin * sin + SQUARE * cos * cos);
        double x = Vectors.dot(foot, 0, east, 0);
        double y = Vectors.dot(foot, 0, north, 0);
        double surplus = Site.EQUATOR * Site.EQUATOR - b * b;
        double angle = StrictMath.atan2(y, x);
        for (int i = 0; i < ROUNDS; i++) {
            // The way from an ellipse to a point outside is shortest where it is perpendicular to the ellipse.
            angle = StrictMath.atan2(b * y + surplus * StrictMath.sin(angle), Site.EQUATOR * x);
        }
        double eastward = Site.EQUATOR * StrictMath.cos(angle);
        double northward = b * StrictMath.sin(angle);
        // There the ground is parallel to the line.
        double stretch = 1 / SQUARE - 1;
        double height = -stretch * northward * sin * cos / (1 + stretch * sin * sin);
        for (int i = 0; i < 3; i++) {
            point[i] = eastward * east[i] + northward * north[i] + height * k[i];
        }
        return Math.hypot(x - eastward, y - northward);
    }
}
