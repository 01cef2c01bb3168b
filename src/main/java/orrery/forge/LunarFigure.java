package orrery.forge;

/**
 * The Moon's figure, degree 2 to 6, acting on the Earth and the Sun, the tide that the Earth raises on the Moon, and
 * the resulting torques on the Moon.
 *
 * <p>Source: the recursions of Cunningham (1970) as in Montenbruck and Gill, "Satellite Orbits", section 3.2.4, with
 * DE440's coefficients; the tide as in {@link EarthTides} with the Moon's one Love number and lag.
 */
final class LunarFigure implements Force {
    private static final int DEGREE = 6;
    private static final int SIZE = DEGREE + 2;
    private static final double TIDE = De440.MOON_LOVE * StrictMath.pow(De440.MOON_RADIUS, 5);

    private final MoonRotation rotation = new MoonRotation();
    private final double[] m = rotation.axes;
    private final double[] torque = new double[3];
    private final double[] body = new double[3];
    private final double[] pull = new double[3];
    private final double[] v = new double[SIZE * SIZE];
    private final double[] w = new double[SIZE * SIZE];

    @Override
    public void addTo(double et, NBody b) {
        rotation.begin(b);
        toBody(b, NBody.EARTH);
        harmonics(b.gm[NBody.MOON], DEGREE);
        tide(b);
        act(b, NBody.EARTH);
        for (int i = 0; i < 3; i++) {
            torque[i] = -b.gm[NBody.EARTH] * MoonRotation.cross(body, pull, i);
        }
        toBody(b, NBody.SUN);
        harmonics(b.gm[NBody.MOON], 2);
        act(b, NBody.SUN);
        for (int i = 0; i < 3; i++) {
            torque[i] -= b.gm[NBody.SUN] * MoonRotation.cross(body, pull, i);
        }
        rotation.end(b, torque);
    }

    private void toBody(NBody b, int other) {
        double x = b.offset(NBody.MOON, other, 0);
        double y = b.offset(NBody.MOON, other, 1);
        double z = b.offset(NBody.MOON, other, 2);
        for (int i = 0; i < 3; i++) {
            body[i] = m[3 * i] * x + m[3 * i + 1] * y + m[3 * i + 2] * z;
            pull[i] = 0;
        }
    }

    private void act(NBody b, int other) {
        b.act(
                NBody.MOON,
                other,
                m[0] * pull[0] + m[3] * pull[1] + m[6] * pull[2],
                m[1] * pull[0] + m[4] * pull[1] + m[7] * pull[2],
                m[2] * pull[0] + m[5] * pull[1] + m[8] * pull[2]);
    }

    private static int at(int n, int order) {
        return n * SIZE + order;
    }

    private void harmonics(double gm, int degree) {
        double radius = De440.MOON_RADIUS;
        double r2 = body[0] * body[0] + body[1] * body[1] + body[2] * body[2];
        double x = body[0] * radius / r2;
        double y = body[1] * radius / r2;
        double z = body[2] * radius / r2;
        double rho = radius * radius / r2;
        v[0] = radius / Math.sqrt(r2);
        w[0] = 0;
        for (int order = 0; order <= degree + 1; order++) {
            if (order > 0) {
                int from = at(order - 1, order - 1);
                v[at(order, order)] = (2 * order - 1) * (x * v[from] - y * w[from]);
                w[at(order, order)] = (2 * order - 1) * (x * w[from] + y * v[from]);
            }
            for (int n = order + 1; n <= degree + 1; n++) {
                double one = (2 * n - 1) * z / (n - order);
                double two = n > order + 1 ? (n + order - 1) * rho / (n - order) : 0;
                int before = n > order + 1 ? at(n - 2, order) : at(order, order);
                v[at(n, order)] = one * v[at(n - 1, order)] - two * v[before];
                w[at(n, order)] = one * w[at(n - 1, order)] - two * w[before];
            }
        }
        double scale = gm / (radius * radius);
        for (int n = 2; n <= degree; n++) {
            for (int order = 0; order <= n; order++) {
                gradient(n, order, scale);
            }
        }
    }

    private void gradient(int n, int order, double scale) {
        double c = De440.MOON_C[n][order];
        double s = De440.MOON_S[n][order];
        int up = at(n + 1, order + 1);
        if (order == 0) {
            pull[0] -= scale * c * v[up];
            pull[1] -= scale * c * w[up];
        } else {
            int down = at(n + 1, order - 1);
            double weight = (n - order + 2) * (n - order + 1);
            pull[0] += scale / 2 * (-c * v[up] - s * w[up] + weight * (c * v[down] + s * w[down]));
            pull[1] += scale / 2 * (-c * w[up] + s * v[up] + weight * (-c * w[down] + s * v[down]));
        }
        int level = at(n + 1, order);
        pull[2] += scale * (n - order + 1) * (-c * v[level] - s * w[level]);
    }

    /** The bulge follows the Earth's position over the Moon's ground one lag ago. */
    private void tide(NBody b) {
        double px = rotation.late[0];
        double py = rotation.late[1];
        double z = rotation.late[2];
        double p2 = px * px + py * py + z * z;
        double r2 = body[0] * body[0] + body[1] * body[1] + body[2] * body[2];
        double dot = body[0] * px + body[1] * py + body[2] * z;
        double k = TIDE * b.gm[NBody.EARTH] / (r2 * r2 * Math.sqrt(r2) * p2 * p2 * Math.sqrt(p2));
        double n = (3 * dot * dot - r2 * p2) / 2;
        double along = -p2 - 5 * n / r2;
        pull[0] += k * (3 * dot * px + along * body[0]);
        pull[1] += k * (3 * dot * py + along * body[1]);
        pull[2] += k * (3 * dot * z + along * body[2]);
    }
}
