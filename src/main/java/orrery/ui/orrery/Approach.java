package orrery.ui.orrery;

import org.jspecify.annotations.Nullable;
import orrery.service.SkyCatalogue;
import orrery.spk.NaifIds;

/** Where the camera flies in order to show a body: near it, and on its sunlit side. Pure functions. */
public final class Approach {
    /**
     * Longitudes from the Sun's, as seen from the body: the camera arrives at most at the first, else at the second,
     * radians.
     */
    private static final double MOST_PHASE = Math.toRadians(75);

    private static final double GOOD_PHASE = Math.toRadians(42);
    /** The steepest angle of approach to a body, radians. */
    private static final double STEEPEST = Math.toRadians(38);

    private Approach() {}

    /**
     * A camera near a body; if no kernel has data for it now, near the planet it orbits; if that is the Sun or unknown
     * too, the camera stays where it is.
     */
    static Camera towards(Camera camera, @Nullable SkyCatalogue now, int body, CameraRig.Whereabouts sky) {
        double[] at = new double[3];
        int place = body;
        // A chain of centers is never longer than this.
        for (int hop = 0; hop < 8 && !sky.of(place, at); hop++) {
            int index = now == null ? -1 : now.indexOf(place);
            int parent = now == null || index < 0
                    ? NaifIds.SUN
                    : now.bodies().get(index).parent();
            if (parent == NaifIds.SUN || parent == place || now == null || parent == now.origin()) {
                return camera;
            }
            place = parent;
        }
        return sunny(near(free(camera), place), sky);
    }

    /** A camera near enough to a body to see it as a disc. */
    static Camera near(Camera camera, int body) {
        double radius = BodyLook.of(body).radius();
        return camera.at(body).distance(radius > 0 ? radius * (body == NaifIds.SUN ? 90 : 9) : 2e4);
    }

    /** Turned, if necessary, to see most of the body's day side. */
    static Camera sunny(Camera camera, CameraRig.Whereabouts sky) {
        double[] sun = new double[3];
        double[] at = new double[3];
        boolean still = camera.frame().kind() != CameraFrame.Kind.ECLIPTIC;
        if (still || camera.focus() == NaifIds.SUN || !sky.of(NaifIds.SUN, sun) || !sky.of(camera.focus(), at)) {
            return camera;
        }
        Axes.ECLIPTIC.fromSky(sun[0] - at[0], sun[1] - at[1], sun[2] - at[2], sun);
        double lit = Math.atan2(sun[1], sun[0]);
        double away = Math.IEEEremainder(camera.yaw() - lit, 2 * Math.PI);
        return Math.abs(away) <= MOST_PHASE
                ? camera.direction(camera.yaw(), Math.clamp(camera.pitch(), -STEEPEST, STEEPEST))
                : camera.direction(lit + Math.copySign(GOOD_PHASE, away), Math.clamp(camera.pitch(), -0.3, 0.3));
    }

    /** The same camera with its eye no longer fixed at a body. */
    public static Camera free(Camera camera) {
        if (camera.frame().kind() != CameraFrame.Kind.FROM) {
            return camera;
        }
        // On the ground of a body angles are measured from its horizon.
        return camera.axes().equals(Axes.ECLIPTIC)
                ? camera.in(CameraFrame.ECLIPTIC, Axes.ECLIPTIC, 0)
                : camera.along(CameraFrame.ECLIPTIC, Axes.ECLIPTIC);
    }
}
