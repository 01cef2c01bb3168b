package orrery.ephemeris;

/**
 * The generator of the query plan: splitmix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * 2014), written out so that any other program can repeat a plan from its seed.
 *
 * <p>For one thread.
 */
public final class SplitMix {
    private long state;

    /**
     * Starts the sequence of a seed.
     *
     * @param seed any number
     */
    public SplitMix(long seed) {
        this.state = seed;
    }

    /** {@return the next 64 bits} */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Draws a whole number: the next 64 bits, taken as unsigned, modulo the bound.
     *
     * @param bound at least 1
     * @return from 0 to {@code bound - 1}
     */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** {@return a number in [0, 1): the upper 53 of the next 64 bits} */
    public double unit() {
        return (next() >>> 11) * 0x1p-53;
    }
}
