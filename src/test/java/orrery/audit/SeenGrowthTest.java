package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Claim B3 says what was counted, and no more. */
class SeenGrowthTest {
    @Test
    void whatWasCountedIsNamed() {
        SeenGrowth growth = new SeenGrowth();
        growth.seen("heap");
        growth.seen("threads");
        growth.seen("heap");
        assertThat(growth.words()).isEqualTo("Nothing grew: heap and threads are as before.");
    }

    @Test
    void whatTheSystemDoesNotTellIsNotClaimed() {
        SeenGrowth growth = new SeenGrowth();
        growth.seen("heap");
        growth.unseen("anonymous memory", "Windows 11 has no readable /proc/self/smaps_rollup");
        growth.unseen("threads", "Windows 11 has no readable /proc/self/status");
        growth.unseen("descriptors", "Windows 11 does not count them");
        assertThat(growth.words())
                .isEqualTo("Nothing grew: heap is as before. Not counted here, and so not shown: anonymous memory,"
                        + " threads and descriptors (Windows 11 does not count them; Windows 11 has no readable"
                        + " /proc/self/smaps_rollup; Windows 11 has no readable /proc/self/status).");
    }
}
