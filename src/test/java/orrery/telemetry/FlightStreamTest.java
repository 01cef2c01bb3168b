package orrery.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import orrery.testing.Eventually;

class FlightStreamTest {
    /** The recorder reads two clocks one after the other, and the machine may run something else in between. */
    private static final long SLACK = 10_000_000_000L;

    @Test
    void aParkAndAContendedMonitorAreSeenWithTheirThreadAndPlaceAndNoOthers() throws Exception {
        Object monitor = new Object();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Thread watched = Thread.ofPlatform().name("watched").unstarted(() -> {
            LockSupport.park(monitor);
            go.countDown();
            try {
                second.await();
            } catch (InterruptedException e) {
                return;
            }
            synchronized (monitor) {
                LockSupport.unpark(Thread.currentThread());
            }
        });
        Thread unwatched = Thread.ofPlatform().name("unwatched").unstarted(() -> LockSupport.park(monitor));
        BlockWatch watch = Measurements.orSkip(BlockWatch.start(List.of(watched)));
        long from = System.nanoTime();
        watched.start();
        unwatched.start();
        Eventually.equal("what it is parked at", monitor, () -> LockSupport.getBlocker(watched));
        Eventually.equal("what it is parked at", monitor, () -> LockSupport.getBlocker(unwatched));
        Eventually.equal("at rest", Thread.State.WAITING, watched::getState);
        Eventually.equal("at rest", Thread.State.WAITING, unwatched::getState);
        LockSupport.unpark(watched);
        LockSupport.unpark(unwatched);
        go.await();
        synchronized (monitor) {
            second.countDown();
            Eventually.so("blocked by this monitor", () -> isBlockedBy(watched, monitor));
        }
        watched.join();
        unwatched.join();
        long to = System.nanoTime();
        BlockWatch.Blocks blocks = watch.stop();

        assertThat(blocks.beyond()).isZero();
        assertThat(blocks.blocks()).allMatch(block -> block.threadId() == watched.threadId());
        assertThat(blocks.blocks())
                .anyMatch(block -> block.kind() == Block.Kind.PARK
                        && block.on().equals("java.lang.Object")
                        && block.where().contains("FlightStreamTest"));
        assertThat(blocks.blocks())
                .anyMatch(block -> block.kind() == Block.Kind.MONITOR_ENTER
                        && block.on().equals("java.lang.Object")
                        && block.thread().equals("watched"));
        assertThat(blocks.blocks()).allMatch(block -> block.start() > from - SLACK && block.end() < to + SLACK);
    }

    private static boolean isBlockedBy(Thread thread, Object monitor) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId());
        return info.getThreadState() == Thread.State.BLOCKED
                && info.getLockInfo() != null
                && info.getLockInfo().getIdentityHashCode() == System.identityHashCode(monitor);
    }

    @Test
    void aCollectionIsSeenAsAPauseBetweenTheInstantsAroundIt() {
        PauseSampler sampler = new PauseSampler();
        try {
            assertThat(Measurements.orSkip(sampler.available())).isTrue();
            // The recorder begins to record while this runs: collect until it reports a collection.
            long from = System.nanoTime();
            long[] told = new long[2];
            Eventually.so("a pause is told", () -> {
                System.gc();
                PausesSample sample = (PausesSample) sampler.sample(System.nanoTime());
                for (Pause pause : sample.pauses()) {
                    told[pause.kind() == Pause.Kind.GC ? 0 : 1]++;
                    assertThat(pause.nanos()).isNotNegative();
                    assertThat(pause.start()).isGreaterThan(from - SLACK);
                    assertThat(pause.end()).isLessThan(System.nanoTime() + SLACK);
                }
                return told[0] > 0 && told[1] > 0;
            });
        } finally {
            sampler.close();
        }
    }
}
