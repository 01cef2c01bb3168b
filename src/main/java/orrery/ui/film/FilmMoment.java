package orrery.ui.film;

import java.util.List;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.CameraRig;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/**
 * The contents of one frame of a film. The camera is known only together with the bodies at that epoch, because it
 * travels with them.
 *
 * @param et TDB seconds past J2000
 * @param from the view that the camera comes from
 * @param to the view that it goes to
 * @param fraction progress between the views, 0 to 1
 * @param turn added to the camera's longitude, radians
 * @param style how the sky is drawn
 * @param caption its caption; none if empty
 */
public record FilmMoment(
        double et, Camera from, Camera to, double fraction, double turn, SkyStyle style, String caption) {

    /** The camera, given the positions of bodies at that epoch. */
    public Camera camera(CameraRig.Whereabouts sky) {
        Camera camera = CameraRig.between(from, to, fraction, sky);
        return turn == 0 ? camera : camera.turned(turn, 0);
    }

    /** A link to the same view. */
    ViewLink link(Camera camera, List<ViewLink.Kernel> kernels) {
        return new ViewLink(et, camera, style.scale(), style.center(), style.selected(), kernels);
    }
}
