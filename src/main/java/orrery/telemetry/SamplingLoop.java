package orrery.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls each sampler when it is due, on one thread, and measures the cost of each call. A sample more than one interval
 * late is skipped and counted, never made up for. A sampler that throws is stopped and its error recorded; the others
 * continue.
 */
final class SamplingLoop implements Runnable {
    private final List<Slot> slots = new ArrayList<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Consumer<Sample> into;
    private volatile boolean running = true;
    private volatile @Nullable Thread thread;

    SamplingLoop(Consumer<Sample> into) {
        this.into = into;
    }

    /** One sampler with its timetable. The fields that are not volatile belong to the sampling thread. */
    static final class Slot {
        final Sampler sampler;
        final long period;
        final LatencyRecorder times = new LatencyRecorder();
        private long due;
        private long looks;
        private long missed;
        private long last;
        private volatile boolean enabled = true;
        private volatile String failure = "";

        Slot(Sampler sampler, long period, long due) {
            this.sampler = sampler;
            this.period = period;
            this.due = due;
        }

        /** Called on the sampling thread. */
        CostSample.SamplerCost cost() {
            return new CostSample.SamplerCost(
                    sampler.kind(), enabled, period, looks, missed, last, times.snapshot(), failure);
        }
    }

    void add(Sampler sampler, long period, long firstDue) {
        slots.add(new Slot(sampler, period, firstDue));
    }

    /** The samplers' own times; called on the sampling thread. */
    List<CostSample.SamplerCost> costs() {
        return slots.stream().map(Slot::cost).toList();
    }

    /** Switches one sampler on or off. */
    void enable(SamplerKind kind, boolean on) {
        for (Slot slot : slots) {
            if (slot.sampler.kind() == kind) {
                slot.enabled = on;
            }
        }
    }

    /** Runs a task on the sampling thread, soon. */
    void run(Runnable task) {
        tasks.add(task);
        LockSupport.unpark(thread);
    }

    /** Ends the loop after the current sample. */
    void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (running) {
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    FailureReport.guard(task);
                }
                long wait = lookAround();
                if (running && tasks.isEmpty()) {
                    LockSupport.parkNanos(this, wait);
                }
            }
        } finally {
            slots.forEach(slot -> FailureReport.guard(slot.sampler::close));
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                FailureReport.guard(task);
            }
        }
    }

    /** Calls every sampler that is due. @return nanoseconds until the next one is */
    private long lookAround() {
        long next = Long.MAX_VALUE;
        for (Slot slot : slots) {
            long now = System.nanoTime();
            if (now - slot.due >= 0) {
                if (slot.enabled && slot.failure.isEmpty()) {
                    look(slot, now);
                }
                long late = Math.max(0, (now - slot.due) / slot.period);
                if (slot.looks > 1) {
                    slot.missed += slot.enabled ? late : 0;
                }
                slot.due += (late + 1) * slot.period;
            }
            next = Math.min(next, slot.due - System.nanoTime());
        }
        return Math.max(0, next);
    }

    private void look(Slot slot, long now) {
        try {
            Sample sample = slot.sampler.sample(now);
            long took = System.nanoTime() - now;
            slot.last = took;
            slot.looks++;
            slot.times.record(took);
            if (sample != null) {
                into.accept(sample);
            }
        } catch (RuntimeException | LinkageError e) {
            slot.failure = e.toString();
            FailureReport.of(e);
        } catch (Error e) {
            // Memory may be there at the next look.
            FailureReport.of(e);
        }
    }
}
