package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ThreadPriorityTest {
    private static Measurement<Integer> on(Thread.Builder builder) throws InterruptedException {
        List<Measurement<Integer>> told = new CopyOnWriteArrayList<>();
        builder.start(() -> told.add(ThreadPriority.lowerOwn())).join();
        return told.getFirst();
    }

    @Test
    void aThreadLowersItselfAndNoOther() throws Exception {
        int here = Measurements.orSkip(ThreadPriority.nice());
        assertThat(Measurements.orSkip(on(Thread.ofPlatform()))).isEqualTo(ThreadPriority.LOWEST);
        assertThat(Measurements.orSkip(ThreadPriority.nice())).isEqualTo(here);
    }

    @Test
    void aVirtualThreadHasNoPriorityOfItsOwn() throws Exception {
        assertThat(on(Thread.ofVirtual()).reason()).contains("carrier");
    }
}
