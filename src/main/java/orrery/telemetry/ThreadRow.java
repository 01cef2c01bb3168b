package orrery.telemetry;

/**
 * One thread in a sample.
 *
 * @param id its identifier in the JVM
 * @param name its name
 * @param group the worker group it belongs to, {@code JVM}, or {@code other}
 * @param virtual whether it is a virtual thread
 * @param state its state according to the JVM
 * @param detail what it is blocked on and who owns that, or empty
 * @param cpuNanos CPU time used so far
 * @param allocatedBytes bytes of heap allocated so far
 */
public record ThreadRow(
        long id,
        String name,
        String group,
        boolean virtual,
        JvmState state,
        String detail,
        Measurement<Long> cpuNanos,
        Measurement<Long> allocatedBytes) {}
