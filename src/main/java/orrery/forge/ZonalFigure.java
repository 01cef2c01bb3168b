package orrery.forge;

/**
 * The zonal harmonics of one body acting on others, and the reaction on it.
 *
 * <p>Source: the gradient of {@code U = -mu/r sum J_n (R/r)^n P_n(sin latitude)}.
 */
final class ZonalFigure implements Force {
    /** Writes the direction of the pole: a unit vector, ICRF. */
    interface Pole {
        void at(double et, double[] out);
    }

    private final int source;
    private final double radius;
    private final double[] zonals;
    private final Pole pole;
    private final int[] others;
    private final double[] p = new double[3];
    private final double[] relative = new double[3];
    private final double[] pull = new double[3];

    /**
     * @param source the body with this figure
     * @param radius the reference radius of the harmonics, km
     * @param zonals J2, J3, ...
     * @param pole the figure's axis
     * @param others the affected bodies
     */
    ZonalFigure(int source, double radius, double[] zonals, Pole pole, int... others) {
        this.source = source;
        this.radius = radius;
        this.zonals = zonals;
        this.pole = pole;
        this.others = others;
    }

    @Override
    public void addTo(double et, NBody b) {
        pole.at(et, p);
        for (int body : others) {
            for (int axis = 0; axis < 3; axis++) {
                relative[axis] = b.offset(source, body, axis);
            }
            pull(b.gm[source], radius, zonals, p, relative, pull);
            b.act(source, body, pull[0], pull[1], pull[2]);
        }
    }

    /**
     * The acceleration of a massless object, km/s^2.
     *
     * @param gm GM of the body with this figure, km^3/s^2
     * @param p its pole, a unit vector
     * @param position relative to that body, km
     */
    static void pull(double gm, double radius, double[] zonals, double[] p, double[] position, double[] out) {
        double x = position[0];
        double y = position[1];
        double z = position[2];
        double r2 = x * x + y * y + z * z;
        double r = Math.sqrt(r2);
        double s = (x * p[0] + y * p[1] + z * p[2]) / r;
        double before = 1; // P_0
        double legendre = s; // P_1
        double slope = 1; // P_1'
        double power = radius / r;
        double radial = 0;
        double axial = 0;
        for (int n = 2; n < zonals.length + 2; n++) {
            double next = ((2 * n - 1) * s * legendre - (n - 1) * before) / n;
            slope = n * legendre + s * slope;
            before = legendre;
            legendre = next;
            power *= radius / r;
            double weight = zonals[n - 2] * power;
            radial += weight * ((n + 1) * legendre + s * slope);
            axial -= weight * slope;
        }
        double k = gm / r2;
        double alongR = k * radial / r;
        double alongP = k * axial;
        out[0] = alongR * x + alongP * p[0];
        out[1] = alongR * y + alongP * p[1];
        out[2] = alongR * z + alongP * p[2];
    }
}
