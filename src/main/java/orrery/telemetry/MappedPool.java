package orrery.telemetry;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * The JVM's own count of its mappings ({@code BufferPoolMXBean "mapped"}). It includes maps made through the foreign
 * memory interface.
 *
 * @param count number of maps
 * @param bytes their size
 */
public record MappedPool(long count, long bytes) {
    /** Reads it now. */
    public static MappedPool now() {
        long count = 0;
        long bytes = 0;
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            if (pool.getName().equals("mapped")) {
                count += pool.getCount();
                bytes += pool.getTotalCapacity();
            }
        }
        return new MappedPool(count, bytes);
    }
}
