/**
 * Reads SPK ephemeris kernels: states of bodies, light time and apparent places, from files mapped once however many
 * threads ask. Needs the JDK alone.
 *
 * <p>Open files with {@link orrery.binding.KernelRegistry}, make a {@link orrery.binding.KernelPool} of them, and ask
 * an {@link orrery.ephemeris.Ephemeris} of that.
 */
module orrery.reader {
    exports orrery.binding;
    exports orrery.ephemeris;
    exports orrery.frames;
    exports orrery.spk;
    exports orrery.time;
}
