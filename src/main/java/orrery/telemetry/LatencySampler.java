package orrery.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the workers have recorded, by group. Recorders only grow, so an interval is the difference of two sums;
 * the counts of recorders that are no longer registered are kept in their groups' sums.
 */
final class LatencySampler implements Sampler {
    private final Supplier<List<WorkerRecorder>> workers;
    private final Map<String, GroupSums> groups = new TreeMap<>();
    private Set<WorkerRecorder> known = Set.of();
    private long last = System.nanoTime();

    LatencySampler(Supplier<List<WorkerRecorder>> workers) {
        this.workers = workers;
    }

    private static final class GroupSums {
        final Sums retired = new Sums();
        final Sums now = new Sums();
        final Sums before = new Sums();
        int workers;
        int oneIn = 1;
    }

    private static final class Sums {
        final LatencySum service = new LatencySum();
        final LatencySum response = new LatencySum();
        long queries;
        long failures;

        void set(Sums other) {
            service.set(other.service);
            response.set(other.response);
            queries = other.queries;
            failures = other.failures;
        }

        void add(WorkerRecorder worker) {
            failures += worker.failures();
            queries += worker.queries();
            worker.service().addTo(service);
            LatencyRecorder fromIntended = worker.response();
            if (fromIntended != null) {
                fromIntended.addTo(response);
            }
        }
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.LATENCY;
    }

    @Override
    public @Nullable Sample sample(long nanos) {
        List<WorkerRecorder> registered = workers.get();
        Set<WorkerRecorder> current = new HashSet<>(registered);
        for (WorkerRecorder gone : known) {
            if (!current.contains(gone)) {
                sums(gone).retired.add(gone);
            }
        }
        known = current;
        for (GroupSums group : groups.values()) {
            group.now.set(group.retired);
            group.workers = 0;
        }
        for (WorkerRecorder worker : registered) {
            GroupSums group = groups.get(worker.group());
            if (group == null) {
                group = sums(worker);
            }
            group.now.add(worker);
            group.workers++;
            group.oneIn = worker.oneIn();
        }
        if (groups.isEmpty()) {
            last = nanos;
            return null;
        }
        List<LatencySample.Group> measured = new ArrayList<>(groups.size());
        groups.forEach((name, group) -> measured.add(measured(name, group)));
        measured.sort(Comparator.comparing(LatencySample.Group::name));
        LatencySample sample = new LatencySample(nanos, nanos - last, measured);
        last = nanos;
        return sample;
    }

    private GroupSums sums(WorkerRecorder worker) {
        return groups.computeIfAbsent(worker.group(), _ -> new GroupSums());
    }

    private static LatencySample.Group measured(String name, GroupSums group) {
        Sums now = group.now;
        Sums before = group.before;
        LatencySample.Group measured = new LatencySample.Group(
                name,
                group.workers,
                group.oneIn,
                now.queries - before.queries,
                now.failures - before.failures,
                now.service.since(before.service),
                now.response.since(before.response),
                new LatencySample.Total(
                        now.queries, now.failures, now.service.toHistogram(), now.response.toHistogram()));
        before.set(now);
        return measured;
    }
}
