package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.math.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, prints and checks tours of the sky.",
            "A tour is a file of views, each with a caption, a length of stay and a flight to it. orrery"
                    + " FILE.tour opens one in the window, orrery kiosk FILE.tour shows it on a wall, orrery"
                    + " movie --tour FILE.tour makes a film of it."
        },
        synopsisSubcommandLabel = "(list | print | check)")
final class TourCommand implements Runnable {
    private final TourService tours;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TourCommand(TourService tours) {
        this.tours = tours;
    }

    @Override
    public void run() {
        list("", false);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the included tours.")
    int list(
            @Option(
                            names = "--lang",
                            defaultValue = "",
                            paramLabel = "TAG",
                            description = "Language, such as de (default: the system's).")
                    String language,
            @Option(names = "--json", description = "Print an array.") boolean json) {
        PrintWriter out = out();
        ArrayNode all = Json.array();
        for (TourService.ShippedTour tour : tours.shipped(language)) {
            if (json) {
                all.add(Json.object()
                        .put("name", tour.name())
                        .put("title", tour.title())
                        .put("views", tour.views())
                        .put("seconds", tour.seconds()));
            } else {
                out.println(String.format(
                        Locale.ROOT,
                        "%-10s %s (%s, %.0f s)",
                        tour.name(),
                        tour.title(),
                        Counted.of(tour.views(), "view"),
                        tour.seconds()));
            }
        }
        if (json) {
            out.println(Json.text(all));
        }
        out.flush();
        return ExitCodes.DONE;
    }

    @Command(name = "print", mixinStandardHelpOptions = true, description = "Prints the views of a tour.")
    int print(
            @Parameters(paramLabel = "TOUR", description = "A tour file, or the name of an included tour.") String tour,
            @Option(
                            names = "--lang",
                            defaultValue = "",
                            paramLabel = "TAG",
                            description = "Language, such as de (default: the system's).")
                    String language,
            @Option(names = "--json", description = "Print an array.") boolean json)
            throws IOException {
        PrintWriter out = out();
        ArrayNode all = Json.array();
        for (TourService.View view : tours.views(tour, language)) {
            if (json) {
                ObjectNode node = Json.object();
                all.add(node.put("number", view.number())
                        .put("date", view.date())
                        .put("caption", view.caption())
                        .put("stay", view.stay())
                        .put("rate", view.rate())
                        .put("fly", view.fly())
                        .put("link", view.link()));
            } else {
                out.println(String.format(
                        Locale.ROOT,
                        "%d. %s: %s s at %s/s, %s%n   %s%n   %s",
                        view.number(),
                        view.date(),
                        number(view.stay()),
                        view.rate(),
                        view.fly() == 0 ? "cut" : "flown to in " + number(view.fly()) + " s",
                        view.caption(),
                        view.link()));
            }
        }
        if (json) {
            out.println(Json.text(all));
        }
        out.flush();
        return ExitCodes.DONE;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reports which views of a tour lack data in the kernels, and the cure; exit status 3 if any does.")
    int check(
            @Parameters(paramLabel = "TOUR", description = "A tour file, or the name of an included tour.") String tour,
            @Option(
                            names = {"-k", "--kernel"},
                            paramLabel = "FILE",
                            description =
                                    "SPK, binary PCK, text kernel or meta-kernel; may be given several times, the last"
                                            + " wins (default: the shipped SPK).")
                    List<Path> kernels,
            @Option(names = "--json", description = "Print an array.") boolean json)
            throws IOException {
        PrintWriter out = out();
        List<Path> shown = KernelOptions.shown(kernels == null ? new ArrayList<>() : kernels, spec);
        List<TourService.Lack> lacks = tours.lacks(tour, shown);
        ArrayNode all = Json.array();
        for (TourService.Lack lack : lacks) {
            if (json) {
                all.add(Json.object()
                        .put("view", lack.view())
                        .put("caption", lack.caption())
                        .put("lack", lack.what()));
            } else {
                out.println("View " + lack.view()
                        + (lack.caption().isEmpty() ? "" : " (" + shortened(lack.caption()) + ")") + ": "
                        + lack.what());
            }
        }
        if (json) {
            out.println(Json.text(all));
        } else if (lacks.isEmpty()) {
            out.println(tour + ": the kernels have everything for its "
                    + Counted.of(tours.views(tour, "").size(), "view") + ".");
        }
        out.flush();
        return lacks.isEmpty() ? ExitCodes.DONE : ExitCodes.KERNEL;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String shortened(String caption) {
        return caption.length() > 40 ? caption.substring(0, 40) + "\u2026" : caption;
    }
}
