package orrery.service;

import java.util.Map;
import orrery.math.Vectors;

/**
 * Where every body is at one epoch: position and velocity relative to the catalogue's origin, ICRF, geometric.
 *
 * <p>Immutable; may be handed to any thread.
 */
public final class SkyFrame {
    private final SkyCatalogue catalogue;
    private final SkyAxes axes;
    private final double et;
    private final long sequence;
    private final double[] states;
    private final double[] lastSeen;
    private final double[] turns;
    private final Map<Integer, String> troubles;
    private final long computeNanos;
    private final SkyGhost ghost;
    private final SkyTrial trial;

    /**
     * @param catalogue the bodies, in their order
     * @param axes how the catalogue's bodies stand
     * @param et TDB seconds past J2000
     * @param sequence counts frames, so that a newer one is known
     * @param states six numbers a body, km and km/s, NaN where the body is not held; not copied, not to be written again
     * @param lastSeen three numbers a body, km: where one was that the kernels held a while ago, or hold soon; else NaN; not
     *     copied, not to be written again
     * @param turns how the bodies stand at this epoch, as {@link SkyAxes} writes it; not copied, not to be written again
     * @param troubles by NAIF id, why a body that should be held is not
     * @param computeNanos from the request being taken up to the last body done
     * @param ghost where another kernel has the bodies
     * @param trial what is tried out and not loaded
     */
    SkyFrame(
            SkyCatalogue catalogue,
            SkyAxes axes,
            double et,
            long sequence,
            double[] states,
            double[] lastSeen,
            double[] turns,
            Map<Integer, String> troubles,
            long computeNanos,
            SkyGhost ghost,
            SkyTrial trial) {
        if (states.length != catalogue.size() * 6 || lastSeen.length != catalogue.size() * 3) {
            throw new IllegalArgumentException(states.length + " numbers for " + catalogue.size() + " bodies");
        }
        this.catalogue = catalogue;
        this.axes = axes;
        this.turns = turns;
        this.et = et;
        this.sequence = sequence;
        this.states = states;
        this.lastSeen = lastSeen;
        this.troubles = Map.copyOf(troubles);
        this.computeNanos = computeNanos;
        this.ghost = ghost;
        this.trial = trial;
    }

    public SkyCatalogue catalogue() {
        return catalogue;
    }

    /** TDB seconds past J2000. */
    public double et() {
        return et;
    }

    public long sequence() {
        return sequence;
    }

    public long computeNanos() {
        return computeNanos;
    }

    /** Where another kernel has the bodies at this epoch; {@link SkyGhost#NONE} while none is compared. */
    public SkyGhost ghost() {
        return ghost;
    }

    /** What is tried out and not loaded; {@link SkyTrial#NONE} as a rule. */
    public SkyTrial trial() {
        return trial;
    }

    /** Why bodies that the kernels should hold at this epoch are not here, by NAIF id. */
    public Map<Integer, String> troubles() {
        return troubles;
    }

    /** Whether the kernels gave a state for the body at this index. */
    public boolean known(int index) {
        return !Double.isNaN(states[index * 6]);
    }

    /** Whether the body at this index is not held now, but was not long ago or will be before long. */
    public boolean fading(int index) {
        return !Double.isNaN(lastSeen[index * 3]) && !known(index);
    }

    /** x, y, z in km (0..2) of where a fading body was last, or will be first. */
    public double lastSeen(int index, int component) {
        return lastSeen[index * 3 + component];
    }

    /** x, y, z in km (0..2) or vx, vy, vz in km/s (3..5) of the body at this index; NaN where it is not held. */
    public double component(int index, int component) {
        return states[index * 6 + component];
    }

    /**
     * How the body seen at an index stands in space.
     *
     * @param out receives the rotation from J2000 to the body's axes, 9 numbers row by row
     * @return whether that is known at this epoch; else {@code out} is left alone
     */
    public boolean turn(int index, double[] out) {
        return axes.read(index, turns, out);
    }

    /** Km between the bodies at two indices; NaN where one is not held. */
    public double distance(int a, int b) {
        return apart(a, b, 0);
    }

    /** Km/s of one body relative to another; NaN where one is not held. */
    public double relativeSpeed(int a, int b) {
        return apart(a, b, 3);
    }

    private double apart(int a, int b, int at) {
        return Vectors.length(
                component(a, at) - component(b, at),
                component(a, at + 1) - component(b, at + 1),
                component(a, at + 2) - component(b, at + 2));
    }
}
