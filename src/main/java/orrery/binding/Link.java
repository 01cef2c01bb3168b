package orrery.binding;

import org.jspecify.annotations.Nullable;
import orrery.spk.Segment;

/**
 * One step from a body to the center that its state is relative to: the segment of highest precedence at an epoch.
 *
 * <p>Immutable once its pool is made.
 */
public final class Link {
    private final KernelHandle kernel;
    private final Segment segment;
    private @Nullable TargetSchedule center;
    private boolean cyclic;

    Link(KernelHandle kernel, Segment segment) {
        this.kernel = kernel;
        this.segment = segment;
    }

    /** The pool's own handle on the kernel that answers. */
    public KernelHandle kernel() {
        return kernel;
    }

    public Segment segment() {
        return segment;
    }

    /** Where the chain goes on: the track of the segment's center; null where the center has no data or is no way on. */
    public @Nullable TargetSchedule center() {
        return center;
    }

    /** Whether this segment is part of a cycle of centers within its file; its states are refused. */
    public boolean cyclic() {
        return cyclic;
    }

    void join(@Nullable TargetSchedule next) {
        // A segment that gives no states is the end of its chain: what lies beyond can never be reached through it.
        this.center = segment.usable() && !cyclic ? next : null;
    }

    void breakCycle() {
        cyclic = true;
        center = null;
    }
}
