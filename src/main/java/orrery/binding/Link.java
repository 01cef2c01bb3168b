package orrery.binding;

import org.jspecify.annotations.Nullable;
import orrery.spk.Segment;

/**
 * One step from a body to the center of its state: the segment of highest precedence at an epoch.
 *
 * <p>Immutable once its pool has been made.
 */
public final class Link {
    private final KernelHandle kernel;
    private final Segment segment;
    private @Nullable TargetSchedule center;
    private @Nullable String refusal;

    Link(KernelHandle kernel, Segment segment) {
        this.kernel = kernel;
        this.segment = segment;
    }

    /** {@return the pool's own handle on the kernel that answers} */
    public KernelHandle kernel() {
        return kernel;
    }

    /** {@return the segment that answers} */
    public Segment segment() {
        return segment;
    }

    /**
     * {@return where the chain continues: the schedule of the segment's center; null if the pool has no segment for the
     * center, if this link is not usable, or if the link gives orientation}
     */
    public @Nullable TargetSchedule center() {
        return center;
    }

    /**
     * {@return why states of this segment are refused although the segment itself is sound, such as a cycle of centers;
     * null if they are not refused}
     */
    public @Nullable String refusal() {
        return refusal;
    }

    /**
     * {@return whether this link gives states: its segment is usable and is not refused; its center need not have data}
     */
    public boolean isUsable() {
        return refusal == null && segment.usable();
    }

    void join(@Nullable TargetSchedule next) {
        // A segment that gives no states ends its chain: nothing beyond it can be reached through it.
        this.center = isUsable() ? next : null;
    }

    void refuse(String reason) {
        refusal = reason;
        center = null;
    }
}
