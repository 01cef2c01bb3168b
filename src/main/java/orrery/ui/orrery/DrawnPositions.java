package orrery.ui.orrery;

import java.util.Arrays;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.service.SkyFrame;
import orrery.spk.NaifIds;

/**
 * Where the bodies of a frame are drawn: their positions, transformed by the scale.
 *
 * <p>Confined to one thread.
 */
final class DrawnPositions {
    private final SkyFrame frame;
    private final ScaleMode scale;
    private final double[] sun = new double[3];
    private final double[] parent = new double[3];
    private final double[] pathPlace = new double[3];
    private int pathParent = Integer.MIN_VALUE;
    private boolean pathParentKnown;

    DrawnPositions(SkyFrame frame, ScaleMode scale) {
        this.frame = frame;
        this.scale = scale;
        raw(NaifIds.SUN, sun);
    }

    SkyFrame frame() {
        return frame;
    }

    ScaleMode scale() {
        return scale;
    }

    /** Writes how a body stands, as {@link SkyFrame#turn} does; false where that is not known at this epoch. */
    boolean turn(int id, double[] out) {
        int index = frame.catalogue().indexOf(id);
        return index >= 0 && frame.turn(index, out);
    }

    /** Writes where a body is drawn, km, ICRF; returns false if there is no data at this epoch. Id 0 is the origin. */
    boolean of(int id, double[] out) {
        return raw(id, out) && scaled(id, out);
    }

    /**
     * Writes where a body would be drawn if it were displaced by an offset, km, ICRF; returns false if there is no
     * data.
     */
    boolean moved(int id, double[] by, double[] out) {
        if (!raw(id, out)) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            out[k] += by[k];
        }
        return scaled(id, out);
    }

    private boolean scaled(int id, double[] out) {
        if (scale == ScaleMode.TRUE || id == NaifIds.SUN) {
            return true;
        }
        int index = frame.catalogue().indexOf(id);
        SkyBody body = index < 0 ? null : frame.catalogue().bodies().get(index);
        about(body == null ? NaifIds.SUN : body.parent(), out);
        return true;
    }

    /** Moves a place to where the scale draws it, given what the body orbits. */
    private void about(int around, double[] out) {
        if (around == NaifIds.SUN || around == 0 || !raw(around, parent)) {
            warp(out);
            return;
        }
        double x = out[0] - parent[0];
        double y = out[1] - parent[1];
        double z = out[2] - parent[2];
        warp(parent);
        out[0] = parent[0] + x * scale.local();
        out[1] = parent[1] + y * scale.local();
        out[2] = parent[2] + z * scale.local();
    }

    /**
     * Writes the last position of a body that no kernel covers now, by its index in the catalogue; returns false if
     * unknown.
     */
    boolean last(int index, double[] out) {
        if (!frame.fading(index)) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            out[k] = frame.lastSeen(index, k);
        }
        int around = frame.catalogue().bodies().get(index).parent();
        if (scale != ScaleMode.TRUE && around != 0) {
            about(around, out);
        }
        return true;
    }

    /** Writes a body's true velocity, km/s, ICRF. */
    boolean velocity(int id, double[] out) {
        if (id == frame.catalogue().origin()) {
            Arrays.fill(out, 0, 3, 0);
            return true;
        }
        int index = frame.catalogue().placeOf(id);
        if (index < 0 || !frame.known(index)) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            out[k] = frame.component(index, 3 + k);
        }
        return true;
    }

    /** The drawn place of a point of a path, given relative to the path's parent; in place, km, ICRF. */
    boolean along(int around, double[] point) {
        // A path asks for the same parent thousands of times.
        if (around != pathParent) {
            pathParent = around;
            pathParentKnown = raw(around, pathPlace);
            if (around != NaifIds.SUN && scale != ScaleMode.TRUE) {
                warp(pathPlace);
            }
        }
        if (!pathParentKnown) {
            return false;
        }
        double larger = around == NaifIds.SUN ? 1 : scale.local();
        for (int k = 0; k < 3; k++) {
            point[k] = pathPlace[k] + point[k] * larger;
        }
        if (around == NaifIds.SUN) {
            warp(point);
        }
        return true;
    }

    private void warp(double[] point) {
        if (scale == ScaleMode.TRUE) {
            return;
        }
        for (int k = 0; k < 3; k++) {
            point[k] -= sun[k];
        }
        scale.apply(point);
        for (int k = 0; k < 3; k++) {
            point[k] += sun[k];
        }
    }

    private boolean raw(int id, double[] out) {
        SkyCatalogue catalogue = frame.catalogue();
        if (id == catalogue.origin()) {
            out[0] = 0;
            out[1] = 0;
            out[2] = 0;
            return true;
        }
        int index = catalogue.placeOf(id);
        if (index < 0 || !frame.known(index)) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            out[k] = frame.component(index, k);
        }
        return true;
    }
}
