package orrery.audit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Workers that have not ended long after they were told to, and why. A worker that had its turn on a processor and did
 * not leave its query, or waits for something that never comes, hangs; one that the machine gave no turn says nothing
 * about the reader. For use by one thread.
 */
final class Stragglers {
    /** Interval between readings of their processor time. */
    private static final long BETWEEN_MILLIS = 5_000;
    /** A query takes microseconds: a worker that had this much time and is still in one hangs. */
    private static final long A_TURN = 500_000_000L;
    /** How long to wait for workers without a turn, so that they disturb nothing later. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final ThreadMXBean counters = ManagementFactory.getThreadMXBean();
    private final StopSignal stop;
    private final List<Integer> hanging = new ArrayList<>();
    private int starved;

    Stragglers(StopSignal stop) {
        this.stop = stop;
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
     * Waits for the workers and judges those that are late: one that hangs is a fault of its seat.
     *
     * @param millis time within which all should end
     * @return number of workers that were given no turn
     */
    int ended(List<Thread> threads, List<RoundWorker> seats, long millis) {
        try {
            if (join(threads, millis)) {
                return 0;
            }
            judge(threads);
            for (int i : hanging) {
                seats.get(i).fault("worker " + i + " did not end, though it had its turn: it hangs");
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
        List<Integer> alive = alive(threads);
        long[] before = new long[threads.size()];
        alive.forEach(i -> before[i] = cpu(threads.get(i)));
        wait(threads, BETWEEN_MILLIS);
        List<Integer> waiting = new ArrayList<>();
        for (int i : alive(threads)) {
            Thread thread = threads.get(i);
            boolean runnable = thread.getState() == Thread.State.RUNNABLE;
            long had = cpu(thread) - before[i];
            if (!runnable) {
                waiting.add(i);
            } else if (thread.isVirtual() || before[i] < 0 || had >= A_TURN) {
                hanging.add(i);
            } else {
                starved++;
            }
        }
        if (starved == 0) {
            hanging.addAll(waiting);
        } else {
            // The lock they wait for may be held by a worker without a turn.
            starved += waiting.size();
            wait(threads, PATIENCE_MILLIS);
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
