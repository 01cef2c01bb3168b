package orrery.telemetry;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Samples the JVM's threads without walking stacks or requesting a safepoint: {@link Thread#getState} and
 * {@link LockSupport#getBlocker} distinguish a park from a wait on a monitor; only if there is no blocker is
 * {@link ThreadInfo} requested, without frames.
 */
final class ThreadSampler implements Sampler {
    private static final String NO_VIRTUAL = "the JVM does not report it for virtual threads";
    private static final int LANES = 2048;
    private static final int RUNS = 1024;
    private static final int RUNS_VIRTUAL = 256;

    private final ThreadMXBean bean;
    private final Supplier<List<WorkerRecorder>> workers;
    private final long keepNanos;
    private final ThreadGroup root;
    private final Map<Thread, Lane> alive = new HashMap<>();
    private final Map<WorkerRecorder, long[]> before = new HashMap<>();
    private final List<Lane> past = new ArrayList<>();
    private volatile List<Lane> lanes = List.of();
    private Thread[] found = new Thread[64];

    ThreadSampler(Supplier<List<WorkerRecorder>> workers, long keepNanos) {
        this.workers = workers;
        this.keepNanos = keepNanos;
        this.bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        this.root = group;
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.THREADS;
    }

    /** All lanes, including those of ended threads while they are kept. Any thread may call this. */
    List<Lane> lanes() {
        return lanes;
    }

    @Override
    public Sample sample(long nanos) {
        Map<Thread, WorkerRecorder> recorders = recordersByThread();
        Map<Thread, @Nullable WorkerRecorder> threads = new HashMap<>(recorders);
        int platform = enumerate();
        for (int i = 0; i < platform; i++) {
            threads.putIfAbsent(found[i], null);
        }
        Arrays.fill(found, null);

        Figures figures = new Figures(threads.keySet());
        EnumMap<JvmState, Integer> states = new EnumMap<>(JvmState.class);
        List<ThreadRow> rows = new ArrayList<>(threads.size());
        boolean changed = false;
        int virtual = 0;
        long cpu = 0;
        for (Map.Entry<Thread, @Nullable WorkerRecorder> entry : threads.entrySet()) {
            Thread thread = entry.getKey();
            WorkerRecorder recorder = entry.getValue();
            JvmState state = stateOf(thread);
            if (state == JvmState.TERMINATED && !alive.containsKey(thread)) {
                continue;
            }
            Lane lane = alive.get(thread);
            if (lane == null || !lane.isOf(recorder)) {
                if (lane != null) {
                    lane.end(nanos);
                    past.add(lane);
                }
                lane = new Lane(
                        thread, groupOf(thread, recorder), recorder, nanos, thread.isVirtual() ? RUNS_VIRTUAL : RUNS);
                alive.put(thread, lane);
                changed = true;
            }
            lane.jvm().enter(state, nanos, recorder == null ? 0 : recorder.queries());
            if (state == JvmState.TERMINATED) {
                continue;
            }
            states.merge(state, 1, Integer::sum);
            virtual += thread.isVirtual() ? 1 : 0;
            Measurement<Long> threadCpu = figures.cpu(thread);
            cpu += threadCpu.value().orElse(0L);
            rows.add(new ThreadRow(
                    lane.id(),
                    lane.name(),
                    lane.group(),
                    lane.virtual(),
                    state,
                    state == JvmState.BLOCKED ? detailOf(thread) : "",
                    threadCpu,
                    figures.allocated(thread)));
        }
        changed |= endGone(threads, nanos);
        if (changed) {
            publishLanes(nanos);
        }
        rows.sort((a, b) -> Long.compare(a.id(), b.id()));
        return new ThreadsSample(
                nanos,
                states,
                virtual,
                figures.cpuKnown()
                        ? Measurement.of(cpu)
                        : Measurement.notAvailable("this JVM does not measure CPU time"),
                bytesPerQuery(recorders, figures),
                rows);
    }

    private Map<Thread, WorkerRecorder> recordersByThread() {
        Map<Thread, WorkerRecorder> recorders = new HashMap<>();
        for (WorkerRecorder recorder : workers.get()) {
            recorder.thread().ifPresent(thread -> recorders.put(thread, recorder));
        }
        return recorders;
    }

    private int enumerate() {
        int count = root.enumerate(found, true);
        while (count == found.length) {
            found = new Thread[2 * found.length];
            count = root.enumerate(found, true);
        }
        return count;
    }

    private boolean endGone(Map<Thread, @Nullable WorkerRecorder> threads, long nanos) {
        boolean changed = false;
        for (Iterator<Map.Entry<Thread, Lane>> all = alive.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Thread, Lane> entry = all.next();
            if (!threads.containsKey(entry.getKey()) || !entry.getKey().isAlive()) {
                entry.getValue().end(nanos);
                past.add(entry.getValue());
                all.remove();
                changed = true;
            }
        }
        return changed;
    }

    private void publishLanes(long nanos) {
        past.removeIf(lane -> nanos - lane.ended() > keepNanos);
        int tooMany = past.size() + alive.size() - LANES;
        if (tooMany > 0) {
            past.subList(0, Math.min(tooMany, past.size())).clear();
        }
        List<Lane> all = new ArrayList<>(past);
        all.addAll(alive.values());
        all.sort((a, b) -> {
            int byGroup = a.group().compareTo(b.group());
            return byGroup != 0 ? byGroup : Long.compare(a.id(), b.id());
        });
        lanes = List.copyOf(all);
    }

    private Measurement<Double> bytesPerQuery(Map<Thread, WorkerRecorder> recorders, Figures figures) {
        long bytes = 0;
        long queries = 0;
        Map<WorkerRecorder, long[]> now = new HashMap<>();
        for (Map.Entry<Thread, WorkerRecorder> entry : recorders.entrySet()) {
            Measurement<Long> allocated = figures.allocated(entry.getKey());
            if (allocated.value().isEmpty()) {
                continue;
            }
            long[] mark = {allocated.value().get(), entry.getValue().queries()};
            now.put(entry.getValue(), mark);
            long[] last = before.get(entry.getValue());
            if (last != null) {
                bytes += mark[0] - last[0];
                queries += mark[1] - last[1];
            }
        }
        before.clear();
        before.putAll(now);
        return queries == 0
                ? Measurement.notAvailable("no platform worker has completed a query since the previous sample")
                : Measurement.of((double) bytes / queries);
    }

    private static String groupOf(Thread thread, @Nullable WorkerRecorder recorder) {
        if (recorder != null) {
            return recorder.group();
        }
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getParent() == null ? "JVM" : "other";
    }

    private JvmState stateOf(Thread thread) {
        return switch (thread.getState()) {
            case NEW -> JvmState.NEW;
            case RUNNABLE -> JvmState.RUNNABLE;
            case BLOCKED -> JvmState.BLOCKED;
            case TERMINATED -> JvmState.TERMINATED;
            case WAITING, TIMED_WAITING -> waitingState(thread);
        };
    }

    private JvmState waitingState(Thread thread) {
        if (LockSupport.getBlocker(thread) != null) {
            return JvmState.PARKED;
        }
        if (thread.isVirtual()) {
            return JvmState.WAITING_SOMEHOW;
        }
        ThreadInfo info = bean.getThreadInfo(thread.threadId());
        if (info == null) {
            return JvmState.TERMINATED;
        }
        boolean onMonitor = info.getLockInfo() != null;
        return switch (info.getThreadState()) {
            case NEW -> JvmState.NEW;
            case RUNNABLE -> JvmState.RUNNABLE;
            case BLOCKED -> JvmState.BLOCKED;
            case TERMINATED -> JvmState.TERMINATED;
            case WAITING -> onMonitor && LockSupport.getBlocker(thread) == null ? JvmState.WAITING : JvmState.PARKED;
            case TIMED_WAITING ->
                LockSupport.getBlocker(thread) != null
                        ? JvmState.PARKED
                        : onMonitor ? JvmState.WAITING : JvmState.SLEEPING;
        };
    }

    private String detailOf(Thread thread) {
        ThreadInfo info = thread.isVirtual() ? null : bean.getThreadInfo(thread.threadId());
        if (info == null || info.getLockInfo() == null) {
            return "";
        }
        String owner = info.getLockOwnerName();
        return info.getLockInfo().getClassName() + (owner == null ? "" : ", owned by " + owner);
    }

    /** CPU time and allocated bytes of all platform threads, each obtained in one call. */
    private final class Figures {
        private final Map<Long, Integer> places = new HashMap<>();
        private final long[] cpu;
        private final long[] allocated;

        Figures(Iterable<Thread> threads) {
            List<Long> ids = new ArrayList<>();
            for (Thread thread : threads) {
                if (!thread.isVirtual()) {
                    places.put(thread.threadId(), ids.size());
                    ids.add(thread.threadId());
                }
            }
            long[] asked = ids.stream().mapToLong(Long::longValue).toArray();
            cpu = bean.isThreadCpuTimeSupported() && bean.isThreadCpuTimeEnabled()
                    ? bean.getThreadCpuTime(asked)
                    : new long[0];
            allocated = bean.isThreadAllocatedMemorySupported() && bean.isThreadAllocatedMemoryEnabled()
                    ? bean.getThreadAllocatedBytes(asked)
                    : new long[0];
        }

        boolean cpuKnown() {
            return cpu.length > 0;
        }

        Measurement<Long> cpu(Thread thread) {
            return measured(thread, cpu);
        }

        Measurement<Long> allocated(Thread thread) {
            return measured(thread, allocated);
        }

        private Measurement<Long> measured(Thread thread, long[] figures) {
            if (thread.isVirtual()) {
                return Measurement.notAvailable(NO_VIRTUAL);
            }
            if (figures.length == 0) {
                return Measurement.notAvailable("this JVM does not measure it");
            }
            Integer place = places.get(thread.threadId());
            return place == null || figures[place] < 0
                    ? Measurement.notAvailable("the thread has ended")
                    : Measurement.of(figures[place]);
        }
    }
}
