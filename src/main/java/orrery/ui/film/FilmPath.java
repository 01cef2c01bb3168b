package orrery.ui.film;

import java.util.List;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/**
 * A film along views: from each to the next in equal times. Between two views the date advances uniformly and the
 * camera flies; the first frame is the first view and the last frame the last.
 *
 * @param views at least one; a film between two dates has two views that differ in their dates
 * @param style how the sky is drawn, except where the views override it
 * @param seconds length of the film
 * @param rate frames per second
 * @param orbit how far the camera turns around what it looks at during the film, radians
 */
public record FilmPath(List<ViewLink> views, SkyStyle style, double seconds, int rate, double orbit)
        implements FilmPlan {
    /** The longest film in frames: more than an hour at thirty per second. */
    public static final int LONGEST = 120_000;

    public FilmPath {
        views = List.copyOf(views);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("a film needs a view");
        }
        if (!(seconds > 0) || rate < 1 || Math.rint(seconds * rate) > LONGEST) {
            throw new IllegalArgumentException("a film of %s s at %d frames per second; it can have 1 to %,d frames"
                    .formatted(seconds, rate, LONGEST));
        }
    }

    @Override
    public int frames() {
        return (int) Math.max(1, Math.rint(seconds * rate));
    }

    @Override
    public FilmMoment at(int frame) {
        double whole = frames() == 1 ? 0 : (double) frame / (frames() - 1);
        double way = whole * (views.size() - 1);
        int leg = (int) Math.clamp(Math.floor(way), 0, Math.max(0, views.size() - 2));
        ViewLink from = views.get(leg);
        ViewLink to = views.get(Math.min(leg + 1, views.size() - 1));
        double fraction = way - leg;
        // The last frame has exactly the last date.
        double et = fraction >= 1 ? to.et() : from.et() + fraction * (to.et() - from.et());
        ViewLink near = fraction < 0.5 ? from : to;
        return new FilmMoment(
                et,
                from.camera(),
                to.camera(),
                fraction,
                whole * orbit,
                style.scale(near.scale()).center(near.center()).selected(near.selected()),
                "");
    }
}
