package orrery.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's pages as the program reads them: all present, no broken link, no text lost. */
class GuidePagesTest {
    private static final Path MARKDOWN = Path.of(System.getProperty("orrery.basedir", "."), "src/site/markdown");

    private final GuideLibrary library = new GuideLibrary();

    @Test
    void everyPageOfTheSiteCanBeReachedFromTheContents() throws IOException {
        List<String> reached =
                library.all().stream().map(GuidePage::path).sorted().toList();
        try (Stream<Path> files = Files.walk(MARKDOWN)) {
            assertThat(reached)
                    .containsExactlyElementsOf(files.filter(
                                    file -> file.toString().endsWith(".md"))
                            .map(file -> "markdown/"
                                    + MARKDOWN.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everyLinkOfAPageLeadsToAPageAndAPlaceOnIt() {
        List<String> nowhere = new ArrayList<>();
        int looked = 0;
        for (GuidePage page : library.all()) {
            for (String link : page.links()
                    .filter(each -> GuideLinks.kind(each) == GuideLinks.Kind.PAGE)
                    .toList()) {
                looked++;
                String to = GuideLinks.resolve(page.path(), link);
                int at = to.indexOf('#');
                Optional<GuidePage> found = library.page(at < 0 ? to : to.substring(0, at));
                boolean there = found.isPresent()
                        && (at < 0
                                || found.get().blocks().stream()
                                        .anyMatch(block -> block instanceof GuideBlock.Heading heading
                                                && heading.anchor().equals(to.substring(at + 1))));
                // Pages link to pictures and to a C header too.
                if (!there && GuideLibrary.picture(to).isEmpty()) {
                    nowhere.add(page.path() + ": " + link);
                }
            }
        }
        assertThat(looked).isGreaterThan(50);
        assertThat(nowhere).isEmpty();
    }

    @Test
    void everyPictureOfTheGuideIsInTheJarAndSaysWhatIsToBeSeen() {
        for (GuidePage page : library.all()) {
            for (GuideBlock block : page.blocks()) {
                if (block instanceof GuideBlock.Figure figure) {
                    assertThat(GuideLibrary.picture(figure.resource()))
                            .as(figure.resource())
                            .isPresent();
                    assertThat(figure.words()).as(figure.resource()).hasSizeGreaterThan(20);
                }
            }
        }
    }

    @Test
    void markdownIsReadIntoWhatItSays() {
        GuidePage page = new GuideParser(_ -> Optional.of(new int[] {640, 400})).parse("markdown/guide/a.md", """
                        # What it *is*

                        One line
                        and **another**, `typed`, [led](b.md#c-d).

                        1. first
                        2. second
                           - inner

                        ![A sky](../../resources/images/guide/sky.png)

                        | a | b |
                        |---|---|
                        | 1 | `2` |

                        > by the way

                        ```
                        orrery --help
                        ```

                        ---

                        <!-- nobody sees this -->
                        """);
        assertThat(page.title()).isEqualTo("What it is");
        assertThat(page.blocks())
                .hasExactlyElementsOfTypes(
                        GuideBlock.Heading.class,
                        GuideBlock.Paragraph.class,
                        GuideBlock.Points.class,
                        GuideBlock.Figure.class,
                        GuideBlock.Grid.class,
                        GuideBlock.Aside.class,
                        GuideBlock.Code.class,
                        GuideBlock.Divider.class);
        assertThat(page.blocks().getFirst())
                .isInstanceOfSatisfying(
                        GuideBlock.Heading.class,
                        head -> assertThat(head.anchor()).isEqualTo("what-it-is"));
        assertThat(page.blocks().get(1).texts())
                .containsExactly("One line and ", "another", ", ", "typed", ", ", "led", ".");
        assertThat(page.blocks().get(3))
                .isEqualTo(new GuideBlock.Figure("resources/images/guide/sky.png", "A sky", 640, 400));
        assertThat(page.links()).containsExactly("b.md#c-d");
        assertThat(page.linkedPages()).containsExactly("markdown/guide/b.md");
        assertThat(page.count("INNER")).isEqualTo(1);
        assertThat(page.count("line and")).as("across the end of a line").isEqualTo(1);
        assertThat(page.count("")).isZero();
    }

    @Test
    void whereALinkLeads() {
        assertThat(GuideLinks.resolve("markdown/guide/a.md", "../ledger.md#claims"))
                .isEqualTo("markdown/ledger.md#claims");
        assertThat(GuideLinks.resolve("markdown/guide/a.md", "#here")).isEqualTo("markdown/guide/a.md#here");
        assertThat(GuideLinks.resolve("markdown/a.md", "../../../../etc/passwd"))
                .as("not out of the guide")
                .isEqualTo("etc/passwd");
        assertThat(GuideLinks.kind("orrery:view?km=1")).isEqualTo(GuideLinks.Kind.VIEW);
        assertThat(GuideLinks.kind("HTTPS://naif.jpl.nasa.gov")).isEqualTo(GuideLinks.Kind.WEB);
        assertThat(GuideLinks.kind("b.md")).isEqualTo(GuideLinks.Kind.PAGE);
        assertThat(GuideLinks.anchor("`ledger.json`, schema `orrery-ledger-1`"))
                .isEqualTo("ledgerjson-schema-orrery-ledger-1");
    }
}
