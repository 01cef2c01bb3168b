package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.frames.FrameSystem;
import orrery.frames.KernelVariables;
import orrery.time.LeapSecondTable;
import orrery.time.LeapSeconds;

/**
 * Names, sizes, gravity and leap seconds from the text kernels of a pool, and names from its SPKs' comments, adopted
 * for the whole process, as SPICE has one kernel pool per process. Names and UTC dates appear only in input and output,
 * for people; queries use ids and epochs and do not depend on them, except those of two-line elements ({@link
 * LeapSeconds}). (Frames and orientation belong to a pool: {@link
 * Ephemeris#frames}.)
 *
 * <p>Stateless; safe for any number of threads. If there are several adoptions, the last one wins.
 */
public final class TextFacts {
    private TextFacts() {}

    /**
     * Adopts names and constants from a pool's kernels for the whole program; for anything they leave out, the built-in
     * values stay.
     *
     * @param pool the pool whose text kernels and SPK comments are read
     * @throws orrery.frames.TextKernelException if the values are invalid; nothing is then changed
     */
    public static void adopt(KernelPool pool) {
        adopt(FrameSystem.of(pool, Bodies::find).variables());
    }

    /**
     * Adopts names and constants as {@link #adopt(KernelPool)} does.
     *
     * @param variables the variables of the text kernels
     * @throws orrery.frames.TextKernelException if the values are invalid; nothing is then changed
     */
    public static void adopt(KernelVariables variables) {
        LeapSecondTable leaps = variables.leapSeconds().orElse(LeapSecondTable.BUILT_IN);
        Bodies.use(variables);
        LeapSeconds.use(leaps);
    }

    /** Restores the built-in values. */
    public static void forget() {
        adopt(KernelVariables.builtIn());
    }
}
