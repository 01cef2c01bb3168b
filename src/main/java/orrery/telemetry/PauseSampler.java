package orrery.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Delivers the flight recorder's events, batch by batch. */
final class PauseSampler implements Sampler {
    /** Shorter parks and monitor enters are not recorded: a recorded one costs its thread a microsecond. */
    private static final Duration THRESHOLD = Duration.ofMillis(1);

    private static final int BLOCKS = 500;
    private static final int PAUSES = 1000;

    private List<Pause> pauses = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();
    private long gcPauses;
    private long gcNanos;
    private long safepoints;
    private long safepointNanos;
    private long parks;
    private long monitorEnters;
    private final CompletableFuture<Measurement<FlightStream>> stream = new CompletableFuture<>();

    /**
     * Starts the flight recorder on a separate thread: that takes up to a second, while the other samplers continue.
     */
    PauseSampler() {
        Thread.ofPlatform()
                .daemon()
                .name("orrery-flight-recorder")
                .start(() -> stream.complete(FlightStream.start(this::ask)));
    }

    private Measurement<FlightStream> started() {
        return stream.getNow(Measurement.notAvailable("the flight recorder is starting"));
    }

    private void ask(FlightStream opened) {
        opened.onPause(this::note);
        opened.onBlock(THRESHOLD, this::note);
    }

    private synchronized void note(Pause pause) {
        switch (pause.kind()) {
            case GC -> {
                gcPauses++;
                gcNanos += pause.nanos();
            }
            case SAFEPOINT -> {
                safepoints++;
                safepointNanos += pause.nanos();
            }
        }
        if (pauses.size() < PAUSES) {
            pauses.add(pause);
        }
    }

    private synchronized void note(Block block) {
        switch (block.kind()) {
            case PARK -> parks++;
            case MONITOR_ENTER -> monitorEnters++;
        }
        if (blocks.size() < BLOCKS) {
            blocks.add(block);
        }
    }

    /** Whether the flight recorder is recording; waits until it has started. */
    Measurement<Boolean> available() {
        return stream.join().map(_ -> true);
    }

    @Override
    public SamplerKind kind() {
        return SamplerKind.PAUSES;
    }

    @Override
    public synchronized Sample sample(long nanos) {
        PausesSample sample = new PausesSample(
                nanos,
                gcPauses,
                gcNanos,
                safepoints,
                safepointNanos,
                parks,
                monitorEnters,
                pauses,
                blocks,
                started().reason());
        pauses = new ArrayList<>();
        blocks = new ArrayList<>();
        return sample;
    }

    @Override
    public void close() {
        var _ = stream.thenAccept(opened -> opened.value().ifPresent(FlightStream::close));
    }
}
