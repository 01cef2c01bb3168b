package orrery.ui.film;

/**
 * What a film shows: a pure function from the number of a frame. The same plan gives the same film, however fast it is
 * drawn. Safe to share among threads.
 */
public interface FilmPlan {
    /** How many frames there are; at least one. */
    int frames();

    /** Frames a second. */
    int rate();

    /**
     * What stands on a frame.
     *
     * @param frame from 0
     */
    FilmMoment at(int frame);
}
