package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import orrery.ephemeris.Site;

/** Renders the window off-screen. Implemented in the window's rooms, which the command line does not know. */
@FunctionalInterface
public interface SnapshotRenderer {
    /** The viewpoint. */
    enum View {
        TOP,
        SIDE,
        ISOMETRIC,
        /** The Earth, at the body followed. */
        EARTH
    }

    /** How distances are drawn. */
    enum Scale {
        TRUE,
        LOG,
        SCHEMATIC
    }

    /** Which tab of the panel is open. */
    enum Tab {
        BODY,
        AUDIT,
        TELEMETRY,
        KERNELS,
        TABLE,
        TOURS,
        /** The panel is closed. */
        NONE
    }

    /**
     * What to render.
     *
     * @param out PNG file to write
     * @param width pixels
     * @param height pixels
     * @param et epoch, TDB seconds past J2000; now if empty
     * @param light whether to use the light theme
     * @param kernels kernels to load, highest precedence last; the shipped one if empty
     * @param tab which tab of the panel is open
     * @param frame reference frame of the position in the Body tab
     * @param look the view
     */
    record Request(
            Path out,
            int width,
            int height,
            OptionalDouble et,
            boolean light,
            List<Path> kernels,
            Tab tab,
            String frame,
            Look look) {}

    /**
     * The view; empty values stay as at the first start.
     *
     * @param view from where
     * @param scale of distances
     * @param follow NAIF id of the followed body
     * @param center NAIF id of the body in the middle, with all paths relative to it
     * @param distance distance from the target, km
     * @param from NAIF id of the body to stand on; the view is toward the followed body, else the Sun
     * @param field field of view from there, degrees
     * @param ground a place on that body, whatever body that is
     * @param link an {@code orrery:} link to start from
     * @param bare whether to draw only the sky, without the rest of the window
     */
    record Look(
            Optional<View> view,
            Optional<Scale> scale,
            OptionalInt follow,
            OptionalInt center,
            OptionalDouble distance,
            OptionalInt from,
            OptionalDouble field,
            Optional<Site> ground,
            Optional<String> link,
            boolean bare) {
        /** The view of the first start. */
        public static final Look FIRST = of(Optional.empty());

        /** The view of a link, or of the first start. */
        public static Look of(Optional<String> link) {
            return new Look(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    link,
                    false);
        }
    }

    /** The request cannot be drawn; the message says why, and what can be drawn. */
    final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message) {
            super(message);
        }
    }

    /**
     * The machine, or the limits of this process, do not allow drawing; the message says what is missing and the cure.
     */
    final class NotStartedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotStartedException(String message) {
            super(message);
        }
    }

    /** The kernels lack data for the request, or are not those it was made with; the message gives the cure. */
    final class NotHeldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotHeldException(String message) {
            super(message);
        }
    }

    /**
     * Renders and writes the picture.
     *
     * @throws RefusedException if the request makes no sense
     * @throws NotHeldException if the kernels lack data for it
     * @throws IOException if the file cannot be written
     */
    void write(Request request) throws IOException;
}
