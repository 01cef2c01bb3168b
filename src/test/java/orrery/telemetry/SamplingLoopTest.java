package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SamplingLoopTest {
    private final HeapSampler heap = new HeapSampler();

    private static final class Broken implements Sampler {
        boolean closed;

        @Override
        public SamplerKind kind() {
            return SamplerKind.PROCESS;
        }

        @Override
        public Sample sample(long nanos) {
            throw new IllegalStateException("cannot look");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aSamplerThatThrowsIsStoppedAndSaysWhyAndTheOthersGoOn() throws Exception {
        List<Sample> seen = new ArrayList<>();
        AtomicReference<String> reported = new AtomicReference<>("");
        Broken broken = new Broken();
        SamplingLoop[] loop = new SamplingLoop[1];
        loop[0] = new SamplingLoop(sample -> {
            seen.add(sample);
            if (seen.size() == 3) {
                loop[0].stop();
            }
        });
        loop[0].add(broken, 1_000_000, System.nanoTime());
        loop[0].add(heap, 1_000_000, System.nanoTime());
        Thread thread = Thread.ofPlatform()
                .uncaughtExceptionHandler((_, e) -> reported.set(e.getMessage()))
                .start(loop[0]);
        thread.join();
        assertThat(seen).hasSize(3).allMatch(HeapSample.class::isInstance);
        assertThat(reported.get()).isEqualTo("cannot look");
        CostSample.SamplerCost cost = loop[0].costs().getFirst();
        assertThat(cost.failure()).contains("cannot look");
        assertThat(cost.looks()).isZero();
        assertThat(loop[0].costs().get(1).looks()).isEqualTo(3);
        assertThat(loop[0].costs().get(1).times().count()).isEqualTo(3);
        assertThat(broken.closed).isTrue();
    }
}
