package orrery.ephemeris;

import orrery.binding.KernelPool;
import orrery.frames.FrameSystem;
import orrery.frames.KernelVariables;
import orrery.time.LeapSecondTable;
import orrery.time.LeapSeconds;

/**
 * What the text kernels of a pool say of names, sizes, gravity and leap seconds, taken up for the whole process, as SPICE's
 * kernel pool holds for one: names and dates in UTC are read and written at the edges, by people, while queries are of ids and
 * epochs and never hang on it. (Frames and orientation are of a pool: {@link Ephemeris#frames}.)
 *
 * <p>Stateless; safe for any number of threads, of which the last one wins.
 */
public final class TextFacts {
    private TextFacts() {}

    /**
     * Takes up what a pool's text kernels say; what they leave out is the built-in.
     *
     * @throws orrery.frames.TextKernelException if they say it unsoundly; then nothing is changed
     */
    public static void adopt(KernelPool pool) {
        adopt(FrameSystem.of(pool, Bodies::find).variables());
    }

    /** The same of variables. */
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
