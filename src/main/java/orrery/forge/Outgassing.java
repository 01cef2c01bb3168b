package orrery.forge;

import java.util.ArrayList;
import java.util.List;
import orrery.math.Constants;

/**
 * Non-gravitational accelerations of comets and some asteroids: along the direction from the Sun, in the plane of the
 * orbit perpendicular to it, and along the orbit's pole, each times {@code g(r) = aln (r/r0)^-nm (1 + (r/r0)^nn)^-nk}.
 *
 * <p>Source: Marsden, Sekanina and Yeomans, "Comets and nongravitational forces V", Astronomical Journal 78, 211
 * (1973); the delay: Yeomans and Chodas, Astronomical Journal 98, 1083 (1989). Immutable.
 *
 * @param a1 radial, au/d^2
 * @param a2 transverse, au/d^2
 * @param a3 normal, au/d^2
 * @param delay delay of the acceleration, days: g is taken for the distance that long ago
 * @param aln see above
 * @param nm see above
 * @param nn see above
 * @param nk see above
 * @param r0 au
 */
public record Outgassing(
        double a1, double a2, double a3, double delay, double aln, double nm, double nn, double nk, double r0) {
    private static final double UNIT = Constants.AU / (Constants.DAY * Constants.DAY);

    /** With the g(r) of water ice, as given by Marsden and others. */
    public static Outgassing ofIce(double a1, double a2, double a3, double delay) {
        return new Outgassing(a1, a2, a3, delay, 0.1112620426, 2.15, 5.093, 4.6142, 2.808);
    }

    /** With g(r) = (1 au / r)^2: radiation pressure and the heat that an asteroid emits. */
    public static Outgassing ofSunlight(double a1, double a2, double a3) {
        return new Outgassing(a1, a2, a3, 0, 1, 2, 5.093, 0, 1);
    }

    /** Whether there is any acceleration. */
    public boolean acts() {
        return a1 != 0 || a2 != 0 || a3 != 0;
    }

    /** {@return the parameters that are not zero, as in {@code A1, A2}} */
    public String words() {
        List<String> words = new ArrayList<>();
        double[] all = {a1, a2, a3};
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                words.add("A" + (i + 1));
            }
        }
        return String.join(", ", words);
    }

    /** g(r) at {@code r} km. */
    double share(double r) {
        double ratio = r / (r0 * Constants.AU);
        double far = nk == 0 ? 1 : StrictMath.pow(1 + StrictMath.pow(ratio, nn), -nk);
        return aln * StrictMath.pow(ratio, -nm) * far;
    }

    /**
     * The acceleration, km/s^2.
     *
     * @param share g of the applicable distance
     * @param state relative to the Sun, km and km/s
     */
    void push(double share, double[] state, double[] out) {
        double x = state[0];
        double y = state[1];
        double z = state[2];
        double vx = state[3];
        double vy = state[4];
        double vz = state[5];
        double r = Math.sqrt(x * x + y * y + z * z);
        double hx = y * vz - z * vy;
        double hy = z * vx - x * vz;
        double hz = x * vy - y * vx;
        double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
        if (h == 0) {
            // Straight up or down there is no plane: only the component along the Sun's direction remains.
            double radial = UNIT * share * a1 / r;
            out[0] = radial * x;
            out[1] = radial * y;
            out[2] = radial * z;
            return;
        }
        double radial = UNIT * share * a1 / r;
        double across = UNIT * share * a2 / (h * r);
        double normal = UNIT * share * a3 / h;
        out[0] = radial * x + across * (hy * z - hz * y) + normal * hx;
        out[1] = radial * y + across * (hz * x - hx * z) + normal * hy;
        out[2] = radial * z + across * (hx * y - hy * x) + normal * hz;
    }
}
