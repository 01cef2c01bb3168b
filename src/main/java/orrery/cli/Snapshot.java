package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Renders the window off-screen. Implemented by the window's room, which the command line does not know. */
@FunctionalInterface
public interface Snapshot {

    /**
     * What to render.
     *
     * @param out PNG file to write
     * @param width pixels
     * @param height pixels
     * @param et epoch, TDB seconds past J2000; now if empty
     * @param light the light theme instead of the dark
     * @param kernels kernels to load, of highest precedence last; the shipped one if empty
     * @param tab which panel tab is open: body, audit, telemetry, kernels, or none
     */
    record Request(Path out, int width, int height, OptionalDouble et, boolean light, List<Path> kernels, String tab) {}

    /**
     * Renders and writes the picture.
     *
     * @throws IOException if the file cannot be written
     */
    void write(Request request) throws IOException;
}
