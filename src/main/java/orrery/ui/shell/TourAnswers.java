package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.binding.KernelRegistry;
import orrery.cli.SnapshotRenderer;
import orrery.cli.TourService;
import orrery.library.KernelList;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.Pace;
import orrery.time.TimeScale;
import orrery.ui.tour.ShippedTours;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourCheck;
import orrery.ui.tour.TourFormatException;
import orrery.ui.tour.TourStop;
import orrery.ui.tour.TourTimeline;

/** Answers the command line's questions about tours. */
public final class TourAnswers implements TourService {
    /** A tour by name or file, or why it is not one. */
    static Tour tour(String nameOrFile) throws IOException {
        try {
            return ShippedTours.find(nameOrFile);
        } catch (TourFormatException e) {
            throw new SnapshotRenderer.RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** A language by its tag; the system's if empty. */
    static Locale language(String tag) {
        return tag.isEmpty() ? Locale.getDefault(Locale.Category.DISPLAY) : Locale.forLanguageTag(tag);
    }

    @Override
    public List<ShippedTour> shipped(String language) {
        List<ShippedTour> all = new ArrayList<>();
        for (String name : ShippedTours.NAMES) {
            Tour tour = ShippedTours.read(name);
            all.add(new ShippedTour(
                    name,
                    tour.title().in(language(language)),
                    tour.stops().size(),
                    new TourTimeline(tour, false).length()));
        }
        return List.copyOf(all);
    }

    @Override
    public List<View> views(String tour, String language) throws IOException {
        List<View> all = new ArrayList<>();
        EpochFormat format = EpochFormat.minutes(TimeScale.TDB);
        for (TourStop stop : tour(tour).at(Dates.now()).stops()) {
            all.add(new View(
                    all.size() + 1,
                    format.format(stop.view().et()),
                    stop.caption().in(language(language)),
                    stop.stay(),
                    Pace.format(stop.rate()),
                    stop.fly(),
                    stop.view().format()));
        }
        return List.copyOf(all);
    }

    @Override
    public List<Lack> lacks(String tour, List<Path> kernels) throws IOException {
        Tour asked = tour(tour).at(Dates.now());
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            List<Path> files = KernelList.of(KernelList.withPositions(kernels, DefaultPaths.kernels()))
                    .all();
            SkyCatalogue catalogue = Offscreen.join(service.open(files));
            return TourCheck.of(asked, catalogue, new KernelSums().describe(files)).stream()
                    .map(lack -> new Lack(
                            lack.stop() + 1,
                            asked.stops().get(lack.stop()).caption().in(language("")),
                            lack.what()))
                    .toList();
        }
    }

    @Override
    public void wall(Wall wall) throws IOException {
        Tour tour = tour(wall.tour());
        if (Display.lack().isPresent()) {
            throw new SnapshotRenderer.RefusedException(
                    "A wall needs a display, and there is none here. Start it in a session on the screen.");
        }
        WallApp.open(tour, wall);
    }
}
