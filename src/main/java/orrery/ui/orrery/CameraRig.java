package orrery.ui.orrery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.ephemeris.Radii;
import orrery.math.Vectors;

/**
 * Holds the camera and moves it: turning, pushing and zooming by hand take effect immediately; flights take 400 ms,
 * eased, and any manual input ends them.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class CameraRig {
    private static final double FLIGHT_SECONDS = 0.4;
    /** From an eye at a body, the field of view is at most this many times the standard one. */
    private static final double WIDEST = 1.6;
    /** How far the middle of a flight is from the two ends of its way, in lengths of that way. */
    private static final double ROOM = 1.5;
    /** Pieces into which the way of a flight is divided; even. */
    private static final int PIECES = 100;

    private static final double HIGHEST = Math.toRadians(89.9);

    private Camera camera = Camera.first();
    private @Nullable Flight flight;
    private boolean still;
    private long moves;

    /** Where bodies are now: what the rig needs to know about the sky. */
    @FunctionalInterface
    public interface Whereabouts {
        /** Writes a body's drawn place, km, ICRF; returns false if it is not in the sky now. */
        boolean of(int body, double[] out);

        /** Writes a body's velocity, km/s, ICRF; returns false if it is unknown. */
        default boolean velocity(int body, double[] out) {
            return false;
        }

        /** Writes how a body stands, the rotation from ICRF to its axes, row by row; false if it is not known. */
        default boolean turn(int body, double[] out) {
            return false;
        }
    }

    private record Flight(Camera start, Camera from, Camera to, double yaw, Camera end, double time) {}

    public Camera camera() {
        return camera;
    }

    public boolean flying() {
        return flight != null;
    }

    /** Where a flight leads; the camera itself while there is none. */
    Camera goal() {
        Flight now = flight;
        return now == null ? camera : now.end;
    }

    /** With reduced motion, flights arrive instantly. */
    public void reducedMotion(boolean reduced) {
        still = reduced;
    }

    /** Whether flights arrive instantly. */
    public boolean reducedMotion() {
        return still;
    }

    /** Moves the camera instantly. */
    public void set(Camera next) {
        moves++;
        flight = null;
        camera = next;
    }

    /** Moves the camera as a tour does; this does not count as manual input. */
    public void lead(Camera next) {
        flight = null;
        camera = next;
    }

    /** Counts everything that has moved the camera except a tour: mouse, keys, requested flights. */
    public long moves() {
        return moves;
    }

    /** Flies to another camera. */
    public void fly(Camera wanted, Whereabouts sky) {
        moves++;
        Camera to = aimed(wanted, sky);
        if (still) {
            set(to);
            return;
        }
        Flight begun = flight(camera, to, sky);
        camera = begun.start;
        flight = begun;
    }

    /**
     * A camera on its way from one view to another, with bodies where they are now. A pure function: a film calls it
     * for each frame.
     *
     * @param fraction position on the way, 0 for the first view and 1 for the second; eased at both ends
     */
    public static Camera between(Camera from, Camera to, double fraction, Whereabouts sky) {
        if (fraction <= 0 || from.equals(to)) {
            return aimed(from, sky);
        }
        Camera end = aimed(to, sky);
        if (fraction >= 1) {
            return end;
        }
        Flight next = flight(aimed(from, sky), end, sky);
        return at(next.from, next.to, next.yaw, fraction);
    }

    private static Flight flight(Camera camera, Camera to, Whereabouts sky) {
        Camera from = rebase(camera, to.focus(), sky).along(to.frame(), to.axes());
        double turn = Math.IEEEremainder(to.yaw() - from.yaw(), 2 * Math.PI);
        Camera start = from.orthographic(to.orthographic());
        // If the eye stays at a body, the flight is an ordinary one that ends in the same picture.
        Camera end = to.in(to.frame(), to.axes(), 0).direction(from.yaw() + turn, to.pitch());
        return new Flight(start, start.in(CameraFrame.ECLIPTIC, to.axes(), 0), end, from.yaw() + turn, to, 0);
    }

    /** The same view, with a pivot that travels with another body from now on. */
    public static Camera rebase(Camera camera, int body, Whereabouts sky) {
        double[] old = new double[3];
        double[] now = new double[3];
        if (camera.focus() == body || !sky.of(camera.focus(), old) || !sky.of(body, now)) {
            return camera.focus() == body ? camera : camera.at(body);
        }
        return camera.pivot(
                body, old[0] + camera.x() - now[0], old[1] + camera.y() - now[1], old[2] + camera.z() - now[2]);
    }

    /**
     * Updates the camera for the current positions of bodies: a rotating frame has turned, an eye at a body has moved.
     */
    public void aim(Whereabouts sky) {
        if (flight == null) {
            camera = aimed(camera, sky);
        }
    }

    /** A camera updated for the current positions of bodies. */
    static Camera aimed(Camera camera, Whereabouts sky) {
        CameraFrame frame = camera.frame();
        return switch (frame.kind()) {
            case ECLIPTIC -> camera.axes().equals(Axes.ECLIPTIC) ? camera : camera.in(frame, Axes.ECLIPTIC, 0);
            case EQUATOR -> camera.axes().equals(Axes.EQUATOR) ? camera : camera.in(frame, Axes.EQUATOR, 0);
            case PAIR -> turned(camera, sky);
            case FROM -> seenFrom(camera, sky);
        };
    }

    private static Camera turned(Camera camera, Whereabouts sky) {
        double[] a = new double[3];
        double[] b = new double[3];
        double[] va = new double[3];
        double[] vb = new double[3];
        int first = camera.frame().a();
        int second = camera.frame().b();
        if (!sky.of(first, a) || !sky.of(second, b)) {
            return camera;
        }
        boolean moving = sky.velocity(first, va) && sky.velocity(second, vb);
        for (int k = 0; k < 3; k++) {
            b[k] -= a[k];
            vb[k] = moving ? vb[k] - va[k] : 0;
        }
        Axes axes = Axes.turningWith(b, vb);
        if (axes.equals(camera.axes())) {
            return camera;
        }
        // The pivot turns with the frame.
        camera.axes().fromSky(camera.x(), camera.y(), camera.z(), a);
        axes.toSky(a[0], a[1], a[2], b);
        return camera.pivot(camera.focus(), b[0], b[1], b[2]).in(camera.frame(), axes, 0);
    }

    private static Camera seenFrom(Camera camera, Whereabouts sky) {
        double[] eye = new double[3];
        double[] pivot = new double[3];
        if (!sky.of(camera.frame().a(), eye) || !sky.of(camera.focus(), pivot)) {
            return camera;
        }
        Axes axes = footing(camera.frame(), sky, eye);
        double x = eye[0] - pivot[0] - camera.x();
        double y = eye[1] - pivot[1] - camera.y();
        double z = eye[2] - pivot[2] - camera.z();
        double away = Vectors.length(x, y, z);
        if (!(away > 0)) {
            return camera;
        }
        axes.fromSky(x / away, y / away, z / away, eye);
        // A lens never shows a wider field than this.
        Camera there = camera.in(camera.frame(), axes, away);
        Camera seen = camera.frame().field() > 0
                ? there.lens(away)
                : there.distance(Math.min(camera.distance(), WIDEST * away));
        return seen.direction(Math.atan2(eye[1], eye[0]), Math.asin(Math.clamp(eye[2], -1.0, 1.0)));
    }

    /**
     * Moves an eye from the center of its body to the ground; returns the axes along which it looks from there.
     */
    private static Axes footing(CameraFrame frame, Whereabouts sky, double[] eye) {
        double[] turn = new double[9];
        Optional<Ground> ground = frame.ground();
        Optional<Radii> radii = BodyLook.of(frame.a()).body().radii();
        if (ground.isEmpty() || radii.isEmpty() || !sky.turn(frame.a(), turn)) {
            return Axes.ECLIPTIC;
        }
        double[] up = new double[3];
        ground.get().from(turn, radii.get(), up);
        for (int i = 0; i < 3; i++) {
            eye[i] += up[i];
        }
        return ground.get().axes(turn);
    }

    /** Measures the angles in another frame from now on; the direction of view does not change. */
    public void frame(CameraFrame next, Whereabouts sky) {
        Camera now = camera;
        if (next.kind() == CameraFrame.Kind.FROM) {
            set(aimed(now.in(next, Axes.ECLIPTIC, 0), sky));
            return;
        }
        Axes axes = aimed(now.in(next, Axes.ECLIPTIC, 0), sky).axes();
        set(now.along(next, axes));
    }

    /** Advances a flight; true while there is one. */
    public boolean advance(double seconds) {
        Flight now = flight;
        if (now == null) {
            return false;
        }
        double time = Math.min(1, now.time + seconds / FLIGHT_SECONDS);
        camera = time >= 1 ? now.end : at(now.from, now.to, now.yaw, time);
        flight = time >= 1 ? null : new Flight(now.start, now.from, now.to, now.yaw, now.end, time);
        return true;
    }

    private static Camera at(Camera from, Camera to, double yaw, double time) {
        double e = time * time * (3 - 2 * time);
        double d0 = from.distance();
        double d1 = to.distance();
        double dx = from.x() - to.x();
        double dy = from.y() - to.y();
        double dz = from.z() - to.z();
        double way = Vectors.length(dx, dy, dz);
        // From one close-up to another: pull back until both are in view, then move in.
        double apart = Math.max(0, Math.log(Math.max(way / Math.max(d0, d1), 1e-9)));
        double rise = apart + (Math.log(ROOM) + Math.abs(Math.log(d1 / d0)) / 2) * Math.min(1, apart);
        double distance = climbed(d0, d1, rise, e);
        // The way covered grows as the distance does, so that what is left, and then the target, stays in view.
        double ahead = path(d0, d1, rise, e, 1);
        double left = ahead / (path(d0, d1, rise, 0, e) + ahead);
        return from.pivot(to.focus(), to.x() + dx * left, to.y() + dy * left, to.z() + dz * left)
                .direction(from.yaw() * (1 - e) + yaw * e, from.pitch() * (1 - e) + to.pitch() * e)
                .distance(distance);
    }

    /** The distance on a flight that climbs and comes down. */
    private static double climbed(double d0, double d1, double rise, double e) {
        return Math.exp(Math.log(d0) * (1 - e) + Math.log(d1) * e + rise * 4 * e * (1 - e));
    }

    /** The area under the distance between two stages of a flight, by Simpson's rule, km. */
    private static double path(double d0, double d1, double rise, double begin, double end) {
        double step = (end - begin) / PIECES;
        double sum = 0;
        for (int i = 0; i <= PIECES; i++) {
            double weight = i == 0 || i == PIECES ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * climbed(d0, d1, rise, begin + i * step);
        }
        return sum * step / 3;
    }

    /** Turns the camera about its pivot, radians. */
    public void turn(double yaw, double pitch) {
        if (camera.frame().ground().isPresent() && camera.eye() > 0) {
            set(lookedAround(camera, yaw, pitch));
            return;
        }
        // An eye that is turned about the pivot no longer stays at its body.
        Camera free = camera.frame().kind() == CameraFrame.Kind.FROM
                ? camera.in(CameraFrame.ECLIPTIC, Axes.ECLIPTIC, 0)
                : camera;
        set(free.turned(yaw, pitch));
    }

    /**
     * An eye on the ground looks around: the pivot moves about the eye by as much as makes the picture follow the hand.
     */
    private static Camera lookedAround(Camera camera, double yaw, double pitch) {
        double[] before = new double[3];
        double[] after = new double[3];
        double share = camera.field() / Math.toDegrees(Viewport.FIELD);
        camera.toEye(before);
        // Not quite to the zenith, where there is no north.
        double high = Math.clamp(camera.pitch() - pitch * share, -HIGHEST, HIGHEST);
        camera.direction(camera.yaw() - yaw * share, high).toEye(after);
        double away = camera.eye();
        return camera.moved(
                away * (before[0] - after[0]), away * (before[1] - after[1]), away * (before[2] - after[2]));
    }

    /**
     * Zooms so that the point under a pixel stays under it.
     *
     * @param factor below 1 to move closer
     * @param depth depth of that point, km; the pivot's for empty sky
     */
    public void zoom(double factor, double column, double row, double depth, Projection projection) {
        double[] point = new double[3];
        projection.unproject(column, row, depth, point);
        double next = Math.clamp(camera.distance() * factor, Camera.NEAREST, Camera.FARTHEST);
        double k = 1 - next / camera.distance();
        set(camera.moved(point[0] * k, point[1] * k, point[2] * k).distance(next));
    }

    /** Shifts the pivot so that the picture follows the pointer. */
    public void pan(double columns, double rows, Viewport viewport, Projection projection) {
        double[] point = new double[3];
        projection.unproject(viewport.centerX() - columns, viewport.centerY() - rows, projection.distance(), point);
        set(camera.moved(point[0], point[1], point[2]));
    }
}
