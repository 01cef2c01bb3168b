package orrery.telemetry;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What the JVM has counted of one platform thread since it began. Read before and after, the difference is exact:
 * reading allocates nothing on the thread that is read.
 *
 * @param allocatedBytes heap bytes allocated
 * @param cpuNanos CPU time
 * @param blocked how often it has waited to enter a monitor
 * @param waited how often it has waited on a monitor, parked or slept
 */
public record ThreadCounters(long allocatedBytes, long cpuNanos, long blocked, long waited) {
    /** Asked for once: looking it up allocates. */
    private static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads them now. */
    public static Measurement<ThreadCounters> of(Thread thread) {
        if (thread.isVirtual()) {
            return Measurement.notAvailable("the JVM counts nothing of a single virtual thread");
        }
        ThreadInfo info = BEAN.getThreadInfo(thread.threadId());
        if (info == null) {
            return Measurement.notAvailable("the thread has ended or not begun");
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

    /** Heap bytes that the calling platform thread has allocated since it began; -1 where the JVM does not tell. */
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
