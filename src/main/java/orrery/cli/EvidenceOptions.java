package orrery.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.audit.AuditRun;
import orrery.audit.WorkerLanes;
import orrery.binding.KernelRegistry;
import orrery.binding.MappingInfo;
import orrery.files.PartFile;
import orrery.jfr.FlightRecording;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TraceExport;
import orrery.telemetry.WatchedRegion;
import picocli.CommandLine.Option;

/** The files that an audit writes for other tools, besides its ledger. */
final class EvidenceOptions {
    /** The flight recorder reports pauses a second late. */
    private static final long LATE = 1_500_000_000;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Write a trace for Perfetto and chrome://tracing: claims, windows, threads, collections,"
                    + " safepoints, resident pages.")
    private @Nullable Path trace;

    @Option(
            names = "--jfr",
            paramLabel = "FILE",
            description = "Write a flight recording for JDK Mission Control and jfr print: the program's own events"
                    + " (claims, windows, kernels, sampled queries) and the JDK's.")
    private @Nullable Path jfr;

    /** Rejects options that cannot apply to a reader in another process. */
    void refuse(String why) {
        if (trace != null || jfr != null) {
            throw new UsageException("audit: " + (trace == null ? "--jfr" : "--trace") + " is " + why);
        }
    }

    /** Refuses to write over a kernel. */
    void refuse(List<Path> kernels) throws IOException {
        for (Path file : Stream.of(trace, jfr).filter(Objects::nonNull).toList()) {
            OutputOptions.refuse(file, kernels);
        }
    }

    /** The evidence of an audit, collected from now until it is written. */
    final class Watch implements AutoCloseable {
        private final KernelRegistry registry;
        private final Telemetry telemetry = new Telemetry();
        private final AuditRun run;
        private final long begun = System.nanoTime();
        private final Optional<FlightRecording> recording;
        private long ended = begun;

        Watch(AuditRun run, KernelRegistry registry) {
            this.run = run;
            this.registry = registry;
            this.recording = recording();
            if (trace != null) {
                telemetry.regions(this::regions);
                telemetry.start();
                Thread running = Thread.currentThread();
                Thread.ofPlatform()
                        .daemon()
                        .name("orrery-audit-followed")
                        .start(() -> WorkerLanes.follow(run, running, telemetry));
            }
        }

        private Optional<FlightRecording> recording() {
            if (jfr == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(FlightRecording.start("orrery audit"));
            } catch (IOException e) {
                throw new UsageException("audit --jfr: " + e.getMessage() + ".");
            }
        }

        private List<WatchedRegion> regions() {
            List<WatchedRegion> regions = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (MappingInfo mapping : registry.mappings()) {
                if (mapping.length() > 0 && names.add(mapping.name())) {
                    regions.add(new WatchedRegion(mapping.name(), mapping.address(), mapping.length(), List.of()));
                }
            }
            return regions;
        }

        /** Marks the end of the run. */
        void ended() {
            ended = System.nanoTime();
        }

        /**
         * Writes what was collected until the run ended.
         *
         * @throws NotWrittenException if it cannot be written
         */
        void keep() {
            recording.ifPresent(this::keep);
            if (trace != null) {
                keep(trace);
            }
        }

        private void keep(FlightRecording recorded) {
            Path file = Objects.requireNonNull(jfr);
            try {
                recorded.keep(file);
            } catch (IOException e) {
                throw NotWrittenException.of(file, e);
            }
        }

        private void keep(Path file) {
            while (System.nanoTime() - ended < LATE) {
                LockSupport.parkNanos(LATE / 10);
            }
            telemetry.stop();
            try {
                PartFile.write(file, out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    new TraceExport(telemetry, begun, ended)
                            .write(
                                    writer,
                                    "orrery audit",
                                    run.progress().spans().ended());
                    writer.flush();
                });
            } catch (IOException e) {
                throw NotWrittenException.of(file, e);
            }
        }

        @Override
        public void close() {
            telemetry.close();
            recording.ifPresent(FlightRecording::close);
        }
    }
}
