package orrery.ui.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Coverage;
import orrery.ephemeris.Ephemeris;
import orrery.exchange.BadInputException;
import orrery.exchange.Import;
import orrery.exchange.ImportOptions;
import orrery.files.Digest;
import orrery.files.PartFile;
import orrery.files.ScratchFolder;
import orrery.forge.KernelDiff;
import orrery.forge.KernelOutput;
import orrery.frames.PoolFiles;
import orrery.service.PreviewSampler;
import orrery.service.SkyPath;
import orrery.service.SkyPreview;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/**
 * Files of other programs after reading, and the kernel made from them, in a temporary folder that is deleted when this
 * is closed. The kernel is drawn and compared before anything is written for the user; what is written then is this
 * very kernel.
 *
 * <p>For use by one thread at a time, never the JavaFX thread.
 */
final class ImportPreview implements AutoCloseable {
    private static final int EPOCHS = 4_000;

    /**
     * Why a file cannot be read and is left out.
     *
     * @param file the file
     * @param sentence the reason, with the cure
     */
    record Refusal(Path file, String sentence) {}

    /**
     * How far a body lies from where what is loaded has it.
     *
     * @param series NaN where the preview has no state of its own
     * @param kernels names of the loaded kernels that answer there
     */
    record Difference(KernelDiff.Series series, List<String> kernels) {
        Difference {
            kernels = List.copyOf(kernels);
        }
    }

    private final ScratchFolder folder;
    private final List<Import.Source> sources;
    private final List<Refusal> refusals;
    private final KernelOutput.@Nullable OutputFile made;
    private PreviewSampler.PreviewSample sampled =
            new PreviewSampler.PreviewSample(SkyPreview.NONE, List.of(), List.of());
    private final Map<Integer, Difference> differences = new TreeMap<>();

    private ImportPreview(
            ScratchFolder folder,
            List<Import.Source> sources,
            List<Refusal> refusals,
            KernelOutput.@Nullable OutputFile made) {
        this.folder = folder;
        this.sources = List.copyOf(sources);
        this.refusals = List.copyOf(refusals);
        this.made = made;
    }

    /**
     * Reads files. A file that cannot be read is reported, and the others are read without it.
     *
     * @param files the files to make one kernel from
     * @param loaded the kernels of the sky, highest precedence last
     * @throws IOException if temporary files cannot be written
     * @throws CancellationException if {@code progress} requested it; nothing is left then
     */
    static ImportPreview of(
            List<Path> files, ImportOptions options, KernelRegistry registry, List<Path> loaded, Progress progress)
            throws IOException {
        ScratchFolder folder = ScratchFolder.of("preview");
        boolean done = false;
        try {
            ImportPreview preview = read(files, options, folder, progress);
            preview.preview(registry, loaded, progress);
            done = true;
            return preview;
        } finally {
            if (!done) {
                folder.close();
            }
        }
    }

    private static ImportPreview read(List<Path> files, ImportOptions options, ScratchFolder folder, Progress progress)
            throws IOException {
        List<Path> good = new ArrayList<>(files);
        List<Refusal> refused = new ArrayList<>();
        while (!good.isEmpty()) {
            try (Import read = Import.of(good, options, Progress.part(progress, 0, 2))) {
                KernelOutput.OutputFile made =
                        read.write(folder.path().resolve("preview.bsp"), Progress.part(progress, 1, 2));
                return new ImportPreview(folder, read.sources(), refused, made);
            } catch (BadInputException e) {
                // The message names the file, but two may have the same name, so each is tried alone.
                refused.addAll(sift(good, options, progress));
                if (refused.isEmpty()) {
                    throw e;
                }
            }
        }
        return new ImportPreview(folder, List.of(), refused, null);
    }

    /** Removes unreadable files from a list. */
    private static List<Refusal> sift(List<Path> files, ImportOptions options, Progress progress) throws IOException {
        List<Refusal> refused = new ArrayList<>();
        for (Path file : List.copyOf(files)) {
            progress.check("The import was cancelled.");
            try {
                Import.of(List.of(file), options, progress).close();
            } catch (BadInputException e) {
                refused.add(new Refusal(file, String.valueOf(e.getMessage())));
                files.remove(file);
            }
        }
        return refused;
    }

    private void preview(KernelRegistry registry, List<Path> loaded, Progress progress) {
        if (made == null) {
            return;
        }
        List<Path> all = new ArrayList<>(loaded);
        all.add(made.file());
        try (KernelHandle kernel = registry.open(made.file());
                KernelPool now = PoolFiles.open(registry, loaded);
                KernelPool then = PoolFiles.open(registry, all)) {
            Ephemeris before = Ephemeris.of(now);
            Ephemeris after = Ephemeris.of(then);
            sampled = PreviewSampler.of(kernel, after, progress);
            for (SkyPreview.Way way : sampled.preview().ways()) {
                compare(kernel, now, before, after, way.path(), progress);
            }
        } catch (KernelException e) {
            sampled = new PreviewSampler.PreviewSample(
                    sampled.preview(), sampled.cut(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /** At the epochs that the way itself has: at others the loaded kernels answer in both. */
    private void compare(
            KernelHandle kernel, KernelPool now, Ephemeris before, Ephemeris after, SkyPath way, Progress progress) {
        int body = way.body();
        // Loaded kernels may have an asteroid by its other number.
        int number = now.schedule(body) != null
                ? body
                : NaifIds.otherAsteroidNumber(body).orElse(body);
        if (differences.containsKey(body) || now.schedule(number) == null) {
            return;
        }
        try {
            KernelDiff.Series series = new KernelDiff(way.parent(), new int[0], 1, way.start(), way.end())
                    .series(before, number, after, body, EPOCHS, progress);
            if (only(PreviewSampler.covered(kernel, body, way.parent()), series) > 1) {
                differences.put(body, new Difference(series, against(now, number, series)));
            }
        } catch (KernelException _) {
            // What cannot be queried in both cannot be compared; the sky reports what is wrong with either.
            differences.remove(body);
        }
    }

    /** Takes out of a comparison what is not in these spans; counts what is left. */
    private static long only(Coverage own, KernelDiff.Series series) {
        double[][] all = {series.km(), series.mas(), series.radial(), series.along(), series.cross()};
        long left = 0;
        for (int i = 0; i < series.et().length; i++) {
            if (own.contains(series.et()[i])) {
                left++;
            } else {
                for (double[] values : all) {
                    values[i] = Double.NaN;
                }
            }
        }
        return left;
    }

    /** The kernels that answer for a body where it is compared, in the order in which they do. */
    private static List<String> against(KernelPool loaded, int body, KernelDiff.Series series) {
        TargetSchedule schedule = loaded.schedule(body);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; schedule != null && i < series.et().length; i++) {
            Link link = Double.isNaN(series.km()[i]) ? null : schedule.at(series.et()[i]);
            if (link != null) {
                names.add(link.kernel().name());
            }
        }
        return List.copyOf(names);
    }

    /** The files that were read. */
    List<Import.Source> sources() {
        return sources;
    }

    /** The files that could not be read. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** The bodies that can be drawn. */
    PreviewSampler.PreviewSample sampled() {
        return sampled;
    }

    /** By NAIF id, for the bodies that the loaded kernels have at some time in common with this one. */
    Map<Integer, Difference> differences() {
        return Map.copyOf(differences);
    }

    /** Whether there is a kernel at all. */
    boolean isEmpty() {
        return made == null;
    }

    /**
     * Writes the kernel to its target and reads it back.
     *
     * @throws IOException if it cannot be written, or does not read back
     * @throws CancellationException if {@code progress} requested it; nothing is left then
     */
    KernelOutput.OutputFile write(Path target, Progress progress) throws IOException {
        KernelOutput.OutputFile from = made;
        if (from == null) {
            throw new IllegalStateException("nothing was read");
        }
        for (Import.Source source : sources) {
            if (Files.exists(target) && Files.isSameFile(source.file(), target)) {
                throw new IllegalArgumentException(
                        target + " is the source itself; choose another name. Nothing was written.");
            }
        }
        byte[] buffer = new byte[1 << 16];
        try (PartFile part = PartFile.of(target, from.bytes())) {
            try (InputStream in = Files.newInputStream(from.file());
                    OutputStream out = Channels.newOutputStream(part.channel())) {
                long done = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    done += n;
                    progress.at((double) done / Math.max(1, from.bytes()));
                    progress.check("Making the kernel was cancelled.");
                }
                out.flush();
                part.force();
            }
            if (!Digest.of(part.path()).equals(Digest.of(from.file()))) {
                throw new IOException(
                        "The written file does not read back correctly. Nothing was kept; try another disk.");
            }
            part.settle();
        }
        return new KernelOutput.OutputFile(
                target, from.bytes(), from.segments(), from.leftOut(), from.absent(), from.notes());
    }

    @Override
    public void close() {
        folder.close();
    }
}
