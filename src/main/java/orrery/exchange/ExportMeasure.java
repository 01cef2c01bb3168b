package orrery.exchange;

import java.util.Locale;
import java.util.Objects;
import orrery.binding.KernelPool;
import orrery.ephemeris.Bodies;
import orrery.ephemeris.Ephemeris;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.spk.Segment;
import orrery.time.DateFormat;
import orrery.time.TimeScale;

/**
 * Finds the epochs of a block's states: those asked for, or the widest even steps between which the interpolation stays
 * within the bounds. Holds the interpolation against the kernels between all states. For one thread.
 */
final class ExportMeasure {
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
     * A block, with its epochs and what was measured between them.
     *
     * @param epochs of its states, ascending; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Made here, for one export.
    record Measured(ExportPiece block, double[] epochs, ExportedBlock done) {}

    private final Export asked;
    private final ExportEpochs dates;
    private final KernelPool pool;
    private final Ephemeris ephemeris;
    private final ReferenceFrame frame;

    /**
     * @param frame in which states are written
     * @param ephemeris of the pool
     */
    ExportMeasure(Export asked, KernelPool pool, Ephemeris ephemeris, ReferenceFrame frame) {
        this.asked = asked;
        this.dates = new ExportEpochs(asked.scale());
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
     * @throws Export.RefusedException if the bounds cannot be met, with the figure
     */
    Measured of(ExportPiece block) {
        NodeGrid.Asked states = (et, out) -> ask(block, et, out);
        if (asked.own()) {
            Segment segment = ExportEpochs.alone(pool, block);
            double[] epochs = ExportEpochs.own(pool, block);
            int type = segment.info().type();
            Interpolation how = segment.degree() > 0 && (type == 8 || type == 9)
                    ? new Interpolation(false, segment.degree())
                    : new Interpolation(true, segment.degree() > 0 && type >= 12 ? segment.degree() : asked.degree());
            NodeGrid nodes = new NodeGrid(epochs, how, states);
            if (!nodes.measure(1, asked.bound(), asked.speedBound())) {
                throw unmet(block, nodes, "the segment's own epochs", "leave --epochs out");
            }
            return done(block, epochs, Double.NaN, how, nodes);
        }
        Interpolation how = new Interpolation(true, asked.degree());
        if (!Double.isNaN(asked.step())) {
            double[] epochs = dates.even(block, asked.step());
            NodeGrid nodes = new NodeGrid(epochs, how, states);
            if (!nodes.measure(1, asked.bound(), asked.speedBound())) {
                throw unmet(block, nodes, "steps of " + asked.step() + " s", "give a smaller --step, or leave it out");
            }
            return done(block, epochs, asked.step(), how, nodes);
        }
        return widest(block, how, states);
    }

    private Measured widest(ExportPiece block, Interpolation how, NodeGrid.Asked states) {
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
            NodeGrid some = new NodeGrid(dates.sample(block, STEPS[i]), how, states);
            if (some.measure(1, asked.bound(), asked.speedBound())) {
                double[] epochs = dates.even(block, STEPS[i]);
                some = new NodeGrid(epochs, how, states);
                if (some.measure(1, asked.bound(), asked.speedBound())) {
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

    private static Export.RefusedException unmet(ExportPiece block, NodeGrid nodes, String what, String cure) {
        return new Export.RefusedException(String.format(
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

    private static Measured done(ExportPiece block, double[] epochs, double every, Interpolation how, NodeGrid nodes) {
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
}
