package orrery.ui.film;

/**
 * The contents of a film: a pure function of the frame number. The same plan gives the same film, however fast it is
 * drawn. Thread-safe.
 */
public interface FilmPlan {
    /** The number of frames, at least one. */
    int frames();

    /** Frames per second. */
    int rate();

    /**
     * The contents of a frame.
     *
     * @param frame from 0
     */
    FilmMoment at(int frame);
}
