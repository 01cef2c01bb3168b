package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks about tours. Implemented by the window's room, which the command line does not know. A tour is
 * named by its file, or by the name of one that ships.
 *
 * <p>Where a file is no tour, all throw {@link SnapshotRenderer.RefusedException}, which says what is wrong and in which line.
 */
public interface TourDesk {
    /**
     * A tour that ships.
     *
     * @param views how many
     * @param seconds how long it takes
     */
    record Shipped(String name, String title, int views, double seconds) {}

    /**
     * A view of a tour.
     *
     * @param number from 1
     * @param date on arrival, TDB
     * @param caption in the language asked for
     * @param stay seconds
     * @param rate how fast time passes, as it is typed
     * @param fly seconds
     */
    record View(int number, String date, String caption, double stay, String rate, double fly, String link) {}

    /**
     * Something that a view lacks.
     *
     * @param view its number, from 1
     * @param what it lacks, and the cure
     */
    record Lack(int view, String caption, String what) {}

    /**
     * How a tour is shown on a wall.
     *
     * @param kernels of highest precedence last; the shipped one if empty
     * @param panels whether visitors may use the panels, the time bar and every key
     * @param language of the captions, a BCP 47 tag; the system's if empty
     * @param light the light theme instead of the dark
     * @param idle seconds of nobody after which it flies home
     */
    record Wall(String tour, List<Path> kernels, boolean panels, String language, boolean light, double idle) {}

    /** The tours that ship, with titles in a language (a BCP 47 tag; the system's if empty). */
    List<Shipped> shipped(String language);

    /**
     * The views of a tour.
     *
     * @param language of the captions, a BCP 47 tag; the system's if empty
     * @throws IOException if the file cannot be read
     */
    List<View> views(String tour, String language) throws IOException;

    /**
     * What the views of a tour lack in the kernels; nothing if all is there.
     *
     * @param kernels of highest precedence last; the shipped one if empty
     * @throws IOException if a file cannot be read
     */
    List<Lack> lacks(String tour, List<Path> kernels) throws IOException;

    /**
     * Shows a tour full screen, round and round, and returns when it has been ended.
     *
     * @throws IOException if the file cannot be read, or there is no display
     */
    void wall(Wall wall) throws IOException;
}
