package orrery.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import orrery.host.HostSystem;

/** Samples the process as the system sees it. */
final class ProcessSampler implements Sampler {
    private static final byte[] THREADS = "Threads:".getBytes(US_ASCII);

    private final Measurement<ProcFile> rollup = ProcFile.open("self/smaps_rollup");
    private final Measurement<ProcFile> maps = ProcFile.open("self/maps");
    private final Measurement<ProcFile> status = ProcFile.open("self/status");

    @Override
    public SamplerKind kind() {
        return SamplerKind.PROCESS;
    }

    @Override
    public ProcessSample sample(long nanos) {
        return new ProcessSample(
                nanos,
                rollup.then(ProcessMemory::read),
                MappedPool.now(),
                descriptors(),
                maps.then(ProcessSampler::lines),
                status.then(ProcessSampler::threads));
    }

    /** Open file descriptors, from {@code /proc/self/fd} or the system's equivalent. */
    static Measurement<Long> descriptors() {
        return !HostSystem.isWindows()
                        && ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? Measurement.of(unix.getOpenFileDescriptorCount())
                : Measurement.notAvailable(HostSystem.name() + " does not count them");
    }

    static Measurement<Long> lines(ProcFile file) {
        try {
            file.read();
            return Measurement.of((long) file.lines());
        } catch (IOException e) {
            return Measurement.notAvailable("it cannot be read: " + e.getMessage());
        }
    }

    static Measurement<Long> threads(ProcFile file) {
        try {
            for (file.read(); file.hasLine(); file.nextLine()) {
                if (file.take(THREADS)) {
                    return Measurement.of(file.decimal());
                }
            }
            return Measurement.notAvailable("/proc/self/status does not contain it");
        } catch (IOException e) {
            return Measurement.notAvailable("it cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        rollup.value().ifPresent(ProcFile::close);
        maps.value().ifPresent(ProcFile::close);
        status.value().ifPresent(ProcFile::close);
    }
}
