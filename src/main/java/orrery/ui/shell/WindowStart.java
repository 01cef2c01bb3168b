package orrery.ui.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import orrery.cli.SnapshotRenderer;
import orrery.library.PathText;
import orrery.ui.kernels.FileSorting;
import orrery.ui.orrery.ViewLink;
import orrery.ui.tour.TourFile;

/** Starting the program without a command: opens the window or, without a display, draws its picture. */
public final class WindowStart {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    private WindowStart() {}

    /**
     * Opens the window and returns when it is closed; without a display draws a picture and prints its path; if not
     * even that is possible, prints what is missing.
     *
     * @param arguments kernels and meta-kernels to open instead of the shipped one, in loading order, and
     *     {@code orrery:} links
     * @throws IOException if the picture cannot be written
     * @throws SnapshotRenderer.NotStartedException if the process lacks what a window needs
     */
    public static void run(PrintStream out, List<String> arguments) throws IOException {
        Optional<Display.Lack> none = Display.drawingLack();
        if (none.isPresent()) {
            out.println(Fxml.WORDS.get(none.get().key(), none.get().arguments().toArray()));
            return;
        }
        Optional<Display.Lack> lack = Display.lack();
        if (lack.isEmpty()) {
            StartNeeds.check();
            OrreryApp.open(arguments);
            return;
        }
        Path picture =
                DefaultPaths.pictures().resolve("orrery.png").toAbsolutePath().normalize();
        new Offscreen()
                .write(new SnapshotRenderer.Request(
                        picture,
                        WIDTH,
                        HEIGHT,
                        OptionalDouble.empty(),
                        false,
                        pictured(arguments, out),
                        SnapshotRenderer.Tab.NONE,
                        "J2000",
                        SnapshotRenderer.Look.of(
                                arguments.stream().filter(ViewLink::isLink).findFirst())));
        List<Object> details = new ArrayList<>(lack.get().arguments());
        details.add(picture);
        out.println(Fxml.WORDS.get(lack.get().key(), details.toArray()));
    }

    /** The kernels for a picture; reports the other arguments, and what to do with them. */
    private static List<Path> pictured(List<String> arguments, PrintStream out) {
        FileSorting named = sorted(arguments);
        named.refused().forEach(out::println);
        if (!named.trajectories().isEmpty()) {
            Path first = named.trajectories().getFirst();
            out.println(Fxml.WORDS.get("start.import", first.getFileName(), first));
        }
        return named.kernels();
    }

    /** The files among the arguments, without those whose names are not valid in this run. */
    static List<Path> kernels(List<String> arguments) {
        return arguments.stream()
                .filter(text -> !ViewLink.isLink(text) && !TourFile.isTour(text))
                .flatMap(text -> PathText.parse(text).stream())
                .toList();
    }

    /** The files among the arguments, separated into kernels and importable files; reads them. */
    static FileSorting sorted(List<String> arguments) {
        return FileSorting.of(kernels(arguments));
    }

    /** The first tour file among the arguments. */
    static Optional<Path> tour(List<String> arguments) {
        return arguments.stream()
                .filter(text -> !ViewLink.isLink(text) && TourFile.isTour(text))
                .flatMap(text -> PathText.parse(text).stream())
                .findFirst();
    }

    /** Why some of the requested files have names that are not valid in this run, as sentences; empty if none. */
    static String refusals(List<String> arguments) {
        return arguments.stream()
                .filter(text -> !ViewLink.isLink(text) && PathText.parse(text).isEmpty())
                .map(PathText::refusal)
                .collect(Collectors.joining(" "));
    }
}
