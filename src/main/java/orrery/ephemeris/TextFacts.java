package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.frames.FrameSystem;
import orrery.frames.KernelVariables;
import orrery.time.LeapSecondTable;
import orrery.time.LeapSeconds;

/**
 * Names, sizes, gravity and leap seconds from the text kernels of a pool, and names from its SPKs' comments, adopted for the whole process, just as SPICE
 * has one kernel pool for a process. Names and UTC dates are read and written at the edges, for people; queries use ids
 * and epochs and never depend on them. (Frames and orientation belong to a pool: {@link Ephemeris#frames}.)
 *
 * <p>Stateless; safe for any number of threads. Of several adoptions the last one wins.
 */
public final class TextFacts {
    private TextFacts() {}

    /**
     * Adopts names and constants from a pool's kernels for the whole program; what they leave out stays built in.
     *
     * @param pool its text kernels are read, and the comments of its SPKs
     * @throws orrery.frames.TextKernelException if they say it unsoundly; then nothing is changed
     */
    public static void adopt(KernelPool pool) {
        adopt(FrameSystem.of(pool, Bodies::find).variables());
    }

    /**
     * Adopts names and constants as {@link #adopt(KernelPool)} does.
     *
     * @param variables of the text kernels
     */
    public static void adopt(KernelVariables variables) {
        LeapSecondTable leaps = variables.leapSeconds().orElse(LeapSecondTable.BUILT_IN);
        Bodies.use(variables);
        LeapSeconds.use(leaps);
    }

    /** Back to what is built in. */
    public static void forget() {
        adopt(KernelVariables.builtIn());
    }
}
