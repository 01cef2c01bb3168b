package orrery.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * Bursts: all threads together run the whole plan once, each a share of it, and the answers are compared with the
 * reference. Repeated and timed.
 */
final class Bursts {
    /** No further bursts start after this time, except for this minimum. */
    private static final long LONGEST_NANOS = 20_000_000_000L;

    private static final int FEWEST = 3;

    private final Questions questions;
    private final long[] reference;
    private final Subject.Asker asker;
    private final int threads;
    private final StopSignal stop;
    private final long[] answers;
    private final long[] differing;
    private volatile boolean over;

    Bursts(Questions questions, long[] reference, Subject.Asker asker, int threads, StopSignal stop) {
        this.questions = questions;
        this.reference = reference;
        this.asker = asker;
        this.threads = threads;
        this.stop = stop;
        this.answers = new long[reference.length];
        this.differing = new long[threads];
    }

    /** The answers of the last burst in plan order. */
    long[] answers() {
        return answers;
    }

    /** Number of answers, over all bursts, that differed from the reference. */
    long differing() {
        return Arrays.stream(differing).sum();
    }

    /**
     * Wall times from the common start to the end of the last worker, including the check; ascending.
     *
     * @param most number of bursts; fewer, but at least three, if a burst takes long
     */
    long[] run(int most) {
        CyclicBarrier barrier = new CyclicBarrier(threads + 1);
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int share = t;
            workers.add(Thread.ofPlatform().daemon().name("orrery-burst-" + t).start(() -> work(share, barrier)));
        }
        long[] nanos = new long[most];
        int count = 0;
        try {
            long begun = System.nanoTime();
            while (count < most && (count < FEWEST || System.nanoTime() - begun < LONGEST_NANOS)) {
                barrier.await();
                long start = System.nanoTime();
                barrier.await();
                nanos[count++] = System.nanoTime() - start;
            }
            over = true;
            barrier.await();
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("a worker of a burst died", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AuditCancelledException();
        }
        stop.check();
        long[] ascending = Arrays.copyOf(nanos, count);
        Arrays.sort(ascending);
        return ascending;
    }

    private void work(int share, CyclicBarrier barrier) {
        double[] out = new double[Questions.WIDEST];
        int width = questions.width();
        int from = (int) ((long) questions.size() * share / threads);
        int to = (int) ((long) questions.size() * (share + 1) / threads);
        try {
            for (barrier.await(); !over; barrier.await()) {
                // A stopped burst still meets at its barriers, so that nobody waits for it, but asks nothing more.
                for (int i = from; i < to && !stop.isStopped(); i++) {
                    questions.bits(asker, i, out, answers, i * width);
                }
                if (!Arrays.equals(answers, from * width, to * width, reference, from * width, to * width)) {
                    differing[share]++;
                }
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException _) {
            barrier.reset();
        } catch (RuntimeException | Error e) {
            barrier.reset();
            throw e;
        }
    }
}
