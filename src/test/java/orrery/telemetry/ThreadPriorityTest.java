package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ThreadPriorityTest {
    private static Measured<Integer> on(Thread.Builder builder) throws InterruptedException {
        List<Measured<Integer>> told = new CopyOnWriteArrayList<>();
        builder.start(() -> told.add(ThreadPriority.lowerOwn())).join();
        return told.getFirst();
    }

    @Test
    void aThreadLowersItselfAndNoOther() throws Exception {
        int here = Told.orSkip(ThreadPriority.nice());
        assertThat(Told.orSkip(on(Thread.ofPlatform()))).isEqualTo(ThreadPriority.LOWEST);
        assertThat(Told.orSkip(ThreadPriority.nice())).isEqualTo(here);
    }

    @Test
    void aVirtualThreadHasNoPriorityOfItsOwn() throws Exception {
        assertThat(on(Thread.ofVirtual()).reason()).contains("carrier");
    }
}
