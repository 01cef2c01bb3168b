package orrery.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import orrery.binding.KernelRegistry;
import orrery.cli.MovieRenderer;
import orrery.cli.SnapshotRenderer;
import orrery.library.KernelList;
import orrery.math.Constants;
import orrery.service.SkyCatalogue;
import orrery.service.SkyService;
import orrery.spk.Progress;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.film.FilmFiles;
import orrery.ui.film.FilmPath;
import orrery.ui.film.FilmPlan;
import orrery.ui.film.FilmRecord;
import orrery.ui.film.FilmRun;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.LinkFormatException;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;
import orrery.ui.tour.Tour;
import orrery.ui.tour.TourCheck;
import orrery.ui.tour.TourFilm;
import orrery.ui.tour.TourStop;
import orrery.ui.tour.TourTimeline;

/**
 * Draws films without a display.
 *
 * <p>As with {@link Offscreen}: must not be called on the JavaFX thread, and the process can no longer open a display.
 */
public final class OffscreenFilm implements MovieRenderer {
    private static final double PACE = 10 * Constants.DAY;
    private static final double SECONDS = 10;

    /** The dates and length of a film. */
    private record Span(double from, double to, double seconds) {}

    @Override
    public Film write(Request request, Progress progress) throws IOException {
        List<ViewLink> links = links(request.links());
        Optional<Tour> tour = request.tour().isEmpty()
                ? Optional.empty()
                : Optional.of(TourAnswers.tour(request.tour().get().tour()).at(Dates.now()));
        Offscreen.prepare();
        Offscreen.startToolkit();
        try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
            KernelSums known = new KernelSums();
            List<Path> kernels = LinkKernels.of(
                    shown(links, tour), KernelList.of(request.kernels()).all(), known);
            SkyCatalogue catalogue = Offscreen.join(service.open(kernels));
            List<ViewLink.Kernel> sums = known.describe(kernels);
            links.forEach(link -> LinkKernels.check(link, catalogue));
            Theme theme = request.light() ? Theme.LIGHT : Theme.DARK;
            FilmPlan plan = tour.isPresent()
                    ? film(tour.get(), request, SkyStyle.first(theme), catalogue, sums)
                    : path(service, request, links, SkyStyle.first(theme), catalogue);
            FilmFiles files = new FilmFiles(
                    request.out(),
                    request.frames(),
                    switch (request.encoder()) {
                        case AUTO -> FilmFiles.Choice.AUTO;
                        case FFMPEG -> FilmFiles.Choice.FFMPEG;
                        case JCODEC -> FilmFiles.Choice.JCODEC;
                    });
            FilmRecord record = files.write(
                    service,
                    plan,
                    new FilmRun.Options(
                            request.size().width(),
                            request.size().height(),
                            request.look().bare(),
                            WindowSheets.ALL,
                            request.frames()),
                    sums,
                    progress);
            return new Film(files.record(), record.frames().size(), record.encoder());
        }
    }

    private static List<ViewLink> shown(List<ViewLink> links, Optional<Tour> tour) {
        return tour.isEmpty()
                ? links
                : tour.get().stops().stream().map(TourStop::view).toList();
    }

    /** A film of a tour; none if the tour lacks data. */
    private static FilmPlan film(
            Tour tour, Request request, SkyStyle style, SkyCatalogue catalogue, List<ViewLink.Kernel> sums) {
        List<TourCheck.Lack> lacks = TourCheck.of(tour, catalogue, sums);
        if (!lacks.isEmpty()) {
            TourCheck.Lack first = lacks.getFirst();
            throw new SnapshotRenderer.NotHeldException("View " + (first.stop() + 1) + " of the tour: " + first.what()
                    + (lacks.size() > 1 ? " orrery tour check lists " + (lacks.size() - 1) + " more." : ""));
        }
        try {
            return new TourFilm(
                    new TourTimeline(tour, false),
                    style,
                    request.rate(),
                    TourAnswers.language(
                            request.tour().map(TourChoice::language).orElse("")));
        } catch (IllegalArgumentException e) {
            throw new SnapshotRenderer.RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static FilmPlan path(
            SkyService service, Request request, List<ViewLink> links, SkyStyle style, SkyCatalogue catalogue) {
        Span span = span(request.time(), links);
        check(span, catalogue);
        List<ViewLink> views =
                links.isEmpty() ? List.of(first(service, request.look(), style.theme(), span.from)) : links;
        return path(request, dated(views, request.time(), span), style, span);
    }

    private static List<ViewLink> links(List<String> texts) {
        List<ViewLink> links = new ArrayList<>();
        for (String text : texts) {
            try {
                links.add(ViewLink.parse(text));
            } catch (LinkFormatException e) {
                throw new SnapshotRenderer.RefusedException(String.valueOf(e.getMessage()));
            }
        }
        return links;
    }

    private static Span span(Time time, List<ViewLink> links) {
        double from = time.from()
                .orElseGet(
                        () -> links.isEmpty() ? Dates.now() : links.getFirst().et());
        OptionalDouble to = time.to().isEmpty() && time.pace().isEmpty() && links.size() > 1
                ? OptionalDouble.of(links.getLast().et())
                : time.to();
        if (to.isPresent() && time.pace().isPresent()) {
            double seconds = (to.getAsDouble() - from) / time.pace().getAsDouble();
            if (time.seconds().isPresent()) {
                throw new SnapshotRenderer.RefusedException(
                        "--to, --pace and --seconds overdetermine the film. Leave one of them out.");
            }
            if (!(seconds > 0)) {
                throw new SnapshotRenderer.RefusedException("At that pace the film never gets from the first date to"
                        + " the last. Change the sign of --pace, or swap the dates.");
            }
            return new Span(from, to.getAsDouble(), seconds);
        }
        double seconds = time.seconds().orElse(SECONDS);
        return new Span(from, to.orElse(from + time.pace().orElse(PACE) * seconds), seconds);
    }

    private static void check(Span span, SkyCatalogue catalogue) {
        double first = Math.min(span.from, span.to);
        double last = Math.max(span.from, span.to);
        if (first < catalogue.span().start() || last > catalogue.span().end()) {
            EpochFormat format = EpochFormat.days(TimeScale.TDB);
            throw new SnapshotRenderer.NotHeldException("The film would run from " + format.format(first) + " to "
                    + format.format(last) + ", but the kernels cover "
                    + format.format(catalogue.span().start()) + " to "
                    + format.format(catalogue.span().end()) + ". Choose dates within that span.");
        }
    }

    /** The window's view at its first start, with the requested changes. */
    private static ViewLink first(SkyService service, SnapshotRenderer.Look look, Theme theme, double et) {
        return Offscreen.join(Offscreen.onFx(() -> {
            SkyModel model = new SkyModel(service, et, theme);
            model.follow();
            model.clock().jump(et);
            Offscreen.look(model, look, service.compute(et));
            SkyStyle style = model.style().get();
            return new ViewLink(
                    et,
                    model.rig().camera(),
                    style.scale(),
                    style.center(),
                    model.selected().get(),
                    List.of());
        }));
    }

    /** The views with the dates of the film if given, else with their own. */
    private static List<ViewLink> dated(List<ViewLink> views, Time time, Span span) {
        boolean own = views.size() > 1
                && time.from().isEmpty()
                && time.to().isEmpty()
                && time.pace().isEmpty();
        if (own) {
            return views;
        }
        List<ViewLink> all = views.size() > 1 ? views : List.of(views.getFirst(), views.getFirst());
        List<ViewLink> dated = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ViewLink view = all.get(i);
            double et = i == all.size() - 1 ? span.to : span.from + (span.to - span.from) * i / (all.size() - 1);
            dated.add(new ViewLink(et, view.camera(), view.scale(), view.center(), view.selected(), view.kernels()));
        }
        return dated;
    }

    private static FilmPath path(Request request, List<ViewLink> views, SkyStyle style, Span span) {
        try {
            return new FilmPath(views, style, span.seconds, request.rate(), Math.toRadians(request.orbit()));
        } catch (IllegalArgumentException e) {
            throw new SnapshotRenderer.RefusedException("That would be " + e.getMessage() + ".");
        }
    }
}
