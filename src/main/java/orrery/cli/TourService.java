package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the command line needs to know about tours. Implemented in the window's rooms, which the command line does not
 * know. A tour is named by its file, or by the name of an included tour.
 *
 * <p>If a file is not a tour, all methods throw {@link SnapshotRenderer.RefusedException}, whose message gives the line
 * and the error.
 */
public interface TourService {
    /**
     * An included tour.
     *
     * @param views number of views
     * @param seconds its length
     */
    record ShippedTour(String name, String title, int views, double seconds) {}

    /**
     * A view of a tour.
     *
     * @param number from 1
     * @param date on arrival, TDB
     * @param caption in the language asked for
     * @param stay length of the stay, seconds
     * @param rate rate of time, as typed
     * @param fly length of the flight, seconds
     */
    record View(int number, String date, String caption, double stay, String rate, double fly, String link) {}

    /**
     * Something that a view lacks.
     *
     * @param view its number, from 1
     * @param what the missing data, and the cure
     */
    record Lack(int view, String caption, String what) {}

    /**
     * How to show a tour on a wall.
     *
     * @param kernels highest precedence last; the shipped one if empty
     * @param panels whether visitors may use the panels, the time bar and all keys
     * @param language of the captions, a BCP 47 tag; the system's if empty
     * @param light whether to use the light theme
     * @param idle seconds without input after which it flies back to the tour
     */
    record Wall(String tour, List<Path> kernels, boolean panels, String language, boolean light, double idle) {}

    /** The included tours, with titles in a language (a BCP 47 tag; the system's if empty). */
    List<ShippedTour> shipped(String language);

    /**
     * The views of a tour.
     *
     * @param language of the captions, a BCP 47 tag; the system's if empty
     * @throws IOException if the file cannot be read
     */
    List<View> views(String tour, String language) throws IOException;

    /**
     * What the views of a tour lack in the kernels; empty if nothing.
     *
     * @param kernels highest precedence last; the shipped one if empty
     * @throws IOException if a file cannot be read
     */
    List<Lack> lacks(String tour, List<Path> kernels) throws IOException;

    /**
     * Shows a tour full screen, repeating, and returns when it has been ended.
     *
     * @throws IOException if the file cannot be read, or there is no display
     */
    void wall(Wall wall) throws IOException;
}
