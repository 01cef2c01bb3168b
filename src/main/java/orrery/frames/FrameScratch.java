package orrery.frames;

import orrery.math.StateRotation;
import orrery.spk.Workspace;

/** Arrays of one thread for rotations, so that they allocate nothing after the thread's first. */
final class FrameScratch {
    private static final ThreadLocal<FrameScratch> OF_THREAD = ThreadLocal.withInitial(FrameScratch::new);

    /** Longer chains of frames are refused. */
    static final int DEEPEST = 32;

    /** The frames from the requested one toward the root, and the rotation from the first to each. */
    final int[] chain = new int[DEEPEST + 1];

    final double[][] reached = new double[DEEPEST + 1][StateRotation.SIZE];
    final double[] step = new double[StateRotation.SIZE];
    final double[] back = new double[StateRotation.SIZE];
    final double[] spare = new double[StateRotation.SIZE];
    final double[] whole = new double[StateRotation.SIZE];
    final double[] angles = new double[6];
    final Workspace work = new Workspace();

    static FrameScratch ofThread() {
        return OF_THREAD.get();
    }
}
