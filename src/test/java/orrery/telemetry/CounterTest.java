package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterTest {
    @Test
    void noUpdateOfTheOneWriterIsLostAndReadersSeeNoFall() throws Exception {
        Counter counter = new Counter();
        long[] last = new long[1];
        Races.against(
                () -> {
                    for (int i = 0; i < 2_000_000; i++) {
                        counter.incrementOpaque();
                    }
                    counter.addOpaque(5);
                },
                () -> {
                    long now = counter.getOpaque();
                    assertThat(now).isGreaterThanOrEqualTo(last[0]);
                    last[0] = now;
                });
        assertThat(last[0]).isEqualTo(2_000_005);
    }

    @Test
    void whoAcquiresACountSeesWhatWasDoneBeforeItWasReleased() throws Exception {
        Counter counter = new Counter();
        long[] done = new long[1];
        Races.against(
                () -> {
                    for (int i = 1; i <= 2_000_000; i++) {
                        done[0] = i;
                        counter.incrementRelease();
                    }
                    counter.addRelease(1);
                },
                () -> {
                    long counted = counter.getAcquire();
                    assertThat(done[0]).isGreaterThanOrEqualTo(Math.min(counted, 2_000_000));
                });
        assertThat(counter.getAcquire()).isEqualTo(2_000_001);
    }
}
