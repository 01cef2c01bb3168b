package orrery.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.ephemeris.Ephemeris;
import orrery.files.Digest;
import orrery.files.PartFile;
import orrery.files.VisibleText;
import orrery.forge.KernelOutput;
import orrery.frames.ReferenceFrame;
import orrery.spk.KernelException;
import orrery.spk.Progress;
import orrery.time.Dates;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Exports trajectories from kernels for other programs: states at even steps or at a segment's own epochs, with an
 * interpolation that is checked against the kernels between all the states. Immutable and thread-safe.
 *
 * @param format file format
 * @param bodies NAIF ids; empty for all
 * @param center center; empty for each segment's own center
 * @param frame SPICE's name of the frame
 * @param scale time scale of the dates
 * @param step interval between states, s; NaN for the widest that meets the bound
 * @param own whether to use the segment's own epochs instead of a step
 * @param from first epoch, TDB seconds past J2000
 * @param to last epoch
 * @param bound greatest interpolation error between the states, km
 * @param speedBound greatest error of the velocity, km/s
 * @param degree of the interpolation that readers are told to use; odd
 */
public record Export(
        ExportFormat format,
        List<Integer> bodies,
        OptionalInt center,
        String frame,
        TimeScale scale,
        double step,
        boolean own,
        double from,
        double to,
        double bound,
        double speedBound,
        int degree) {
    /** One millimeter, in km. */
    public static final double USUAL_BOUND = 1e-6;

    /** One micrometer per second, in km/s. */
    public static final double USUAL_SPEED_BOUND = 1e-9;

    /** What readers of OEM expect. */
    public static final int USUAL_DEGREE = 7;

    /**
     * What was written.
     *
     * @param file its path
     * @param bytes its size
     * @param blocks its blocks, in order
     */
    public record ExportedFile(Path file, long bytes, List<ExportedBlock> blocks) {
        public ExportedFile {
            blocks = List.copyOf(blocks);
        }
    }

    /** A bound that cannot be met, or nothing to write: a sentence with the cure. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    public Export {
        bodies = List.copyOf(bodies);
        if (!(bound > 0 && speedBound > 0)) {
            throw new IllegalArgumentException("A bound of %s km is not positive; give a positive one such as 1mm."
                    .formatted(Math.min(bound, speedBound)));
        }
        if (degree < 3 || degree > 27 || degree % 2 == 0) {
            throw new IllegalArgumentException(
                    "A Hermite interpolation has an odd degree from 3 to 27, not " + degree + ".");
        }
        if (step <= 0) {
            throw new IllegalArgumentException("A step of " + step + " s is not positive; give a positive one.");
        }
    }

    /**
     * Writes the export.
     *
     * @param pool the kernels
     * @throws RefusedException if it would be written over one of the kernels, there is nothing to write, or the bound
     *     cannot be met: the message gives the figure
     * @throws KernelException if a state that should exist does not
     * @throws IOException if the file cannot be written; nothing is left then
     * @throws CancellationException if {@code progress} requested it
     */
    public ExportedFile of(KernelPool pool, Path file, Progress progress) throws IOException {
        try {
            KernelOutput.refuse(
                    file, pool.members().stream().map(KernelHandle::path).toList());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
        Ephemeris ephemeris = Ephemeris.of(pool);
        ReferenceFrame turned = ephemeris.frames().byName(frame);
        Map<Path, String> digests = new HashMap<>();
        ExportBlocks cut = new ExportBlocks(pool, kernel -> named(kernel, digests));
        List<ExportPiece> blocks = new ArrayList<>();
        for (int body : bodies.isEmpty() ? Arrays.stream(pool.targets()).boxed().toList() : bodies) {
            if (center.isEmpty() || center.getAsInt() != body) {
                blocks.addAll(cut.of(body, center, from, to));
            }
        }
        if (blocks.isEmpty()) {
            throw new RefusedException("The kernels contain nothing of these bodies in this span; choose"
                    + " others, or list"
                    + " what there is with `orrery brief`.");
        }
        if (format == ExportFormat.STK && blocks.size() > 1) {
            throw new RefusedException(String.format(
                    Locale.ROOT,
                    "An STK ephemeris contains one trajectory, and this would be %,d; choose one body and a"
                            + " span that one"
                            + " segment covers, or write CCSDS OEM.",
                    blocks.size()));
        }
        ExportMeasure measure = new ExportMeasure(this, pool, ephemeris, turned);
        List<ExportMeasure.MeasuredBlock> measured = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Progress part = Progress.part(Progress.part(progress, 0, 2), i, blocks.size());
            measured.add(measure.of(blocks.get(i), part));
            part.at(1);
            progress.check("The export was cancelled.");
        }

        PartFile.write(file, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            write(measure, measured, turned, writer(text), progress);
            text.flush();
        });
        long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
        return new ExportedFile(
                file,
                bytes,
                measured.stream().map(ExportMeasure.MeasuredBlock::done).toList());
    }

    private TrajectoryWriter writer(Writer text) {
        return switch (format) {
            case OEM -> new OemKvnWriter(text);
            case OEM_XML -> new OemXmlWriter(text);
            case CSV -> new CsvWriter(text);
            case STK -> new StkWriter(text);
        };
    }

    private static String named(KernelHandle kernel, Map<Path, String> digests) {
        String sum = digests.computeIfAbsent(kernel.path(), path -> {
            try {
                return Digest.of(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return VisibleText.line(kernel.name()) + ", SHA-256 " + sum;
    }

    private void write(
            ExportMeasure measure,
            List<ExportMeasure.MeasuredBlock> all,
            ReferenceFrame turned,
            TrajectoryWriter to,
            Progress progress)
            throws IOException {
        ExportEpochs dates = new ExportEpochs(scale);
        to.begin(EpochFormat.seconds(TimeScale.UTC, 0).unlabeled().format(Dates.now()));
        double[] state = new double[6];
        String frameName = ReferenceFrame.shown(turned.name());
        for (int i = 0; i < all.size(); i++) {
            ExportMeasure.MeasuredBlock one = all.get(i);
            double[] epochs = one.epochs();
            to.block(
                    new TrajectoryWriter.Head(one.block(), one.done(), frameName, dates.clock()),
                    dates.date(epochs[0]),
                    dates.date(epochs[epochs.length - 1]));
            for (int k = 0; k < epochs.length; k++) {
                measure.ask(one.block(), epochs[k], state);
                String date = dates.date(epochs[k]);
                FileClock.Moment read = dates.clock().parse(date);
                // If the date is read as a neighboring epoch, the difference is part of the rounding error.
                to.state(
                        date,
                        new FileClock.Moment(epochs[k], read.rest() + (read.et() - epochs[k]), read.rate()),
                        state);
                if ((k & 1023) == 0) {
                    progress.at(0.5 + 0.5 * (i + (double) k / epochs.length) / all.size());
                    progress.check("The export was cancelled.");
                }
            }
            to.endBlock();
        }
        to.end();
    }
}
