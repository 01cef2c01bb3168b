package orrery.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.spk.Progress;
import orrery.spk.Segment;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;

/**
 * Finds the epochs of a block's states: those requested, or the widest even steps between which the interpolation stays
 * within the bounds. Compares the interpolation with the kernels between all states, and at the segments' own epochs.
 * For use by one thread.
 */
final class ExportMeasure {
    /** So many narrower steps that are no better than a wider one tell that none will be. */
    private static final int WORSE = 6;

    private static final int LOOKED = (1 << 8) - 1;

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
     * A block, with its epochs and what was measured between them.
     *
     * @param epochs of its states, ascending; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Made here, for one export.
    record MeasuredBlock(ExportPiece block, double[] epochs, ExportedBlock done) {}

    private final Export export;
    private final ExportEpochs dates;
    private final KernelPool pool;
    private final Ephemeris ephemeris;
    private final ReferenceFrame frame;
    private int looked;
    /** Whether it measures a whole block, not a sample of it. */
    private boolean whole;

    /**
     * @param frame in which states are written
     * @param ephemeris of the pool
     */
    ExportMeasure(Export export, KernelPool pool, Ephemeris ephemeris, ReferenceFrame frame) {
        this.export = export;
        this.dates = new ExportEpochs(export.scale());
        this.pool = pool;
        this.ephemeris = ephemeris;
        this.frame = frame;
    }

    /** The state of a block at an epoch, in the axes in which it is written. */
    void ask(ExportPiece block, double et, double[] out) {
        ephemeris.state(block.target(), block.center(), et, out);
        if (frame.id() != ReferenceFrame.J2000) {
            ephemeris.frames().rotate(out, ReferenceFrame.J2000, frame.id(), et);
        }
    }

    /**
     * Measures a block.
     *
     * @param progress may cancel it
     * @throws Export.RefusedException if the bounds cannot be met, with the figure
     * @throws CancellationException if {@code progress} requested it
     */
    MeasuredBlock of(ExportPiece block, Progress progress) {
        NodeGrid.StateSource states = (et, out) -> {
            ask(block, et, out);
            if ((++looked & LOOKED) == 0) {
                if (whole) {
                    progress.at((et - block.start()) / (block.end() - block.start()));
                }
                progress.check("The export was cancelled.");
            }
        };
        if (export.own()) {
            Segment segment = ExportEpochs.alone(pool, block);
            double[] epochs = ExportEpochs.own(pool, block);
            Segment.Interpolant interpolant = segment.interpolant();
            Interpolation how = interpolant == Segment.Interpolant.NONE || segment.degree() < 1
                    ? new Interpolation(true, export.degree())
                    : new Interpolation(interpolant == Segment.Interpolant.HERMITE, segment.degree());
            NodeGrid nodes = new NodeGrid(epochs, how, states, block.originals());
            if (!measureAll(nodes)) {
                throw unmet(block, nodes, "the segment's own epochs", "let it choose the widest step instead");
            }
            return done(block, epochs, Double.NaN, how, nodes);
        }
        Attempt best = null;
        for (Interpolation how : methods()) {
            Attempt tried =
                    Double.isNaN(export.step()) ? widest(block, how, states) : at(block, export.step(), how, states);
            if (tried.met != null) {
                return tried.met;
            }
            best = best == null || tried.nodes.excess < best.nodes.excess ? tried : best;
        }
        Attempt nearest = Objects.requireNonNull(best, "no method was tried");
        boolean given = !Double.isNaN(export.step());
        throw unmet(
                block,
                nearest.nodes,
                "steps of " + nearest.step + (given ? " s" : " s, which are the best"),
                given ? "give a smaller step, or none" : "give a wider bound, of position or of speed");
    }

    /**
     * Hermite first, then separate Lagrange for positions and velocities. Hermite fails if velocities are not the
     * derivatives of positions (SGP4), or if rounding divided by a short step exceeds the velocity bound (in a frame
     * that turns with the Earth).
     */
    private List<Interpolation> methods() {
        return List.of(new Interpolation(true, export.degree()), new Interpolation(false, export.degree()));
    }

    /** What came of one method: what it met, or how near its best step came. */
    private record Attempt(@Nullable MeasuredBlock met, NodeGrid nodes, double step) {}

    /** Measures all nodes of a block, which takes most of the time: that is what the progress shows. */
    private boolean measureAll(NodeGrid nodes) {
        whole = true;
        try {
            return nodes.measure(export.bound(), export.speedBound());
        } finally {
            whole = false;
        }
    }

    private Attempt at(ExportPiece block, double step, Interpolation how, NodeGrid.StateSource states) {
        double[] epochs = dates.even(block, step);
        NodeGrid nodes = new NodeGrid(epochs, how, states, block.originals());
        boolean met = measureAll(nodes);
        return new Attempt(met ? done(block, epochs, step, how, nodes) : null, nodes, step);
    }

    /** From wide to narrow; what failed in the whole block is looked at first with the next step. */
    private Attempt widest(ExportPiece block, Interpolation how, NodeGrid.StateSource states) {
        double span = block.end() - block.start();
        int high = STEPS.length - 1;
        while (high > 0 && STEPS[high] > span / 2) {
            high--;
        }
        // From wide to narrow: first the interpolation becomes better, and then the rounding of short steps worse.
        NodeGrid best = null;
        double bestStep = STEPS[high];
        double hard = Double.NaN;
        int worse = 0;
        for (int i = high; i >= 0 && worse < WORSE; i--) {
            double[] epochs = Double.isNaN(hard) ? dates.sample(block, STEPS[i]) : dates.around(block, hard, STEPS[i]);
            NodeGrid some = new NodeGrid(epochs, how, states, block.originals());
            if (some.measure(export.bound(), export.speedBound())) {
                Attempt whole = at(block, STEPS[i], how, states);
                if (whole.met != null) {
                    return whole;
                }
                some = whole.nodes;
                hard = some.hard;
            }
            if (best == null || some.excess < best.excess) {
                best = some;
                bestStep = STEPS[i];
                worse = 0;
            } else if (STEPS[i] <= own(block, some.hard)) {
                worse++;
            }
        }
        return new Attempt(null, Objects.requireNonNull(best, "no step was tried"), bestStep);
    }

    /** The shortest of the originals' own steps at an epoch: only at this step is one of their states hit exactly. */
    private static double own(ExportPiece block, double et) {
        return block.originals().stream()
                .mapToDouble(original -> original.length(et))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Export.RefusedException unmet(ExportPiece block, NodeGrid nodes, String what, String cure) {
        return new Export.RefusedException(String.format(
                Locale.ROOT,
                "%s relative to %s: at %s, %s's interpolation of degree %d is up to %.3g km and "
                        + "%.3g km/s from the kernel"
                        + " (at %s); %s.",
                Bodies.label(block.target()),
                Bodies.label(block.center()),
                what,
                nodes.method(),
                nodes.degree(),
                nodes.far,
                nodes.fast,
                EpochFormat.seconds(TimeScale.TDB, 0).format(nodes.farAt),
                cure));
    }

    private static MeasuredBlock done(
            ExportPiece block, double[] epochs, double every, Interpolation how, NodeGrid nodes) {
        return new MeasuredBlock(
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
}
