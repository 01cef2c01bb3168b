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
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.binding.Link;
import orrery.binding.TargetSchedule;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.files.Digest;
import orrery.files.PartFile;
import orrery.files.VisibleText;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.spk.Granule;
import orrery.spk.KernelException;
import orrery.spk.NaifIds;
import orrery.spk.Progress;
import orrery.spk.Segment;
import orrery.time.CalendarDate;
import orrery.time.DateFormat;
import orrery.time.Dates;
import orrery.time.TimeScale;

/**
 * Trajectories out of kernels for other programs: states at even steps or at a segment's own epochs, with an interpolation
 * that has been held against the kernels between all the states. Immutable; any number of threads may use one.
 *
 * @param format of the file
 * @param bodies NAIF ids; empty for all
 * @param center about which; empty for each segment's own center
 * @param frame as SPICE names it
 * @param scale of the dates
 * @param step between states, s; NaN for the widest that meets the bound
 * @param own whether states stand at the segment's own epochs; then the step does not count
 * @param from first epoch, TDB seconds past J2000
 * @param to last epoch
 * @param bound greatest distance from the kernels between the states, km
 * @param speedBound greatest difference of velocity, km/s
 * @param degree of the Hermite interpolation that readers are told to use; odd
 */
public record Export(
        OutputFormat format,
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

    /** One micrometer a second, in km/s. */
    public static final double USUAL_SPEED_BOUND = 1e-9;

    /** What readers of OEM expect. */
    public static final int USUAL_DEGREE = 7;

    private static final int DECIMALS = 9;
    private static final int MOST_STATES = 20_000_000;
    private static final int SAMPLES = 64;
    /** So many narrower steps that are no better than a wider one tell that none will be. */
    private static final int WORSE = 6;

    private static final double[] STEPS = {
        0.01,
        0.02,
        0.05,
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        15,
        20,
        30,
        60,
        120,
        180,
        300,
        600,
        900,
        1200,
        1800,
        3600,
        7200,
        10_800,
        14_400,
        21_600,
        43_200,
        Constants.DAY,
        2 * Constants.DAY,
        4 * Constants.DAY,
        8 * Constants.DAY,
        16 * Constants.DAY,
        32 * Constants.DAY
    };

    /**
     * What was written.
     *
     * @param file where
     * @param bytes its size
     * @param blocks what is in it, in order
     */
    public record Written(Path file, long bytes, List<ExportedBlock> blocks) {
        public Written {
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
            throw new IllegalArgumentException("A bound of %s km bounds nothing; give a positive one such as 1mm."
                    .formatted(Math.min(bound, speedBound)));
        }
        if (degree < 3 || degree > 27 || degree % 2 == 0) {
            throw new IllegalArgumentException(
                    "A Hermite interpolation has an odd degree from 3 to 27, not " + degree + ".");
        }
        if (step <= 0) {
            throw new IllegalArgumentException("A step of " + step + " s leads nowhere; give a positive one.");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Made here and never handed out.
    private record Measured(ExportPiece block, double[] epochs, ExportedBlock done) {}

    /**
     * Writes.
     *
     * @param pool the kernels
     * @throws RefusedException if there is nothing to write, or the bound cannot be met: the figure is told
     * @throws KernelException if a state that should be there is not
     * @throws IOException if the file cannot be written; nothing is left then
     * @throws CancellationException if {@code progress} said so
     */
    public Written of(KernelPool pool, Path file, Progress progress) throws IOException {
        Ephemeris ephemeris = Ephemeris.of(pool);
        ReferenceFrame turned = ephemeris.frames().byName(frame);
        Map<Path, String> digests = new HashMap<>();
        Blocks cut = new Blocks(pool, kernel -> named(kernel, digests));
        List<ExportPiece> blocks = new ArrayList<>();
        for (int body : bodies.isEmpty() ? Arrays.stream(pool.targets()).boxed().toList() : bodies) {
            if (center.isEmpty() || center.getAsInt() != body) {
                blocks.addAll(cut.of(body, center, from, to));
            }
        }
        if (blocks.isEmpty()) {
            throw new RefusedException("The kernels hold nothing of these bodies in this span; choose others, or see"
                    + " what there is with `orrery brief`.");
        }
        if (format == OutputFormat.STK && blocks.size() > 1) {
            throw new RefusedException(String.format(
                    Locale.ROOT,
                    "An STK ephemeris holds one trajectory, and this would be %,d; choose one body and a span that one"
                            + " segment covers, or write CCSDS OEM.",
                    blocks.size()));
        }
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            measured.add(measured(pool, ephemeris, turned, blocks.get(i)));
            progress.at(0.5 * (i + 1) / blocks.size());
            progress.check("The export was called off.");
        }

        PartFile.write(file, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            write(measured, ephemeris, turned, writer(text), progress);
            text.flush();
        });
        long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
        return new Written(file, bytes, measured.stream().map(Measured::done).toList());
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

    private static void ask(Ephemeris ephemeris, ReferenceFrame frame, ExportPiece block, double et, double[] out) {
        ephemeris.state(block.target(), block.center(), et, out);
        if (frame.id() != ReferenceFrame.J2000) {
            ephemeris.frames().rotate(out, ReferenceFrame.J2000, frame.id(), et);
        }
    }

    private Measured measured(KernelPool pool, Ephemeris ephemeris, ReferenceFrame turned, ExportPiece block) {
        NodeGrid.Asked asked = (et, out) -> ask(ephemeris, turned, block, et, out);
        if (own) {
            Segment segment = alone(pool, block);
            double[] epochs = own(pool, block);
            int type = segment.info().type();
            Interpolation how = segment.degree() > 0 && (type == 8 || type == 9)
                    ? new Interpolation(false, segment.degree())
                    : new Interpolation(true, segment.degree() > 0 && type >= 12 ? segment.degree() : degree);
            NodeGrid nodes = new NodeGrid(epochs, how, asked);
            if (!nodes.measure(1, bound, speedBound)) {
                throw unmet(block, nodes, "the segment's own epochs", "leave --epochs out");
            }
            return done(block, epochs, Double.NaN, how, nodes);
        }
        Interpolation how = new Interpolation(true, degree);
        if (!Double.isNaN(step)) {
            double[] epochs = even(block, step);
            NodeGrid nodes = new NodeGrid(epochs, how, asked);
            if (!nodes.measure(1, bound, speedBound)) {
                throw unmet(block, nodes, "steps of " + step + " s", "give a smaller --step, or leave it out");
            }
            return done(block, epochs, step, how, nodes);
        }
        return widest(block, how, asked);
    }

    private Measured widest(ExportPiece block, Interpolation how, NodeGrid.Asked asked) {
        double span = block.end() - block.start();
        int high = STEPS.length - 1;
        while (high > 0 && STEPS[high] > span / 2) {
            high--;
        }
        // From wide to narrow: first the interpolation becomes better, and then the rounding of short steps worse.
        NodeGrid best = null;
        double bestStep = STEPS[high];
        int worse = 0;
        for (int i = high; i >= 0 && worse < WORSE; i--) {
            NodeGrid some = new NodeGrid(sample(block, STEPS[i]), how, asked);
            if (some.measure(1, bound, speedBound)) {
                double[] epochs = even(block, STEPS[i]);
                some = new NodeGrid(epochs, how, asked);
                if (some.measure(1, bound, speedBound)) {
                    return done(block, epochs, STEPS[i], how, some);
                }
            }
            if (best == null || some.excess < best.excess) {
                best = some;
                bestStep = STEPS[i];
                worse = 0;
            } else {
                worse++;
            }
        }
        throw unmet(
                block,
                Objects.requireNonNull(best, "no step was tried"),
                "steps of " + bestStep + " s, which are the best",
                "give a wider --bound");
    }

    private RefusedException unmet(ExportPiece block, NodeGrid nodes, String what, String cure) {
        return new RefusedException(String.format(
                Locale.ROOT,
                "%s relative to %s: at %s, degree %d, the interpolation is up to %.3g km and %.3g km/s from the kernel"
                        + " (at %s); %s.",
                Bodies.label(block.target()),
                Bodies.label(block.center()),
                what,
                nodes.degree(),
                nodes.far,
                nodes.fast,
                DateFormat.seconds(TimeScale.TDB, 0).format(nodes.farAt),
                cure));
    }

    private Measured done(ExportPiece block, double[] epochs, double every, Interpolation how, NodeGrid nodes) {
        return new Measured(
                block,
                epochs,
                new ExportedBlock(
                        block.target(),
                        block.center(),
                        block.start(),
                        block.end(),
                        epochs.length,
                        every,
                        how.method(),
                        nodes.degree(),
                        nodes.far,
                        nodes.farAt,
                        nodes.fast));
    }

    /** Some stretches of even steps, spread over a block. */
    private double[] sample(ExportPiece block, double every) {
        double span = block.end() - block.start();
        if (span / every <= 4 * SAMPLES) {
            return even(block, every);
        }
        // The middle of the block and, denser, its ends would be few: one stretch that is as long as memory allows.
        double from = block.start() + span / 3;
        return evenBetween(from, from + 2 * SAMPLES * every, every);
    }

    private double[] even(ExportPiece block, double every) {
        double count = (block.end() - block.start()) / every;
        if (count > MOST_STATES) {
            throw new RefusedException(String.format(
                    Locale.ROOT,
                    "%s relative to %s would take %,.0f states at steps of %s s; give a shorter span, a wider --bound"
                            + " or a longer --step.",
                    Bodies.label(block.target()),
                    Bodies.label(block.center()),
                    count,
                    every));
        }
        return evenBetween(block.start(), block.end(), every);
    }

    /** The two ends, and between them the whole multiples of the step in the clock's own seconds. */
    private double[] evenBetween(double start, double end, double every) {
        double[] epochs = new double[(int) ((end - start) / every) + 4];
        int count = 0;
        epochs[count++] = dated(start, start, end);
        for (double k = Math.floor(start / every) + 1; k * every < end; k++) {
            double at = rounded(k * every, every);
            if (at > epochs[count - 1] + every / 100 && at < end - every / 100) {
                epochs[count++] = at;
            }
        }
        epochs[count++] = dated(end, start, end);
        return Arrays.copyOf(epochs, count);
    }

    /** The epoch of a whole second of the clock, or of a thousandth where steps are short. */
    private double rounded(double et, double every) {
        double unit = every >= 1 ? 1 : 1e-3;
        CalendarDate date = CalendarDate.of(et, scale);
        double second = Math.rint(date.secondOfDay() / unit) * unit;
        return second < Constants.DAY
                ? new CalendarDate(scale, date.year(), date.month(), date.day(), second).toEt()
                : et;
    }

    /** The epoch that a written date will be read as, within the bounds. */
    private double dated(double et, double first, double last) {
        double at = moment(et).et();
        return Math.clamp(at, first, last);
    }

    private Clock clock() {
        return Clock.valueOf(scale.name());
    }

    private Clock.Moment moment(double et) {
        return clock().parse(date(et));
    }

    private String date(double et) {
        return DateFormat.seconds(scale, DECIMALS).unlabelled().format(et);
    }

    private Segment alone(KernelPool pool, ExportPiece block) {
        TargetSchedule track = pool.track(block.target());
        Link link = track == null ? null : track.at(block.start() + (block.end() - block.start()) / 2);
        if (link == null || link.segment().center() != block.center()) {
            throw new RefusedException(Bodies.label(block.target()) + " relative to "
                    + Bodies.label(block.center())
                    + " has no epochs of its own: several segments answer together. Leave --center out, or give a"
                    + " --step.");
        }
        return link.segment();
    }

    private static double[] own(KernelPool pool, ExportPiece block) {
        TargetSchedule track = pool.track(block.target());
        @Nullable Link link = track == null ? null : track.at(block.start() + (block.end() - block.start()) / 2);
        double[] epochs = new double[1024];
        int count = 0;
        epochs[count++] = block.start();
        double et = block.start();
        while (link != null && et < block.end()) {
            double at = et;
            Granule granule = link.kernel().read(() -> link.segment().granule(at));
            double next = Math.min(granule.end(), block.end());
            if (!(next > et)) {
                next = Math.min(block.end(), Math.nextUp(et));
                et = next;
                continue;
            }
            if (count == epochs.length) {
                epochs = Arrays.copyOf(epochs, 2 * count);
            }
            epochs[count++] = next;
            et = next;
        }
        return Arrays.copyOf(epochs, count);
    }

    private void write(
            List<Measured> all, Ephemeris ephemeris, ReferenceFrame turned, TrajectoryWriter to, Progress progress)
            throws IOException {
        to.begin(DateFormat.seconds(TimeScale.UTC, 0).unlabelled().format(Dates.now()));
        double[] state = new double[6];
        String frameName = turned.id() == ReferenceFrame.J2000 ? "ICRF" : turned.name();
        for (int i = 0; i < all.size(); i++) {
            Measured one = all.get(i);
            double[] epochs = one.epochs();
            to.block(
                    new TrajectoryWriter.Head(one.block(), one.done(), frameName, clock()),
                    date(epochs[0]),
                    date(epochs[epochs.length - 1]));
            for (int k = 0; k < epochs.length; k++) {
                ask(ephemeris, turned, one.block(), epochs[k], state);
                String date = date(epochs[k]);
                Clock.Moment read = clock().parse(date);
                // Where the date is read as a neighbor of the epoch, the difference is a part of what is rounded off.
                to.state(date, new Clock.Moment(epochs[k], read.rest() + (read.et() - epochs[k]), read.rate()), state);
                if ((k & 1023) == 0) {
                    progress.at(0.5 + 0.5 * (i + (double) k / epochs.length) / all.size());
                    progress.check("The export was called off.");
                }
            }
            to.endBlock();
        }
        to.end();
    }

    /** As CCSDS (SANA's registry of orbit centers) names it; NAIF's number where that has no name. */
    static String centerName(int center) {
        return switch (center) {
            case NaifIds.SOLAR_SYSTEM_BARYCENTER -> "SOLAR SYSTEM BARYCENTER";
            case NaifIds.EARTH_BARYCENTER -> "EARTH BARYCENTER";
            default ->
                !Bodies.of(center).isNamed()
                        ? Integer.toString(center)
                        : Bodies.name(center).toUpperCase(Locale.ROOT).replace("(BARYCENTER)", "BARYCENTER");
        };
    }
}
