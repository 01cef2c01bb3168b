package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Stands in when the window's rooms are absent: no tour is known. */
final class NoTours implements TourService {
    @Override
    public List<ShippedTour> shipped(String language) {
        return List.of();
    }

    @Override
    public List<View> views(String tour, String language) throws IOException {
        throw unknown(tour);
    }

    @Override
    public List<Lack> lacks(String tour, List<Path> kernels) throws IOException {
        throw unknown(tour);
    }

    @Override
    public void wall(Wall wall) throws IOException {
        throw unknown(wall.tour());
    }

    private static IOException unknown(String tour) {
        return new IOException(tour + ": tours cannot be shown here");
    }
}
