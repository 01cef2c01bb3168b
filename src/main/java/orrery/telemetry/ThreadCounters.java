package orrery.telemetry;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * The JVM's counts for one platform thread since it began. With readings before and after, the difference is exact:
 * reading allocates nothing on the measured thread.
 *
 * @param allocatedBytes heap bytes allocated
 * @param cpuNanos CPU time
 * @param blocked how often it has waited to enter a monitor
 * @param waited how often it has waited on a monitor, parked or slept
 */
public record ThreadCounters(long allocatedBytes, long cpuNanos, long blocked, long waited) {
    /** Looked up once, because that allocates. */
    private static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads them now. */
    public static Measurement<ThreadCounters> of(Thread thread) {
        if (thread.isVirtual()) {
            return Measurement.notAvailable("the JVM does not count a single virtual thread");
        }
        ThreadInfo info = BEAN.getThreadInfo(thread.threadId());
        if (info == null) {
            return Measurement.notAvailable("the thread has ended or not started");
        }
        if (!BEAN.isThreadAllocatedMemorySupported() || !BEAN.isThreadCpuTimeSupported()) {
            return Measurement.notAvailable("this JVM does not measure threads");
        }
        long allocated = BEAN.getThreadAllocatedBytes(thread.threadId());
        long cpu = BEAN.getThreadCpuTime(thread.threadId());
        if (allocated < 0 || cpu < 0) {
            return Measurement.notAvailable("the thread has ended, or measuring is switched off");
        }
        return Measurement.of(new ThreadCounters(allocated, cpu, info.getBlockedCount(), info.getWaitedCount()));
    }

    /** Heap bytes that the calling platform thread has allocated since it began; -1 if the JVM does not say. */
    public static long ownAllocatedBytes() {
        return BEAN.getCurrentThreadAllocatedBytes();
    }

    /** What has been counted since {@code earlier}. */
    public ThreadCounters since(ThreadCounters earlier) {
        return new ThreadCounters(
                allocatedBytes - earlier.allocatedBytes,
                cpuNanos - earlier.cpuNanos,
                blocked - earlier.blocked,
                waited - earlier.waited);
    }
}
