package orrery.audit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Workers that have not ended long after they were told to, and why. A worker that had its turn on a processor and did
 * not leave its query, or waits for something that never comes, hangs; one that the machine gave no turn says nothing
 * about the reader. For use by one thread.
 */
final class Stragglers {
    /** Interval between looks at them. */
    private static final long BETWEEN_MILLIS = 2_500;
    /**
     * So many looks in a row must find that nothing moves. On a machine with more to do, a worker that was given the
     * lock it waited for may itself wait for a processor, and look as if it waited for the lock.
     */
    private static final int STILL = 2;
    /** A query takes microseconds: a worker that had this much time and is still in one hangs. */
    private static final long A_TURN = 500_000_000L;
    /** How long to wait for workers that still move or have no turn, so that they disturb nothing later. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final ThreadMXBean counters = ManagementFactory.getThreadMXBean();
    private final StopSignal stop;
    private final long between;
    private final long patience;
    private final List<Integer> hanging = new ArrayList<>();
    private int starved;

    Stragglers(StopSignal stop) {
        this(stop, BETWEEN_MILLIS, PATIENCE_MILLIS);
    }

    Stragglers(StopSignal stop, long between, long patience) {
        this.stop = stop;
        this.between = between;
        this.patience = patience;
    }

    /** The longest wait: stopping a run must not take long, and a worker ends by itself after its query. */
    static int left(List<Thread> threads, long millis) {
        try {
            join(threads, millis);
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }

    /**
     * Waits for the workers and judges those that are late.
     *
     * @param hangs called with the position of each that hangs, which is then interrupted
     * @param millis time within which all should end
     * @return number of workers that were given no turn
     */
    int ended(List<Thread> threads, IntConsumer hangs, long millis) {
        try {
            if (join(threads, millis)) {
                return 0;
            }
            judge(threads);
            for (int i : hanging) {
                hangs.accept(i);
                threads.get(i).interrupt();
            }
            return starved;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
    }

    private static boolean join(List<Thread> threads, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        boolean all = true;
        for (Thread thread : threads) {
            all &= thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        return all;
    }

    private void judge(List<Thread> threads) throws InterruptedException {
        long[] first = new long[threads.size()];
        alive(threads).forEach(i -> first[i] = cpu(threads.get(i)));
        long[] before = first.clone();
        int left = alive(threads).size();
        int still = 0;
        int sinceAnEnd = 0;
        long deadline = System.nanoTime() + patience * 1_000_000;
        while (true) {
            wait(threads, between);
            List<Integer> alive = alive(threads);
            boolean moved = alive.size() < left;
            sinceAnEnd = moved ? 0 : sinceAnEnd + 1;
            left = alive.size();
            hanging.clear();
            List<Integer> waiting = new ArrayList<>();
            starved = 0;
            for (int i : alive) {
                Thread thread = threads.get(i);
                long now = cpu(thread);
                if (thread.getState() != Thread.State.RUNNABLE) {
                    waiting.add(i);
                    moved |= now > before[i];
                } else if (thread.isVirtual() || first[i] < 0 || now - first[i] >= A_TURN) {
                    hanging.add(i);
                } else {
                    starved++;
                }
                before[i] = now;
            }
            still = moved || starved > 0 ? 0 : still + 1;
            if (alive.isEmpty()) {
                return;
            }
            if (still >= STILL) {
                hanging.addAll(waiting);
                return;
            }
            if (System.nanoTime() > deadline) {
                if (starved == 0 && sinceAnEnd >= STILL) {
                    // They wake again and again, and none ends.
                    hanging.addAll(waiting);
                } else {
                    // The lock they wait for may be held by a worker without a turn.
                    starved += waiting.size();
                }
                return;
            }
        }
    }

    private void wait(List<Thread> threads, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        for (Thread thread : threads) {
            while (thread.isAlive() && System.nanoTime() < deadline) {
                stop.check();
                thread.join(Duration.ofMillis(20));
            }
        }
    }

    private static List<Integer> alive(List<Thread> threads) {
        List<Integer> alive = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).isAlive()) {
                alive.add(i);
            }
        }
        return alive;
    }

    private long cpu(Thread thread) {
        return thread.isVirtual() || !counters.isThreadCpuTimeSupported()
                ? -1
                : counters.getThreadCpuTime(thread.threadId());
    }
}
