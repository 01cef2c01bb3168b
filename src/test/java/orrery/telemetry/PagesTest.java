package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    /** Far more than the neighbors that the kernel maps as well (64 KiB) or reads ahead (128 KiB and up). */
    private static final int SIZE = 32 << 20;

    @TempDir
    private Path directory;

    private MappedFile file;

    @BeforeEach
    void aFileIsMapped() throws Exception {
        file = new MappedFile(directory.resolve("mapped.bin"), SIZE);
    }

    @AfterEach
    void theFileIsUnmapped() {
        file.close();
    }

    @Test
    void aTouchedPageLightsUpAndAnEvictedOneGoesDark() {
        file.touchAll();
        PageMap touched = Measurements.orSkip(Pages.look(file.region()));
        assertThat(touched.pages()).isEqualTo(SIZE / touched.pageSize());
        assertThat(touched.cached()).isEqualTo(touched.pages());
        assertThat(touched.mapped()).isEqualTo(touched.pages());

        assertThat(Measurements.orSkip(Pages.look(file.region())).after(touched).fresh())
                .isZero();

        Pages.Eviction eviction = Measurements.orSkip(Pages.evict(file.region()));
        assertThat(eviction.before()).isEqualTo(touched.pages());
        assumeTrue(eviction.dropped() > 0, "this file system keeps its pages (tmpfs does)");
        PageMap dark = Measurements.orSkip(Pages.look(file.region()));
        assertThat(dark.mapped()).isZero();
        assertThat(dark.cached()).isEqualTo(eviction.after());

        int page = dark.pages() / 2;
        assumeTrue(dark.cachedIn(page, page + 1) == 0, "the system kept just this page");
        assertThat(file.touch((long) page * dark.pageSize())).isEqualTo((byte) page);
        PageMap again = Measurements.orSkip(Pages.look(file.region())).after(dark);
        assertThat(again.cachedIn(page, page + 1)).isOne();
        assertThat(again.mappedIn(page, page + 1)).isOne();
        assertThat(again.freshIn(page, page + 1)).isOne();
        assertThat(again.freshIn(page, page + 1)).isEqualTo(1);
        assertThat(again.fresh()).isEqualTo(again.cached() - dark.cached());
        assertThat(again.mapped()).isLessThan(again.pages());
    }

    @Test
    void aLookTouchesNothing() {
        Measurements.orSkip(Pages.evict(file.region()));
        PageMap first = Measurements.orSkip(Pages.look(file.region()));
        PageMap second = Measurements.orSkip(Pages.look(file.region())).after(first);
        assertThat(second.mapped()).isEqualTo(first.mapped());
        assertThat(second.fresh()).isZero();
    }

    @Test
    void aRegionNoLongerMappedIsSaidToBeSo() {
        WatchedRegion region = file.region();
        Measurements.orSkip(Pages.look(region));
        file.close();
        assertThat(Pages.look(region).available()).isFalse();
        assertThat(Pages.look(region).reason()).contains("mapped");
        assertThat(Pages.evict(region).available()).isFalse();
    }

    @Test
    void memoryThatIsNoFileIsNotLookedAt() {
        Measurements.orSkip(Pages.look(file.region()));
        Mappings.Entry heap = Measurements.orSkip(Mappings.list()).stream()
                .filter(entry -> entry.inode() == 0 && entry.permissions().startsWith("rw"))
                .findFirst()
                .orElseThrow();
        WatchedRegion region = new WatchedRegion("heap", heap.start(), heap.end() - heap.start(), List.of());
        assertThat(Pages.look(region).available()).isFalse();
        assertThat(Pages.evict(region).available()).isFalse();
    }
}
