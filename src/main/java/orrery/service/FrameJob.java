package orrery.service;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;
import orrery.telemetry.WorkerRecorder;

/**
 * One frame being computed. Workers take bodies one by one until none is left; whoever finishes the last has the frame.
 *
 * <p>Thread-safe. Each body's six numbers are written by one worker; the counter that tells the last hands them on.
 */
final class FrameJob {
    private final SkyCatalogue catalogue;
    private final Ephemeris ephemeris;
    private final double et;
    private final long sequence;
    private final long begin = System.nanoTime();
    private final double[] states;
    private final Map<Integer, String> troubles = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;

    FrameJob(SkyCatalogue catalogue, Ephemeris ephemeris, double et, long sequence) {
        this.catalogue = catalogue;
        this.ephemeris = ephemeris;
        this.et = et;
        this.sequence = sequence;
        this.states = new double[catalogue.size() * 6];
        this.left = new AtomicInteger(catalogue.size());
    }

    SkyCatalogue catalogue() {
        return catalogue;
    }

    /** Whether bodies are left to take. */
    boolean open() {
        return next.get() < catalogue.size();
    }

    /**
     * Takes bodies until none is left.
     *
     * @param out six doubles of the calling thread
     * @return true to exactly one caller: the one that did the last body
     */
    boolean work(double[] out, WorkerRecorder recorder) {
        boolean last = false;
        int body = next.getAndIncrement();
        while (body < catalogue.size()) {
            compute(body, out, recorder);
            last = left.decrementAndGet() == 0;
            body = next.getAndIncrement();
        }
        return last;
    }

    private void compute(int index, double[] out, WorkerRecorder recorder) {
        SkyBody body = catalogue.bodies().get(index);
        int at = index * 6;
        if (!body.covers(et)) {
            Arrays.fill(states, at, at + 6, Double.NaN);
            return;
        }
        long start = recorder.begin();
        try {
            ephemeris.state(body.id(), catalogue.origin(), et, out);
            recorder.end(start);
            System.arraycopy(out, 0, states, at, 6);
        } catch (KernelException e) {
            recorder.fail(start);
            Arrays.fill(states, at, at + 6, Double.NaN);
            troubles.put(body.id(), String.valueOf(e.getMessage()));
        }
    }

    SkyFrame frame() {
        return new SkyFrame(catalogue, et, sequence, states, troubles, System.nanoTime() - begin);
    }
}
