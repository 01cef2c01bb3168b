package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.spk.Progress;

/** A file from the user is recognized by its content. */
class RecognitionTest {
    @TempDir
    private Path folder = Path.of("");

    private Recognition told(String name, String text) throws IOException {
        return Recognition.of(Files.writeString(folder.resolve(name), text));
    }

    private String refused(String name, String text) throws IOException {
        return told(name, text) instanceof Recognition.Refused no ? no.sentence() : "not refused";
    }

    @Test
    void kernelsOfEveryKindAreToBeOpened() throws IOException {
        assertThat(told("a.txt", "DAF/SPK and then nothing")).isInstanceOf(Recognition.Kernel.class);
        assertThat(told("b.txt", "KPL/FK\n\\begindata\n")).isInstanceOf(Recognition.Kernel.class);
        assertThat(told("c.txt", "DAF/CK ")).isInstanceOf(Recognition.Kernel.class);
        assertThat(Recognition.of(folder.resolve("gone.bsp"))).isInstanceOf(Recognition.Kernel.class);
        assertThat(told("broken.bsp", "nothing that is known"))
                .as("what is called a kernel is told what is wrong with it by opening it")
                .isInstanceOf(Recognition.Kernel.class);
    }

    @Test
    void trajectoriesAreToBeImportedWhateverTheirName() throws IOException {
        assertThat(told("a.bsp", "CCSDS_OEM_VERS = 2.0\n")).isEqualTo(new Recognition.Trajectory(ImportFormat.OEM_KVN));
        assertThat(told("b.dat", "et,x,y,z\n0,1,2,3\n")).isEqualTo(new Recognition.Trajectory(ImportFormat.CSV));
    }

    @Test
    void thereIsASoundTextInEveryFormat() throws IOException {
        List<ImportFormat> found = new ArrayList<>();
        for (TradedText text : TradedText.values()) {
            if (told(text + ".txt", text.text) instanceof Recognition.Trajectory trajectory) {
                found.add(trajectory.format());
            }
        }
        assertThat(found).hasSameSizeAs(TradedText.values()).contains(ImportFormat.values());
    }

    @Test
    void fieldsOfTablesMayStandInQuotationMarks() throws IOException {
        told(
                "plain.csv",
                "utc,x,y,z,target,center\n2000-01-01T12:00:00,1,2,3,-77,399\n2000-01-01T13:00:00,2,2,3,-77,399\n");
        told(
                "quoted.csv",
                "\"utc\",\"x\",\"y\",\"z\",\"target\",\"center\",\"a, \"\"b\"\"\"\n"
                        + "\"2000-01-01T12:00:00\",\"1\", \"2\" ,3,\"-77\",\"399\",\"c,d\"\n"
                        + "\"2000-01-01T13:00:00\",\"2\",\"2\",\"3\",\"-77\",\"399\",\"\"\"\"\n");
        try (Import plain = Import.of(List.of(folder.resolve("plain.csv")), ImportOptions.NONE, Progress.NONE);
                Import quoted = Import.of(List.of(folder.resolve("quoted.csv")), ImportOptions.NONE, Progress.NONE)) {
            assertThat(quoted.sources().getFirst().understood())
                    .isEqualTo(plain.sources().getFirst().understood());
            assertThat(quoted.sources().getFirst().ignored()).containsExactly("the column a, \"b\"");
        }
    }

    /** Editors put it before UTF-8. */
    @Test
    void aByteOrderMarkChangesNothing() throws IOException {
        for (TradedText text : TradedText.values()) {
            Recognition without = told(text + ".txt", text.text);
            assertThat(told(text + ".txt", "\ufeff" + text.text))
                    .as(text.name())
                    .isEqualTo(without);
            if (without instanceof Recognition.Trajectory trajectory
                    && !trajectory.format().isOrbits()) {
                Import.of(List.of(folder.resolve(text + ".txt")), ImportOptions.NONE, Progress.NONE)
                        .close();
            }
        }
    }

    @Test
    void anythingElseGetsASentenceWithTheCure() throws IOException {
        assertThat(refused("notes.txt", "Nothing that is known.\n"))
                .startsWith("notes.txt: it is neither a kernel nor")
                .endsWith(".");
        assertThat(refused("empty.txt", ""))
                .isEqualTo("empty.txt: it is empty; see whether it was fetched" + " completely.");
        assertThat(refused("page.html", "<html><body>gone</body></html>")).contains("it is a web page;");
        assertThat(refused("a.aem", "CCSDS_AEM_VERS = 1.0\n")).contains("attitudes; ask for an OEM.");
        assertThat(Recognition.of(folder)).isInstanceOf(Recognition.Refused.class);
    }
}
