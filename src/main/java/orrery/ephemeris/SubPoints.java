package orrery.ephemeris;

import java.util.Arrays;
import java.util.Optional;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.math.StateRotation;
import orrery.math.Vectors;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;

/**
 * The points of a body's surface below an observer and below the Sun (SPICE: {@code SUBPNT} and {@code SUBSLR}, method
 * {@code INTERCEPT/ELLIPSOID}, correction {@code CN}): where the lines to the body's center meet its ellipsoid, at the
 * epoch at which the light now arriving left that point. A body of unknown radii is treated as a point.
 *
 * <p>Confined to one thread.
 */
public final class SubPoints {
    /** SPICE's limit; light time converges within three. */
    private static final int ROUNDS = 5;

    private final Ephemeris ephemeris;
    private final double[] observer = new double[6];
    private final double[] target = new double[6];
    private final double[] sun = new double[6];
    private final double[] turn = new double[StateRotation.SIZE];
    private final double[] way = new double[6];
    private final double[] point = new double[3];

    /**
     * Makes an instance.
     *
     * @param ephemeris states and frames
     */
    public SubPoints(Ephemeris ephemeris) {
        this.ephemeris = ephemeris;
    }

    /**
     * A point on the surface, planetocentric.
     *
     * @param longitude radians, positive to the east, from -pi to pi
     * @param latitude radians, positive to the north
     */
    public record Point(double longitude, double latitude) {
        private static Point of(double[] v) {
            return new Point(Math.atan2(v[1], v[0]), Math.atan2(v[2], Math.hypot(v[0], v[1])));
        }
    }

    /**
     * Finds the point below an observer.
     *
     * @param from NAIF id of the observer
     * @param body NAIF id, different from the observer's
     * @param frame the body-fixed frame, known to the ephemeris's frames
     * @param radii of the body, if they are known
     * @param et TDB seconds past J2000, at the observer
     * @return the point
     * @throws KernelException if states or the frame's orientation are unknown
     */
    public Point beneath(int from, int body, ReferenceFrame frame, Optional<Radii> radii, double et) {
        ephemeris.state(from, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, observer);
        double lightTime = 0;
        for (int i = 0; i < ROUNDS; i++) {
            look(body, frame, et - lightTime);
            // From the body's center to the observer, in the body's axes; the velocity is not used.
            for (int k = 0; k < 3; k++) {
                way[k] = observer[k] - target[k];
            }
            double distance = Vectors.norm(way, 0);
            turned(way);
            lightTime = (distance - surface(point, radii)) / Constants.C;
        }
        return Point.of(point);
    }

    /**
     * Finds the point below the Sun as seen by an observer.
     *
     * @param from NAIF id of the observer, which may be the body
     * @param body NAIF id
     * @param frame the body-fixed frame, known to the ephemeris's frames
     * @param radii of the body, if they are known
     * @param et TDB seconds past J2000, at the observer
     * @return the point
     * @throws KernelException if states or the frame's orientation are unknown
     */
    public Point beneathSun(int from, int body, ReferenceFrame frame, Optional<Radii> radii, double et) {
        ephemeris.state(from, NaifIds.SOLAR_SYSTEM_BARYCENTER, et, observer);
        double lightTime = 0;
        for (int i = 0; i < ROUNDS; i++) {
            double epoch = et - lightTime;
            look(body, frame, epoch);
            ephemeris.planetAt(NaifIds.SUN, body, epoch, Aberration.CN, sun);
            turned(sun);
            if (from == body) {
                break;
            }
            double reach = surface(point, radii);
            double length = Vectors.norm(sun, 0);
            for (int k = 0; k < 3; k++) {
                way[k] = target[k] + sun[k] / length * reach - observer[k];
            }
            lightTime = Vectors.norm(way, 0) / Constants.C;
        }
        return Point.of(point);
    }

    private void look(int body, ReferenceFrame frame, double epoch) {
        ephemeris.state(body, NaifIds.SOLAR_SYSTEM_BARYCENTER, epoch, target);
        ephemeris.frames().rotation(ReferenceFrame.J2000, frame.id(), epoch, turn);
    }

    /** Converts a direction from J2000 to the body's axes. */
    private void turned(double[] v) {
        for (int k = 0; k < 3; k++) {
            point[k] = turn[3 * k] * v[0] + turn[3 * k + 1] * v[1] + turn[3 * k + 2] * v[2];
        }
    }

    /** The distance of the surface from the center in a direction, km. */
    private static double surface(double[] direction, Optional<Radii> radii) {
        if (radii.isEmpty()) {
            return 0;
        }
        double length = Vectors.norm(direction, 0);
        double[] half = {radii.get().a(), radii.get().b(), radii.get().c()};
        if (Arrays.stream(half).anyMatch(r -> !(r > 0))) {
            return 0;
        }
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double share = direction[k] / length / half[k];
            sum += share * share;
        }
        return 1 / Math.sqrt(sum);
    }
}
