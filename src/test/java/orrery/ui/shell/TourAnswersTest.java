package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.cli.SnapshotRenderer;
import orrery.cli.TourService;
import orrery.testing.SmallSky;
import orrery.ui.tour.ShippedTours;

/** What the command line knows of tours. */
class TourAnswersTest {
    @TempDir
    private Path folder = Path.of("");

    private final TourAnswers office = new TourAnswers();

    @Test
    void theToursThatShipHaveAllTheirDataInTheShippedKernel() throws IOException {
        assertThat(office.shipped("de"))
                .extracting(TourService.ShippedTour::title)
                .containsExactly("Die Planeten", "Wie dieses Programm sich beweist");
        for (String name : ShippedTours.NAMES) {
            assertThat(office.lacks(name, List.of())).as(name).isEmpty();
        }
    }

    @Test
    void viewsAreListedInALanguageAndLacksNameTheView() throws IOException {
        List<TourService.View> views = office.views("planets", "de");
        assertThat(views.getFirst().caption()).startsWith("Das ist unsere Sonne");
        assertThat(views.getFirst().rate()).isEqualTo("8d");
        Path small = SmallSky.write(folder.resolve("small.bsp"));
        List<TourService.Lack> lacks = office.lacks("planets", List.of(small));
        assertThat(lacks).extracting(TourService.Lack::view).contains(1, 3, 15);
        assertThat(lacks.getFirst().what()).contains("nearest date is 2010-01-01");
    }

    @Test
    void textKernelsStandBesideTheShippedKernel() throws IOException {
        Path names = folder.resolve("names.tf");
        Files.writeString(names, "KPL/FK\n\\begindata\nNAIF_BODY_NAME += 'PROBE'\nNAIF_BODY_CODE += -777\n");
        assertThat(office.lacks("planets", List.of(names))).isEmpty();
    }

    @Test
    void whatIsNoTourIsRefusedAndWhatIsNotThereIsSaid() throws IOException {
        Path file = folder.resolve("bad.tour");
        Files.writeString(file, "orrery tour 1\n[view]\nlink: nowhere\n");
        assertThatThrownBy(() -> office.views(file.toString(), ""))
                .isInstanceOf(SnapshotRenderer.RefusedException.class)
                .hasMessageStartingWith("bad.tour, line 3: A link to a view begins with");
        assertThatThrownBy(() -> office.views(folder.resolve("no.tour").toString(), ""))
                .isInstanceOf(SnapshotRenderer.RefusedException.class)
                .hasMessageContaining("there is no such file. Give a tour file");
    }
}
