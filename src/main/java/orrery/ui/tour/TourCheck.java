package orrery.ui.tour;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import orrery.ephemeris.Bodies;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.CameraFrame;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/**
 * Checks whether the kernels have what a tour shows: its bodies, on its dates, from the files named in its links. Pure
 * functions.
 */
public final class TourCheck {
    /**
     * Something that a view lacks.
     *
     * @param stop index of the view
     * @param what the missing data and the cure, in sentences
     */
    public record Lack(int stop, String what) {}

    private TourCheck() {}

    /**
     * What a tour lacks; empty if nothing.
     *
     * @param open the catalogue's kernels with their SHA-256
     */
    public static List<Lack> of(Tour tour, SkyCatalogue catalogue, List<ViewLink.Kernel> open) {
        List<Lack> found = new ArrayList<>();
        for (int i = 0; i < tour.stops().size(); i++) {
            TourStop stop = tour.stops().get(i);
            for (int body : bodies(stop.view())) {
                lack(stop, body, catalogue).ifPresent(add(found, i));
            }
            for (ViewLink.Kernel kernel : stop.view().kernels()) {
                if (open.stream().noneMatch(one -> one.sha256().equals(kernel.sha256()))) {
                    found.add(new Lack(
                            i,
                            "It was made with " + kernel.name() + " (SHA-256 "
                                    + kernel.sha256().substring(0, 12)
                                    + "...), which is not open. Give that file with -k, or remove the kernel from the"
                                    + " link."));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Consumer<String> add(List<Lack> found, int stop) {
        return what -> found.add(new Lack(stop, what));
    }

    private static Set<Integer> bodies(ViewLink view) {
        Camera camera = view.camera();
        Set<Integer> ids = new LinkedHashSet<>();
        ids.add(camera.focus());
        ids.add(view.selected());
        CameraFrame frame = camera.frame();
        switch (frame.kind()) {
            case ECLIPTIC, EQUATOR -> {}
            case FROM -> ids.add(frame.a());
            case PAIR -> {
                ids.add(frame.a());
                ids.add(frame.b());
            }
        }
        if (view.center() != SkyStyle.NO_CENTER) {
            ids.add(view.center());
        }
        return ids;
    }

    private static Optional<String> lack(TourStop stop, int body, SkyCatalogue catalogue) {
        int index = catalogue.placeOf(body);
        if (body == catalogue.origin()) {
            return Optional.empty();
        }
        if (index < 0) {
            return Optional.of("The kernels do not contain " + Bodies.label(body)
                    + ". Give a kernel that contains it with -k, or change the link.");
        }
        SkyBody held = catalogue.bodies().get(index);
        double from = stop.view().et();
        double to = from + stop.rate() * stop.stay();
        for (double et : new double[] {from, to}) {
            if (!held.covers(et)) {
                return Optional.of(absent(body, held, et, et == from && from != to));
            }
        }
        double first = Math.min(from, to);
        double last = Math.max(from, to);
        return held.coverage().spans().stream().anyMatch(span -> span.start() <= first && last <= span.end())
                ? Optional.empty()
                : Optional.of("There is a gap in the data of " + Bodies.label(body) + " between "
                        + date(first) + " and " + date(last)
                        + ". Give a kernel that fills it with -k, or change the date, rate or stay.");
    }

    private static String absent(int body, SkyBody held, double et, boolean arriving) {
        double nearest = held.coverage().nearest(et);
        return Bodies.label(body) + " is not in the kernels on " + date(et)
                + (arriving ? ", when the view is reached" : "") + "; the nearest date is " + date(nearest)
                + ". Give a kernel that covers this date with -k, or change the date, rate or stay.";
    }

    private static String date(double et) {
        return EpochFormat.minutes(TimeScale.TDB).format(et);
    }
}
