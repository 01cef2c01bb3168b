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
     * {@return where the chain continues: the schedule of the segment's center; null where the center has no data or
     * leads nowhere}
     */
    public @Nullable TargetSchedule center() {
        return center;
    }

    /**
     * {@return why states of this segment are refused although it is sound in itself, such as a cycle of centers; null
     * if they are not}
     */
    public @Nullable String refusal() {
        return refusal;
    }

    /** {@return whether it gives states: its segment does, and its centers lead somewhere} */
    public boolean isUsable() {
        return refusal == null && segment.usable();
    }

    void join(@Nullable TargetSchedule next) {
        // A segment that gives no states is the end of its chain: what lies beyond can never be reached through it.
        this.center = isUsable() ? next : null;
    }

    void refuse(String reason) {
        refusal = reason;
        center = null;
    }
}
