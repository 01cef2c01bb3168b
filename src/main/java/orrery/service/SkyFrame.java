package orrery.service;

import java.util.Collections;
import java.util.Map;
import orrery.math.Vectors;

/**
 * Where every body is at one epoch: position and velocity relative to the catalogue's origin, ICRF, geometric.
 *
 * <p>Immutable; may be handed to any thread.
 */
public final class SkyFrame {
    private final FrameStates bodies;
    private final long sequence;
    private final long computeNanos;
    private final SkyGhost ghost;
    private final SkyPreview preview;

    /**
     * @param bodies complete; must not be modified from now on
     * @param sequence counts frames, to identify the newer of two
     * @param computeNanos from accepting the request to the last body
     * @param ghost where another kernel has the bodies
     * @param preview the preview of kernels that are not loaded
     */
    SkyFrame(FrameStates bodies, long sequence, long computeNanos, SkyGhost ghost, SkyPreview preview) {
        this.bodies = bodies;
        this.sequence = sequence;
        this.computeNanos = computeNanos;
        this.ghost = ghost;
        this.preview = preview;
    }

    public SkyCatalogue catalogue() {
        return bodies.catalogue;
    }

    /** TDB seconds past J2000. */
    public double et() {
        return bodies.et;
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

    /** The preview of kernels that are not loaded; usually {@link SkyPreview#NONE}. */
    public SkyPreview preview() {
        return preview;
    }

    /** Why bodies that the kernels should cover at this epoch are missing, by NAIF id. */
    public Map<Integer, String> troubles() {
        return Collections.unmodifiableMap(bodies.troubles);
    }

    /** Whether the kernels gave a state for the body at this index. */
    public boolean known(int index) {
        return !Double.isNaN(bodies.states[index * 6]);
    }

    /** Whether the body at this index is not covered now, but was recently or will be soon. */
    public boolean fading(int index) {
        return !Double.isNaN(bodies.lastSeen[index * 3]) && !known(index);
    }

    /** x, y, z in km (0..2) of the last or first position of a fading body. */
    public double lastSeen(int index, int component) {
        return bodies.lastSeen[index * 3 + component];
    }

    /** x, y, z in km (0..2) or vx, vy, vz in km/s (3..5) of the body at this index; NaN if it has no data. */
    public double component(int index, int component) {
        return bodies.states[index * 6 + component];
    }

    /**
     * The orientation of the body seen at an index.
     *
     * @param out receives the rotation from J2000 to the body's axes, 9 numbers row by row
     * @return whether it is known at this epoch; else {@code out} is unchanged
     */
    public boolean turn(int index, double[] out) {
        return bodies.readTurn(index, out);
    }

    /** Distance between the bodies at two indices, km; NaN if one has no data. */
    public double distance(int a, int b) {
        return apart(a, b, 0);
    }

    /** Speed of one body relative to another, km/s; NaN if one has no data. */
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
