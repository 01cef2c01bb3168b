package orrery.ui.orrery;

/**
 * The picture's size, and its open part that nothing covers: the pivot is in the middle of that part.
 *
 * @param width pixels
 * @param height pixels
 * @param right pixels covered on the right
 * @param bottom pixels covered at the bottom
 * @param scale picture pixels per scene pixel, 2 on a high-resolution screen
 */
public record Viewport(int width, int height, double right, double bottom, double scale) {
    /** Vertical field of view over the open part, radians. */
    static final double FIELD = Math.toRadians(40);

    public static Viewport open(int width, int height) {
        return new Viewport(width, height, 0, 0, 1);
    }

    public double centerX() {
        return (width - right) / 2;
    }

    public double centerY() {
        return (height - bottom) / 2;
    }

    /** Whether a pixel lies in the open part. */
    public boolean shows(double x, double y) {
        return x > 0 && y > 0 && x < width - right && y < height - bottom;
    }

    /** Pixels per unit of tangent. */
    public double focal() {
        double side = Math.min(height - bottom, (width - right) * 0.94);
        return Math.max(side, 64) / (2 * Math.tan(FIELD / 2));
    }
}
