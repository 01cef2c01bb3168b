package orrery.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orrery.binding.MappingInfo;
import orrery.telemetry.MappedPool;
import orrery.telemetry.MappingUse;
import orrery.telemetry.Mappings;
import orrery.telemetry.Measurement;
import orrery.telemetry.ProcessMemory;
import orrery.telemetry.WatchedRegion;

/** The examination of claim B2, in a separate process. */
final class MappingExam {
    private static final int HANDLES = 8;
    private static final long PAGE = 65_536;
    private static final long ANONYMOUS_ALLOWED = 8L << 20;
    private static final int WARM_UP = 5;

    private final ClaimContext context;
    private final Finding.Maker finding = new Finding.Maker();

    MappingExam(ClaimContext context) {
        this.context = context;
    }

    Finding examine() {
        Measurement<Mappings> opened = Mappings.open();
        if (!opened.available()) {
            return Finding.notAvailable(opened.reason());
        }
        try (Mappings smaps = opened.value().orElseThrow()) {
            Set<Path> files = new LinkedHashSet<>(context.plan().kernels());
            files.forEach(MappingExam::flush);
            // A first pass, so that what the JVM needs for its own compiled code is already there.
            try (Subject.Pool pool = context.openPool()) {
                for (int i = 0; i < WARM_UP; i++) {
                    context.states().answers(pool);
                }
            }
            LiveHeap.heap();
            look(smaps, files);
        }
        return finding.make("Each file is mapped once, read-only; its pages are the file's own.");
    }

    private void look(Mappings smaps, Set<Path> files) {
        long poolBefore = MappedPool.now().count();
        Measurement<ProcessMemory> before = ProcessMemory.now();
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            for (int i = 0; i < HANDLES; i++) {
                files.forEach(file -> handles.add(context.subject().open(file)));
            }
            try (Subject.Pool pool = context.subject().pool(handles)) {
                touch(handles.subList(0, files.size()), pool);
                long mapped = MappedPool.now().count() - poolBefore;
                finding.figure("handles", handles.size(), "")
                        .figure("mappings in the JVM's mapped pool", mapped, "of " + files.size());
                finding.require(mapped == files.size(), files.size() + " files are mapped " + mapped + " times.");
                int i = 0;
                for (Path file : files) {
                    oneFile(smaps, file, handles.get(i++));
                }
                anonymous(before);
            }
        } finally {
            handles.forEach(Subject.Handle::close);
        }
        long left = MappedPool.now().count() - poolBefore;
        finding.figure("mappings after the last close", left, "");
        finding.require(left == 0, left + " mappings are left after the last close.");
    }

    /** Queries everywhere, and reads a byte of every page through the reader's own mapping of coefficients. */
    private void touch(List<Subject.Handle> handles, Subject.Pool pool) {
        for (int i = 0; i < WARM_UP; i++) {
            context.states().answers(pool);
        }
        for (Subject.Handle handle : handles) {
            double[] out = new double[6];
            int segments = handle.real().file().segments().size();
            for (int s = 0; s < segments; s++) {
                var segment = handle.real().file().segments().get(s);
                long steps = Math.clamp(segment.records(), 1, 20_000);
                for (long k = 0; segment.usable() && k <= steps; k++) {
                    double et = segment.start() + (segment.end() - segment.start()) * k / steps;
                    try {
                        handle.state(s, Math.min(et, segment.end()), out);
                    } catch (orrery.spk.KernelException _) {
                        // Damaged granules are not the subject here.
                    }
                }
            }
        }
    }

    private void oneFile(Mappings smaps, Path file, Subject.Handle handle) {
        String name = handle.real().name();
        List<Mappings.Entry> entries = Mappings.of(file).value().orElse(List.of());
        finding.figure(name + ": mappings in /proc/self/maps", entries.size(), "");
        finding.require(entries.size() == 1, name + " is mapped " + entries.size() + " times.");
        for (Mappings.Entry entry : entries) {
            finding.require(!entry.permissions().contains("w"), name + " is mapped writable.");
        }
        MappingInfo info = handle.real().mapping().orElse(null);
        if (info == null) {
            finding.refuted(name + " is not mapped.");
            return;
        }
        Measurement<MappingUse> use = smaps.use(
                        List.of(new WatchedRegion(name, info.address(), info.length(), List.of())))
                .getFirst();
        if (use.value().isEmpty()) {
            finding.gap(name + ": " + use.reason());
            return;
        }
        MappingUse mappingUse = use.value().orElseThrow();
        long most = (info.length() + PAGE - 1) / PAGE * PAGE;
        finding.figure(name + ": resident", mappingUse.resident() >> 10, "KiB of " + (info.length() >> 10));
        finding.require(mappingUse.resident() <= most, name + " has more resident pages than the file has.");
        if (onTmpfs(file)) {
            finding.figure(name + ": private dirty pages", "not available here: it lies on tmpfs");
        } else {
            finding.figure(name + ": private dirty", mappingUse.privateDirty() >> 10, "KiB");
            finding.require(
                    mappingUse.privateDirty() == 0,
                    name + " has " + (mappingUse.privateDirty() >> 10) + " KiB of private dirty pages.");
        }
    }

    private void anonymous(Measurement<ProcessMemory> before) {
        LiveHeap.heap();
        Measurement<ProcessMemory> after = ProcessMemory.now();
        if (before.value().isEmpty() || after.value().isEmpty()) {
            finding.figure("anonymous memory", "not available here: " + before.reason());
            return;
        }
        ProcessMemory was = before.value().orElseThrow();
        ProcessMemory is = after.value().orElseThrow();
        long growth = is.anonymous() - was.anonymous();
        finding.figure("anonymous memory, growth", growth >> 10, "KiB")
                .figure("file-backed memory, growth", (is.fileBacked() - was.fileBacked()) >> 10, "KiB");
        finding.require(
                growth <= ANONYMOUS_ALLOWED,
                "Anonymous memory grew by " + (growth >> 20) + " MiB while the kernels were read.");
    }

    /** Pages that another process has just written count as dirty until they are on disk. */
    private static void flush(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Where a sync cannot be forced, the file was usually not just written either.
        }
    }

    private static boolean onTmpfs(Path file) {
        try {
            return Files.getFileStore(file).type().equals("tmpfs");
        } catch (IOException _) {
            return false;
        }
    }
}
