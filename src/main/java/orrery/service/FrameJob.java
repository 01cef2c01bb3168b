package orrery.service;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import orrery.binding.KernelPool;
import orrery.ephemeris.Ephemeris;
import orrery.spk.KernelException;
import orrery.telemetry.FailureReport;
import orrery.telemetry.WorkerRecorder;

/**
 * One frame being computed. Workers take bodies until none is left; the one that finishes the last body gets the frame.
 *
 * <p>Thread-safe. Each body's six numbers are written by one worker; the counter that identifies the last one publishes
 * them.
 */
final class FrameJob {
    /** Bodies taken at a time: the planets and their moons in one batch. */
    private static final int SHARE = 32;

    private final SkyCatalogue catalogue;
    private final FrameStates bodies;
    private final KernelPool pool;
    private final Ephemeris ephemeris;
    private final double et;
    private final long sequence;
    private final long begin = System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;

    /**
     * @param axes the orientations of the catalogue's bodies
     * @param pool the pool from which the catalogue was read; the frame belongs to this catalogue only if the pool is
     * still current when the last body is done
     */
    FrameJob(SkyCatalogue catalogue, SkyAxes axes, KernelPool pool, Ephemeris ephemeris, double et, long sequence) {
        this.catalogue = catalogue;
        this.bodies = new FrameStates(catalogue, axes, et);
        this.pool = pool;
        this.ephemeris = ephemeris;
        this.et = et;
        this.sequence = sequence;
        this.left = new AtomicInteger(catalogue.size());
    }

    KernelPool pool() {
        return pool;
    }

    double et() {
        return et;
    }

    /** Whether any bodies are left to take. */
    boolean open() {
        return next.get() < catalogue.size();
    }

    /**
     * Takes bodies until none is left, several at a time: bodies queried together share the hops of their chains.
     *
     * @return true for exactly one caller: the one that completed the last body
     */
    boolean work(WorkerRecorder recorder) {
        boolean last = false;
        int from = next.getAndAdd(SHARE);
        while (from < catalogue.size()) {
            int until = Math.min(from + SHARE, catalogue.size());
            try {
                compute(from, until, recorder);
            } catch (RuntimeException | Error e) {
                // As for lack of memory: bodies not computed have no state in this frame, and it ends anyway.
                FailureReport.of(e);
            }
            last = left.addAndGet(from - until) == 0;
            from = next.getAndAdd(SHARE);
        }
        return last;
    }

    private void compute(int from, int until, WorkerRecorder recorder) {
        Arrays.fill(bodies.states, from * 6, until * 6, Double.NaN);
        double[] scratch = SkyAxes.scratch();
        for (int i = from; i < until; i++) {
            bodies.turn(i, scratch);
        }
        for (int i = from; i < until; i++) {
            SkyBody body = catalogue.bodies().get(i);
            if (!body.covers(et) && body.presence(et) > 0) {
                last(body, i * 3);
            }
        }
        for (int i = from; i < until; i++) {
            if (!joined(i) && catalogue.bodies().get(i).covers(et)) {
                apart(i, recorder);
            }
        }
        int[] covered = IntStream.range(from, until)
                .filter(i -> joined(i) && catalogue.bodies().get(i).covers(et))
                .toArray();
        if (covered.length == 0) {
            return;
        }
        int[] ids =
                IntStream.of(covered).map(i -> catalogue.bodies().get(i).id()).toArray();
        double[] out = new double[covered.length * 6];
        long start = recorder.begin();
        try {
            ephemeris.states(ids, catalogue.origin(), et, out);
            recorder.endBatch(start, covered.length);
            for (int i = 0; i < covered.length; i++) {
                System.arraycopy(out, i * 6, bodies.states, covered[i] * 6, 6);
            }
        } catch (KernelException e) {
            // One body spoils the batch; queried one by one, each reports its own problem.
            recorder.fail(start);
            for (int i : covered) {
                compute(i, out, recorder);
            }
        }
    }

    /** Whether a body's chain reaches the sky's origin. */
    private boolean joined(int index) {
        return catalogue.bodies().get(index).root() == catalogue.origin();
    }

    /** A body that no kernel connects to the sky's origin: placed relative to the stand-in for its root. */
    private void apart(int index, WorkerRecorder recorder) {
        SkyBody body = catalogue.bodies().get(index);
        double[] own = new double[6];
        double[] root = new double[6];
        long start = recorder.begin();
        try {
            ephemeris.state(body.id(), body.root(), et, own);
            place(body.root(), root);
            recorder.endBatch(start, 2);
            for (int k = 0; k < 6; k++) {
                bodies.states[index * 6 + k] = own[k] + root[k];
            }
        } catch (KernelException e) {
            recorder.fail(start);
            bodies.troubles.put(body.id(), String.valueOf(e.getMessage()));
        }
    }

    /** The state of a point in the sky, by its stand-in if it has no data itself. */
    private void place(int id, double[] out) {
        int standIn = SkyBody.standIn(id);
        boolean stands = id != catalogue.origin() && catalogue.indexOf(id) < 0 && catalogue.indexOf(standIn) >= 0;
        ephemeris.state(stands ? standIn : id, catalogue.origin(), et, out);
    }

    private void compute(int index, double[] out, WorkerRecorder recorder) {
        int body = catalogue.bodies().get(index).id();
        long start = recorder.begin();
        try {
            ephemeris.state(body, catalogue.origin(), et, out);
            recorder.end(start);
            System.arraycopy(out, 0, bodies.states, index * 6, 6);
        } catch (KernelException e) {
            recorder.fail(start);
            bodies.troubles.put(body, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Where a body was when the kernels last covered it, or will be first: relative to its parent, wherever that is
     * now.
     */
    private void last(SkyBody body, int at) {
        double[] own = new double[6];
        double[] parent = new double[6];
        try {
            ephemeris.state(body.id(), body.parent(), body.coverage().nearest(et), own);
            place(body.parent(), parent);
            for (int k = 0; k < 3; k++) {
                bodies.lastSeen[at + k] = own[k] + parent[k];
            }
        } catch (KernelException e) {
            // Its parent has no data either, so there is no place to draw it.
            bodies.lastSeen[at] = Double.NaN;
        }
    }

    SkyFrame frame(GhostSlot beside) {
        return new SkyFrame(bodies, sequence, System.nanoTime() - begin, beside.at(et), beside.preview());
    }
}
