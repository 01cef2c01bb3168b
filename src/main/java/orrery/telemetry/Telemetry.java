package orrery.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Samples this process on one daemon thread and keeps the last ten minutes.
 *
 * <p>Workers register their {@link WorkerRecorder}s, code that maps files reports its {@link WatchedRegion}s, and
 * readers get the {@link #latest} sample of a kind or a {@link #window} of them: immutable values, without waiting. It
 * may be stopped and restarted; the history stays. At most 64 MB of samples are kept (the sum of the samplers' own
 * limits; about 6 MB with two groups of workers); {@link CostSample} reports how many.
 *
 * <p>Thread-safe. Instants are {@link System#nanoTime} nanoseconds.
 */
public final class Telemetry implements AutoCloseable {
    private final TelemetrySettings settings;
    private final List<WorkerRecorder> workers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Sample>> listeners = new CopyOnWriteArrayList<>();
    private final Map<SamplerKind, History> histories = new EnumMap<>(SamplerKind.class);
    private final long originNanos = System.nanoTime();
    private final ThreadSampler lanes;
    private final LatencySampler sums = new LatencySampler(() -> workers());
    private volatile Supplier<List<WatchedRegion>> regions = List::of;
    private @Nullable SamplingLoop loop;
    private @Nullable Thread sampling;

    /** With the standard settings. */
    public Telemetry() {
        this(TelemetrySettings.standard());
    }

    /** With these settings; nothing is sampled before {@link #start}. */
    public Telemetry(TelemetrySettings settings) {
        this.settings = settings;
        this.lanes = new ThreadSampler(() -> workers, settings.keep().toNanos());
        settings.periods().forEach((kind, period) -> histories.put(kind, history(kind, period)));
    }

    private History history(SamplerKind kind, Duration period) {
        long most = settings.keep().toNanos() / period.toNanos() + 2;
        return new History((int) Math.min(1 << 16, most), settings.keep().toNanos(), kind.historyBytes());
    }

    // ---- what is measured ----

    /** Watches these workers from now on. */
    public void register(List<WorkerRecorder> added) {
        workers.addAll(added);
    }

    /** Stops watching these workers; what they have recorded stays in the sums. They should record no more. */
    public void unregister(List<WorkerRecorder> removed) {
        workers.removeAll(removed);
    }

    /** Watches the regions that {@code source} returns at each sample. It is called on the sampling thread. */
    public void regions(Supplier<List<WatchedRegion>> source) {
        regions = source;
    }

    // ---- running ----

    /** Starts sampling; does nothing if it is sampling. */
    public synchronized void start() {
        if (loop != null) {
            return;
        }
        SamplingLoop started = new SamplingLoop(this::accept);
        loop = started;
        sampling = Thread.ofPlatform().daemon().name("orrery-telemetry").start(() -> {
            // Created here: the first use of native calls and of the flight recorder takes time.
            long now = System.nanoTime();
            settings.periods().forEach((kind, period) -> started.add(sampler(kind, started), period.toNanos(), now));
            started.run();
        });
    }

    private Sampler sampler(SamplerKind kind, SamplingLoop started) {
        return switch (kind) {
            case THREADS -> lanes;
            case LATENCY -> sums;
            case HEAP -> new HeapSampler();
            case PROCESS -> new ProcessSampler();
            case MAPPINGS -> new MappingSampler(() -> regions.get());
            case RESIDENCY -> new ResidencySampler(() -> regions.get());
            case PAUSES -> new PauseSampler();
            case LIVENESS -> new LivenessSampler(() -> workers);
            case COST -> new CostSampler(started::costs, this::historyBytes, this::recorderBytes);
        };
    }

    /** Stops sampling and waits for the current sample; does nothing if it is not sampling. */
    public synchronized void stop() {
        SamplingLoop stopped = loop;
        Thread running = sampling;
        if (stopped == null || running == null) {
            return;
        }
        if (running.equals(Thread.currentThread())) {
            throw new IllegalStateException("a listener cannot stop the telemetry that calls it; do it elsewhere");
        }
        stopped.stop();
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        loop = null;
        sampling = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is sampling. */
    public synchronized boolean running() {
        return loop != null;
    }

    @Override
    public void close() {
        stop();
    }

    /** Switches one sampler off or on while running, for one whose view is hidden. */
    public synchronized void enable(SamplerKind kind, boolean on) {
        SamplingLoop running = loop;
        if (running != null) {
            running.run(() -> running.enable(kind, on));
        }
    }

    private void accept(Sample sample) {
        History history = histories.get(SamplerKind.of(sample.getClass()));
        if (history != null) {
            history.add(sample);
        }
        List<Consumer<Sample>> broken = listeners.stream()
                .filter(listener -> throwsOn(listener, sample))
                .toList();
        listeners.removeAll(broken);
    }

    private static boolean throwsOn(Consumer<Sample> listener, Sample sample) {
        try {
            listener.accept(sample);
            return false;
        } catch (RuntimeException e) {
            FailureReport.of(e);
            return true;
        }
    }

    // ---- results ----

    /** The newest sample of a kind, complete; empty before the first, and if there is nothing to measure. */
    public <S extends Sample> Optional<S> latest(Class<S> type) {
        History history = histories.get(SamplerKind.of(type));
        return history == null ? Optional.empty() : history.latest().map(type::cast);
    }

    /** The samples of a kind between two instants (inclusive), oldest first. */
    public <S extends Sample> List<S> window(Class<S> type, long from, long to) {
        History history = histories.get(SamplerKind.of(type));
        return history == null
                ? List.of()
                : history.window(from, to).stream().map(type::cast).toList();
    }

    /** The pauses that overlap a window, oldest first. They are reported about a second late. */
    public List<Pause> pauses(long from, long to) {
        List<Pause> pauses = new ArrayList<>();
        for (PausesSample sample : window(PausesSample.class, from, Long.MAX_VALUE)) {
            for (Pause pause : sample.pauses()) {
                if (pause.end() >= from && pause.start() <= to) {
                    pauses.add(pause);
                }
            }
        }
        pauses.sort((a, b) -> Long.compare(a.start(), b.start()));
        return pauses;
    }

    /** One lane per thread, by group, including those of threads that ended in the last ten minutes. */
    public List<Lane> lanes() {
        return lanes.lanes();
    }

    /** The workers registered now. */
    public List<WorkerRecorder> workers() {
        return List.copyOf(workers);
    }

    /** Passes each new sample on, complete, on the sampling thread; a listener that throws is removed. */
    public void subscribe(Consumer<Sample> listener) {
        listeners.add(listener);
    }

    /**
     * Asks the system to drop a region's pages, on the sampling thread.
     *
     * @return the result; not available if nothing is sampling or the system has no such call
     */
    public synchronized CompletionStage<Measurement<Pages.Eviction>> evict(WatchedRegion region) {
        CompletableFuture<Measurement<Pages.Eviction>> done = new CompletableFuture<>();
        SamplingLoop running = loop;
        if (running == null) {
            done.complete(Measurement.notAvailable("telemetry is stopped; start it first"));
        } else {
            running.run(() -> done.complete(Pages.evict(region)));
        }
        return done;
    }

    /** Seconds from the creation of this telemetry to an instant: the {@code t} of streamed lines. */
    public double seconds(long nanos) {
        return (nanos - originNanos) / 1e9;
    }

    /** When this telemetry was created ({@link System#nanoTime}). */
    public long originNanos() {
        return originNanos;
    }

    /** Approximate heap bytes of the history. */
    public long historyBytes() {
        return histories.values().stream().mapToLong(History::bytes).sum();
    }

    private long recorderBytes() {
        long bytes = 0;
        for (WorkerRecorder worker : workers) {
            bytes += worker.bytes();
        }
        for (Lane lane : lanes.lanes()) {
            bytes += lane.bytes();
        }
        return bytes;
    }
}
