package orrery.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import orrery.binding.KernelPool;
import orrery.math.Vectors;

/**
 * Occultations as seen from anywhere on the Earth: the instants at which the line from the farther body through the
 * nearer one passes nearest to the Earth's center, if some place on the spheroid (WGS84) then sees at least part of the
 * farther disc hidden. Where the sky is bright, or the Sun is near, it counts too; what is below the horizon does not.
 * The contacts are those of {@link Occultations}, for the center or for a place.
 *
 * <p>Confined to one thread, whose view it uses.
 */
final class EarthOccultations implements EventSource {
    private final KernelPool pool;
    private final EarthView view;
    private final EarthRotation rotation;
    private final double[] seen = new double[6];
    private final double[] seenOther = new double[6];
    private final ShadowAxis axis = new ShadowAxis();

    EarthOccultations(KernelPool pool, EarthView view) {
        this.pool = pool;
        this.view = view;
        this.rotation = new EarthRotation(pool, EarthOrientation.KNOWN);
    }

    @Override
    public List<EventPass> passes(EventSelection selection) {
        List<EventPass> passes = new ArrayList<>();
        for (List<Integer> pair : Occultations.pairs(selection)) {
            int body = pair.get(0);
            int other = pair.get(1);
            DiscMotion motion =
                    new DiscMotion(view, body, other, et -> nearness(body, other, et), et -> gap(body, other, et));
            passes.add(EventPass.maxima(
                    EventFamily.OCCULTATIONS, pair, motion, (et, rising, out) -> tell(body, other, et, out)));
        }
        return passes;
    }

    /** A lower bound of the angle between the discs as seen from anywhere on the Earth, radians. */
    private double gap(int body, int other, double et) {
        double apart = view.between(body, other, et);
        return apart - reach(body, view.nearDistance()) - reach(other, view.farDistance());
    }

    /** A body's radius and its parallax, radians. */
    private static double reach(int body, double distance) {
        return StrictMath.asin(Math.min(1, (Occultations.radius(body) + Site.EQUATOR) / distance));
    }

    /** The negative distance of the line from the Earth's center, km; even lower if it points the other way. */
    private double nearness(int body, int other, double et) {
        double distance = look(body, other, et) ? Vectors.norm(seen, 0) : Vectors.norm(seenOther, 0);
        return axis.along() > 0 ? -axis.miss() : axis.miss() - 2 * distance;
    }

    /** Sees both bodies and the line through them, and returns whether the first is the nearer one. */
    private boolean look(int body, int other, double et) {
        view.position(body, et, seen);
        view.position(other, et, seenOther);
        boolean first = Vectors.norm(seen, 0) <= Vectors.norm(seenOther, 0);
        axis.through(first ? seen : seenOther, first ? seenOther : seen);
        return first;
    }

    private void tell(int body, int other, double et, Consumer<SkyEvent> out) {
        boolean first = look(body, other, et);
        int hiding = first ? body : other;
        int hidden = first ? other : body;
        if (axis.along() <= 0) {
            return;
        }
        double apart = Math.toDegrees(Vectors.angle(seen, seenOther));
        axis.turn(rotation.at(et));
        Optional<Site> nearest = axis.nearest(Occultations.radius(hiding), Occultations.radius(hidden));
        if (nearest.isPresent()) {
            Horizon sky = new SiteView(pool, nearest.get(), EarthOrientation.KNOWN).horizon(hidden, et);
            SkyEvent.Local local = new SkyEvent.Local(
                    Math.toDegrees(sky.altitude()), Math.toDegrees(sky.azimuth()), OptionalDouble.empty(), nearest);
            out.accept(new SkyEvent(
                    EventKind.OCCULTATION_SOMEWHERE_ON_EARTH, et, hidden, hiding, apart, Optional.of(local)));
        }
    }
}
