package orrery.forge;

/**
 * Positions, velocities and accelerations of the bodies at one instant, used by all forces of the model.
 *
 * <p>Km, km/s, km/s^2 in the ICRF about the solar-system barycenter; body {@code i} has its three numbers from index
 * {@code 3 i}. The first bodies are, in this order, those of the constants below; minor bodies follow. After the bodies
 * comes the Moon's rotation: from {@link #mantle} the Euler angles of its principal axes, rad, with their rates and
 * accelerations; from {@link #core} the angular momentum of its fluid core, rad/s, for which only {@code v} and
 * {@code a} are meaningful ({@link MoonRotation}). Mutable, for use by one thread.
 */
final class NBody {
    static final int SUN = 0;
    static final int MERCURY = 1;
    static final int VENUS = 2;
    static final int EARTH = 3;
    static final int MOON = 4;
    static final int MARS = 5;
    static final int JUPITER = 6;
    static final int SATURN = 7;
    static final int URANUS = 8;
    static final int NEPTUNE = 9;
    static final int PLUTO = 10;
    /** Number of bodies that feel and cause the relativistic terms; those after them are minor. */
    static final int MAJOR = 11;

    /** Triples of numbers after those of the bodies. */
    static final int ROTATIONS = 2;

    final int count;
    final double[] gm;
    final double[] r;
    final double[] v;
    final double[] a;

    NBody(double[] gm) {
        this.count = gm.length;
        this.gm = gm.clone();
        this.r = new double[3 * (count + ROTATIONS)];
        this.v = new double[3 * (count + ROTATIONS)];
        this.a = new double[3 * (count + ROTATIONS)];
    }

    /** Index of the Euler angles of the Moon's mantle. */
    int mantle() {
        return 3 * count;
    }

    /** Index of the angular momentum of the Moon's core. */
    int core() {
        return 3 * (count + 1);
    }

    /** Adds an acceleration to a body. */
    void accelerate(int body, double ax, double ay, double az) {
        a[3 * body] += ax;
        a[3 * body + 1] += ay;
        a[3 * body + 2] += az;
    }

    /** Adds an acceleration to a body and the opposite force to its source, so that momentum is conserved. */
    void act(int source, int body, double ax, double ay, double az) {
        accelerate(body, ax, ay, az);
        double ratio = -gm[body] / gm[source];
        accelerate(source, ratio * ax, ratio * ay, ratio * az);
    }

    /** One coordinate of the position of {@code to} relative to {@code from}, km. */
    double offset(int from, int to, int axis) {
        return r[3 * to + axis] - r[3 * from + axis];
    }

    /** One coordinate of the velocity of {@code to} relative to {@code from}, km/s. */
    double drift(int from, int to, int axis) {
        return v[3 * to + axis] - v[3 * from + axis];
    }
}
