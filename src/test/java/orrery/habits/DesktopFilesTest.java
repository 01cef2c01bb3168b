package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What the packages tell a desktop is consistent and names only files that exist. */
class DesktopFilesTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final Path SHARE = BASE.resolve("src/dist/linux/share");
    private static final String ID = "org.orrery.Orrery";

    private static List<String> found(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void everyTypeThatIsOpenedIsDefinedAndTold() throws IOException {
        List<String> entry = found(SHARE.resolve(ID + ".desktop"), "(?m)^MimeType=(.*)$");
        Set<String> opened = new TreeSet<>(List.of(String.join("", entry).split(";")));
        assertThat(opened.remove("x-scheme-handler/orrery")).isTrue();
        assertThat(new TreeSet<>(found(SHARE.resolve("orrery-mime.xml"), "<mime-type type=\"([^\"]+)\"")))
                .isEqualTo(opened);
        assertThat(new TreeSet<>(found(SHARE.resolve(ID + ".metainfo.xml"), "<mediatype>([^<]+)<")))
                .isEqualTo(opened);
        assertThat(found(BASE.resolve("src/dist/spk.properties"), "(?m)^mime-type=(.*)$"))
                .allSatisfy(type -> assertThat(opened).contains(type));
    }

    @Test
    void screenshotsArePicturesOfTheGuide() throws IOException {
        assertThat(found(SHARE.resolve(ID + ".metainfo.xml"), "<image[^>]*>@SITE@/([^<]+)<"))
                .hasSizeGreaterThan(2)
                .allSatisfy(
                        picture -> assertThat(BASE.resolve("src/site/resources").resolve(picture))
                                .isRegularFile());
    }

    @Test
    void theProgramHasOneName() throws IOException {
        Path flatpak = BASE.resolve("src/dist/flatpak/" + ID + ".yml");
        assertThat(found(flatpak, "(?m)^id: (.*)$")).containsExactly(ID);
        assertThat(found(SHARE.resolve(ID + ".metainfo.xml"), "<id>([^<]+)<")).containsExactly(ID);
        assertThat(found(SHARE.resolve(ID + ".metainfo.xml"), "<launchable[^>]*>([^<]+)<"))
                .containsExactly(ID + ".desktop");
        assertThat(found(SHARE.resolve(ID + ".desktop"), "(?m)^Icon=(.*)$")).containsExactly(ID);
    }

    @Test
    void screenshotsAreAsLargeAsIsSaid() throws IOException {
        Matcher images = Pattern.compile("<image[^>]* width=\"(\\d+)\" height=\"(\\d+)\">@SITE@/([^<]+)<")
                .matcher(Files.readString(SHARE.resolve(ID + ".metainfo.xml")));
        int seen = 0;
        while (images.find()) {
            Path file = BASE.resolve("src/site/resources").resolve(images.group(3));
            BufferedImage picture = ImageIO.read(file.toFile());
            assertThat(List.of(picture.getWidth(), picture.getHeight()))
                    .as(images.group(3))
                    .isEqualTo(List.of(Integer.valueOf(images.group(1)), Integer.valueOf(images.group(2))));
            seen++;
        }
        assertThat(seen).isGreaterThan(2);
    }
}
