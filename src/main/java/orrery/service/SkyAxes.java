package orrery.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import orrery.binding.KernelClosedException;
import orrery.ephemeris.Ephemeris;
import orrery.frames.BodyAxes;
import orrery.math.StateRotation;

/**
 * The orientations of the bodies of a catalogue, where known.
 *
 * <p>Immutable and thread-safe.
 */
final class SkyAxes {
    private static final int NONE = -1;

    private final int[] slots;
    private final List<BodyAxes> axes;

    private SkyAxes(int[] slots, List<BodyAxes> axes) {
        this.slots = slots;
        this.axes = axes;
    }

    static SkyAxes of(SkyCatalogue catalogue, Ephemeris ephemeris) {
        int[] slots = new int[catalogue.size()];
        List<BodyAxes> axes = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            Optional<BodyAxes> known = ephemeris.axes(catalogue.bodies().get(i).seen());
            slots[i] = known.isPresent() ? axes.size() : NONE;
            known.ifPresent(axes::add);
        }
        return new SkyAxes(slots, axes);
    }

    /** An array for the rotations of all of them, initially unknown. */
    double[] room() {
        double[] room = new double[9 * axes.size()];
        Arrays.fill(room, Double.NaN);
        return room;
    }

    /**
     * Computes the orientation of the body at an index.
     *
     * @param all array for all bodies, in which the body's part is written; it stays NaN if nothing is known at that
     * epoch
     * @param scratch 18 numbers
     */
    void turn(int index, double et, double[] all, double[] scratch) {
        int slot = slots[index];
        try {
            if (slot != NONE && axes.get(slot).fromJ2000(et, scratch) != null) {
                System.arraycopy(scratch, 0, all, 9 * slot, 9);
            }
        } catch (KernelClosedException _) {
            // Other kernels are current: this frame is not shown.
        }
    }

    /** Reads the result: whether it is known, and then the rotation from J2000, row by row. */
    boolean read(int index, double[] all, double[] out) {
        int slot = slots[index];
        if (slot == NONE || Double.isNaN(all[9 * slot])) {
            return false;
        }
        System.arraycopy(all, 9 * slot, out, 0, 9);
        return true;
    }

    /** Size of an array for any rotation. */
    static double[] scratch() {
        return new double[StateRotation.SIZE];
    }
}
