package orrery.ui.tour;

import java.util.Locale;
import orrery.ui.film.FilmMoment;
import orrery.ui.film.FilmPath;
import orrery.ui.film.FilmPlan;
import orrery.ui.orrery.SkyStyle;

/**
 * A film of a tour: from its first view to the end of its last.
 *
 * @param timeline the tour
 * @param style how the sky is drawn, except where the views override it
 * @param rate frames per second
 * @param language of the captions
 */
public record TourFilm(TourTimeline timeline, SkyStyle style, int rate, Locale language) implements FilmPlan {
    public TourFilm {
        if (rate < 1 || Math.rint(timeline.length() * rate) > FilmPath.LONGEST) {
            throw new IllegalArgumentException(
                    ("The tour lasts %,.0f s: at %d frames per second that is more than the %,d frames that a"
                                    + " film can have.")
                            .formatted(timeline.length(), rate, FilmPath.LONGEST));
        }
    }

    @Override
    public int frames() {
        return (int) Math.max(1, Math.rint(timeline.length() * rate));
    }

    @Override
    public FilmMoment at(int frame) {
        return timeline.at((double) frame / rate, style, language).sky();
    }
}
