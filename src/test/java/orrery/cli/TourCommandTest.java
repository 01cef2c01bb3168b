package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The requests, output and exit status of the commands about tours. */
class TourCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<TourService.Wall> walls = new ArrayList<>();
    private final List<Path> checked = new ArrayList<>();
    private List<TourService.Lack> lacks = List.of();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... words) {
        TourService tours = new TourService() {
            @Override
            public List<ShippedTour> shipped(String language) {
                return List.of(new ShippedTour("planets", "Planets " + language, 15, 283));
            }

            @Override
            public List<View> views(String tour, String language) {
                return List.of(new View(1, "2026-01-01", "Mars " + language, 12.5, "6h", 0, "orrery:view?x"));
            }

            @Override
            public List<Lack> lacks(String tour, List<Path> kernels) {
                checked.addAll(kernels);
                return lacks;
            }

            @Override
            public void wall(Wall wall) {
                walls.add(wall);
            }
        };
        CommandLine line = OrreryCommand.commandLine(
                _ -> {},
                (_, _) -> {
                    throw new AssertionError("no film");
                },
                tours);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    @Test
    void toursAreListedAndPrinted() {
        assertThat(run("tour", "list", "--lang", "de")).isEqualTo(ExitCodes.DONE);
        assertThat(run("tour", "print", "a.tour", "--lang", "de")).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString().lines())
                .containsExactly(
                        "planets    Planets de (15 views, 283 s)",
                        "1. 2026-01-01: 12.5 s at 6h/s, cut",
                        "   Mars de",
                        "   orrery:view?x");
        assertThat(run("tour", "print", "a.tour", "--json")).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("\"stay\" : 12.5");
    }

    @Test
    void aViewThatLacksDataEndsInStatusThree() {
        assertThat(run("tour", "check", "a.tour")).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("a.tour: the kernels have everything for its 1 view.");
        lacks = List.of(new TourService.Lack(3, "Mars", "It is not there. Give it."));
        assertThat(run("tour", "check", "a.tour")).isEqualTo(ExitCodes.KERNEL);
        assertThat(out.toString()).contains("View 3 (Mars): It is not there. Give it.");
        assertThat(run("tour", "check", "a.tour", "--json")).isEqualTo(ExitCodes.KERNEL);
        assertThat(out.toString()).contains("\"view\" : 3");
    }

    @Test
    void textKernelsAreTakenAsByOtherCommands() throws IOException {
        Path text = folder.resolve("some.tpc");
        Files.writeString(text, "KPL/PCK\n\\begindata\nBODY499_RADII = ( 3396 3396 3376 )\n");
        assertThat(run("tour", "check", "planets", "-k", text.toString())).isEqualTo(ExitCodes.DONE);
        assertThat(run("kiosk", "-k", text.toString())).isEqualTo(ExitCodes.DONE);
        assertThat(checked).containsExactly(text);
        assertThat(walls).extracting(TourService.Wall::kernels).containsExactly(List.of(text));
    }

    @Test
    void theWallIsAskedForAsACommandOrAnOption() {
        assertThat(run("--kiosk")).isEqualTo(ExitCodes.DONE);
        assertThat(run("kiosk", "a.tour", "--panels", "--lang", "de", "--light", "--idle", "5"))
                .isEqualTo(ExitCodes.DONE);
        assertThat(walls)
                .containsExactly(
                        new TourService.Wall("planets", List.of(), false, "", false, 60),
                        new TourService.Wall("a.tour", List.of(), true, "de", true, 5));
        assertThat(run("kiosk", "--idle", "0")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("--idle 0.0: give 2 to 3600 seconds.");
        assertThat(OrreryCommand.isCommand("--kiosk")).isTrue();
    }
}
