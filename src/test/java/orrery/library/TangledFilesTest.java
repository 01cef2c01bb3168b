package orrery.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.DamagedSegmentException;
import orrery.spk.Problem;
import orrery.spk.Progress;
import orrery.testing.Concurrent;
import orrery.testing.TangledKernels;

/** Small files that once took minutes or gigabytes: the cost does not grow with the square of their content. */
@Concurrent
class TangledFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private final KernelRegistry registry = new KernelRegistry();

    private KernelContents contents(Path file) {
        try (KernelHandle kernel = registry.open(file)) {
            return KernelContents.of(kernel);
        }
    }

    private static long letters(KernelContents contents) {
        return contents.problems().stream().mapToLong(p -> p.text().length()).sum();
    }

    @Test
    void aCircleOfTwentyThousandCentersIsToldInAFewSentences() throws IOException {
        KernelContents circle = contents(TangledKernels.circle(folder.resolve("circle.bsp"), 20_000));
        assertThat(circle.problems()).hasSize(6);
        assertThat(circle.problems().getFirst().toString())
                .isEqualTo("segment 0: set aside: at et 0.0 it is part of a circle of 20000 centers, 1000001 -> 1000002"
                        + " -> 1000003 -> 1000004 -> ... -> 1000001, in circle.bsp. Fetch the file again.");
        assertThat(circle.problems().getLast().toString())
                .isEqualTo("19995 more segments have the same problem as segment 0.");
        assertThat(letters(circle)).isLessThan(2_000);
        assertThat(circle.segments())
                .hasSize(20_000)
                .allSatisfy(row -> assertThat(row.trouble()).contains("circle of 20000 centers"))
                .noneMatch(SegmentRow::usable);
    }

    @Test
    void aHundredThousandUnsoundSegmentsAreCountedAndEachHasItsOwnReason() throws IOException {
        KernelContents cut = contents(TangledKernels.unsound(folder.resolve("cut.bsp"), 100_000));
        assertThat(cut.problems()).hasSize(6);
        assertThat(cut.problems().getLast())
                .isEqualTo(new Problem(Problem.FILE, "99995 more segments have the same problem as segment 1."));
        assertThat(letters(cut)).isLessThan(2_000);
        assertThat(cut.segments().getFirst().trouble()).isEmpty();
        assertThat(cut.segments().getLast().trouble()).contains("it was cut short");
        Appraisal appraisal = Appraisal.of(folder.resolve("cut.bsp"), registry);
        assertThat(appraisal.condition()).isEqualTo(KernelCondition.TRUNCATED);
        assertThat(appraisal.reason()).startsWith("100000 of 100001 segments are set aside.");
    }

    @Test
    void aChainOfCentersIsFollowedAHundredStepsAndThenRefused() throws IOException {
        try (KernelHandle kernel = registry.open(TangledKernels.chain(folder.resolve("chain.bsp"), 5_000));
                KernelPool pool = KernelPool.of(kernel)) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            double[] out = new double[6];
            ephemeris.state(1_000_000 + 5_000, 0, 1, out);
            double once = out[0];
            ephemeris.state(1_000_000 + 4_901, 0, 1, out);
            assertThat(out[0]).isCloseTo(100 * once, offset(1e-2));
            assertThatThrownBy(() -> ephemeris.state(1_000_000 + 4_900, 0, 1, out))
                    .isInstanceOf(DamagedSegmentException.class)
                    .hasMessageContaining("at the end of a chain of more than 100 centers");
            assertThat(pool.problems()).hasSize(6);
        }
    }

    @Test
    void moreSegmentsThanAreReadAreRefusedWithTheirLimit() throws IOException {
        Appraisal most = Appraisal.of(TangledKernels.unsound(folder.resolve("most.bsp"), 249_999), registry);
        assertThat(most.contents().orElseThrow().segments()).hasSize(250_000);
        Appraisal more = Appraisal.of(TangledKernels.sound(folder.resolve("more.bsp"), 250_001), registry);
        assertThat(more.contents()).isEmpty();
        assertThat(more.reason())
                .isEqualTo("more.bsp has more than 250000 segments, which is as many as are read of one kernel."
                        + " Split it into several.");
    }

    @Test
    void commentsAreReadInPagesOfWholeLinesAndSearched() throws IOException {
        Path file = TangledKernels.commented(folder.resolve("words.bsp"), 1_000_000);
        try (KernelHandle kernel = registry.open(file)) {
            String all = kernel.comment();
            assertThat(all).hasSize(999_999);
            StringBuilder pages = new StringBuilder();
            CommentPages.Page page = CommentPages.page(kernel, 0);
            assertThat(page.pages()).isEqualTo(50);
            while (page.number() + 1 < page.pages()) {
                assertThat(page.text()).endsWith("\n").hasSizeBetween(19_000, 21_000);
                pages.append(page.text());
                page = CommentPages.page(kernel, page.number() + 1);
            }
            assertThat(pages + page.text()).isEqualTo(all);
            StringWriter read = new StringWriter();
            new CommentReader(kernel).transferTo(read);
            assertThat(read.toString()).isEqualTo(all);

            String line = all.substring(700_001, 700_040);
            long count = all.split(Pattern.quote(line), -1).length - 1L;
            CommentPages.Match match = CommentPages.find(kernel, line.toUpperCase(Locale.ROOT), 30, 5, Progress.NONE)
                    .orElseThrow();
            assertThat(match.page().text().substring(match.at())).startsWith(line);
            assertThat(match.count()).isEqualTo(count);
            assertThat(CommentPages.find(kernel, "no such words", 0, 0, Progress.NONE))
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void aCommentAreaThatIsAHoleOfTwoGigabytesIsEmpty() throws IOException {
        Path file = TangledKernels.hollow(folder.resolve("hollow.bsp"), 2_000_000);
        try (KernelHandle kernel = registry.open(file)) {
            assertThat(kernel.file().comments().capacity()).isEqualTo(2_000_000_000L);
            assertThat(kernel.comment()).isEmpty();
            assertThat(CommentPages.page(kernel, 0)).isEqualTo(new CommentPages.Page(0, 0, ""));
        }
        assertThat(Appraisal.of(file, registry).condition()).isEqualTo(KernelCondition.SOUND);
    }
}
