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
    /** Reads them now. */
    public static Measured<ThreadCounters> of(Thread thread) {
        if (thread.isVirtual()) {
            return Measured.notAvailable("the JVM counts nothing of a single virtual thread");
        }
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ThreadInfo info = bean.getThreadInfo(thread.threadId());
        if (info == null) {
            return Measured.notAvailable("the thread has ended or not begun");
        }
        if (!bean.isThreadAllocatedMemorySupported() || !bean.isThreadCpuTimeSupported()) {
            return Measured.notAvailable("this JVM does not measure threads");
        }
        long allocated = bean.getThreadAllocatedBytes(thread.threadId());
        long cpu = bean.getThreadCpuTime(thread.threadId());
        if (allocated < 0 || cpu < 0) {
            return Measured.notAvailable("the thread has ended, or measuring is switched off");
        }
        return Measured.of(new ThreadCounters(allocated, cpu, info.getBlockedCount(), info.getWaitedCount()));
    }

    /** Heap bytes that the calling platform thread has allocated since it began; -1 where the JVM does not tell. */
    public static long ownAllocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
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
